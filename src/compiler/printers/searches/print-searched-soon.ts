import type { BestWords } from "../../nodes/search-node";
import { printCall, printUnion } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { printFirst } from "./print-along-order";
import { casesOf, hitsOf, printCandidates, printTested } from "./print-candidates";
import type { Few, SearchPlace } from "./print-candidates";
import { ownWords, printScored } from "./print-search-tests";

/**
 * A page of hits with a demand that is asked of all of them together: it is looked for among those that are likely to be on it, and where
 * these do not fill it among all. Most such demands hold for much; one that holds for next to nothing would be asked of one hit after the other.
 * @returns null where nothing tells which are likely to be on it
 */
export function printSearchedSoon(place: SearchPlace, few: Few | null, next: NextName): string[] | null {
  const { level, search } = place;
  const { variable, imports, page } = level;
  const likely = printLikely(place, few);
  if (likely === null || page === null) return null;
  const soon = next("w");
  const outer = [...imports, ...hitsOf(few)];
  const [isFull, isShort] = [">=", "<"].map((sign) => `size(${soon}) ${sign} $${page.limitParameter ?? ""}`);
  const cases = casesOf(search, few).map((each) => ({
    ...each,
    guard: [isShort, ...(each.guard === null ? [] : [each.guard])].join(" AND "),
    hits: [...each.hits, soon],
  }));
  const unscored = { ...place, search: { ...search, scoreAlias: null } };
  const returns = `RETURN ${variable}`;
  const found = printUnion(
    [...outer, soon],
    [
      [`WITH ${soon} WHERE ${isFull ?? ""}`, `UNWIND ${soon} AS ${variable}`, returns],
      [...printCandidates(place, cases, hitsOf(few)), ...printTested(unscored, few, [variable]), returns],
    ],
  );
  const first = printCall(outer, [...likely, `RETURN collect(${variable}) AS ${soon}`]);
  return [first, found, ...printScored(search, variable, [variable], ownWords(variable))];
}

/** The page among the first of its order, or among what is kept as the best for the word. */
function printLikely(place: SearchPlace, few: Few | null): string[] | null {
  const { best, walk } = place.search;
  if (best !== null) return printBest(place, best);
  return walk === null ? null : printFirst(place, walk, few);
}

/** Nothing that is not in the last of the tiers fits as well as what is. */
function printBest(place: SearchPlace, { tiers, scoresParameter }: BestWords): string[] {
  const { level, search, page } = place;
  const all = search.branches.map(({ calls }) => calls.all);
  const kept = (tiers.at(-1)?.calls ?? []).map((call, index) => call ?? all[index] ?? null);
  const score = search.scoreAlias ?? "";
  return [
    ...printCandidates(place, [{ calls: kept, guard: null, hits: [] }]),
    ...printTested(place, null, [level.variable]),
    `WITH ${level.variable}, ${score}`,
    `WHERE ${score} >= $${scoresParameter}[${String(tiers.length)}]`,
    ...page(null).lines,
  ];
}
