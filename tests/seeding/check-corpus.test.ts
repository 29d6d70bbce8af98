import { readFileSync } from "node:fs";
import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { printFaults } from "../../src/seeding/print-summary";
import { nodeOf } from "./support/collect-chunks";
import { corpusFolder, removeCorpusFolders, TINY, writeFiles } from "./support/corpus-folder";
import { OF_ANN, TOWN } from "./support/town-corpus";

afterAll(removeCorpusFolders);

const NO_TEXTS = { texts: new Map<string, string>() };
const ROOT = path.resolve(__dirname, "../..");

async function textOf(yaml: string): Promise<unknown> {
  const folder = corpusFolder({ ...TINY, "topics.yaml": yaml });
  const { faults, corpora } = await checkCorpora([folder], NO_TEXTS);
  expect(faults).toEqual([]);
  return (await nodeOf(corpora[0], "Topic"))?.properties;
}

describe("checkCorpora, on good data", () => {
  it.each(["seed/soleimani-2020", "tests/corpora/harbour-2021"])("finds no fault in %s", async (folder) => {
    const { faults, notes } = await checkCorpora([path.join(ROOT, folder)], NO_TEXTS);
    expect(printFaults(faults)).toBe("");
    expect(notes).toEqual([]);
  });

  it("takes a byte order mark and Windows line ends", async () => {
    expect(await textOf("\uFEFFa:\r\n  name: A\r\n  description: b\r\n")).toEqual({ name: "A", description: "b" });
  });

  it.each(["no", "NO", "on", "yes", "2016.10", "007", "1e3", "0x1F", "1:30", "2020-01-03", "12_000", ".5", "true"])(
    "reads %s in a text as written",
    async (text) => {
      expect(await textOf(`a:\n  name: ${text}\n`)).toEqual({ name: text });
    },
  );

  it("reads null in quotes as a text", async () => {
    expect(await textOf('a:\n  name: "null"\n')).toEqual({ name: "null" });
  });

  it("reads block texts, blank lines within a record, comments, and one document mark", async () => {
    const yaml = "# topics\n---\na:\n\n  name: A   # the first\n\n# between\n  description: >-\n    one\n    two # three\n\n    four\n";
    expect(await textOf(yaml)).toEqual({ name: "A", description: "one two # three\nfour" });
  });

  it("reads a file that is one map in braces", async () => {
    expect(await textOf("{a: {name: A,\n  aliases: [B, C]}}\n")).toEqual({ name: "A", aliases: ["B", "C"] });
  });

  it("adds facts from elsewhere, and says which they are", async () => {
    const yaml = "a:\n  name: A\n  aliases: [B]\n  elsewhere:\n    wikidataId: Q1\n    aliases: [C]\n";
    expect(await textOf(yaml)).toEqual({ name: "A", aliases: ["B", "C"], wikidataId: "Q1", elsewhere: ["aliases", "wikidataId"] });
  });

  it("checks spans against a text that the caller gives, and stores nothing of it", async () => {
    const text = "Ann said: The quay is closed";
    const statements = `${TINY["statements.yaml"] as string}      spans:\n        content: [{start: 10, end: 28}]\n`;
    const folder = corpusFolder({ ...TINY, "statements.yaml": statements, "doc.txt": text });
    const { faults, corpora } = await checkCorpora([folder], { texts: new Map([["doc-a", path.join(folder, "doc.txt")]]) });
    expect(faults).toEqual([]);
    expect((await nodeOf(corpora[0], "Span"))?.properties).toMatchObject({
      exact: "The quay is closed",
      verified: true,
    });
    expect((await nodeOf(corpora[0], "Document"))?.properties).not.toHaveProperty("text");
  });

  it("says that a text was given for no document", async () => {
    const folder = corpusFolder({ ...TINY, "doc.txt": "x" });
    const { faults } = await checkCorpora([folder], { texts: new Map([["doc-b", path.join(folder, "doc.txt")]]) });
    expect(printFaults(faults)).toBe('--text doc-b:1:1 SEED_MISSING_REF no document "doc-b", did you mean "doc-a"?');
  });

  it("leaves a span unverified while its text is not at hand and nobody vouches for it", async () => {
    const spans = "      spans:\n        content: [{start: 10, end: 28}]\n";
    const folder = corpusFolder({ ...TINY, "statements.yaml": `${TINY["statements.yaml"] as string}${spans}` });
    const { corpora } = await checkCorpora([folder], NO_TEXTS);
    expect((await nodeOf(corpora[0], "Span"))?.properties).not.toHaveProperty("verified");
  });

  it("reads the text of a document from a file of the corpus", async () => {
    const documents = "doc-a:\n  genre: NEWS\n  textFile: texts/a.txt\n";
    const { faults, corpora } = await checkCorpora(
      [corpusFolder({ ...TINY, "documents.yaml": documents, "texts/a.txt": "\uFEFFA 🦭\r\n" })],
      NO_TEXTS,
    );
    expect(faults).toEqual([]);
    expect((await nodeOf(corpora[0], "Document"))?.properties["text"]).toBe("\uFEFFA 🦭\r\n");
  });

  it("notes a record of another corpus, and looks it up where that corpus is given", async () => {
    const folder = corpusFolder(OF_ANN);
    const alone = await checkCorpora([folder], NO_TEXTS);
    expect(alone.notes).toMatchObject([{ code: "SEED_NOT_LOOKED_UP", line: 3, column: 12 }]);
    const both = await checkCorpora([folder, corpusFolder(TOWN)], NO_TEXTS);
    expect(both).toMatchObject({ faults: [], notes: [] });
  });

  it("notes a table that no mapping has read, and nothing of the other files beside a corpus", async () => {
    const others = { "README.md": "# Tiny\n", "photo.png": "", ".hidden.csv": "a\n", "more/rows.csv": "a\n" };
    const { faults, notes } = await checkCorpora([corpusFolder({ ...TINY, ...others, "rows.csv": "a,b\n1,2\n" })], NO_TEXTS);
    expect(faults).toEqual([]);
    expect(notes.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'SEED_UNREAD "rows.csv" is not read: a table needs a mapping.yaml that says what its rows are (docs/mapping.md)',
    ]);
  });
});

describe("checkCorpora, on a file that was cut", () => {
  it("finds a fault with its place at every byte of the last record, or shows the cut in what is left", async () => {
    const folder = corpusFolder(TOWN);
    const whole = readFileSync(path.join(folder, "statements.yaml"));
    const complete = (await checkCorpora([folder], NO_TEXTS)).corpora[0]?.counts.records ?? 0;
    for (let end = whole.indexOf("\nwhy:") + 1; end < whole.length - 1; end += 1) {
      writeFiles(folder, { "statements.yaml": whole.subarray(0, end) });
      const { faults, corpora } = await checkCorpora([folder], NO_TEXTS);
      expect(faults.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
      expect(faults.length > 0 || (corpora[0]?.counts.records ?? 0) < complete).toBe(true);
    }
  });
});

describe("printFaults", () => {
  it("shows the first hundred of a thousand faults, in order, and counts the others", async () => {
    const people = Array.from({ length: 1000 }, (_, n) => `p${n}:\n  nam: P\n  name: P\n`).join("");
    const folder = corpusFolder({ ...TINY, "people.yaml": `ann:\n  name: Ann\n${people}` });
    const lines = printFaults((await checkCorpora([folder], NO_TEXTS)).faults).split("\n");
    expect(lines).toHaveLength(101);
    expect(lines[0]).toBe(`${path.join(folder, "people.yaml")}:4:3 SEED_UNKNOWN_FIELD "nam", did you mean "name"?`);
    expect(lines[100]).toBe("and 900 more");
  });
});
