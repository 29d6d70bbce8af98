import { statSync } from "node:fs";
import path from "node:path";
import { CannotRun } from "../errors";
import { RejectsFolder } from "../seeding/rejects-folder";
import type { TableOptions } from "../seeding/validate-rows";
import { plural, say } from "./output";

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
  private readonly rejects = new Map<string, RejectsFolder>();
  /** Rows that were left out. */
  private rejected = 0;

  /** @throws CannotRun for an option that cannot be understood */
  constructor(private readonly flags: TableFlags) {
    for (const each of flags.data) {
      const folder = each.slice(each.indexOf("=") + 1);
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new CannotRun(`--data ${each}: no folder. Name the folder that holds the tables.`);
    }
    if (flags.limit !== undefined) checkRows("--limit", flags.limit);
  }

  optionsFor(corpusFolder: string): Omit<TableOptions, "known"> {
    const { data, limit, skipBad } = this.flags;
    const own =
      data.find((each) => each.startsWith(`${corpusFolder}=`))?.slice(corpusFolder.length + 1) ?? data.find((each) => !each.includes("="));
    return {
      ...(own !== undefined && { dataFolder: own }),
      ...(limit !== undefined && { limit: Number(limit) }),
      ...(skipBad !== undefined && this.leaveOut(path.join(skipBad, path.basename(path.resolve(corpusFolder))), own ?? corpusFolder)),
    };
  }

  /**
   * Puts the rejects files where they belong, and says what was left out: never in silence.
   * @param isFaultless with faults it may be that not all rows were read
   */
  async close(isFaultless: boolean): Promise<void> {
    const files: string[] = [];
    const removed: string[] = [];
    for (const folder of this.rejects.values()) {
      const written = await folder.close(isFaultless && this.flags.limit === undefined);
      files.push(...written.files);
      removed.push(...written.removed);
    }
    if (this.rejected > 0) say(`${plural(this.rejected, "row")} left out; with the reason beside each in ${inWords(files)}`);
    if (removed.length > 0) say(`Removed what was rejected before and is not any more: ${inWords(removed)}`);
  }

  private leaveOut(folder: string, dataFolder: string): Pick<TableOptions, "onBadRow"> {
    const rejects = this.rejects.get(folder) ?? new RejectsFolder(folder, dataFolder);
    this.rejects.set(folder, rejects);
    return {
      onBadRow: (row, faults, table) => {
        this.rejected += 1;
        rejects.add(row, faults, table);
      },
    };
  }
}

const SHOWN = 5;

function inWords(files: readonly string[]): string {
  const more = files.length - SHOWN;
  return `${files.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${plural(more, "more file")}` : ""}`;
}

/** @throws CannotRun where the value of an option is no number of rows */
export function checkRows(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new CannotRun(`${option} wants a number of rows, 1 or more, got "${value}".`);
  return Number(value);
}
