import { statSync } from "node:fs";
import path from "node:path";
import { CannotRun } from "../errors";
import type { Fault } from "../seeding/readers/fault";
import type { TableRow } from "../seeding/readers/table-row";
import type { TablePlan } from "../seeding/mapping/mapping";
import { formatOf } from "../seeding/table-source";
import type { TableOptions } from "../seeding/validate-rows";
import { plural, say } from "./output";
import { RejectsWriter } from "../seeding/write-rejects";

/** The options by which commands are told how to read tables. */
export interface TableFlags {
  /** `<folder>`, or `<corpus folder>=<folder>` where there are several corpora. */
  readonly data: readonly string[];
  readonly limit?: string;
  /** The folder that takes rejected rows. */
  readonly skipBad?: string;
}

/** How one command reads tables: where they lie, how many rows, and what becomes of bad ones. */
export class TableRun {
  private readonly writers = new Map<string, RejectsWriter>();
  private pending: Promise<void> = Promise.resolve();
  /** Rows that were left out. */
  rejected = 0;

  /** @throws CannotRun for an option that cannot be understood */
  constructor(private readonly flags: TableFlags) {
    for (const each of flags.data) {
      const folder = each.slice(each.indexOf("=") + 1);
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new CannotRun(`--data ${each}: no folder. Name the folder that holds the tables.`);
    }
    if (flags.limit !== undefined && !/^[1-9]\d*$/.test(flags.limit))
      throw new CannotRun(`--limit wants a number of rows, got "${flags.limit}".`);
  }

  optionsFor(corpusFolder: string): Omit<TableOptions, "known"> {
    const { data, limit, skipBad } = this.flags;
    const own =
      data.find((each) => each.startsWith(`${corpusFolder}=`))?.slice(corpusFolder.length + 1) ?? data.find((each) => !each.includes("="));
    return {
      ...(own !== undefined && { dataFolder: own }),
      ...(limit !== undefined && { limit: Number(limit) }),
      ...(skipBad !== undefined && {
        onBadRow: (row, faults, table) => this.reject(row, faults, path.join(skipBad, path.basename(corpusFolder)), table),
      }),
    };
  }

  /** Puts the rejects files where they belong. @returns their paths */
  async close(): Promise<string[]> {
    await this.pending;
    const files: string[] = [];
    for (const writer of this.writers.values()) files.push(...(await writer.close()));
    return files;
  }

  private reject(row: TableRow, faults: readonly Fault[], folder: string, { name, source }: TablePlan): void {
    this.rejected += 1;
    const target = path.join(folder, name);
    const writer = this.writers.get(target) ?? new RejectsWriter(target, formatOf(row.file, source) ?? "jsonl", source);
    this.writers.set(target, writer);
    const reason = faults.map(({ code, message }) => `${code} ${message}`).join("; ");
    this.pending = this.pending.then(() => writer.write(row, reason));
  }
}

/** Rows that were left out are never left out in silence. */
export function sayRejected(count: number, files: readonly string[]): void {
  if (count > 0) say(`${plural(count, "row")} left out; with the reason beside each in ${files.join(", ")}`);
}
