import type { GraphEngine } from "../../graph/engine";
import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "../../model/spoke-about";
import { areTotalsWhole } from "../stored/are-totals-whole";
import { asText } from "../stored/read-graph-state";
import type { SeedSession } from "./seed-session";

const SPEAKERS_PER_BATCH = 200;
/** A label in front, so that an index has them in order. */
const NEXT = `MATCH (p:Entity) WHERE p.id > $p_after AND EXISTS { (p)-[:${SPOKE_ABOUT}|${SPOKE_ABOUT_TOTAL}]->() }
WITH p ORDER BY p.id LIMIT $p_limit RETURN p.id AS id ORDER BY id`;
const FORGET = `UNWIND $p_rows AS row MATCH (p:Entity {id: row.id})-[t:${SPOKE_ABOUT_TOTAL}]->() DELETE t`;
const COUNT = `UNWIND $p_rows AS row MATCH (p:Entity {id: row.id})-[r:${SPOKE_ABOUT}]->(b)
WITH p, b, count(r) AS total CREATE (p)-[t:${SPOKE_ABOUT_TOTAL} {statements: total}]->(b)`;

/**
 * Counts all pairs of speaker and thing anew where their totals are not those of what lies between them: an earlier version of Quoth has loaded the
 * graph, or somebody changed it by hand. From then on, loads keep them. Broken off, it is done again by the next load.
 */
export async function restoreTotals(
  engine: Pick<GraphEngine, "read">,
  session: SeedSession,
  onNote?: (text: string) => void,
): Promise<void> {
  if (await areTotalsWhole(engine)) return;
  onNote?.(
    "Counting anew how often each speaker spoke about each thing, since the graph has other numbers; half a minute for a million statements.",
  );
  let p_after = "";
  for (let full = true; full; ) {
    const rows = await engine.read({ text: NEXT, parameters: { p_after, p_limit: SPEAKERS_PER_BATCH } });
    const parameters = { p_rows: rows.map((row) => ({ id: asText(row["id"]) })) };
    if (rows.length > 0) await session.write([FORGET, COUNT].map((text) => ({ text, parameters })));
    full = rows.length === SPEAKERS_PER_BATCH;
    p_after = asText(rows[rows.length - 1]?.["id"]);
  }
}
