import type { Fault } from "../faults/fault";
import type { TablePlan } from "./mapping";

const CODE = "SEED_NO_ROWS";

/** What is said of a table, or of some of its files, that have no row: what they said when they were loaded before is taken back. */
export class EmptyFiles {
  private readonly found: Fault[] = [];

  constructor(private readonly table: TablePlan) {}

  /** @returns whether it is one of these; they are told together */
  takes(fault: Fault): boolean {
    if (fault.code !== CODE) return false;
    this.found.push(fault);
    return true;
  }

  /** Once all files were read. @param rows of all of them @param faults of other kinds */
  faults(mappingPath: string, rows: number, faults: number): Fault[] {
    if (rows === 0 && faults === 0) return [this.emptyTable(mappingPath)];
    const [first] = this.found;
    if (first === undefined) return [];
    const others = this.found.length - 1;
    const more = others === 0 ? "" : `, nor have others of the table "${this.table.name}" (${String(others)})`;
    return [{ ...first, message: `the file has no row${more}; look whether it is whole: what it said before is taken back` }];
  }

  /** A download that failed must not take everything back that was loaded before. */
  private emptyTable(mappingPath: string): Fault {
    const { name, place } = this.table;
    const message = `the files of the table "${name}" have no row; look whether they are whole, or take the table out`;
    return { file: mappingPath, ...place, code: "SEED_EMPTY", message };
  }
}
