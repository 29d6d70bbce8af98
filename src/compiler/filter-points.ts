/** Points of what counts within what counts: the inner one looks anew at all that hangs on each thing that the outer one looks at. */
const WITHIN = 50;
/** What a demand says of all that lies behind it, so that all of it is looked at; `some` stops at the first, and long ways of it are walked node by node. */
const OF_ALL = ["every", "none", "count"] as const;

/**
 * What a filter costs beside the rows that it is for: next to nothing, unless it counts within what it counts. Of a filter as it is given;
 * where it stands does not matter, nor its values.
 */
export function filterPoints(filter: unknown): number {
  if (typeof filter !== "object" || filter === null) return 0;
  const inner = Object.values(filter).reduce<number>((sum, each) => sum + filterPoints(each), 0);
  return isOfAll(filter) ? 1 + WITHIN * inner : inner;
}

function isOfAll(demand: object): boolean {
  const given: Readonly<Record<string, unknown>> = { ...demand };
  return OF_ALL.some((name) => given[name] !== null && given[name] !== undefined);
}
