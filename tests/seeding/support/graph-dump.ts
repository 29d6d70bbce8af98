import type { GraphRecord } from "../../../src/graph/cypher-statement";
import type { GraphEngine } from "../../../src/graph/engine";

/** Moments and random versions differ from run to run. */
const OF_THE_MOMENT = ["recordedAt", "recordedKey", "loadedAt", "changedAt", "retractedAt", "version"];

/** The whole graph as sorted lines, without what depends on when it was loaded: equal graphs have equal dumps. */
export async function graphDump(engine: GraphEngine): Promise<string[]> {
  const nodes = await engine.read({ text: "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties", parameters: {} });
  const relations = await engine.read({
    text: "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties",
    parameters: {},
  });
  return [
    ...nodes.filter(isData).map((row) => JSON.stringify([[...(row["labels"] as string[])].sort(), stable(row)])),
    ...relations.map((row) => JSON.stringify([row["source"], row["type"], row["target"], stable(row)])),
  ].sort();
}

function isData(row: GraphRecord): boolean {
  return !(row["labels"] as string[]).includes("SeedLock");
}

function stable(row: GraphRecord): [string, unknown][] {
  const entries = Object.entries(row["properties"] as Record<string, unknown>);
  return entries.filter(([name, value]) => !OF_THE_MOMENT.includes(name) && value !== null).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The properties of one node, whatever its labels. */
export async function nodeById(
  engine: GraphEngine,
  id: string,
): Promise<Readonly<Record<string, unknown>> & { readonly labels: string[] }> {
  const text = "MATCH (n) WHERE n.id = $p_id RETURN labels(n) AS labels, properties(n) AS properties";
  const rows = await engine.read({ text, parameters: { p_id: id } });
  if (rows.length !== 1) throw new Error(`${rows.length} nodes have the id ${id}.`);
  const [row] = rows;
  return { ...(row?.["properties"] as Record<string, unknown>), labels: [...(row?.["labels"] as string[])].sort() };
}
