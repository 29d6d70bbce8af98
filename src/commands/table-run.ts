import { statSync } from "node:fs";
import path from "node:path";
import { CannotRun } from "../errors";
import { RejectsFolder } from "../seeding/rejects/rejects-folder";
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

  /**
   * @param folders those of the corpora that are given
   * @throws CannotRun for an option that cannot be understood, or is for no corpus that is given
   */
  constructor(
    private readonly flags: TableFlags,
    folders: readonly string[],
  ) {
    if (flags.data.filter((each) => readData(each).corpus === null).length > 1)
      throw new CannotRun("--data names several folders for all corpora. Name one, or write <corpus folder>=<folder> for each.");
    for (const each of flags.data) {
      const { corpus, folder } = readData(each);
      if (!isFolder(folder)) throw new CannotRun(`--data ${each}: no folder. Name the folder that holds the tables.`);
      if (corpus !== null && !folders.some((given) => isSame(given, corpus)))
        throw new CannotRun(
          `--data ${each}: "${corpus}" is no corpus that is given (${folders.join(", ")}). Name the corpus by its folder.`,
        );
    }
    if (flags.limit !== undefined) checkRows("--limit", flags.limit);
  }

  optionsFor(corpusFolder: string): Omit<TableOptions, "known"> {
    const { limit, skipBad } = this.flags;
    const data = this.flags.data.map(readData);
    const own = (data.find(({ corpus }) => corpus !== null && isSame(corpusFolder, corpus)) ?? data.find(({ corpus }) => corpus === null))
      ?.folder;
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

/** `<folder>`, or `<corpus folder>=<folder>`. */
function readData(text: string): { corpus: string | null; folder: string } {
  const at = text.indexOf("=");
  if (at < 0 || isFolder(text)) return { corpus: null, folder: text };
  return { corpus: text.slice(0, at), folder: text.slice(at + 1) };
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A corpus may be named by its folder, however that is written, or by the last part of it. */
function isSame(given: string, corpus: string): boolean {
  return path.resolve(given) === path.resolve(corpus) || path.basename(path.resolve(given)) === corpus;
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
