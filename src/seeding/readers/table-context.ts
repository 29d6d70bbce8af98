import type { Fault } from "../faults/fault";
import type { FaultName } from "../faults/fault-codes";
import type { Cell, TableRow } from "./table-row";

/** A line and column, each from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a reader knows of the file that it reads, and where it reports what is wrong in it. */
export interface TableContext {
  /** As faults name it. */
  readonly file: string;
  /** Cells that every row of this file has, such as `file.name`. */
  readonly fileCells: Readonly<Record<string, string>>;
  readonly onFault: (fault: Fault, row?: TableRow) => void;
}

/** Takes a file's text piece by piece, cut anywhere; each call gives the rows that are complete by then. */
export interface TableParser {
  push(text: string): TableRow[];
  end(): TableRow[];
  /** Nothing further of this file can be read; its fault is reported. */
  readonly stopped: boolean;
}

/** No line, and no cell in quotes, is longer; what is, has lost its end. In characters. */
export const MAX_ROW = 10_000_000;

/** The last column of a rejects file, and the field of one in JSON. Readers leave both out, so that a mended file loads as it is. */
export const REJECT_COLUMN = "reject reason";
export const REJECT_FIELD = "rejectReason";

export function reportFault(context: TableContext, place: Place, name: FaultName, message: string, row?: TableRow): void {
  context.onFault({ file: context.file, line: place.line, column: place.column, code: `SEED_${name}`, message }, row);
}

/** A row that finds the places of its cells in its own text, once somebody asks. */
export class TextRow implements TableRow {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly cells: Readonly<Record<string, Cell>>,
    readonly raw: string,
    private readonly locate: (row: TextRow, column: string) => Place,
    readonly head?: string,
  ) {}

  placeOf(column: string): Place {
    return this.locate(this, column);
  }
}

/** Sets a cell of any name; assigned in the plain way, `__proto__` would vanish. */
export function setCell(cells: Record<string, Cell>, name: string, value: Cell): void {
  if (name === "__proto__") Object.defineProperty(cells, name, { value, enumerable: true, configurable: true, writable: true });
  else cells[name] = value;
}
