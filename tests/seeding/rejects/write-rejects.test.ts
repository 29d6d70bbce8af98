import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TableFormat, TableSource } from "../../../src/seeding/files/table-source";
import { RejectsWriter } from "../../../src/seeding/rejects/write-rejects";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { ownCells } from "../support/parse-pieces";
import { readAll } from "../support/read-all";

afterAll(removeCorpusFolders);

type Settings = Omit<TableSource, "folder" | "files">;

/** Reads files, writes their rejects, and gives the folder and names of these. */
async function reject(
  files: Record<string, string | Buffer>,
  format: TableFormat,
  settings: Settings = {},
): Promise<{ folder: string; names: string[] }> {
  const folder = corpusFolder(files);
  const { rejected } = await readAll({ folder, files: Object.keys(files), format, ...settings });
  const writer = new RejectsWriter(path.join(folder, "rejects"), format, settings);
  for (const { row, reason } of rejected) await writer.write(row, reason);
  return { folder, names: (await writer.close()).map((file) => path.basename(file)) };
}

async function mend(
  folder: string,
  name: string,
  from: string,
  to: string,
  settings: Settings = {},
  encoding: BufferEncoding = "utf8",
): Promise<unknown> {
  const file = path.join(folder, name);
  writeFileSync(file, readFileSync(file, encoding).replace(from, to), encoding);
  const { rows, places } = await readAll({ folder, files: [name], ...settings });
  return [rows.map(ownCells), places];
}

describe("rejects", () => {
  it("of CSV load once they are mended, the reason still beside them", async () => {
    const { folder, names } = await reject({ "a.csv": 'id,said\r\n1,a\r\n2,b,"c"\r\n' }, "csv");
    expect(readFileSync(path.join(folder, "rejects.csv"), "utf8")).toMatch(/^id,said,reject reason\n2,b,"c","expected 2 cells .*"\n$/);
    expect([names, await mend(folder, "rejects.csv", '2,b,"c"', '2,"b,c"')]).toEqual([["rejects.csv"], [[{ id: "2", said: "b,c" }], []]]);
  });

  it("of CSV are rejected again as long as they are not mended, and hold one reason then", async () => {
    const first = await reject({ "a.csv": "id;said\n1;a;b\n" }, "csv", { separator: ";" });
    const again = readFileSync(path.join(first.folder, "rejects.csv"), "utf8");
    const second = await reject({ "b.csv": again }, "csv", { separator: ";" });
    expect(readFileSync(path.join(second.folder, "rejects.csv"), "utf8")).toMatch(
      /^id;said;reject reason\n1;a;b;"expected 3 [^;]*; [^;]*"\n$/,
    );
  });

  it("of a table without header load, the reason in a cell that says so", async () => {
    const settings = { header: false, columns: ["id", "said"] };
    const { folder } = await reject({ "a.tsv": "1\ta\n2\tb\tc\n" }, "tsv", settings);
    expect(await mend(folder, "rejects.tsv", "b\tc", 'b "c', settings)).toEqual([[{ id: "2", said: 'b "c' }], []]);
  });

  it("begin with the lines that are skipped, in the table's encoding", async () => {
    const settings = { skipLines: 1, encoding: "windows-1250" };
    const { folder } = await reject({ "a.csv": Buffer.from("Tabulka \x8e\nid,said\n1,\x9a,x\n", "latin1") }, "csv", settings);
    expect(await mend(folder, "rejects.csv", ",x", "", settings, "latin1")).toEqual([[{ id: "1", said: "š" }], []]);
  });

  it("of tables with different headers get a file each", async () => {
    expect((await reject({ "a.csv": "a\n1,2\n", "b.csv": "b\n1,2\n" }, "csv")).names).toEqual(["rejects.csv", "rejects-2.csv"]);
  });

  it("of JSON lines keep each line with a field more", async () => {
    const { folder } = await reject({ "a.jsonl": '{"n": 1.10, "x": tru}\n' }, "jsonl");
    expect(await mend(folder, "rejects.jsonl", "none", "none")).toEqual([[], ["1:18 SEED_JSON"]]);
    expect(await mend(folder, "rejects.jsonl", "tru,", "true,")).toEqual([[{ n: "1.10", x: "true" }], []]);
  });

  it("of other formats are JSON lines of the cells", async () => {
    const { folder, names } = await reject({ "a.json": '[{"a": 1}, {"a" 2}]' }, "json");
    expect(names).toEqual(["rejects.jsonl"]);
    expect(JSON.parse(readFileSync(path.join(folder, "rejects.jsonl"), "utf8"))).toMatchObject({
      raw: '{"a" 2}',
      "file.path": "a.json",
      rejectReason: 'expected ":", got "2"',
    });
  });

  it("are not there before they are closed, and not at all where nothing was rejected", async () => {
    const folder = corpusFolder({ "a.csv": "a\n1,2\n" });
    const writer = new RejectsWriter(path.join(folder, "out", "rejects"), "csv", {});
    const { rejected } = await readAll({ folder, files: ["a.csv"] });
    for (const { row, reason } of rejected) await writer.write(row, reason);
    expect(existsSync(path.join(folder, "out", "rejects.csv"))).toBe(false);
    await writer.discard();
    expect(readdirSync(path.join(folder, "out"))).toEqual([]);
  });
});
