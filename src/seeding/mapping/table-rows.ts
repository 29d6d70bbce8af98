import type { Fault } from "../faults/fault";
import { readTable } from "../files/open-table";
import type { SeenFiles } from "../files/seen-files";
import type { TableRow } from "../readers/table-row";
import { EmptyFiles } from "./empty-files";
import { fillRow } from "./fill-row";
import type { FilledRow, FillOptions } from "./fill-row";
import { loadLookups } from "./load-lookups";
import type { Mapping, TablePlan } from "./mapping";
import { MissingColumns } from "./missing-columns";

export interface TableRowsOptions {
  readonly mapping: Mapping;
  /** Rows of each table that are read; all unless given. */
  readonly limit?: number;
  /** Rows that turned out to be bad before, and are no part of the table now. */
  readonly isLeftOut?: (row: TableRow) => boolean;
}

/** The rows of a corpus's tables, filled in; whoever needs them again reads them again. */
export class TableRows {
  /** A table has more rows than were to be read. */
  isCut = false;
  private lookups: FillOptions["lookups"] = new Map();

  constructor(
    private readonly options: TableRowsOptions,
    /** What the files were that were read before for the same load. */
    private readonly files: SeenFiles,
  ) {}

  /** Loads what the mapping looks words up in; before that, nothing is found there. */
  async open(faults: Fault[]): Promise<void> {
    this.lookups = await loadLookups(this.options.mapping, faults, this.files);
  }

  fill(table: TablePlan, row: TableRow, refer: FillOptions["refer"]): FilledRow | undefined {
    return fillRow(table, row, { mapping: this.options.mapping, lookups: this.lookups, refer });
  }

  /** @param onFault takes what is wrong with a table, and with rows that cannot be read */
  async *read(
    refer: FillOptions["refer"],
    onFault: (fault: Fault, row: TableRow | undefined, table: TablePlan) => void,
  ): AsyncGenerator<readonly [TablePlan, FilledRow]> {
    const { mapping, limit = Infinity } = this.options;
    for (const table of mapping.tables) {
      let count = 0;
      let faults = 0;
      const missing = new MissingColumns(table);
      const empty = new EmptyFiles(table);
      const told = (fault: Fault, bad: TableRow | undefined): void => {
        if (empty.takes(fault)) return;
        faults += 1;
        onFault(fault, bad, table);
      };
      for await (const row of readTable(table.source, told, this.files)) {
        if ((count += 1) > limit) {
          this.isCut = true;
          break;
        }
        missing.look(row);
        if (this.options.isLeftOut?.(row)) continue;
        const filled = this.fill(table, row, refer);
        if (filled !== undefined) yield [table, filled];
      }
      for (const fault of [...missing.faults(mapping.path), ...empty.faults(mapping.path, count, faults)]) onFault(fault, undefined, table);
    }
  }
}
