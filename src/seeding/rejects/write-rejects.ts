import { mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import type { TableFormat, TableSource } from "../files/table-source";
import { encoderFor } from "../readers/encode-text";
import { rejectHead, rejectLine } from "../readers/reject-line";
import type { RejectShape } from "../readers/reject-line";
import type { TableRow } from "../readers/table-row";

interface OpenFile {
  readonly path: string;
  readonly handle: FileHandle;
}

/**
 * Writes rejected rows, each with the reason beside it, so that they can be mended and loaded by the same settings (of YAML,
 * JSON and XLSX: as JSON lines; files that are one record each are copied by `RejectedFiles`). Tables of one source that differ in
 * their header get a file each: `rejects.csv`, `rejects-2.csv`. Nothing is there before `close`, so that a broken run leaves no half of a file.
 */
export class RejectsWriter {
  private readonly files = new Map<string, OpenFile>();
  private readonly shape: RejectShape;
  private readonly encoder: ReturnType<typeof encoderFor>;
  private readonly ending: string;

  /** @param target without its ending, such as `out/rejects` */
  constructor(
    private readonly target: string,
    format: TableFormat,
    source: Pick<TableSource, "encoding" | "separator" | "header">,
  ) {
    const isTable = format === "csv" || format === "tsv";
    this.shape = { format, separator: source.separator ?? ",", header: source.header ?? true };
    this.encoder = encoderFor(isTable || format === "jsonl" ? source.encoding : undefined);
    this.ending = isTable ? `.${format}` : ".jsonl";
  }

  async write(row: TableRow, reason: string): Promise<void> {
    const head = rejectHead(row.head, this.shape);
    const { handle } = this.files.get(head) ?? (await this.open(head));
    await handle.appendFile(this.encoder.encode(rejectLine(row, reason, this.shape)));
  }

  /** @returns the files that are there now, none where no row was rejected */
  async close(): Promise<string[]> {
    for (const { path: file, handle } of this.files.values()) {
      await handle.close();
      await rename(temporary(file), file);
    }
    return [...this.files.values()].map((each) => each.path);
  }

  /** Takes back what was written, of a run that came to nothing. */
  async discard(): Promise<void> {
    for (const { path: file, handle } of this.files.values()) {
      await handle.close();
      await rm(temporary(file), { force: true });
    }
    this.files.clear();
  }

  private async open(head: string): Promise<OpenFile> {
    const number = this.files.size === 0 ? "" : `-${String(this.files.size + 1)}`;
    const file = `${this.target}${number}${this.ending}`;
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(temporary(file), "w");
    await handle.appendFile(Buffer.concat([this.encoder.mark, this.encoder.encode(head)]));
    const opened = { path: file, handle };
    this.files.set(head, opened);
    return opened;
  }
}

const temporary = (file: string): string => `${file}.part`;
