import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { GraphEngine } from "../../../src/graph/engine";
import { mapping } from "../support/check-tables";
import { removeCorpusFolders, writeFiles } from "../support/corpus-folder";
import type { CorpusFiles } from "../support/corpus-folder";
import { LoadedCorpus, openGraph, readLines } from "../support/load-tables";
import { makeXlsx } from "../support/make-xlsx";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openGraph();
});
afterEach(() => engine.close());

const OLD = "id,text\n1,The quay is closed.\n2,It was closed at noon.\n";
const NEW = "id,text\n1,The quay is open.\n2,It was opened at noon.\n3,Nobody came.\n";
const FILES = mapping().replace("said.csv", '"*.{csv,csv.gz,xlsx}"');
const TEXTS = "MATCH (s:Statement) RETURN s.text AS text";

/** Loads a corpus to whose folder somebody does something while its first row is read. */
async function loadWhile(files: CorpusFiles, happens: (folder: string) => void): Promise<{ corpus: LoadedCorpus; faults: string[] }> {
  const corpus = new LoadedCorpus(engine, { "mapping.yaml": FILES, ...files });
  let rows = 0;
  const onRow = (): void => {
    if (++rows === 1) happens(corpus.folder);
  };
  const { faults } = await corpus.load({}, { tables: () => ({ onRow }) });
  return { corpus, faults: faults.map(({ file, code, message }) => `${path.basename(file)} ${code} ${message.split(";")[0] ?? ""}`) };
}

const rowOf = (...cells: string[]): string => `<row>${cells.map((each) => `<c t="str"><v>${each}</v></c>`).join("")}</row>`;
const WORKBOOK = (said: string): Buffer => makeXlsx(rowOf("id", "text") + rowOf("1", said));

describe("a file of a table that somebody writes to during a load", () => {
  it.each<[string, string, CorpusFiles[string], CorpusFiles[string]]>([
    ["CSV", "said.csv", OLD, NEW],
    ["rows less", "said.csv", OLD, "id,text\n1,The quay is closed.\n"],
    ["the same length", "said.csv", OLD, OLD.replace("closed", "opened")],
    ["packed", "said.csv.gz", gzipSync(OLD), gzipSync(NEW)],
    ["a workbook", "said.xlsx", WORKBOOK("The quay is closed."), WORKBOOK("The quay is open.")],
  ])("is a fault, and nothing of it is loaded: %s", async (_name, file, before, after) => {
    const { corpus, faults } = await loadWhile({ [file]: before }, (folder) => writeFileSync(path.join(folder, file), after));
    expect(faults).toContain(`${file} SEED_CHANGED the file changed while the tables were read`);
    expect(await readLines(engine, TEXTS)).toEqual([]);
    expect(await corpus.load()).toMatchObject({ faults: [], changed: true });
  });

  it("is one, too, when the file is as before at the end", async () => {
    let restored = "";
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": FILES, "said.csv": OLD });
    const onFile = ({ path: file }: { path: string }): void => {
      if (file.endsWith("said.csv")) writeFileSync(file, NEW);
    };
    const onRow = (): void => writeFileSync((restored = path.join(corpus.folder, "said.csv")), OLD);
    const { faults } = await corpus.load({}, { onFile, tables: () => ({ onRow }) });
    expect([faults.map(({ file, code }) => [file, code])]).toEqual([[[restored, "SEED_CHANGED"]]]);
  });

  it.each<[string, (folder: string) => void]>([
    ["comes", (folder) => writeFiles(folder, { "more.csv": NEW.replace("1,", "4,") })],
    ["goes", (folder) => rmSync(path.join(folder, "more.csv"))],
  ])("is one where a file %s", async (name, happens) => {
    const more: CorpusFiles = name === "goes" ? { "more.csv": "id,text\n9,Nobody knows.\n" } : {};
    const { faults } = await loadWhile({ "said.csv": OLD, ...more }, happens);
    expect(faults).toContain("more.csv SEED_CHANGED the file came or went while the tables were read");
    expect(await readLines(engine, TEXTS)).toEqual([]);
  });
});

describe("annotations beside their texts", () => {
  const BRAT = 'tables:\n  said:\n    files: "*.txt"\n    format: brat\n    records: { topics: { <type | slug>: { name: <type> } } }\n';

  it("are read again when they alone have changed", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": BRAT, "a.txt": "Ann said: closed", "a.ann": "T1\tPerson 0 3\tAnn\n" });
    await corpus.load();
    expect((await corpus.load()).notes.map(({ code }) => code)).toEqual(["SEED_UNCHANGED"]);
    await corpus.load({ "a.ann": "T1\tPlace 0 3\tAnn\n" });
    expect(await readLines(engine, "MATCH (t:Topic) RETURN t.name AS name")).toEqual(["Place"]);
  });
});
