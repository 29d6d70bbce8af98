import { printCall, printCandidates, printTested } from "./print-candidates";
import type { SearchPlace } from "./print-candidates";
import type { NextName } from "./print-condition";
import type { BestWords } from "./search-node";

/**
 * The page is filled by a tier of what is kept as the best for the word, or else all that has the word is looked at. The first nodes of the
 * tiers, as many as a page holds, tell which tier that is: each is taken from the tier that its score lies in, and from no other.
 */
export function printBestFirst(place: SearchPlace, best: BestWords, next: NextName): string[] {
  const { level, search, beyond } = place;
  const { imports, page, variable } = level;
  const [hits, tier, score, limit] = [next("q"), next("i"), search.scoreAlias ?? "", page?.limitParameter ?? ""];
  const all = search.branches.map(({ calls }) => calls.all);
  // Where nothing is kept apart, all that has the word stands in each tier.
  const kept = best.tiers.map(({ calls }) => calls.map((call, index) => call ?? all[index] ?? null));
  const lies = `${score} < $${best.scoresParameter}[${tier}] AND ${score} >= $${best.scoresParameter}[${tier} + 1]`;
  const first = printCall(imports, [
    ...printCandidates(
      place,
      kept.map((calls, index) => ({ calls, guard: null, hits: [], tells: `${String(index)} AS ${tier}` })),
    ),
    ...printTested(place, null, [variable, tier]),
    `WITH ${variable}, ${tier}, ${score}`,
    `WHERE ${[lies, ...beyond].join(" AND ")}`,
    `WITH ${variable}, ${tier} LIMIT $${limit}`,
    `RETURN count(${variable}) AS ${hits}, max(${tier}) AS ${tier}`,
  ]);
  const told = [hits, tier];
  const cases = [
    ...kept.map((calls, index) => ({ calls, guard: `${hits} >= $${limit} AND ${tier} = ${String(index)}`, hits: told })),
    { calls: all, guard: `${hits} < $${limit}`, hits: told },
  ];
  return [first, ...printCandidates(place, cases), ...printTested(place, null, [variable])];
}
