import type { LevelNode } from "../../nodes/level-node";

/** The number of the branch that walks the order index. */
export const WALK_BRANCH = 0;

/** The number of the branch that begins at a start, by the place of that; what is there besides comes behind them all. */
export function branchOf(place: number): number {
  return place + 1;
}

/** The number of the branch with the smallest start. */
export function printFewest(degrees: readonly string[]): string {
  const cases = degrees.slice(0, -1).map((degree, index) => {
    const others = degrees.flatMap((other, at) => (at === index ? [] : [`${degree} ${at < index ? "<" : "<="} ${other}`]));
    return `WHEN ${others.join(" AND ")} THEN ${branchOf(index)}`;
  });
  return cases.length === 0 ? String(branchOf(0)) : `CASE ${cases.join(" ")} ELSE ${branchOf(degrees.length - 1)} END`;
}

export function printLeast([first = "", ...others]: readonly string[]): string {
  return others.reduce((least, degree) => `CASE WHEN ${least} <= ${degree} THEN ${least} ELSE ${degree} END`, first);
}

/**
 * The number of the branch, or of the walk along the index. A walk meets a node that fulfils the filter every so often, where its
 * parts are independent, and goes on until the page is full. A join looks at every node that hangs on its start, and takes 0.7 to 1.2 times as
 * long for each (measured on a million statements, ADR 12, 2): what is even is joined, since a walk may have to go on for longer.
 * @param own the number of relations of the one whose index is walked: all that is met there fulfils that demand
 */
export function printChoice({ page }: LevelNode, degrees: readonly string[], own: string | null, total: string): string {
  const limit = page?.limitParameter ?? "";
  const least = printLeast(degrees);
  // With decimals: the product of four numbers may be beyond a whole one.
  const met = degrees.filter((degree) => degree !== own);
  const join = [`toFloat(${least})`, ...met].join(" * ");
  const walk = [`$${limit}`, ...met.map(() => `toFloat(${total})`)].join(" * ");
  return `CASE WHEN ${join} > ${walk} THEN ${WALK_BRANCH} ELSE ${printFewest(degrees)} END`;
}
