import { BEST_SHARE, shareOf } from "../model/relevance";

/** The engines and this machine may differ in the last digits of a share: what is in doubt is kept. */
const ROUNDING = 1e-6;

/**
 * The stems for which a text is among the best, in the order in which they occur; a page of the best is looked for
 * among these first. It is the champion list of Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008), 7.1.3, with a
 * threshold that depends on the text alone, so that what is left out is known to fit less well.
 * @param searchText as `indexedText` gives it
 * @returns null where there are none
 */
export function bestWords(searchText: string): string | null {
  const times = new Map<string, number>();
  for (const stem of searchText.split(/[ \n]+/)) if (stem !== "") times.set(stem, (times.get(stem) ?? 0) + 1);
  // Code points, of which there are fewest: the engines need not agree with each other on what a character is.
  const length = [...searchText].length;
  const best = [...times].filter(([, count]) => shareOf(count, length) >= BEST_SHARE - ROUNDING).map(([stem]) => stem);
  return best.length === 0 ? null : best.join(" ");
}
