import type { CypherStatement } from "../../src/graph/cypher-statement";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { nodeRow, relationRow } from "../../src/seeding/node-row";

const DATASET = "dataset:skew";
const RECORDED = "2026-01-01T00:00:00.000Z";
export const STATEMENTS = 3000;

/** Topic and speaker of a statement, by its number. */
export const topicOf = (index: number): string => (index % 150 === 7 || index % 400 === 9 ? "topic:rare" : "topic:busy");
export const speakerOf = (index: number): string => (index % 150 === 7 || index % 500 === 3 ? "person:rare" : "person:prolific");

function write(label: string, id: string, properties: Record<string, string>): CypherStatement {
  const { properties: stored } = nodeRow({ label, id, properties }, DATASET, RECORDED);
  const merge = label === "Statement" ? "Statement" : "Entity";
  return { text: `MERGE (n:${merge} {id: $p_id}) SET n:${label}, n += $p_row`, parameters: { p_id: id, p_row: stored } };
}

/** A graph with one busy topic and one prolific speaker, and one of each with a handful of statements. */
export async function loadSkewedGraph(engine: GraphEngine): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  const entities = [
    ["Topic", "topic:rare", "Rare topic"],
    ["Topic", "topic:busy", "Busy topic"],
    ["Person", "person:rare", "Rarely Heard"],
    ["Person", "person:prolific", "Always Talking"],
  ] as const;
  await engine.write(entities.map(([label, id, name]) => write(label, id, { name })));
  const rows = Array.from({ length: STATEMENTS }, (_, index) => {
    const id = `statement:skew/s${index}`;
    const saidAt = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      id,
      topic: topicOf(index),
      speaker: speakerOf(index),
      row: nodeRow({ label: "Statement", id, properties: { text: `Words ${index}`, saidAt } }, DATASET, RECORDED).properties,
    };
  });
  const about = relationRow({ type: "ABOUT", from: "", to: "", key: "about", properties: {} }, DATASET).properties;
  const said = relationRow({ type: "ATTRIBUTED_TO", from: "", to: "", key: "said", properties: { rank: "PREFERRED" } }, DATASET).properties;
  for (let at = 0; at < rows.length; at += 1000) {
    const text = `UNWIND $p_rows AS row MERGE (s:Statement {id: row.id}) SET s += row.row
WITH s, row MATCH (t:Entity {id: row.topic}) MATCH (p:Entity {id: row.speaker})
MERGE (s)-[a:ABOUT {key: 'about'}]->(t) SET a += $p_about MERGE (s)-[b:ATTRIBUTED_TO {key: 'said'}]->(p) SET b += $p_said`;
    await engine.write([{ text, parameters: { p_rows: rows.slice(at, at + 1000), p_about: about, p_said: said } }]);
  }
}
