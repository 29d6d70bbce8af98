import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { GraphEngine } from "../../../src/graph/engine";
import { runSeed } from "../../../src/seeding/run-seed";
import type { SeedSummary } from "../../../src/seeding/run-seed";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";
import { corpusFolder, removeCorpusFolders, writeFiles } from "../support/corpus-folder";
import { openGraph, readLines } from "../support/load-tables";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openGraph();
});
afterEach(() => engine.close());

async function seed(folders: readonly string[], texts: ReadonlyMap<string, string> = new Map()): Promise<SeedSummary> {
  const now = nextMinute();
  return runSeed(folders, engine, { ...QUICK_SEED, texts, now: () => now });
}

const corpus = (id: string): string => `id: ${id}\ntitle: ${id}\nversion: '1'\n`;
const TABLE = {
  "corpus.yaml": corpus("table"),
  "mapping.yaml": `tables:
  said:
    files: said.csv
    records:
      documents: { d: { genre: NEWS } }
      statements: { <id>: { text: <said>, reports: [{ in: d, type: DIRECT }] } }
`,
  "said.csv": "id,said\ns1,Hello\n",
};
const answering = (text: string): string =>
  `s: { text: ${text}, respondsTo: [{ statement: statement:table/s1, kind: DENIES }], reports: [{ in: e, type: DIRECT }] }\n`;
const ANSWER = { "corpus.yaml": corpus("answer"), "documents.yaml": "e: { genre: NEWS }\n", "statements.yaml": answering("No") };

describe("a corpus whose tables are those of the last load", () => {
  it.each([
    ["before", [0, 1]],
    ["behind", [1, 0]],
  ])("may be given %s one that refers to its records", async (_where, order) => {
    const both = [corpusFolder(TABLE), corpusFolder(ANSWER)];
    const folders = order.map((at) => both[at] ?? "");
    expect((await seed(folders)).faults).toEqual([]);
    const again = await seed(folders);
    expect([again.faults, again.changed, again.notes.map(({ code }) => code)]).toEqual([[], false, ["SEED_UNCHANGED"]]);

    writeFiles(both[1] ?? "", { "statements.yaml": answering("Nope") });
    expect(await seed(folders)).toMatchObject({ faults: [], changed: true });

    writeFiles(both[1] ?? "", { "statements.yaml": answering("Nope").replace("s1", "s2") });
    const { faults } = await seed(folders);
    expect(faults.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "SEED_MISSING_REF the graph has no statement:table/s2; load the corpus that defines it first, or correct the id",
    ]);
  });

  it("may be given with the same text of a document again", async () => {
    const folder = corpusFolder(TABLE);
    const file = path.join(folder, "d.txt");
    writeFileSync(file, "Hello there.");
    const texts = new Map([["d", file]]);
    expect((await seed([folder], texts)).faults).toEqual([]);
    expect(await seed([folder], texts)).toMatchObject({ faults: [], changed: false });
  });
});

describe("annotated texts", () => {
  const MAPPING = `tables:
  said:
    files: "texts/**/*.txt"
    format: brat
    records:
      documents: { <document | slug>: { genre: NEWS } }
      organizations: { <type | slug>: { name: <type> } }
      statements: { "<document | slug>.<file.path | slug>": { text: <text>, reports: [{ in: <document | slug>, type: DIRECT }] } }
`;
  const ann = (type: string): string => `T1\t${type} 0 3\tAnn\n`;

  it("are read again where an annotation beside a text changed, came or went", async () => {
    const folder = corpusFolder({
      "corpus.yaml": corpus("annotated"),
      "mapping.yaml": MAPPING,
      "texts/a/x.txt": "Ann said so.",
      "texts/a/x.ann": ann("Person"),
      "texts/b/y.txt": "Ann did not.",
      "texts/b/y.ann": ann("Person"),
    });
    const types = async (): Promise<string[]> => {
      expect((await seed([folder])).faults).toEqual([]);
      return readLines(engine, "MATCH (o:Organization) RETURN o.name AS name");
    };
    expect(await types()).toEqual(["Person"]);
    writeFiles(folder, { "texts/b/y.ann": ann("Source") });
    expect(await types()).toEqual(["Person", "Source"]);
    writeFiles(folder, { "texts/a/x_bo.ann": ann("Cue") });
    expect(await types()).toEqual(["Cue", "Person", "Source"]);
    rmSync(path.join(folder, "texts/b/y.ann"));
    expect(await types()).toEqual(["Cue", "Person"]);
    expect((await seed([folder])).notes.map(({ code }) => code)).toContain("SEED_UNCHANGED");
  });
});
