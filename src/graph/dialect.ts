/** Words of which an index is asked for; each clause is met by any of its forms. */
export interface FullTextQuery {
  readonly mode: "all" | "any";
  readonly clauses: readonly FullTextClause[];
}

/** Words as they are to be found, of letters and digits alone. */
export type FullTextClause = { readonly forms: readonly string[] } & (
  | { readonly match: "word" | "prefix" }
  /** Up to so many letters may differ, as a regular expression says (`misspellingPattern`). */
  | { readonly match: "fuzzy"; readonly distance: number; readonly pattern: string }
);

/** Where the engines differ: what each can do, and the fragments that it wants worded its own way. */
export interface Dialect {
  /**
   * Whether a list sorted by an indexed property can be read in that order, and left off after a page; then relations are found by what they
   * hold, too.
   */
  readonly walksIndexInOrder: boolean;
  /** Whether an existence test in the conjunction behind a first MATCH is asked once, from its selective end, and not for each node. */
  readonly asksOnce: boolean;
  /** Whether rows that are the same are rather counted than left out by `WITH DISTINCT`. */
  readonly countsDoubles: boolean;
  /** Whether a condition takes however many rows a subquery returns. Where it does not, it fails from 65,536 on, and they have to be laid out again. */
  readonly testsAllRows: boolean;
  /**
   * The text that the engine's index by words is asked with. What it finds may be more than what is wanted, never less:
   * the statement tests each hit.
   * @returns null where the index cannot answer; then every node of the label has to be tested
   */
  searchText(query: FullTextQuery): string | null;
  /** Whether such a text may differ from row to row. */
  readonly callsTakeVariables: boolean;
  /** A call that binds `variable` to each hit of a searched label. @param text an expression: it travels in a parameter */
  printSearch(label: string, text: string, variable: string): string;
  /** The same over the words for which a node is among the best; of labels that have such words. */
  printBestSearch(label: string, text: string, variable: string): string;
}
