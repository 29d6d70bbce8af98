import { BEST_SHARES, shareOf } from "../model/relevance";

/** The engines and this machine may differ in the last digits of a share: what is in doubt is kept. */
const ROUNDING = 1e-6;

/**
 * The stems for which a text is among the best, in the order in which they occur, each with the number of the highest of
 * `BEST_SHARES` that it reaches; a page of the best is looked for among these first. They are the tiers of Manning, Raghavan and Schütze,
 * Introduction to Information Retrieval (2008), 7.2.1, with thresholds that depend on the text alone, so that what is left out is known to
 * fit less well.
 * @param searchText as `indexedText` gives it
 * @returns such as `war2 peace0`; null where there are none
 */
export function bestWords(searchText: string): string | null {
  const times = new Map<string, number>();
  for (const stem of searchText.split(/[ \n]+/)) if (stem !== "") times.set(stem, (times.get(stem) ?? 0) + 1);
  // Code points, of which there are fewest: the engines need not agree with each other on what a character is.
  const length = [...searchText].length;
  const best = [...times].flatMap(([stem, count]) => {
    const tier = tierOf(shareOf(count, length));
    return tier < 0 ? [] : [bestWord(stem, tier)];
  });
  return best.length === 0 ? null : best.join(" ");
}

/** A stem as it is kept for a text that reaches a tier: letters and digits alone, as the engines want their words. */
export function bestWord(stem: string, tier: number): string {
  return `${stem}${String(tier)}`;
}

function tierOf(share: number): number {
  return BEST_SHARES.filter((least) => share >= least - ROUNDING).length - 1;
}
