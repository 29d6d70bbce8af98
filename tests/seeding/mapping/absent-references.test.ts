import type { GraphEngine } from "../../../src/graph/engine";
import { runSeed } from "../../../src/seeding/run-seed";
import type { SeedSummary } from "../../../src/seeding/run-seed";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";
import { mapping, TABLES } from "../support/check-tables";
import { corpusFolder, removeCorpusFolders, TINY } from "../support/corpus-folder";
import type { CorpusFiles } from "../support/corpus-folder";
import { openGraph, readLines } from "../support/load-tables";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openGraph();
});
afterEach(() => engine.close());

interface Load {
  readonly summary: SeedSummary;
  /** Rows that were left out, each with the reason. */
  readonly left: readonly string[];
}
async function load(...corpora: CorpusFiles[]): Promise<Load> {
  const left: string[] = [];
  const now = nextMinute();
  const summary = await runSeed(corpora.map(corpusFolder), engine, {
    ...QUICK_SEED,
    now: () => now,
    tables: () => ({
      onBadRow: ({ raw }, faults) => left.push(`${raw}: ${faults.map(({ message }) => message.replace(/ \(as .*/, "")).join("; ")}`),
    }),
  });
  return { summary, left };
}

const said = (...rows: string[]): CorpusFiles => ({
  "corpus.yaml": TABLES,
  "mapping.yaml": mapping(["about: [<about>]", "respondsTo: { when: <to>, statement: <to>, kind: DENIES }"]),
  "said.csv": `id,text,about,to\n${rows.join("\n")}\n`,
});
const STATEMENTS = "MATCH (s:Statement) WHERE s.dataset = 'dataset:tables' RETURN s.id AS id";
/** It answers a statement of those. */
const OTHER: CorpusFiles = {
  ...TINY,
  "statements.yaml": String(TINY["statements.yaml"]).replace("speaker:", 'variantOf: ["statement:tables/1"]\n  speaker:'),
};
const NOWHERE = "2,Two,person:nowhere,";

describe("a row that refers to what is nowhere", () => {
  it("is left out, and the others are loaded", async () => {
    const { summary, left } = await load(said("1,One,,", NOWHERE, "3,Three,,statement:tables/2", "4,Four,,"));
    expect(summary.faults).toEqual([]);
    expect(left).toEqual([
      `${NOWHERE}: the graph has no person:nowhere; load the corpus that defines it first, or correct the id`,
      '3,Three,,statement:tables/2: no statement "2"; add it, or correct the slug',
    ]);
    expect(await readLines(engine, STATEMENTS)).toEqual(["statement:tables/1", "statement:tables/4"]);
  });

  it("is loaded once the graph has it, or a corpus given before or behind", async () => {
    const other = { ...TINY, "people.yaml": `${String(TINY["people.yaml"])}nowhere:\n  name: N\n` };
    for (const corpora of [[said(NOWHERE), other], [other, said(NOWHERE)], [said(NOWHERE)]])
      expect(await load(...corpora)).toMatchObject({ summary: { faults: [] }, left: [] });
    expect((await load(TINY, said("1,One,,", NOWHERE))).left).toHaveLength(1);
  });

  it("is left out, too, where a corpus that is given does not have it, and where its own gives it up", async () => {
    const { summary, left } = await load(TINY, said("1,One,,statement:tiny/s1", "2,Two,,statement:tiny/s9"));
    expect([summary.faults, left]).toEqual([[], ['2,Two,,statement:tiny/s9: no statement "s9" in the corpus "tiny", did you mean "s1"?']]);
    const own = { "people.yaml": "old:\n  name: Old\n" };
    expect((await load({ ...said("1,One,person:old,"), ...own })).left).toEqual([]);
    expect((await load(said("1,One,person:old,", "2,Two,,"))).left).toHaveLength(1);
    expect(await readLines(engine, STATEMENTS)).toEqual(["statement:tables/2"]);
  });

  it("is not one that refers to a corpus whose tables need not be read again", async () => {
    const folders = [said("1,One,,"), OTHER].map(corpusFolder);
    const notes: string[][] = [];
    for (let count = 0; count < 3; count += 1) {
      const now = nextMinute();
      const summary = await runSeed(folders, engine, { ...QUICK_SEED, now: () => now });
      expect(summary.faults).toEqual([]);
      notes.push(summary.notes.map(({ code }) => code));
    }
    // The other one's entities are names that rows may mean, from the second time on.
    expect(notes).toEqual([[], [], ["SEED_UNCHANGED"]]);
  });

  it("is told at each load, and a record of a file that refers to it stays a fault", async () => {
    const corpus = said("1,One,,", NOWHERE);
    await load(corpus);
    expect(await load(corpus)).toMatchObject({ summary: { faults: [], changed: false }, left: [expect.stringContaining(NOWHERE)] });
    const events = { "events.yaml": "e:\n  name: E\n  involved: [{ entity: person:nowhere }]\n" };
    const { summary } = await load({ ...corpus, ...events });
    expect(summary.faults.map(({ code, line }) => [code, line])).toEqual([["SEED_MISSING_REF", 3]]);
  });
});
