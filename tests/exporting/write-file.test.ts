import fs, { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { writeFileWhole } from "../../src/exporting/write-file";

const folder = mkdtempSync(join(tmpdir(), "quoth-write-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: (string | Error)[]): AsyncGenerator<string> {
  for (const text of texts) {
    await Promise.resolve();
    if (text instanceof Error) throw text;
    yield text;
  }
}

describe("writeFileWhole", () => {
  it("writes all pieces, and leaves nothing else", async () => {
    await writeFileWhole(join(folder, "a.jsonl"), pieces("one\n", "two\n"));
    expect(readFileSync(join(folder, "a.jsonl"), "utf8")).toBe("one\ntwo\n");
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  it("packs what is to end in .gz", async () => {
    await writeFileWhole(join(folder, "a.jsonl.gz"), pieces("one\n", "two\n"));
    expect(gunzipSync(readFileSync(join(folder, "a.jsonl.gz"))).toString()).toBe("one\ntwo\n");
  });

  it("keeps the file of before, and throws what the source threw, when that ends early", async () => {
    const file = join(folder, "kept.jsonl");
    writeFileSync(file, "before");
    await expect(writeFileWhole(file, pieces("one\n", new Error("the graph is gone")))).rejects.toThrow(/^the graph is gone$/);
    expect(readFileSync(file, "utf8")).toBe("before");
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  it.each(["full.jsonl", "full.jsonl.gz"])("names the file and what to do where the disk is full: %s", async (name) => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const disk = new Writable({ write: (_piece, _encoding, done) => done(full) });
    jest.spyOn(fs, "createWriteStream").mockReturnValueOnce(disk as fs.WriteStream);
    const file = join(folder, name);
    const endless = pieces(...Array.from({ length: 10_000 }, (_, at) => `line ${String(at)} ${"x".repeat(1000)}\n`));
    await expect(writeFileWhole(file, endless)).rejects.toThrow(/full\.jsonl.*: the file cannot be written: ENOSPC.* Free some space/);
    expect(existsSync(file)).toBe(false);
  });

  it("names the file and what to do where there is no such folder", async () => {
    const file = join(folder, "nowhere", "a.jsonl");
    await expect(writeFileWhole(file, pieces("one\n"))).rejects.toThrow(/a\.jsonl: the file cannot be written: .* another file with --out/);
    expect(existsSync(file)).toBe(false);
  });
});
