import type { BestWords } from "../../nodes/search-node";
import { printCall } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { printCandidates, printTested } from "./print-candidates";
import type { Case, SearchPlace } from "./print-candidates";

/** The tier that tells whether others are worth asking: the last but one. What nobody has there is rare. */
const TELLING = -2;

/**
 * The page is filled by a tier of what is kept as the best for the word, or else all that has the word is looked at. The first nodes of the
 * tiers, as many as a page holds, tell which tier that is: each is taken from the tier that its score lies in, and from no other. To ask an
 * index takes longer than to look at all that has a rare word, so that of several tiers one is asked first whether it has anything.
 */
export function printBestFirst(place: SearchPlace, best: BestWords, next: NextName): string[] {
  const { level, search, beyond } = place;
  const { imports, page, variable } = level;
  const [some, hits, tier] = [next("q"), next("q"), best.ofTier?.tier ?? next("i")];
  const [score, limit] = [search.scoreAlias ?? "", page?.limitParameter ?? ""];
  const all = search.branches.map(({ calls }) => calls.all);
  // Where nothing is kept apart, all that has the word stands in each tier.
  const kept = best.tiers.map(({ calls }) => calls.map((call, index) => call ?? all[index] ?? null));
  const telling = kept.at(TELLING) ?? null;
  const [guard, known] = telling === null ? [null, []] : [`${some} > 0`, [some]];
  const lies = `${score} < $${best.scoresParameter}[${tier}] AND ${score} >= $${best.scoresParameter}[${tier} + 1]`;
  const first = printCall(
    [...imports, ...known],
    [
      ...printOfTiers(place, best, { kept, guard, known, tier }),
      ...printTested(place, null, [variable, tier]),
      `WITH ${variable}, ${tier}, ${score}`,
      `WHERE ${[lies, ...beyond].join(" AND ")}`,
      `WITH ${variable}, ${tier} LIMIT $${limit}`,
      `RETURN count(${variable}) AS ${hits}, max(${tier}) AS ${tier}`,
    ],
  );
  const found = [hits, tier];
  const isFull = `${hits} >= $${limit}`;
  const filling = best.ofTier
    ? [{ calls: [best.ofTier.call], guard: isFull, hits: found }]
    : kept.map((calls, index) => ({ calls, guard: `${isFull} AND ${tier} = ${String(index)}`, hits: found }));
  const cases = [...filling, { calls: all, guard: `${hits} < $${limit}`, hits: found }];
  return [
    ...(telling === null ? [] : [printWhetherAny(place, telling, some)]),
    first,
    ...printCandidates(place, cases),
    ...printTested(place, null, [variable]),
  ];
}

interface Tiers {
  readonly kept: readonly Case["calls"][];
  /** In force for all of them. */
  readonly guard: string | null;
  readonly known: readonly string[];
  readonly tier: string;
}

/** Tier by tier, each told with its number: an engine that reads no more rows than are wanted asks no more tiers, either. */
function printOfTiers(place: SearchPlace, { ofTier }: BestWords, { kept, guard, known, tier }: Tiers): string[] {
  if (ofTier === null)
    return printCandidates(
      place,
      kept.map((calls, index) => ({ calls, guard, hits: known, tells: { value: String(index), as: tier } })),
    );
  const numbers = `range(0, ${String(kept.length - 1)})`;
  return [
    `UNWIND ${guard === null ? numbers : `CASE WHEN ${guard} THEN ${numbers} ELSE [] END`} AS ${tier}`,
    ...printCandidates(place, [{ calls: [ofTier.call], guard: null, hits: [] }]),
  ];
}

/** Whether a tier has anything at all. */
function printWhetherAny(place: SearchPlace, calls: Case["calls"], some: string): string {
  const { imports, variable } = place.level;
  const candidates = printCandidates(place, [{ calls, guard: null, hits: [] }]);
  return printCall(imports, [...candidates, `WITH ${variable} LIMIT 1`, `RETURN count(${variable}) AS ${some}`]);
}
