import type { Fault } from "../../../src/seeding/faults/fault";
import type { TableContext, TableParser } from "../../../src/seeding/readers/table-context";
import type { TableRow } from "../../../src/seeding/readers/table-row";

export interface Parsed {
  readonly rows: TableRow[];
  readonly faults: Fault[];
  readonly rejected: TableRow[];
  /** `line:column CODE`, as short as a test wants it. */
  readonly places: string[];
}

/** Collects what a reader reports. */
export function collectFaults(): { context: TableContext; faults: Fault[]; rejected: TableRow[] } {
  const faults: Fault[] = [];
  const rejected: TableRow[] = [];
  const onFault = (fault: Fault, row?: TableRow): void => {
    faults.push(fault);
    if (row !== undefined) rejected.push(row);
  };
  return { context: { file: "t.txt", fileCells: { "file.name": "t" }, onFault }, faults, rejected };
}

/** Feeds a text to a parser in pieces of a size; with 1, every cut falls once between any two characters. */
export function parsePieces(make: (context: TableContext) => TableParser, text: string, size = text.length): Parsed {
  const { context, faults, rejected } = collectFaults();
  const parser = make(context);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, size)) rows.push(...parser.push(text.slice(at, at + Math.max(1, size))));
  rows.push(...parser.end());
  return { rows, faults, rejected, places: faults.map(shortFault) };
}

export const shortFault = ({ line, column, code }: Fault): string => `${String(line)}:${String(column)} ${code}`;

/** The cells of a row without those of its file. */
export function ownCells(row: TableRow | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row?.cells ?? {}).filter(([name]) => !name.startsWith("file.")));
}
