import type { Cell } from "../readers/table-row";

/** A value as a mapping writes it: text with blanks to fill in, such as `Governor of <state | unslug>`. */
export interface Template {
  readonly parts: readonly (string | Blank)[];
  /** Names the template and its place in mapping.yaml, for faults of rows. */
  readonly number: number;
}

/** `<a or b | function argument | function>`: the first of the names that is not empty, passed through the functions. */
export interface Blank {
  readonly names: readonly ColumnName[];
  readonly calls: readonly Call[];
}

/** A column, a variable, or a field within either: `term.start`. */
export interface ColumnName {
  readonly whole: string;
  readonly steps: readonly string[];
}

export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly run: TemplateFunction;
}

/** What a function is given beside its value. */
export interface CallScope {
  /** One table of `lookups`; undefined where the mapping has none of that name. */
  readonly lookup: (name: string) => Lookup | undefined;
}

/** A small table: rows by key. */
export interface Lookup {
  readonly name: string;
  find(key: string): Readonly<Record<string, Cell>> | undefined;
  /** Of the column that a lookup without a column means. */
  readonly only?: string;
  /** Those that every row has, where they are known. */
  readonly columns?: ReadonlySet<string>;
}

/** Whether one is there by this name, or holds a field of it. */
export function hasColumn(columns: ReadonlySet<string>, name: string): boolean {
  return columns.has(name) || columns.has(name.split(".", 1)[0] ?? "");
}

/** @throws RowProblem where the value cannot be understood */
export type TemplateFunction = (value: Cell, args: readonly string[], scope: CallScope) => Cell;

/** What is wrong with one row's value, in words, without its place. */
export class RowProblem extends Error {}

/** A key that a lookup does not have; `default` behind it takes its place. */
export class NotFound extends RowProblem {}

/** Text of nothing but blanks, an empty list, and a list of such. */
export function isEmpty(value: Cell | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) ? value.every((each) => isEmpty(each as Cell)) : false;
}

/** A list as it is, a text or map as a list of one, nothing as none. */
export function asList(value: Cell): readonly Cell[] {
  if (Array.isArray(value)) return value as readonly Cell[];
  return isEmpty(value) ? [] : [value];
}
