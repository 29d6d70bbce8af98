import { REJECT_COLUMN, reportFault, setCell, TextRow } from "./table-context";
import type { Place, TableContext } from "./table-context";
import type { Cell, TableRow } from "./table-row";

/** How the cells of a table get their names. */
export interface TableShape {
  readonly header: boolean;
  /** Where there is no header, or in place of it. */
  readonly columns?: readonly string[];
  readonly skipLines: number;
  /** Spreadsheets leave empty cells at the end of a row out. */
  readonly mayBeShort?: boolean;
}

/** Where the cell of an index begins, in the text of a row that begins at a line. */
export type FindCell = (raw: string, line: number, index: number) => Place;

/** Makes rows of lists of cells: the first one, or the caller, names the columns; each further one must have as many. */
export class RowBuilder {
  private names: string[] | undefined;
  private readonly nameless = new Set<number>();
  /** Of a rejects file that is loaded again: one more column, which is left out. */
  private readonly reason: { at?: number } = {};
  private head = "";
  private headLine = 1;
  private headRaw = "";
  private count = 0;

  constructor(
    private readonly context: TableContext,
    private readonly shape: TableShape,
    private readonly find: FindCell,
  ) {}

  /** The next row is no header. */
  get hasNames(): boolean {
    return this.names !== undefined || !this.shape.header;
  }

  /** A line in front of the header. */
  skip(raw: string): void {
    this.head += `${raw}\n`;
  }

  /** @returns the row, or nothing where the cells were the header or do not fit it */
  add(cells: readonly string[], raw: string, line: number): TableRow | undefined {
    if (this.names === undefined && this.takesHeader(cells, raw, line)) return undefined;
    const names = this.names ?? [];
    this.count += 1;
    const row = this.row(names, cells, raw, line);
    return this.fits(names, cells, row) ? row : undefined;
  }

  /** A row that could not be cut into cells, for the rejects. Nothing where it is the header: a table without one is not a bad row less. */
  broken(raw: string, line: number): TableRow | undefined {
    if (!this.hasNames) return undefined;
    this.count += 1;
    return this.row([], [], raw, line);
  }

  private takesHeader(cells: readonly string[], raw: string, line: number): boolean {
    const { header, columns } = this.shape;
    if (header) {
      if (cells[cells.length - 1]?.trim() === REJECT_COLUMN) this.reason.at = cells.length - 1;
      this.head += raw;
      [this.headLine, this.headRaw] = [line, raw];
    } else this.head = this.head.replace(/\n$/, "");
    const written = columns ?? (header ? cells : cells.map((_, index) => `column ${String(index + 1)}`));
    this.names = this.checkNames(written.map((name) => name.trim()).filter((_, index) => index !== this.reason.at));
    return header;
  }

  private checkNames(names: readonly string[]): string[] {
    return names.map((name, index) => {
      const standIn = `column ${String(index + 1)}`;
      if (name === "") {
        this.nameless.add(index);
        return standIn;
      }
      const first = names.indexOf(name);
      if (first === index) return name;
      const message = `two columns are named "${name}", number ${String(first + 1)} and ${String(index + 1)}; rename one of them, or list the columns' names`;
      reportFault(this.context, this.headPlace(index), "COLUMN_NAME", message);
      return standIn;
    });
  }

  private headPlace(index: number): Place {
    return this.headRaw === "" || this.shape.columns ? { line: this.headLine, column: 1 } : this.find(this.headRaw, this.headLine, index);
  }

  private row(names: readonly string[], cells: readonly string[], raw: string, line: number): TableRow {
    const values: Record<string, Cell> = {};
    for (let index = 0; index < names.length; index += 1) setCell(values, names[index] ?? "", cells[index] ?? "");
    for (const name in this.context.fileCells) values[name] = this.context.fileCells[name] ?? "";
    values["file.number"] = String(this.count);
    return new TextRow(this.context.file, line, values, raw, this.locate, this.head === "" ? undefined : this.head);
  }

  private readonly locate = (row: TextRow, column: string): Place => {
    const index = this.names?.indexOf(column) ?? -1;
    return index < 0 ? { line: row.line, column: 1 } : this.find(row.raw, row.line, index);
  };

  private fits(names: readonly string[], cells: readonly string[], row: TableRow): boolean {
    if (this.nameless.size > 0) this.checkNameless(cells, row);
    const extra = this.reason.at === undefined ? 0 : 1;
    const got = cells.length - (this.hasReason(names, cells) ? 1 : 0);
    const wanted = names.length + extra;
    if (got === wanted) return true;
    if (this.shape.mayBeShort && (got < wanted || cells.slice(wanted).every((cell) => cell === ""))) return true;
    const at = got < wanted ? { line: row.line, column: 1 } : this.find(row.raw, row.line, wanted);
    const message = `expected ${String(wanted)} cells as ${this.shape.header ? "the header has" : "the list of columns has"}, got ${String(got)}; look for a separator too many or too few, or one inside a cell`;
    reportFault(this.context, at, "CELL_COUNT", message, row);
    return false;
  }

  /** Where no header says that the last cell is a reason, the cell itself does. */
  private hasReason(names: readonly string[], cells: readonly string[]): boolean {
    return !this.shape.header && cells.length === names.length + 1 && cells[names.length]?.startsWith(`${REJECT_COLUMN}: `) === true;
  }

  private checkNameless(cells: readonly string[], row: TableRow): void {
    for (const index of this.nameless) {
      if ((cells[index] ?? "").trim() === "") continue;
      this.nameless.delete(index);
      const number = String(index + 1);
      const message = `column ${number} has no name, and line ${String(row.line)} has a value in it; name it in the header or list the columns' names (it is called "column ${number}" until then)`;
      reportFault(this.context, this.headPlace(index), "COLUMN_NAME", message);
    }
  }
}
