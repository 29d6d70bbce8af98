/** What a cell holds: text as the file has it (also numbers and `true`), or lists and maps of that from formats that nest. */
export type Cell = string | readonly Cell[] | { readonly [name: string]: Cell };

/** One row of a table, or one record, document or annotation of a format that has no tables. */
export interface TableRow {
  /** As faults name it. */
  readonly file: string;
  /** From 1: the line where the row begins. */
  readonly line: number;
  /** By the column's name; an empty cell is the empty text. Names of the file itself begin with `file.`, such as `file.name`. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Where a cell begins, from 1; of a cell that has no place of its own, where the row begins. */
  placeOf(column: string): { readonly line: number; readonly column: number };
  /** The row as it stands in the file, without its end of line: what a rejects file repeats. */
  readonly raw: string;
  /** The lines in front of the first row (skipped ones and the header), as they stand: what a rejects file begins with. */
  readonly head?: string;
}
