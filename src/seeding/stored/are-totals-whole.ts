import type { GraphEngine } from "../../graph/engine";
import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "../../model/spoke-about";

const TOLD = `MATCH ()-[r:${SPOKE_ABOUT}]->() RETURN count(r) AS total`;
const COUNTED = `MATCH ()-[r:${SPOKE_ABOUT_TOTAL}]->() RETURN coalesce(sum(r.statements), 0) AS total`;

/** Whether what is counted of pairs of speaker and thing comes to what lies between them. */
export async function areTotalsWhole(engine: Pick<GraphEngine, "read">): Promise<boolean> {
  const [told, counted] = [await engine.read({ text: TOLD, parameters: {} }), await engine.read({ text: COUNTED, parameters: {} })];
  return Number(told[0]?.["total"] ?? 0) === Number(counted[0]?.["total"] ?? 0);
}
