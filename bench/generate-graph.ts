import { foldText } from "../src/search/fold-text";
import { foldedNames } from "../src/search/folded-names";
import { KEY_SEPARATOR } from "../src/model/ontology";
import { sortableInstant } from "../src/model/partial-date";
import type { CypherValue } from "../src/graph/cypher-statement";
import { Random } from "./random";

export interface NodeRow {
  readonly labels: readonly string[];
  readonly id: string;
  readonly properties: Readonly<Record<string, CypherValue>>;
}

export interface RelationRow {
  readonly type: string;
  readonly from: { readonly label: string; readonly id: string };
  readonly to: { readonly label: string; readonly id: string };
  readonly properties: Readonly<Record<string, CypherValue>>;
}

/** The properties that the seeder gives to a statement, an entity and so on, for a made-up world with real skew. */
export interface GeneratedGraph {
  readonly nodes: readonly NodeRow[];
  readonly relations: readonly RelationRow[];
}

const SHARE = { people: 35, organizations: 500, topics: 700, documents: 5 } as const;
const DATASET = "dataset:bench";
const RECORDED = "2026-01-01T00:00:00.000Z";
const WORDS =
  "the economy will grow because people work hard and taxes fall while schools hospitals roads borders energy water climate votes laws courts trade jobs wages prices peace war security health science history truth change hope".split(
    " ",
  );

/** @param statements how many; everything else is in proportion. The same seed gives the same graph. */
export function generateGraph(statements: number, seed = 1): GeneratedGraph {
  const random = new Random(seed);
  const people = names("person", "Person", Math.max(60, Math.floor(statements / SHARE.people)));
  const organizations = names("organization", "Organization", Math.max(5, Math.floor(statements / SHARE.organizations)));
  const topics = names("topic", "Topic", Math.max(10, Math.floor(statements / SHARE.topics)));
  const documents = Array.from({ length: Math.max(5, Math.floor(statements / SHARE.documents)) }, (_, index) => documentRow(index, random));
  const relations: RelationRow[] = people.flatMap((person) => memberOf(person, organizations, random));
  for (const document of documents)
    relations.push(link("PUBLISHED_BY", ["Document", document.id], entityEnd(organizations, random.skewed(organizations.length))));
  const nodes: NodeRow[] = [...people, ...organizations, ...topics, ...documents];
  for (let index = 0; index < statements; index++) addStatement(index, { nodes, relations, people, topics, documents, random });
  return { nodes, relations };
}

function names(prefix: string, label: string, count: number): NodeRow[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${label} ${WORDS[index % WORDS.length]} ${index}`;
    const id = `${prefix}:bench-${index}`;
    return {
      labels: ["Entity", label],
      id,
      properties: { ...origin(), name, aliases: [], namesFolded: foldedNames([name]), nameKey: `${foldText(name)}${KEY_SEPARATOR}${id}` },
    };
  });
}

function origin(): Record<string, CypherValue> {
  return { dataset: DATASET, recordedAt: RECORDED };
}

function documentRow(index: number, random: Random): NodeRow {
  const id = `document:bench/d${index}`;
  const date = dateOf(random);
  return {
    labels: ["Document"],
    id,
    properties: {
      ...origin(),
      title: `Document ${index}`,
      titleFolded: `document ${index}`,
      genre: "NEWS",
      ...dated("publishedAt", "publishedKey", date, id),
    },
  };
}

function dateOf(random: Random): number {
  return Date.UTC(2010, 0, 1) + random.below(5000) * 86_400_000;
}

/** A day as the seeder stores it: as written, its first and last instant, and the key that sorts by it. */
function dated(property: string, key: string, day: number, id: string): Record<string, CypherValue> {
  return {
    [property]: new Date(day).toISOString().slice(0, 10),
    [`${property}Earliest`]: day,
    [`${property}Latest`]: day + 86_399_999,
    [key]: `${sortableInstant(day)}${KEY_SEPARATOR}${id}`,
  };
}

function memberOf(person: NodeRow, organizations: readonly NodeRow[], random: Random): RelationRow[] {
  return [link("MEMBER_OF", ["Entity", person.id], entityEnd(organizations, random.skewed(organizations.length)))];
}

function entityEnd(rows: readonly NodeRow[], index: number): [string, string] {
  return ["Entity", rows[index]?.id ?? ""];
}

function link(type: string, from: [string, string], to: [string, string], properties: Record<string, CypherValue> = {}): RelationRow {
  return {
    type,
    from: { label: from[0], id: from[1] },
    to: { label: to[0], id: to[1] },
    properties: { ...properties, key: "bench", dataset: DATASET },
  };
}

interface Building {
  readonly nodes: NodeRow[];
  readonly relations: RelationRow[];
  readonly people: readonly NodeRow[];
  readonly topics: readonly NodeRow[];
  readonly documents: readonly NodeRow[];
  readonly random: Random;
}

function addStatement(index: number, { nodes, relations, people, topics, documents, random }: Building): void {
  const id = `statement:bench/s${index}`;
  const text = Array.from({ length: 8 + random.below(20) }, () => WORDS[random.skewed(WORDS.length, 0.5)]).join(" ");
  const day = dateOf(random);
  nodes.push({
    labels: ["Statement"],
    id,
    properties: {
      ...origin(),
      text,
      textFolded: text,
      language: "en",
      ...dated("saidAt", "saidKey", day, id),
      recordedKey: `${RECORDED}${KEY_SEPARATOR}${id}`,
    },
  });
  const reportId = `report:bench/s${index}.d`;
  relations.push(
    link("ATTRIBUTED_TO", ["Statement", id], entityEnd(people, random.skewed(people.length)), { rank: "PREFERRED", reportIds: [reportId] }),
  );
  const about = new Set([random.skewed(topics.length), random.skewed(topics.length)]);
  for (const topic of about)
    relations.push(link("ABOUT", ["Statement", id], entityEnd(topics, topic), { stance: random.next() < 0.5 ? "FAVOUR" : "AGAINST" }));
  if (random.next() < 0.3) relations.push(link("ABOUT", ["Statement", id], entityEnd(people, random.skewed(people.length))));
  nodes.push({
    labels: ["Report"],
    id: reportId,
    properties: {
      ...origin(),
      type: "DIRECT",
      text,
      textFolded: text,
      sourceKind: "NAMED",
      cue: "said",
      cueFolded: "said",
      ...dated("reportedAt", "reportedKey", day, reportId),
    },
  });
  relations.push(link("REPORTS", ["Report", reportId], ["Statement", id]));
  relations.push(link("IN_DOCUMENT", ["Report", reportId], ["Document", documents[random.below(documents.length)]?.id ?? ""]));
}
