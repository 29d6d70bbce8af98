import { readTable } from "../../../src/seeding/files/open-table";
import type { Fault } from "../../../src/seeding/faults/fault";
import type { TableRow } from "../../../src/seeding/readers/table-row";
import type { TableSource } from "../../../src/seeding/files/table-source";
import { shortFault } from "./parse-pieces";

export interface ReadAll {
  readonly rows: TableRow[];
  readonly faults: Fault[];
  readonly rejected: { readonly row: TableRow; readonly reason: string }[];
  readonly places: string[];
}

/** All rows of a source, and what was reported. */
export async function readAll(source: TableSource): Promise<ReadAll> {
  const faults: Fault[] = [];
  const rejected: { row: TableRow; reason: string }[] = [];
  const rows: TableRow[] = [];
  const onFault = (fault: Fault, row?: TableRow): void => {
    faults.push(fault);
    if (row !== undefined) rejected.push({ row, reason: fault.message });
  };
  for await (const row of readTable(source, onFault)) rows.push(row);
  return { rows, faults, rejected, places: faults.map(shortFault) };
}
