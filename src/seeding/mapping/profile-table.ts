import type { Cell, TableRow } from "../readers/table-row";

/** Beyond this many values a column is said to have "more than". */
const MOST_DISTINCT = 20_000;
const LONGEST = 60;

export interface ColumnProfile {
  readonly name: string;
  readonly empty: number;
  /** Different values that are not empty; at most 20,000 are told apart. */
  readonly distinct: number;
  readonly isMore: boolean;
  /** The value that stands most often, where one stands twice. */
  readonly most?: { readonly value: string; readonly count: number };
}

/** What a table's columns hold: how many rows, empty cells, and values that repeat. */
export class TableProfile {
  rows = 0;
  private readonly columns = new Map<string, { filled: number; values: Map<string, number>; isMore: boolean }>();

  add({ cells }: TableRow): void {
    this.rows += 1;
    for (const name in cells) {
      if (!name.startsWith("file.")) this.addCell(name, cells[name] ?? "");
    }
  }

  *profiles(): Generator<ColumnProfile> {
    for (const [name, { filled, values, isMore }] of this.columns) {
      const [value, count] = [...values].reduce<[string, number]>((most, each) => (each[1] > most[1] ? each : most), ["", 1]);
      yield { name, empty: this.rows - filled, distinct: values.size, isMore, ...(count > 1 && { most: { value, count } }) };
    }
  }

  private addCell(name: string, cell: Cell): void {
    const text = typeof cell === "string" ? cell.trim() : JSON.stringify(cell);
    const column = this.columns.get(name) ?? { filled: 0, values: new Map<string, number>(), isMore: false };
    this.columns.set(name, column);
    if (text === "" || text === "[]" || text === "{}") return;
    column.filled += 1;
    const value = [...text.slice(0, 4 * LONGEST)].slice(0, LONGEST).join("");
    const before = column.values.get(value);
    if (before === undefined && column.values.size >= MOST_DISTINCT) column.isMore = true;
    else column.values.set(value, (before ?? 0) + 1);
  }
}
