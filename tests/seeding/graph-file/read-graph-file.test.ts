import type { GraphEngine } from "../../../src/graph/engine";
import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import { ONTOLOGY } from "../../../src/model/ontology";
import { readGraphFile } from "../../../src/seeding/graph-file/read-graph-file";
import { seedGraphFile } from "../../../src/seeding/graph-file/seed-graph";
import { graphHash } from "../../../src/seeding/stored/graph-hash";
import { runSeed } from "../../../src/seeding/run-seed";
import { exportLines, graphFile, removeGraphFiles, resealed } from "../../exporting/graph-lines";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { OF_ANN, TOWN, TOWN_2 } from "../support/town-corpus";
import { gzipSync } from "node:zlib";
import { QUICK_SEED } from "../../support/quick-seed";

const OPTIONS = { ...QUICK_SEED, now: () => new Date("2026-01-01T00:00:00Z") };

let lines: string[];

beforeAll(async () => {
  const engine = await openEmpty();
  for (const files of [TOWN, TOWN_2]) await runSeed([corpusFolder(files)], engine, OPTIONS);
  lines = await exportLines(engine);
  await engine.close();
});

afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

async function openEmpty(): Promise<GraphEngine> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: 10_000 });
  await engine.ensureSchema(ONTOLOGY);
  return engine;
}

/** The number of the first line that has these words, from 1. */
function lineWith(words: string): number {
  const at = lines.findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`No line has ${words}.`);
  return at + 1;
}

/** All lines, one of them changed. */
function changed(line: number, change: (text: string) => string): string[] {
  const after = lines.map((each, at) => (at === line - 1 ? change(each) : each));
  if (after.join() === lines.join()) throw new Error(`Nothing was changed in line ${String(line)}.`);
  return after;
}

/** The first fault of a file as `line CODE message`. */
async function firstFault(content: readonly string[] | Buffer, name?: string): Promise<string> {
  const { faults, corpora } = await readGraphFile(graphFile(content, name));
  for (const corpus of corpora) corpus.dispose();
  const [fault] = faults;
  return fault === undefined ? "no fault" : `${String(fault.line)} ${fault.code} ${fault.message}`;
}

describe("a file that was damaged", () => {
  it("is refused where its last lines are missing", async () => {
    expect(await firstFault(lines.slice(0, -3))).toMatch(/^\d+ SEED_GRAPH_FILE the export was cut: .* export the graph again/);
  });

  it("is refused where it was cut within a line", async () => {
    const bytes = Buffer.from(lines.join("\n"));
    const fault = await firstFault(bytes.subarray(0, bytes.length / 2));
    const line = bytes
      .subarray(0, bytes.length / 2)
      .toString("utf8")
      .split("\n").length;
    expect(fault).toMatch(new RegExp(`^${String(line)} SEED_JSON .*the line was cut or changed: copy the file again`));
  });

  it("is refused where one letter of a text is another one", async () => {
    const fault = await firstFault(changed(lineWith('"The quay is closed."'), (text) => text.replace("The quay", "The quaj")));
    expect(fault).toMatch(new RegExp(`^${String(lines.length)} SEED_GRAPH_FILE .*checksum`));
  });

  it("is refused where a line is missing in the middle", async () => {
    const line = lineWith('"id":"topic:harbours"');
    expect(await firstFault(lines.filter((_, at) => at !== line - 1))).toMatch(/SEED_GRAPH_FILE .*lines are missing or were added/);
  });

  it("is refused where two lines have changed places", async () => {
    const [a, b] = [lineWith('"id":"person:ann"'), lineWith('"id":"person:ben"')];
    const swapped = lines.map((line, at) => (at === a - 1 ? (lines[b - 1] ?? "") : at === b - 1 ? (lines[a - 1] ?? "") : line));
    expect(await firstFault(swapped)).toMatch(/SEED_GRAPH_FILE .*checksum/);
  });

  it("is refused where its bytes are no UTF-8", async () => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    bytes[bytes.indexOf("Ann Grey")] = 0xff;
    expect(await firstFault(bytes)).toMatch(new RegExp(`^${String(lineWith("Ann Grey"))} SEED_ENCODING`));
  });

  it("is refused where its packed form is cut", async () => {
    const packed = gzipSync(lines.join("\n"));
    expect(await firstFault(packed.subarray(0, packed.length - 20), "graph.jsonl.gz")).toMatch(/SEED_GZIP .*cut off here/);
  });

  it("is refused where something stands behind its end", async () => {
    expect(await firstFault([...lines, lines[lines.length - 2] ?? ""])).toMatch(/SEED_GRAPH_FILE something stands behind the last line/);
  });

  it("is refused where it is empty", async () => {
    expect(await firstFault([])).toMatch(/SEED_GRAPH_FILE the export was cut/);
  });

  it("is refused with any one byte of it changed", async () => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    const step = Math.floor(bytes.length / 60);
    for (let at = 5; at < bytes.length - 1; at += step) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 0x01;
      expect(await firstFault(other)).not.toBe("no fault");
    }
  });
});

describe("a file of another kind", () => {
  it.each<[string, string[], RegExp]>([
    ["JSON lines of something else", ['{"name":"Ann"}'], /^1 SEED_GRAPH_FILE this is no export of Quoth/],
    ["no JSON", ["name,text"], /^1 SEED_JSON/],
    ["another form", ['{"is":"graph","format":2}'], /^1 SEED_GRAPH_FILE an export of form 2, this version reads form 1; /],
  ])("is refused: %s", async (_, content, expected) => {
    expect(await firstFault(content)).toMatch(expected);
  });

  it("of another model is read, and noted", async () => {
    const { faults, notes, corpora } = await readGraphFile(
      graphFile(resealed(changed(1, (text) => text.replace(/"ontology":"\w+"/, '"ontology":"0"')))),
    );
    for (const corpus of corpora) corpus.dispose();
    expect([faults.length, notes.map(({ code }) => code)]).toEqual([0, ["SEED_GRAPH_FILE"]]);
  });
});

/** Each with the checksum that fits it: the values themselves must be looked at. */
const ROWS: readonly [string, of: string, from: string | RegExp, to: string, fault: string][] = [
  ["a kind that the model does not have", '"id":"person:ben"', "person:ben", "robot:ben", 'SEED_REF_KIND "robot:ben" is no id of a record'],
  ["a node id of Neo4j", '"id":"person:ben"', '"person:ben"', '"4:8f3c0a6e-1:17"', 'SEED_REF_KIND "4:8f3c0a6e-1:17" is no id'],
  ["a node id of the embedded engine", '"id":"person:ben"', '"person:ben"', "17", "SEED_TYPE an id must be text such as person:ann"],
  ["the lock of a graph", '"id":"person:ben"', "person:ben", "lock:seed", 'SEED_REF_KIND "lock:seed"'],
  [
    "a record of another dataset",
    '"id":"statement:town/closed"',
    "town/closed",
    "other/closed",
    "SEED_REF_KIND statement:other/closed does not belong",
  ],
  [
    "a report that is no report",
    '"reportIds":["',
    /"reportIds":\["[^"]+"/,
    '"reportIds":["person:ben"',
    '"reportIds" wants the id of a report, got',
  ],
  ["a shared id with a corpus in it", '"id":"person:ben"', "person:ben", "person:town/ben", "write person:slug"],
  ["a number where a text is wanted", '"id":"person:ben"', '"name":"Ben"', '"name":7', 'SEED_TYPE "name" must be text, got 7'],
  ["a text where a number is wanted", '"role":"CONTENT"', /"start":\d+/, '"start":"32"', 'SEED_TYPE "start" must be a whole number'],
  [
    "a text where a list is wanted",
    '"aliases":["',
    /"aliases":\[[^\]]*\]/,
    '"aliases":"Ann"',
    'SEED_TYPE "aliases" must be a list of texts',
  ],
  ["null", '"id":"person:ben"', '"name":"Ben"', '"name":null', 'SEED_TYPE "name" must be text, got null'],
  ["no name", '"id":"person:ben"', '"name":"Ben"', "", 'SEED_REQUIRED a Person needs "name"'],
  [
    "a property of no kind",
    '"id":"person:ben"',
    '"name":',
    '"nmae":"B","name":',
    'SEED_UNKNOWN_FIELD a Person has no property "nmae", did you mean "name"?',
  ],
  [
    "a helper of the store",
    '"id":"person:ben"',
    '"name":',
    '"nameKey":"x","name":',
    'SEED_UNKNOWN_FIELD a Person has no property "nameKey"',
  ],
  [
    "a value that the list does not have",
    '"genre":"NEWS"',
    '"NEWS"',
    '"NEWZ"',
    'SEED_ENUM "NEWZ" is no value of "genre", did you mean "NEWS"?',
  ],
  ["an impossible day", '"saidAt":"2020-01-03"', '"saidAt":"2020-01-03"', '"saidAt":"2020-02-30"', 'SEED_DATE "2020-02-30"'],
  ["NUL", '"id":"person:ben"', '"Ben"', '"B\\u0000en"', 'SEED_CHARACTER "name" holds NUL'],
  ["half a surrogate pair", '"id":"person:ben"', '"Ben"', '"B\\ud800en"', 'SEED_CHARACTER "name"'],
  [
    "a moment that is none",
    '"id":"person:ben"',
    /"recordedAt":"[^"]+"/,
    '"recordedAt":"yesterday"',
    'SEED_TYPE "recordedAt" must be a moment',
  ],
  [
    "a relation of no type",
    '"type":"ATTRIBUTED_TO"',
    "ATTRIBUTED_TO",
    "ATRIBUTED_TO",
    'SEED_ENUM "ATRIBUTED_TO" is no relation of the model, did you mean',
  ],
  [
    "a relation to the wrong kind",
    '"type":"ATTRIBUTED_TO","to":"person:ann"',
    '"person:ann"',
    '"event:closing"',
    "SEED_REF_KIND ATTRIBUTED_TO does not lead to a Event",
  ],
  [
    "a second favoured speaker",
    '"type":"ATTRIBUTED_TO","to":"person:ben"',
    '"rank":"NORMAL"',
    '"rank":"PREFERRED"',
    "SEED_RANK statement:town/closed has two speakers of rank PREFERRED",
  ],
  [
    "what a statement of another dataset is about",
    '"id":"statement:town/closed"',
    '"is":"record","dataset":"dataset:town","id"',
    '"is":"relations","dataset":"dataset:town","from"',
    "SEED_REF_KIND statement:town/closed is a statement of another dataset",
  ],
  ["a relation from the wrong kind", '"type":"HELD"', "HELD", "SAID_IN", "SEED_REF_KIND SAID_IN does not begin at a Person"],
  [
    "an end that is nowhere in the file",
    '"type":"IN_DOCUMENT"',
    /document:town\/\w+/,
    "document:town/gone",
    "SEED_MISSING_REF the export has no document:town/gone; add its line",
  ],
  ["a relation that stands there twice", '"type":"IN_DOCUMENT"', /(\{"type":"IN_DOCUMENT"[^}]*\})/, "$1,$1", "SEED_DUPLICATE_RELATION"],
  [
    "a position id of another kind",
    '"positionId":"position:',
    /"positionId":"position:/,
    '"positionId":"report:',
    'SEED_REF_KIND "positionId" wants the id of a position',
  ],
  [
    "a dataset that no line describes",
    '"id":"person:ben"',
    '"dataset:town"',
    '"dataset:city"',
    'SEED_MISSING_REF no line before this one describes the dataset "dataset:city"',
  ],
  [
    "a line of no kind",
    '"id":"person:ben"',
    '"is":"record"',
    '"is":"recrod"',
    'SEED_SHAPE no line of an export is "recrod", did you mean "record"?',
  ],
  ["relations that are no list", '"id":"person:ann"', /"relations":\[.*\]/, '"relations":null', 'SEED_SHAPE "relations" must be a list'],
  [
    "properties that are no map",
    '"id":"person:ben"',
    /"properties":\{[^}]*\}/,
    '"properties":[]',
    'SEED_SHAPE "properties" of a Person must be a map',
  ],
  [
    "what was moved aside with a wrong value",
    '"is":"retracted"',
    /"retractedAt":"[^"]+"/,
    '"retractedAt":1',
    'SEED_TYPE "retractedAt" must be a moment',
  ],
];

describe("a file with a checksum that fits, and", () => {
  it.each(ROWS)("%s, is refused in its line", async (_, of, from, to, expected) => {
    const line = lineWith(of);
    const fault = await firstFault(resealed(changed(line, (text) => text.replace(from, to).replace('"properties":{,', '"properties":{'))));
    expect(fault.startsWith(`${String(line)} `)).toBe(true);
    expect(fault).toContain(expected);
  });

  it("a record twice, is refused at the second", async () => {
    const line = lineWith('"id":"person:ben"');
    const twice = [...lines.slice(0, line), ...lines.slice(line - 1)];
    expect(await firstFault(resealed(twice))).toContain(`${String(line + 1)} SEED_DUPLICATE_KEY person:ben stands in the export already`);
  });

  it("hashes that are none, is refused", async () => {
    const other = changed(lines.length, (text) => text.replace(/"dataset:town":"\w+"/, '"dataset:town":"x"'));
    expect(await firstFault(resealed(other))).toMatch(/SEED_GRAPH_FILE the last line must have the hash of each dataset/);
  });

  it("a thousand faults, is not read on", async () => {
    const many = Array.from({ length: 3000 }, () => '{"is":"nothing"}');
    const { faults } = await readGraphFile(graphFile([...lines.slice(0, 2), ...many]));
    expect(faults).toHaveLength(1000);
  });
});

describe("seedGraphFile", () => {
  it("writes nothing of a file that has a fault", async () => {
    const engine = await openEmpty();
    const before = await graphHash(engine);
    const file = graphFile(resealed(changed(lineWith('"genre":"NEWS"'), (text) => text.replace("NEWS", "NEWZ"))));
    const { faults } = await seedGraphFile(file, engine, OPTIONS);
    expect(faults.map(({ code }) => code)).toEqual(["SEED_ENUM"]);
    expect(await graphHash(engine)).toEqual(before);
    await engine.close();
  });

  it("loads datasets that refer to each other, whichever comes first", async () => {
    const source = await openEmpty();
    await runSeed([corpusFolder(TOWN), corpusFolder(OF_ANN)], source, OPTIONS);
    const [head = "", ...rest] = await exportLines(source);
    const datasets = rest.filter((line) => line.startsWith('{"is":"dataset"'));
    const records = rest.slice(datasets.length, -1);
    const backwards = resealed([head, ...datasets.reverse(), ...records.reverse(), rest[rest.length - 1] ?? ""]);
    const target = await openEmpty();
    const { faults, hashes } = await seedGraphFile(graphFile(backwards), target, OPTIONS);
    expect([faults, hashes?.differing]).toEqual([[], []]);
    await Promise.all([source.close(), target.close()]);
  });

  it("refuses one dataset that refers to another which the graph does not have, at its line", async () => {
    const source = await openEmpty();
    await runSeed([corpusFolder(TOWN), corpusFolder(OF_ANN)], source, OPTIONS);
    const alone = await exportLines(source, ["tiny"]);
    const target = await openEmpty();
    const { faults } = await seedGraphFile(graphFile(alone), target, OPTIONS);
    const line = alone.findIndex((each) => each.includes('"to":"person:ann"')) + 1;
    expect(faults.map((fault) => [fault.line, fault.code])).toEqual([[line, "SEED_MISSING_REF"]]);
    await Promise.all([source.close(), target.close()]);
  });
});
