import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import type { DraftNode, DraftRelation } from "../../src/seeding/draft/draft";
import { writeChunk } from "./write-chunk";

const DATASET = "dataset:skew";
export const STATEMENTS = 3000;

/** Topic and speaker of a statement, by its number. */
export const topicOf = (index: number): string => (index % 150 === 7 || index % 400 === 9 ? "topic:rare" : "topic:busy");
export const speakerOf = (index: number): string => {
  if (index % 60 === 11) return `person:once-${Math.floor(index / 60)}`;
  return index % 150 === 7 || index % 500 === 3 ? "person:rare" : "person:prolific";
};
/** More speakers than are counted, each of whom was heard once. */
export const HEARD_ONCE = Array.from({ length: STATEMENTS / 60 }, (_, index) => `person:once-${index}`);

/**
 * A graph with one busy topic and one prolific speaker, one of each with a handful of statements, and many who were heard once, as the
 * seeder stores it.
 */
export async function loadSkewedGraph(engine: GraphEngine): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  const entities = [
    ["Topic", "topic:rare", "Rare topic"],
    ["Topic", "topic:busy", "Busy topic"],
    ["Person", "person:rare", "Rarely Heard"],
    ["Person", "person:prolific", "Always Talking"],
    ...HEARD_ONCE.map((id): [string, string, string] => ["Person", id, "Heard Once"]),
  ] as const;
  await writeChunk(engine, DATASET, { nodes: entities.map(entityOf), relations: [] });
  for (let at = 0; at < STATEMENTS; at += 1000) {
    const indices = Array.from({ length: 1000 }, (_, index) => at + index);
    await writeChunk(engine, DATASET, { nodes: indices.map(statementOf), relations: indices.flatMap(relationsOf) });
  }
}

/** Documents of which nothing but the year is known, one for each year of a thousand. */
export async function loadDatedByYear(engine: GraphEngine): Promise<void> {
  const nodes = Array.from({ length: 1000 }, (_, index): DraftNode => {
    const properties = { title: `Year ${String(index)}`, publishedAt: String(1000 + index), url: urlOf(1000 + index) };
    return { label: "Document", id: `document:skew/d${String(index)}`, properties };
  });
  await writeChunk(engine, DATASET, { nodes, relations: [] });
}

/** The address of the document of a year, and the Wikidata item of the entity of a place in the list: each is that of one thing. */
export const urlOf = (year: number): string => `https://news.example/${String(year)}`;
export const itemOf = (place: number): string => `Q${String(place + 1)}`;

function entityOf([label, id, name]: readonly [string, string, string], place: number): DraftNode {
  return { label, id, properties: { name, wikidataId: itemOf(place) } };
}

const idOf = (index: number): string => `statement:skew/s${index}`;

function statementOf(index: number): DraftNode {
  const saidAt = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
  return { label: "Statement", id: idOf(index), properties: { text: `Words ${index}`, saidAt } };
}

function relationsOf(index: number): DraftRelation[] {
  const from = idOf(index);
  return [
    { type: "ABOUT", from, to: topicOf(index), key: "about", properties: {} },
    { type: "ATTRIBUTED_TO", from, to: speakerOf(index), key: "said", properties: { rank: "PREFERRED" } },
  ];
}
