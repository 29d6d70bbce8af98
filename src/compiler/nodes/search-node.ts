/**
 * What is looked for, in parameters. There are three forms of text, however many words somebody types: one word or phrase,
 * which most ask for and is tested most quickly; several of them; and all that the syntax allows.
 */
export type SearchTests =
  | { readonly form: "one"; readonly phrase: string }
  | { readonly form: "several"; readonly phrases: string }
  | {
      readonly form: "all";
      /** Patterns of words and phrases, or, where the nodes differ in language, maps from stemmer to pattern. */
      readonly phrases: string;
      /** Patterns of beginnings. */
      readonly prefixes: string;
      /** Maps of `pattern`, a regular expression, and `pieces`, of which each misspelling keeps one. */
      readonly fuzzies: string;
    };

/** How nodes of one label are found by words. */
export interface SearchBranch {
  /** Calls of the engine's index that bind the level's variable; null where every node has to be tested. */
  readonly calls: { readonly all: string | null; readonly any: string | null };
  readonly label: string;
  /** What the index knows by a wider label. */
  readonly narrow: string | null;
}

/** What a level's nodes are searched for: candidates come from the branches, and all of them are tested and scored alike. */
export interface SearchNode {
  readonly branches: readonly SearchBranch[];
  readonly wanted: SearchTests;
  /** None in the plain forms. */
  readonly unwanted: SearchTests | null;
  /** Whether the nodes differ in language, so that their own stemmer says which pattern is theirs. */
  readonly byStemmer: boolean;
  /** Where there are entities: a parameter with the whole of what was typed, as a name; a name that equals it comes first. */
  readonly exactParameter: string | null;
  /** How many things are wanted; all must occur, and of nothing at all nothing is found. */
  readonly countParameter: string;
  /** But where fewer nodes than this have all of them, any is enough; null where one thing alone is wanted. */
  readonly fewParameter: string | null;
  /**
   * From so many hits on, a page that an index can give in its order is read along that index: on the way, enough of what
   * is so frequent comes by. Null where no index gives the order.
   */
  readonly frequentParameter: string | null;
  /** Carries how well a node fits, a whole number, where somebody wants it. */
  readonly scoreAlias: string | null;
  /** For a page of what fits best, of one word or phrase. */
  readonly best: BestWords | null;
}

/** Where a page of the best is looked for first: if it is filled by these, nothing else can be on it. */
export interface BestWords {
  /** For each branch a call that binds the level's variable to all that have at least the score; null where there is none. */
  readonly calls: readonly (string | null)[];
  readonly scoreParameter: string;
}

/** What a hit shows besides its rows: its score, and the texts in which the words are to be marked. */
export interface HitNode {
  readonly scoreAlias: string;
  /** Properties of the node; empty where nothing is to be marked. */
  readonly fields: readonly string[];
}
