/**
 * How well a text fits a word: the word's share of what it could have, by how often it occurs for the length of the text. It is the
 * saturation of BM25 (Robertson and Zaragoza 2009), without rarity, which would change with every load and leave cursors behind:
 * `f / (f + BASE + PER_CHARACTER * length)`, above 0 and below 1.
 */
export const SATURATION = { base: 0.3, perCharacter: 0.006 } as const;

/** What a whole word is worth before its share is added; beginnings count less, and misspellings least. */
export const WEIGHTS = { phrase: 2, prefix: 1.5, fuzzy: 1 } as const;

/** A score of 1 as the engines carry it: whole numbers compare alike on every engine. */
export const SCORE_UNIT = 1_000_000;

/**
 * From the first of these shares on a text is among the best for a word: of the sentences of the UN General Debates that hold one of
 * their commonest words, 1 to 2 in 100 are, which are short ones, and those that repeat it. Each further share leaves some tenth of
 * them, so that of a word that occurs a hundred times as often about as many stand above the second next.
 */
export const BEST_SHARES = [0.62, 0.7, 0.76, 0.82] as const;

/** @param length of the whole text as it is stored, in characters */
export function shareOf(times: number, length: number): number {
  return times / (times + SATURATION.base + SATURATION.perCharacter * length);
}
