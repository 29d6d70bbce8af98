import type { CurrentIds } from "../../compiler/draft";
import { formerId, givenUpId } from "../../model/former-id";
import type { RequestContext } from "../request/request-context";

/** Kept in the graph when two records turned out to be one: the id that was given up, behind a prefix, and that of the one that remained. */
const FORMER = "MATCH (f:FormerId) WHERE f.id IN $p_ids RETURN f.id AS former, f.entityId AS id";
const LIVING = "MATCH (e:Entity) WHERE e.id IN $p_ids RETURN e.id AS id";
/** What stood for an id may have been given up itself since, in another corpus; so far such a chain is followed. */
const MAX_STEPS = 8;

/**
 * Those of the ids that were given up, with the ids of what stands for them now. Where another corpus has a thing by the id that one gave up, it
 * names that thing.
 */
export async function readCurrentIds(ids: readonly string[], engine: Pick<RequestContext["engine"], "read">): Promise<CurrentIds> {
  const next = new Map<string, string>();
  let asked = ids;
  for (let step = 0; step < MAX_STEPS && asked.length > 0; step++) {
    const found = await readNext(asked, engine);
    for (const [id, to] of found) next.set(id, to);
    asked = [...new Set(found.values())].filter((id) => !next.has(id));
  }
  return new Map([...next.keys()].map((id) => [id, lastOf(id, next)]));
}

/** One step of each. */
async function readNext(ids: readonly string[], engine: Pick<RequestContext["engine"], "read">): Promise<Map<string, string>> {
  const read = (text: string, p_ids: readonly string[]): ReturnType<typeof engine.read> => engine.read({ text, parameters: { p_ids } });
  const rows = await read(FORMER, ids.map(formerId));
  if (rows.length === 0) return new Map();
  const found = new Map(rows.map(({ former, id }) => [givenUpId(former as string) ?? "", id as string]));
  for (const { id } of await read(LIVING, [...found.keys()])) found.delete(id as string);
  return found;
}

/** Two corpora may have given up one for the other: each id is passed once. */
function lastOf(id: string, next: ReadonlyMap<string, string>): string {
  const passed = new Set<string>();
  let last = id;
  for (let to = next.get(last); to !== undefined && !passed.has(to); to = next.get(last)) {
    passed.add(to);
    last = to;
  }
  return last;
}
