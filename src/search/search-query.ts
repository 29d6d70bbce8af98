/** What somebody looks for, clause by clause. The words are folded; how they are stemmed depends on what is searched. */
export interface SearchQuery {
  /** At least one; empty where nothing but operators was typed, which finds nothing. */
  readonly wanted: readonly SearchClause[];
  /** What must not occur. */
  readonly unwanted: readonly SearchClause[];
  /** What is wanted as it was typed, without the signs that say how: it may be somebody's name. */
  readonly name: string;
}

export interface SearchClause {
  /** A word is a phrase of one. Of a phrase that is a beginning, or a misspelling, its last word is, and the others stand in front of it. */
  readonly match: "phrase" | "prefix" | "fuzzy";
  readonly words: readonly string[];
  /** For `fuzzy`: how many letters may be missing, added or exchanged. */
  readonly distance: number;
}
