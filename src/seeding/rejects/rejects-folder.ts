import { mkdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Fault } from "../faults/fault";
import { sha256OfFile } from "../files/input-file";
import { formatOf } from "../files/table-source";
import type { TablePlan } from "../mapping/mapping";
import type { TableRow } from "../readers/table-row";
import { isRejectedWhole, RejectedFiles } from "./write-rejected-files";
import { RejectsWriter } from "./write-rejects";

/** What Quoth wrote into a folder of rejects: SHA-256 by path. Its name begins with a dot, so that no table finds it. */
const LIST = ".quoth-rejects.json";

export interface WrittenRejects {
  readonly files: readonly string[];
  /** Of an earlier run, whose rows are good, or gone, now. */
  readonly removed: readonly string[];
}

/**
 * The rejects of one corpus. A file that an earlier run wrote and that this one has no rejects for is removed, unless somebody has
 * changed it since: there may be work in it that was not taken over yet.
 */
export class RejectsFolder {
  private readonly writers = new Map<string, RejectsWriter | RejectedFiles>();
  private pending: Promise<void> = Promise.resolve();

  /** @param dataFolder where the tables lie, of which nothing may be removed */
  constructor(
    private readonly folder: string,
    private readonly dataFolder: string,
  ) {}

  add(row: TableRow, faults: readonly Fault[], table: TablePlan): void {
    const writer = this.writerOf(row, table);
    const reason = faults.map(({ code, message }) => `${code} ${message}`).join("; ");
    this.pending = this.pending.then(() => (writer instanceof RejectedFiles ? writer.write(row, faults) : writer.write(row, reason)));
  }

  /**
   * Puts the files where they belong.
   * @param isWhole all rows of the corpus were read, so that what has no rejects now has none
   */
  async close(isWhole: boolean): Promise<WrittenRejects> {
    await this.pending;
    const files: string[] = [];
    for (const writer of this.writers.values()) files.push(...(await writer.close()));
    const before = await this.readList();
    const written = new Map<string, string>();
    for (const file of files.flatMap((each) => [each, `${each}.why`]))
      if (await isFile(file)) written.set(path.relative(this.folder, file), await sha256OfFile(file));
    const stale = [...before].filter(([name]) => !written.has(name));
    const removed = isWhole && !this.holdsTables() ? await this.remove(stale) : [];
    const kept = stale.filter(([name]) => !removed.includes(name));
    await this.writeList(new Map([...(isWhole ? [] : kept), ...written]));
    return { files, removed: removed.filter((name) => !name.endsWith(".why")).map((name) => path.join(this.folder, name)) };
  }

  private writerOf(row: TableRow, { name, source }: TablePlan): RejectsWriter | RejectedFiles {
    const format = formatOf(row.file, source) ?? "jsonl";
    const isWhole = isRejectedWhole(format, source);
    // Two tables may reject one file. No table has an empty name.
    const key = isWhole ? "" : name;
    const known = this.writers.get(key);
    if (known !== undefined) return known;
    const made = isWhole ? new RejectedFiles(this.folder, source) : new RejectsWriter(path.join(this.folder, name), format, source);
    this.writers.set(key, made);
    return made;
  }

  /** Rejects that are being loaded are tables, and no leftovers. */
  private holdsTables(): boolean {
    return !path.relative(path.resolve(this.folder), path.resolve(this.dataFolder)).startsWith("..");
  }

  private async remove(files: readonly (readonly [string, string])[]): Promise<string[]> {
    const removed: string[] = [];
    for (const [name, sha256] of files) {
      const file = path.resolve(this.folder, name);
      if (path.relative(path.resolve(this.folder), file).startsWith("..") || !(await isFile(file))) continue;
      if ((await sha256OfFile(file)) !== sha256) continue;
      await rm(file);
      removed.push(name);
      await removeEmpty(path.dirname(file), path.resolve(this.folder));
    }
    return removed;
  }

  private async readList(): Promise<Map<string, string>> {
    const text = await readFile(path.join(this.folder, LIST), "utf8").catch(() => "{}");
    try {
      return new Map(Object.entries(JSON.parse(text) as Record<string, string>).filter(([, sha256]) => typeof sha256 === "string"));
    } catch {
      // Somebody changed it: then nothing is known to be Quoth's.
      return new Map();
    }
  }

  private async writeList(written: ReadonlyMap<string, string>): Promise<void> {
    const list = path.join(this.folder, LIST);
    if (written.size > 0) {
      await mkdir(this.folder, { recursive: true });
      await writeFile(list, `${JSON.stringify(Object.fromEntries(written), null, 2)}\n`);
    } else {
      await rm(list, { force: true });
      await rmdir(this.folder).catch(() => undefined);
    }
  }
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() === true;
}

/** From within outwards; a folder with something in it stays. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  for (let each = folder; each !== upTo && each.startsWith(upTo); each = path.dirname(each)) {
    if (
      !(await rmdir(each).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}
