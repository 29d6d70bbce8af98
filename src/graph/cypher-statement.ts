/** A value that both engines store alike: text, boolean, finite number, null, and lists and maps of these. */
export type CypherValue = null | boolean | number | string | readonly CypherValue[] | { readonly [key: string]: CypherValue };

/** One statement of the portable dialect. Values travel as parameters, never as text; every name starts with `p`. */
export interface CypherStatement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, CypherValue>>;
}

/** One row of an answer, by column name. Whole numbers are numbers, dates are texts. */
export type GraphRecord = Readonly<Record<string, CypherValue>>;
