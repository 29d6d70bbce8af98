import { REJECT_FIELD, reportFault, setCell, TextRow } from "./table-context";
import type { Place, TableContext } from "./table-context";
import type { Cell, TableRow } from "./table-row";

/** One record of a format that nests, with what is known of its place. */
export interface FoundRecord {
  readonly cell: Cell;
  /** Where it begins. */
  readonly place: Place;
  readonly raw: string;
  /** Of a map of records. */
  readonly key?: string;
  readonly locate: (column: string) => Place | undefined;
}

/** Makes rows of records, and counts them. */
export class RecordRows {
  private count = 0;

  /** @param advice what to do where something else stands than a record */
  constructor(
    private readonly context: TableContext,
    private readonly advice = "name the place of the records with recordsAt: (recordsAt: . for a file that is one record)",
  ) {}

  /** A record is a map; under a key of a map of records a list of them may stand, each of which is a row then. */
  add(record: FoundRecord): TableRow[] {
    if (isMap(record.cell)) return [this.row(record.cell, record)];
    if (Array.isArray(record.cell) && record.key !== undefined && record.cell.every(isMap)) {
      return (record.cell as { readonly [name: string]: Cell }[]).map((each) => this.row(each, { ...record, locate: () => undefined }));
    }
    const message = `expected a record (a map of fields), got ${Array.isArray(record.cell) ? "a list" : `"${shorten(record.cell as string)}"`}; ${this.advice}`;
    reportFault(this.context, record.place, "SHAPE", message, this.broken(record.raw, record.place));
    return [];
  }

  /** What could not be read, for the rejects. */
  broken(raw: string, place: Place): TableRow {
    return this.row({}, { cell: {}, place, raw, locate: () => undefined });
  }

  private row(fields: { readonly [name: string]: Cell }, { place, raw, key, locate }: FoundRecord): TableRow {
    const cells: Record<string, Cell> = {};
    for (const name in fields) if (name !== REJECT_FIELD) setCell(cells, name, fields[name] ?? "");
    const isReject = Object.hasOwn(fields, REJECT_FIELD);
    // A rejected record has the name of the file that it came from, of which its slug may be made.
    for (const name in this.context.fileCells) if (!isReject || !(name in cells)) cells[name] = this.context.fileCells[name] ?? "";
    this.count += 1;
    cells["file.number"] = String(this.count);
    if (key !== undefined) cells["file.key"] = key;
    return new TextRow(this.context.file, place.line, cells, raw, (_row, column) => locate(column) ?? place);
  }
}

function isMap(cell: Cell): cell is { readonly [name: string]: Cell } {
  return typeof cell === "object" && !Array.isArray(cell);
}

function shorten(text: string): string {
  return text.length > 40 ? `${[...text].slice(0, 40).join("")}…` : text;
}
