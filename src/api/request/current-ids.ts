import type { CurrentIds } from "../../compiler/draft";
import type { RequestContext } from "./request-context";

/** Kept in the graph when two records turned out to be one: the id that was given up, behind a prefix, and that of the one that remained. */
const FORMER = "MATCH (f:FormerId) WHERE f.id IN $p_former RETURN f.id AS former, f.entityId AS id";
const PREFIX = "former:";

/** Those of the ids that were given up, with the ids of what stands for them now. */
export async function readCurrentIds(ids: readonly string[], engine: Pick<RequestContext["engine"], "read">): Promise<CurrentIds> {
  const rows = await engine.read({ text: FORMER, parameters: { p_former: ids.map((id) => PREFIX + id) } });
  return new Map(rows.map(({ former, id }) => [(former as string).slice(PREFIX.length), id as string]));
}
