import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import type { DraftNode, DraftRelation } from "../../src/seeding/draft/draft";
import { writeChunk } from "./write-chunk";

const DATASET = "dataset:long";
const DAYS = 120;
/** Among the days of spring 2020: what is longer, or not dated at all. */
const LONGER = ["2020", "2019", "201X", "200X", "2019-11/2020-02", "2020-03", "2020-02-28/2020-03-02", "2020-03-01/2020-03-20"];
export const OPEN_START = "../2020-03-10";
export const OPEN_END = "2018-05/..";

export interface LongDated {
  readonly id: string;
  /** Null where nobody knows. */
  readonly saidAt: string | null;
  readonly speaker: string;
  readonly topic: string;
}

/** One statement of each day, and for each date that is longer one of each of two speakers, and two that have no date. */
export function longDated(others: readonly string[]): LongDated[] {
  const days = Array.from({ length: DAYS }, (_, index) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10));
  return [...days, ...[...LONGER, ...others, null].flatMap((date) => [date, date])].map((saidAt, index) => ({
    id: `statement:long/s${String(index)}`,
    saidAt,
    speaker: `person:${index % 2 === 0 ? "even" : "odd"}`,
    topic: `topic:${index % 3 === 0 ? "third" : "other"}`,
  }));
}

/** Loads them as the seeder stores them. */
export async function loadLongDated(engine: GraphEngine, statements: readonly LongDated[]): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  const named = ["person:even", "person:odd", "topic:third", "topic:other"].map((id): DraftNode => {
    return { label: id.startsWith("person") ? "Person" : "Topic", id, properties: { name: id } };
  });
  await writeChunk(engine, DATASET, { nodes: named, relations: [] });
  await writeChunk(engine, DATASET, { nodes: statements.map(nodeOf), relations: statements.flatMap(relationsOf) });
}

function nodeOf({ id, saidAt }: LongDated): DraftNode {
  return { label: "Statement", id, properties: { text: "Words of spring", ...(saidAt === null ? {} : { saidAt }) } };
}

function relationsOf({ id: from, speaker, topic }: LongDated): DraftRelation[] {
  return [
    { type: "ABOUT", from, to: topic, key: "about", properties: {} },
    { type: "ATTRIBUTED_TO", from, to: speaker, key: "said", properties: { rank: "PREFERRED" } },
  ];
}
