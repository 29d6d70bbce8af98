import type { GraphEngine } from "../../src/graph/engine";

const COUNTED = "MATCH (p:Entity)-[r:SPOKE_ABOUT]->(e:Entity) RETURN p.id AS speaker, e.id AS about, count(r) AS statements";
const TOTALS = "MATCH (p:Entity)-[r:SPOKE_ABOUT_TOTAL]->(e:Entity) RETURN p.id AS speaker, e.id AS about, r.statements AS statements";

/** How often each spoke about each: as it is kept, and as their statements tell, each in the same order. */
export async function pairTotals(engine: Pick<GraphEngine, "read">): Promise<{ kept: string[]; told: string[] }> {
  const rows = async (text: string): Promise<string[]> =>
    (await engine.read({ text, parameters: {} })).map((row) => JSON.stringify([row["speaker"], row["about"], row["statements"]])).sort();
  return { kept: await rows(TOTALS), told: await rows(COUNTED) };
}
