import type { CypherStatement } from "../../src/graph/cypher-statement";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { nodeRow } from "../../src/seeding/stored/node-row";

const DATASET = "dataset:worded";
const RECORDED = "2026-01-01T00:00:00.000Z";
const STATEMENTS = 1500;

/** A statement by its number: every one says "harbor", once or more often, in texts of 4 to 60 words; every fifth says "harbor wall". */
export interface Worded {
  readonly id: string;
  readonly text: string;
  readonly saidAt: string;
}

export const WORDED: readonly Worded[] = Array.from({ length: STATEMENTS }, (_, index) => {
  const times = index % 13 === 0 ? 3 : index % 5 === 0 ? 2 : 1;
  const others = Array.from({ length: 3 + ((index * 7) % 55) }, (__, at) => `w${String((index + at) % 97)}`);
  const harbors = Array.from({ length: times }, (__, at) => (at === 0 && index % 5 === 0 ? "Harbor wall" : "harbor"));
  const saidAt = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
  return { id: `statement:worded/s${String(index)}`, text: [...harbors, ...others].join(" "), saidAt };
});

/** Statements that all have one word, and fit it more or less well. */
export async function loadWordedGraph(engine: GraphEngine): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  const rows = WORDED.map(({ id, text, saidAt }) => ({
    id,
    row: nodeRow({ label: "Statement", id, properties: { text, saidAt } }, DATASET, RECORDED).properties,
  }));
  for (let at = 0; at < rows.length; at += 500) await engine.write([writeOf(rows.slice(at, at + 500))]);
}

function writeOf(rows: CypherStatement["parameters"][string]): CypherStatement {
  return { text: "UNWIND $p_rows AS row MERGE (s:Statement {id: row.id}) SET s += row.row", parameters: { p_rows: rows } };
}
