/** The keys of statements in the order of time between two parameters; null where it is open. */
export interface StretchNode {
  readonly aboveParameter: string | null;
  readonly belowParameter: string | null;
}
