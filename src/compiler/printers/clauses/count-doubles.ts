import type { NextName } from "./print-condition";

/**
 * The same statement where rows that are the same are counted instead of left out: `WITH DISTINCT a, b` as `WITH a, b, count(*) AS …`. On the embedded
 * engine the first takes the longer for each row, the longer a list is that stands beside it, and of what a subquery returns it sees no more than
 * 2,048 rows. A few that are cut at once (`LIMIT`) are left as they are: nothing behind them is looked at. A line is one clause and holds no value of a
 * caller.
 */
export function countDoubles(text: string, next: NextName): string {
  return text.replace(
    /^( *)WITH DISTINCT (?!.* LIMIT )(.+)$/gm,
    (_, indent: string, names: string) => `${indent}WITH ${names}, count(*) AS ${next("z")}`,
  );
}
