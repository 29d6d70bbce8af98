import type { Fault } from "../faults/fault";
import { didYouMean } from "../faults/nearest-name";
import { hasColumns } from "../files/table-source";
import type { TableRow } from "../readers/table-row";
import type { TablePlan } from "./mapping";

const SHOWN = 20;

/**
 * Looks which of the columns that a table's mapping names stand in none of its rows: a mistyped name would be empty in every
 * row, and what it stands for left out without a word.
 */
export class MissingColumns {
  private readonly missing: Set<TablePlan["columns"][number]>;
  private readonly known = new Set<string>();
  private rows = 0;
  private hasHeader = true;

  constructor(private readonly table: TablePlan) {
    this.missing = new Set(table.columns);
  }

  look({ cells, file }: TableRow): void {
    this.rows += 1;
    for (const column of this.missing) if (column.names.some((name) => Object.hasOwn(cells, name))) this.missing.delete(column);
    if (this.missing.size === 0) return;
    this.hasHeader &&= hasColumns(file, this.table.source);
    if (this.known.size < 1000) for (const name in cells) this.known.add(name);
  }

  /** Of records without a header, a field may be missing in all that there are: that is worth a note and no fault. */
  faults(path: string): Fault[] {
    if (this.rows === 0) return [];
    const known = [...this.known];
    const some = `; there are ${known.slice(0, SHOWN).join(", ")}${known.length > SHOWN ? " …" : ""}`;
    return [...this.missing].map(({ names: [name = ""], line, column }) => {
      const what = this.hasHeader ? "column" : "field";
      const message = `no row of the table "${this.table.name}" has the ${what} "${name}"${didYouMean(name, known) || some}`;
      return { file: path, line, column, code: this.hasHeader ? "SEED_NO_COLUMN" : "SEED_NO_FIELD", message };
    });
  }
}
