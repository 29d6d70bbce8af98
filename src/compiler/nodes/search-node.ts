/** One thing that is looked for, as a test of a node's stored words; the pattern travels in a parameter. */
export interface SearchTest {
  /** Words stand in `searchText` as they are, beginnings and misspellings are looked for among the unstemmed words. */
  readonly match: "phrase" | "prefix" | "fuzzy";
  /** A pattern, or a map from stemmer to pattern where the nodes of a label differ in language. */
  readonly parameter: string;
  readonly byStemmer: boolean;
  /** For `fuzzy`: pieces of the word of which each misspelling keeps one. */
  readonly piecesParameter: string | null;
}

/** How nodes of one label are found by words. */
export interface SearchBranch {
  /** Calls of the engine's index that bind the level's variable; null where every node has to be tested. */
  readonly calls: { readonly all: string | null; readonly any: string | null };
  readonly label: string;
  /** What the index knows by a wider label. */
  readonly narrow: string | null;
  readonly wanted: readonly SearchTest[];
  readonly unwanted: readonly SearchTest[];
  /** For entities: a parameter with the whole of what was typed, as a name; a name that equals it comes first. */
  readonly exactParameter: string | null;
}

/** What a level's nodes are searched for. */
export interface SearchNode {
  readonly branches: readonly SearchBranch[];
  /**
   * All must occur; but where fewer nodes than this parameter have all, any is enough. Null where one thing alone is wanted.
   */
  readonly fewParameter: string | null;
  /** Carries how well a node fits, a whole number, where somebody wants it. */
  readonly scoreAlias: string | null;
}

/** What a hit shows besides its rows: its score, and the texts in which the words are to be marked. */
export interface HitNode {
  readonly scoreAlias: string;
  /** Properties of the node; empty where nothing is to be marked. */
  readonly fields: readonly string[];
}
