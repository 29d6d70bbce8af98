import type { CurrentIds } from "../../compiler/draft";
import type { RequestContext } from "./request-context";

/** Kept in the graph when two records turned out to be one: the id that was given up, behind a prefix, and that of the one that remained. */
const FORMER = "MATCH (f:FormerId) WHERE f.id IN $p_ids RETURN f.id AS former, f.entityId AS id";
const LIVING = "MATCH (e:Entity) WHERE e.id IN $p_ids RETURN e.id AS id";
const PREFIX = "former:";

/**
 * Those of the ids that were given up, with the ids of what stands for them now. Where another corpus has a thing by the id that one gave up, it
 * names that thing.
 */
export async function readCurrentIds(ids: readonly string[], engine: Pick<RequestContext["engine"], "read">): Promise<CurrentIds> {
  const read = (text: string, asked: readonly string[]): ReturnType<typeof engine.read> =>
    engine.read({ text, parameters: { p_ids: asked } });
  const rows = await read(
    FORMER,
    ids.map((id) => PREFIX + id),
  );
  if (rows.length === 0) return new Map();
  const current = new Map(rows.map(({ former, id }) => [(former as string).slice(PREFIX.length), id as string]));
  for (const { id } of await read(LIVING, [...current.keys()])) current.delete(id as string);
  return current;
}
