import type { CypherValue } from "../src/graph/cypher-statement";
import type { GraphEngine } from "../src/graph/engine";
import { ONTOLOGY } from "../src/model/ontology";
import type { GeneratedGraph, NodeRow, RelationRow } from "./generate-graph";

const BATCH = 5000;

/** Writes a generated graph as it is, past the seeder, into an empty engine. */
export async function loadGraph(engine: GraphEngine, graph: GeneratedGraph): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  for (const [labels, rows] of group(graph.nodes, (row) => row.labels.join(":"))) {
    await inBatches(
      engine,
      `UNWIND $p_rows AS row MERGE (n:${labels.split(":")[0]} {id: row.id}) SET n:${labels}, n += row.properties`,
      rows.map(nodeParameters),
    );
  }
  for (const [shape, rows] of group(graph.relations, (row) => `${row.from.label} ${row.type} ${row.to.label}`)) {
    const [from, type, to] = shape.split(" ");
    const text = `UNWIND $p_rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) MERGE (a)-[r:${type} {key: row.properties.key}]->(b) SET r += row.properties`;
    await inBatches(engine, text, rows.map(relationParameters));
  }
}

function nodeParameters(row: NodeRow): CypherValue {
  return { id: row.id, properties: row.properties };
}

function relationParameters(row: RelationRow): CypherValue {
  return { from: row.from.id, to: row.to.id, properties: row.properties };
}

async function inBatches(engine: GraphEngine, text: string, rows: readonly CypherValue[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await engine.write([{ text, parameters: { p_rows: rows.slice(at, at + BATCH) } }]);
}

function group<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const of = groups.get(key);
    if (of) of.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
