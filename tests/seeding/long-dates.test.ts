import type { GraphEngine } from "../../src/graph/engine";
import { isNodeIntact, nodeRow } from "../../src/seeding/stored/node-row";
import { runSeed } from "../../src/seeding/run-seed";
import { describeOnEngines } from "../support/engines";
import { QUICK_SEED } from "../support/quick-seed";
import { corpusFolder, removeCorpusFolders } from "./support/corpus-folder";
import { TOWN } from "./support/town-corpus";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

const rowOf = (label: string, properties: Record<string, string>): Readonly<Record<string, unknown>> =>
  nodeRow({ label, id: `${label.toLowerCase()}:a/b`, properties }, "dataset:a", "").properties;

describe("how long a date is", () => {
  it.each([
    ["Statement", "saidAt", "198X", 3653],
    ["Document", "publishedAt", "2020", 366],
    ["Report", "reportedAt", "2020-02-03/2020-02-04", 7],
    ["Statement", "saidAt", "2020-02-03", undefined],
    ["Statement", "saidAt", "2020-02-03T10:00:00Z", undefined],
    ["Event", "startedAt", "2020", undefined],
  ])("stands beside %s.%s %s as %p: where it is sorted by, and longer than a day", (label, property, date, days) => {
    expect(rowOf(label, { [property]: date })[`${property}MaxDays`]).toBe(days);
  });

  it("is part of what a record is known again by", () => {
    const stored = rowOf("Statement", { text: "Words", saidAt: "2020" }) as Parameters<typeof isNodeIntact>[1];
    expect(isNodeIntact("Statement", stored)).toBe(true);
    expect(isNodeIntact("Statement", { ...stored, saidAtMaxDays: 31 })).toBe(false);
  });
});

describeOnEngines("how long a date is", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it("follows the corpus from load to load", async () => {
    const found: unknown[] = [];
    for (const date of ["2020-01-03", "2020", "2020-01", "2020-01-03"]) {
      const corpus = { ...TOWN, "statements.yaml": String(TOWN["statements.yaml"]).replace("saidAt: 2020-01-03", `saidAt: ${date}`) };
      await runSeed([corpusFolder(corpus)], engine, { ...QUICK_SEED, now: () => new Date() });
      const text = "MATCH (n:Statement {id: 'statement:town/closed'}) RETURN n.saidAt AS date, n.saidAtMaxDays AS days";
      found.push(...(await engine.read({ text, parameters: {} })).map(({ date: saidAt, days }) => [saidAt, days ?? null]));
    }
    expect(found).toEqual([
      ["2020-01-03", null],
      ["2020", 366],
      ["2020-01", 31],
      ["2020-01-03", null],
    ]);
  });
});
