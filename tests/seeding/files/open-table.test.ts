import { createWriteStream } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readTable } from "../../../src/seeding/files/open-table";
import { bytesHeld } from "../support/bytes-held";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { ownCells } from "../support/parse-pieces";
import { readAll } from "../support/read-all";

afterAll(removeCorpusFolders);

describe("readTable", () => {
  it("reads files in the order of their names, unpacks them, and says which row is whose", async () => {
    const folder = corpusFolder({
      "b/2.csv.gz": gzipSync("a\nz\n"),
      "b/1.tsv": "a\nx\ny\n",
      "b/.3.csv": "a\nhidden\n",
      "c.csv": "a\nno\n",
    });
    const { rows } = await readAll({ folder, files: ["b/*.csv.gz", "b/*.{csv,tsv}"] });
    expect(rows.map(({ cells }) => cells)).toEqual([
      { a: "x", "file.name": "1", "file.path": "b/1.tsv", "file.number": "1" },
      { a: "y", "file.name": "1", "file.path": "b/1.tsv", "file.number": "2" },
      { a: "z", "file.name": "2", "file.path": "b/2.csv.gz", "file.number": "1" },
    ]);
  });

  it("takes cells from the path, and reports a file whose path has another form", async () => {
    const folder = corpusFolder({ "t/Session 01 - 1946/ARG_01.txt": "Hello\n", "t/notes.txt": "no" });
    const { rows, places } = await readAll({
      folder,
      files: ["t/**/*.txt"],
      path: "t/Session <session> - <year>/<iso>_<*>.txt",
    });
    expect([rows.map(ownCells), places]).toEqual([
      [{ text: "Hello\n", session: "01", year: "1946", iso: "ARG" }],
      ["1:1 SEED_MISSING_FILE"],
    ]);
  });

  it("reads UTF-16 with semicolons by its byte order mark", async () => {
    const folder = corpusFolder({ "a.csv": Buffer.from('\uFEFF"navn";"ord"\r\n"Søren";"Ja; nej"\r\n', "utf16le") });
    expect((await readAll({ folder, files: ["a.csv"], separator: ";" })).rows.map(ownCells)).toEqual([{ navn: "Søren", ord: "Ja; nej" }]);
  });

  it("reports the place of a byte that does not fit, and gives the rows before it", async () => {
    const folder = corpusFolder({
      "a.csv": Buffer.concat([Buffer.from("a,b\nx,ž\ny,"), Buffer.from([0x8e, 0x65, 0x9d]), Buffer.from("\nz,z\n")]),
    });
    const { rows, places, faults } = await readAll({ folder, files: ["a.csv"] });
    expect([rows.map(ownCells), places, faults[0]?.message]).toEqual([
      [{ a: "x", b: "ž" }],
      ["3:3 SEED_ENCODING"],
      expect.stringContaining("byte 11 (0x8E) is not UTF-8"),
    ]);
  });

  it("names the near file where a pattern finds none", async () => {
    const folder = corpusFolder({ "quotes.csv": "a\n" });
    const { faults } = await readAll({ folder, files: ["qoutes.csv", "x/*.csv"] });
    expect(faults.map(({ code, message }) => [code, message])).toEqual([
      ["SEED_MISSING_FILE", 'no file fits "qoutes.csv", did you mean "quotes.csv"?'],
      ["SEED_MISSING_FILE", `no file fits "x/*.csv"; there is nothing in ${path.join(folder, "x")}`],
    ]);
  });

  it.each([
    ["cut off", (gz: Buffer) => gz.subarray(0, gz.length - 12), "1:1 SEED_GZIP"],
    ["no gzip", () => Buffer.from("a,b\n1,2\n"), "1:1 SEED_GZIP"],
  ])("reports a compressed file that is %s", async (_name, damage, place) => {
    const folder = corpusFolder({ "a.csv.gz": damage(gzipSync("a,b\n1,2\n3,4\n")) });
    expect((await readAll({ folder, files: ["*.gz"] })).places).toEqual([place]);
  });

  it("asks for a format where the ending says none", async () => {
    const folder = corpusFolder({ "a.dat": "x\n1\n" });
    expect((await readAll({ folder, files: ["a.dat"] })).places).toEqual(["1:1 SEED_UNKNOWN_FILE"]);
    expect((await readAll({ folder, files: ["a.dat"], format: "csv" })).rows.map(ownCells)).toEqual([{ x: "1" }]);
  });

  it.each([
    [";", "';'"],
    ["\t", "tab"],
    ["|", "'|'"],
  ])("says once what separates the cells where the header is one cell with %j in it", async (sign, name) => {
    const folder = corpusFolder({ "a.csv": `id${sign}said\n1${sign}"Yes, no"\n2${sign}No\n` });
    const { faults, rows, places } = await readAll({ folder, files: ["a.csv"] });
    expect([places, rows]).toEqual([["1:3 SEED_CELL_COUNT"], []]);
    expect(faults[0]?.message).toContain(`write "separator: ${name}"`);
    expect((await readAll({ folder, files: ["a.csv"], separator: sign })).rows.map(ownCells)).toEqual([
      { id: "1", said: "Yes, no" },
      { id: "2", said: "No" },
    ]);
  });

  it.each([
    ['"id";"said"', "1:5"],
    ['"id; or number";said', "1:16"],
    ['id;"said"', "1:3"],
    ['"id"\t"said"', "1:5"],
  ])("says so of a header in quotes, too: %s", async (header, place) => {
    const folder = corpusFolder({ "a.csv": `${header}\n"1";"Yes, no"\n` });
    const { faults, places } = await readAll({ folder, files: ["a.csv"] });
    expect([places, faults[0]?.message]).toEqual([[`${place} SEED_CELL_COUNT`], expect.stringContaining('write "separator: ')]);
  });

  it("blames the quote mark where a header in quotes has its separators", async () => {
    for (const [header, place] of [
      ['id,"sa"id;"x"', "1:7"],
      ['"id"x,said', "1:4"],
      ['id,said;"x"', "1:9"],
    ]) {
      const folder = corpusFolder({ "a.csv": `${String(header)}\n1,2\n` });
      expect((await readAll({ folder, files: ["a.csv"] })).places).toEqual([`${String(place)} SEED_QUOTE`]);
    }
  });

  it("takes a header of one cell as it is where the separator is written down", async () => {
    const folder = corpusFolder({ "a.csv": "id;said\n1\n" });
    expect((await readAll({ folder, files: ["a.csv"], separator: "," })).rows.map(ownCells)).toEqual([{ "id;said": "1" }]);
  });

  it("leaves no header out as a bad row: nothing of the table could be read then", async () => {
    const headers = [
      ["a.csv", "id;said"],
      ["a.csv", 'id,"sa"id'],
      ["a.csv", "id,sa\0id"],
      ["a.tsv", "id\tsa\0id"],
    ] as const;
    for (const [file, header] of headers) {
      const folder = corpusFolder({ [file]: `${header}\n1,Yes\n` });
      const { faults, rejected } = await readAll({ folder, files: [file] });
      expect([faults.length, rejected]).toEqual([1, []]);
    }
  });

  it("reads brat texts with annotations of another folder, by several people, and counts texts without", async () => {
    const folder = corpusFolder({
      "t/a.txt": "Ann",
      "t/a_1.txt": "Bob",
      "t/c.txt": "x",
      "n/a_kim.ann": "T1\tN 0 3\tAnn\n",
      "n/a_lee.ann": "T1\tN 0 1\tA\n",
      "n/a_1_kim.ann": "T1\tN 0 3\tBob\n",
    });
    const { rows, faults } = await readAll({ folder, files: ["t/*.txt"], format: "brat", annotations: "n" });
    expect(rows.map(({ cells }) => [cells.document, cells.annotator, cells.text])).toEqual([
      ["a", "kim", "Ann"],
      ["a", "lee", "Ann"],
      ["a_1", "kim", "Bob"],
    ]);
    expect(faults.map(({ code, message }) => `${code} ${message.slice(0, 34)}`)).toEqual([
      "SEED_NO_ANNOTATIONS 1 of 3 texts have no .ann file in ",
    ]);
  });

  it("holds no more memory after 200 MB than before them", async () => {
    const file = path.join(corpusFolder({}), "big.csv");
    const out = createWriteStream(file);
    out.write("id,said\n");
    const block = Array.from({ length: 5000 }, (_, index) => `${String(index)},"words, and ""more"" words ${"x".repeat(20)}"\n`).join("");
    for (let size = 0; size < 200_000_000; size += block.length) if (!out.write(block)) await once(out, "drain");
    out.end();
    await once(out, "close");
    const before = bytesHeld();
    let [rows, most] = [0, 0];
    const fail = (): never => {
      throw new Error("no fault is in the file");
    };
    for await (const row of readTable({ folder: path.dirname(file), files: ["big.csv"] }, fail)) {
      rows += row.cells.said === "" ? 0 : 1;
      if (rows % 350_000 === 0) most = Math.max(most, bytesHeld());
    }
    expect(rows).toBeGreaterThan(3_000_000);
    expect((most - before) / 1e6).toBeLessThan(40);
  }, 120_000);
});
