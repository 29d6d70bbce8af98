import type { Fault } from "../faults/fault";
import type { FaultName } from "../faults/fault-codes";
import { SourceFile } from "../readers/source-file";
import type { TableRow } from "../readers/table-row";
import type { Mapping, TablePlan } from "./mapping";

const LONGEST_KEPT = 2000;
/** What a mapping can do about it. */
const ADVICE: Partial<Record<FaultName, string>> = {
  SLUG: "; <column | slug> makes one",
  DATE: "; <column | date DD.MM.YYYY> reads another order",
};

/**
 * A row as the place of faults. The offsets of its records are numbers of the mapping's templates: a fault stands at the cell
 * that the template names, and says which part of the mapping made it.
 */
export class RowFile extends SourceFile {
  constructor(
    readonly row: TableRow,
    readonly mapping: Pick<Mapping, "path" | "places">,
    readonly table?: TablePlan,
  ) {
    super(row.file, "");
  }

  /** The rows that it stands for: itself alone. */
  rows(): readonly RowFile[] {
    return [this];
  }

  /** The row whose fault it is. */
  ownerOf(_fault: Fault): RowFile {
    return this;
  }

  /**
   * The same place, to be kept while other rows are read. A long row is forgotten but for its line: a speech must not stay in
   * memory because it is the first to name somebody.
   */
  kept(): RowFile {
    const { raw, file, line, cells } = this.row;
    if (raw.length <= LONGEST_KEPT && Object.values(cells).every((cell) => typeof cell !== "string" || cell.length <= LONGEST_KEPT))
      return this;
    const number = cells["file.number"] ?? "";
    return new RowFile(
      { file, line, cells: { "file.number": number }, raw: "", placeOf: () => ({ line, column: 1 }) },
      this.mapping,
      this.table,
    );
  }

  override place(number: number): { line: number; column: number } {
    const cell = this.mapping.places[number]?.cell ?? "";
    // Of a field within a field, the outer one has a place.
    const known = [cell, cell.split(".", 1)[0] ?? ""].find((name) => Object.hasOwn(this.row.cells, name));
    return known === undefined ? { line: this.row.line, column: 1 } : this.row.placeOf(known);
  }

  override fault(number: number, name: FaultName, message: string): void {
    const { line, column } = this.mapping.places[number] ?? { line: 1, column: 1 };
    super.fault(number, name, `${message}${ADVICE[name] ?? ""} (as ${this.mapping.path}:${line}:${column} has it)`);
  }
}
