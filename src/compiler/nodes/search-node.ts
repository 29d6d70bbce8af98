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
  /** Whether candidates from several branches are gathered and laid out again before they are tested (`Dialect.testsAllRows`). */
  readonly isGathered: boolean;
  readonly wanted: SearchTests;
  /** None in the plain forms. */
  readonly unwanted: SearchTests | null;
  /**
   * Where the nodes differ in language, so that their own stemmer says which pattern is theirs: the one whose pattern is that of all for which
   * there is no other. Null where they do not differ.
   */
  readonly plainStemmer: string | null;
  /** Where there are entities: parameters with what was typed, as a name; who is called that comes first. */
  readonly exactParameters: readonly string[];
  /** How many things are wanted; all must occur, and of nothing at all nothing is found. */
  readonly countParameter: string;
  /** But where fewer nodes than this have all of them, any is enough; null where one thing alone is wanted. */
  readonly fewParameter: string | null;
  /** What each thing found is worth beside its weight, so that a node without one of them comes behind all that have them; null where there is one. */
  readonly bonusParameter: string | null;
  /** For a page that an index gives in its order. */
  readonly walk: SearchWalk | null;
  /** Carries how well a node fits, a whole number, where somebody wants it. */
  readonly scoreAlias: string | null;
  /** For a page of what fits best, of one word or phrase. */
  readonly best: BestWords | null;
}

/** When a page is read along the index that gives its order: on the way, enough comes by of what is frequent. */
export interface SearchWalk {
  /** So many nodes are looked at in any case; of the commonest words a page is full by then. */
  readonly soonParameter: string;
  /** From so many hits on the walk goes on; else all hits are looked at. */
  readonly frequentParameter: string;
}

/** Where a page of the best is looked for first: if it is filled by a tier, nothing that fits less well can be on it. */
export interface BestWords {
  /**
   * From the highest down. For each branch a call that binds the level's variable to all that reach the tier, or a higher one; null
   * where nothing is kept.
   */
  readonly tiers: readonly { readonly calls: readonly (string | null)[] }[];
  /** The same as one call, of the tier whose number a variable holds; null where several labels are searched, or calls take no variables. */
  readonly ofTier: { readonly tier: string; readonly call: string } | null;
  /** A list: a score that nothing has, and the least score of each tier. */
  readonly scoresParameter: string;
}

/** What a hit shows besides its rows: its score, and the texts in which the words are to be marked. */
export interface HitNode {
  /** Null where nobody asks for it. */
  readonly scoreAlias: string | null;
  /** Properties of the node; empty where nothing is to be marked. */
  readonly fields: readonly string[];
}
