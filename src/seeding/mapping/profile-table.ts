import type { Cell, TableRow } from "../readers/table-row";
import { shortHash } from "../wording/short-hash";

/** Beyond this many values a column is said to have "more than". */
const MOST_DISTINCT = 20_000;
const LONGEST = 60;
/** In front of the hash of a long value. */
const HASH_SIGN = "\0";

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
      const [key, count] = [...values].reduce<[string, number]>((most, each) => (each[1] > most[1] ? each : most), ["", 1]);
      const [value = ""] = key.split(HASH_SIGN);
      yield { name, empty: this.rows - filled, distinct: values.size, isMore, ...(count > 1 && { most: { value, count } }) };
    }
  }

  private addCell(name: string, cell: Cell): void {
    const text = typeof cell === "string" ? cell.trim() : JSON.stringify(cell);
    const column = this.columns.get(name) ?? { filled: 0, values: new Map<string, number>(), isMore: false };
    this.columns.set(name, column);
    if (text === "" || text === "[]" || text === "{}") return;
    column.filled += 1;
    const key = keyOf(text);
    const before = column.values.get(key);
    if (before === undefined && column.values.size >= MOST_DISTINCT) column.isMore = true;
    else column.values.set(key, (before ?? 0) + 1);
  }
}

/** A long value is not kept whole: its beginning, and a hash that tells it from others that begin alike. */
function keyOf(text: string): string {
  const beginning = [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("");
  return beginning.length === text.length ? text : `${beginning}${HASH_SIGN}${shortHash(text)}`;
}
