import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { read } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { CannotRun } from "../../errors";

const readAt = promisify(read);

export interface SpillOptions {
  /** A page is closed when the weights of its items reach this. */
  readonly pageWeight: number;
  /** Beyond this weight in all, pages go to a temporary file. */
  readonly memoryWeight: number;
  /** Told the JSON text of each page when it is closed, in order. */
  readonly onPage?: (json: string) => void;
  /** Where the temporary file is made; the system's folder for such files unless given. */
  readonly folder?: string;
}

interface StoredPage {
  readonly at: number;
  readonly length: number;
}

/**
 * A list that may outgrow memory: it is filled once, sealed, and then read page by page as often as needed. Items have
 * to be plain JSON data.
 */
export class SpillList<T> {
  private readonly inMemory: (readonly T[])[] = [];
  private readonly onDisk: StoredPage[] = [];
  private page: T[] = [];
  private pageWeight = 0;
  private weight = 0;
  private file: TemporaryFile | undefined;

  constructor(private readonly options: SpillOptions) {}

  /** @throws CannotRun where the temporary file cannot be written */
  add(item: T, weight = 1): void {
    this.page.push(item);
    this.pageWeight += weight;
    this.weight += weight;
    if (this.pageWeight >= this.options.pageWeight) this.closePage();
  }

  /** Ends the filling; the list can be read from now on. */
  seal(): void {
    if (this.page.length > 0) this.closePage();
  }

  async *pages(): AsyncGenerator<readonly T[]> {
    yield* this.inMemory;
    for (const { at, length } of this.onDisk) {
      if (this.file === undefined) throw new Error("The list was disposed of.");
      yield JSON.parse(await this.file.read(at, length)) as T[];
    }
  }

  /** Gives the temporary file back. */
  dispose(): void {
    this.file?.close();
    this.file = undefined;
    this.inMemory.length = 0;
  }

  private closePage(): void {
    const { memoryWeight, onPage, folder } = this.options;
    const fits = this.weight <= memoryWeight;
    const json = fits && onPage === undefined ? "" : JSON.stringify(this.page);
    onPage?.(json);
    if (fits) this.inMemory.push(this.page);
    else this.onDisk.push((this.file ??= new TemporaryFile(folder ?? tmpdir())).append(json));
    this.page = [];
    this.pageWeight = 0;
  }
}

/** A file that is gone with its process, however that ends. */
class TemporaryFile {
  private readonly folder: string;
  private readonly descriptor: number;
  private size = 0;
  private readonly atExit = (): void => void this.remove();

  constructor(private readonly parent: string) {
    try {
      this.folder = mkdtempSync(path.join(parent, "quoth-seed-"));
      this.descriptor = openSync(path.join(this.folder, "chunks"), "wx+", 0o600);
    } catch (cause) {
      throw this.unwritable(cause);
    }
    // An open file needs no name on most systems, and without one even a killed process leaves nothing behind.
    if (!this.remove()) process.once("exit", this.atExit);
  }

  append(text: string): StoredPage {
    const bytes = Buffer.from(text, "utf8");
    const page = { at: this.size, length: bytes.length };
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done, bytes.length - done, this.size + done);
    } catch (cause) {
      throw this.unwritable(cause);
    }
    this.size += bytes.length;
    return page;
  }

  async read(at: number, length: number): Promise<string> {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const { bytesRead } = await readAt(this.descriptor, bytes, done, length - done, at + done);
      if (bytesRead === 0) throw new CannotRun(`${this.parent}: the temporary file ended too early. Run the command again.`);
      done += bytesRead;
    }
    return bytes.toString("utf8");
  }

  close(): void {
    closeSync(this.descriptor);
    this.remove();
    process.removeListener("exit", this.atExit);
  }

  private remove(): boolean {
    try {
      rmSync(this.folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  }

  private unwritable(cause: unknown): CannotRun {
    const isFull = (cause as NodeJS.ErrnoException).code === "ENOSPC";
    const advice = isFull
      ? "the disk is full. Free some space there, or name another folder with TMPDIR, and run the command again; nothing was written to the graph"
      : "no temporary file can be written there. Change its rights, or name another folder with TMPDIR";
    return new CannotRun(`${this.parent}: ${advice}.`, { cause });
  }
}
