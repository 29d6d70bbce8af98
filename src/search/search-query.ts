/** What somebody looks for, clause by clause. The words are folded; how they are stemmed depends on what is searched. */
export interface SearchQuery {
  /** At least one; empty where nothing but operators was typed, which finds nothing. */
  readonly wanted: readonly SearchClause[];
  /** What must not occur. */
  readonly unwanted: readonly SearchClause[];
}

export interface SearchClause {
  /** A word is a phrase of one; beginnings and misspellings have one word, too. */
  readonly match: "phrase" | "prefix" | "fuzzy";
  readonly words: readonly string[];
  /** For `fuzzy`: how many letters may be missing, added or exchanged. */
  readonly distance: number;
}
