import { appendFile, copyFile, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Fault } from "../faults/fault";
import { leadsOut } from "../files/path-within";
import type { TableFormat, TableSource } from "../files/table-source";
import type { TableRow } from "../readers/table-row";

const FILE_FORMATS: readonly TableFormat[] = ["markdown", "text", "brat"];

/** Whether a file of the source is one record, or cannot be taken apart: then its name says what a row would not. */
export function isRejectedWhole(format: TableFormat, { records }: Pick<TableSource, "records">): boolean {
  return FILE_FORMATS.includes(format) || records === ".";
}

/**
 * Copies rejected files as they are, under the path that they have among the tables, so that they can be mended and put back, or
 * loaded by the same settings. The reasons stand beside each in `<name>.why`. Nothing is there before `close`.
 */
export class RejectedFiles {
  private readonly copied = new Set<string>();

  constructor(
    private readonly target: string,
    private readonly source: Pick<TableSource, "folder">,
  ) {}

  async write(row: TableRow, faults: readonly Fault[]): Promise<void> {
    const own = path.relative(this.source.folder, row.file);
    await this.copy(own);
    // Annotations are nothing without their text.
    const text = /\.ann(?:\.gz)?$/i.test(own) ? row.cells["file.path"] : undefined;
    if (typeof text === "string" && !leadsOut(this.source.folder, text)) await this.copy(text);
    const reasons = faults.map(({ line, column, code, message }) => `${String(line)}:${String(column)} ${code} ${message}\n`);
    await appendFile(temporary(this.whyOf(own)), reasons.join(""));
  }

  /** @returns the copies that are there now */
  async close(): Promise<string[]> {
    for (const file of this.all()) await rename(temporary(file), file).catch(ignoreMissing);
    return [...this.copied];
  }

  /** Takes back what was written, of a run that came to nothing. */
  async discard(): Promise<void> {
    for (const file of this.all()) await rm(temporary(file), { force: true });
    this.copied.clear();
  }

  private async copy(relative: string): Promise<void> {
    const file = this.placeOf(relative);
    if (this.copied.has(file)) return;
    this.copied.add(file);
    await mkdir(path.dirname(file), { recursive: true });
    await copyFile(path.resolve(this.source.folder, relative), temporary(file));
    await rm(temporary(`${file}.why`), { force: true });
  }

  private whyOf(relative: string): string {
    return `${this.placeOf(relative)}.why`;
  }

  private placeOf(relative: string): string {
    return path.join(this.target, path.relative(this.source.folder, path.resolve(this.source.folder, relative)));
  }

  private all(): string[] {
    return [...this.copied].flatMap((file) => [file, `${file}.why`]);
  }
}

const temporary = (file: string): string => `${file}.part`;

/** A text whose annotations were rejected has no reasons of its own. */
function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
