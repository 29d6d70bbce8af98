import type { DraftNode, DraftRelation, DraftValue } from "../src/seeding/draft/draft";
import { Random } from "./random";
import { personName, sentence, thingName } from "./words";

/** A part of the made-up world: its nodes stand before any relation that leads to them. */
export interface GraphBatch {
  readonly nodes: readonly DraftNode[];
  readonly relations: readonly DraftRelation[];
}

/** How many statements there are for each of these. */
const SHARE = { people: 35, organizations: 500, topics: 700, places: 1000, documents: 5 } as const;
const STATEMENTS_PER_BATCH = 2500;
const NODES_PER_BATCH = 10_000;
export const CORPUS = "bench";
/** Changes with what is generated, so that a graph kept from an earlier version is not taken for this one. */
export const GENERATOR_VERSION = 4;

interface World {
  readonly people: number;
  readonly organizations: number;
  readonly topics: number;
  readonly places: number;
  readonly documents: number;
  readonly random: Random;
}

/**
 * A world with the skew of real speakers, batch by batch: whatever its size, one batch is in memory at a time.
 * @param statements how many; everything else is in proportion. The same seed gives the same graph.
 */
export function* generateGraph(statements: number, seed = 1): Generator<GraphBatch> {
  const part = (share: number, least: number): number => Math.max(least, Math.floor(statements / share));
  const world: World = {
    people: part(SHARE.people, 60),
    organizations: part(SHARE.organizations, 5),
    topics: part(SHARE.topics, 10),
    places: part(SHARE.places, 10),
    documents: part(SHARE.documents, 5),
    random: new Random(seed),
  };
  yield* inBatches(world.organizations, NODES_PER_BATCH, (index) => things("Organization", index));
  yield* inBatches(world.topics, NODES_PER_BATCH, (index) => things("Topic", index));
  yield* inBatches(world.places, NODES_PER_BATCH, (index) => placeOf(index));
  yield* inBatches(world.people, NODES_PER_BATCH, (index) => personOf(index, world));
  yield* inBatches(world.documents, NODES_PER_BATCH, (index) => documentOf(index, world));
  yield* inBatches(statements, STATEMENTS_PER_BATCH, (index) => statementOf(index, world));
}

function* inBatches(count: number, size: number, make: (index: number) => GraphBatch): Generator<GraphBatch> {
  for (let from = 0; from < count; from += size) {
    const parts = Array.from({ length: Math.min(size, count - from) }, (_, index) => make(from + index));
    yield { nodes: parts.flatMap(({ nodes }) => nodes), relations: parts.flatMap(({ relations }) => relations) };
  }
}

/** The id of an entity: numbers near 0 come up most. */
export function entityId(label: string, index: number): string {
  return `${label.toLowerCase()}:bench-${String(index)}`;
}

function node(label: string, id: string, properties: Record<string, DraftValue>): DraftNode {
  return { label, id, properties };
}

function link(type: string, from: string, to: string, properties: Record<string, DraftValue> = {}): DraftRelation {
  return { type, from, to, key: CORPUS, properties };
}

function things(label: string, index: number): GraphBatch {
  const name = thingName(label, index);
  const description = `One of the ${label.toLowerCase()}s that were made up for the benchmark.`;
  return { nodes: [node(label, entityId(label, index), { name, aliases: [`${label} no. ${String(index)}`], description })], relations: [] };
}

function placeOf(index: number): GraphBatch {
  const properties = { name: thingName("Town", index), latitude: (index % 120) - 60 + 0.5, longitude: (index % 340) - 170 + 0.25 };
  return { nodes: [node("Place", entityId("Place", index), { ...properties, countryCode: index % 3 === 0 ? "FR" : "DE" })], relations: [] };
}

function personOf(index: number, { organizations, random }: World): GraphBatch {
  const id = entityId("Person", index);
  const name = personName(index);
  const aliases = index % 4 === 0 ? [`${name.charAt(0)}. ${name.slice(name.indexOf(" ") + 1)}`] : [];
  const known: Record<string, DraftValue> = index % 3 === 0 ? { wikidataId: `Q${String(1_000_000 + index)}` } : {};
  const membership = link("MEMBER_OF", id, entityId("Organization", random.skewed(organizations)));
  return {
    nodes: [node("Person", id, { name, aliases, description: `Speaker number ${String(index)}.`, ...known })],
    relations: [membership],
  };
}

function documentOf(index: number, { organizations, random }: World): GraphBatch {
  const id = documentId(index);
  const properties = {
    title: `Document ${String(index)}`,
    url: `https://news.example/${String(index)}`,
    genre: "NEWS",
    language: "en",
    publishedAt: dayOf(random),
  };
  return {
    nodes: [node("Document", id, properties)],
    relations: [link("PUBLISHED_BY", id, entityId("Organization", random.skewed(organizations)))],
  };
}

const documentId = (index: number): string => `document:bench/d${String(index)}`;
const statementId = (index: number): string => `statement:bench/s${String(index)}`;

/** One of 5,000 days from 2010 on. */
function dayOf(random: Random): string {
  return new Date(Date.UTC(2010, 0, 1) + random.below(5000) * 86_400_000).toISOString().slice(0, 10);
}

function statementOf(index: number, world: World): GraphBatch {
  const { random } = world;
  const [id, reportId] = [statementId(index), `report:bench/s${String(index)}.d`];
  const [text, day] = [sentence(random), dayOf(random)];
  return {
    nodes: [
      node("Statement", id, { text, language: "en", saidAt: day, speechAct: random.next() < 0.8 ? "ASSERT" : "DEMAND" }),
      node("Report", reportId, { type: "DIRECT", text, sourceKind: "NAMED", cue: "said", reportedAt: day }),
    ],
    relations: [
      ...attributions(id, reportId, world),
      ...subjects(id, world),
      ...circumstances(id, index, world),
      link("REPORTS", reportId, id),
      link("IN_DOCUMENT", reportId, documentId(random.below(world.documents))),
    ],
  };
}

/** The favoured speaker, and now and then another candidate. */
function attributions(id: string, reportId: string, { people, random }: World): DraftRelation[] {
  const speaker = random.skewed(people);
  const favoured = link("ATTRIBUTED_TO", id, entityId("Person", speaker), { rank: "PREFERRED", reportIds: [reportId] });
  if (random.next() >= 0.05) return [favoured];
  const other = (speaker + 1 + random.below(people - 1)) % people;
  return [favoured, link("ATTRIBUTED_TO", id, entityId("Person", other), { rank: "NORMAL", probability: 0.25 })];
}

/** One or two topics, and in three of ten a person. */
function subjects(id: string, { topics, people, random }: World): DraftRelation[] {
  const about = [...new Set([random.skewed(topics), random.skewed(topics)])].map((topic) =>
    link("ABOUT", id, entityId("Topic", topic), { stance: random.next() < 0.5 ? "FAVOUR" : "AGAINST" }),
  );
  if (random.next() < 0.3) about.push(link("ABOUT", id, entityId("Person", random.skewed(people))));
  return about;
}

/** Whom it mentions, where it was said, and which earlier statement it answers. */
function circumstances(id: string, index: number, { people, places, random }: World): DraftRelation[] {
  const relations: DraftRelation[] = [];
  if (random.next() < 0.3) relations.push(link("MENTIONS", id, entityId("Person", random.skewed(people))));
  if (random.next() < 0.4) relations.push(link("SAID_IN", id, entityId("Place", random.skewed(places))));
  if (index > 0 && random.next() < 0.1) {
    const kind = random.next() < 0.5 ? "DENIES" : "SUPPORTS";
    relations.push(link("RESPONDS_TO", id, statementId(Math.max(0, index - 1 - random.below(5000))), { kind }));
  }
  return relations;
}
