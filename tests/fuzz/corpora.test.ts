import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { QuothError } from "../../src/errors";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { seedGraphFile } from "../../src/seeding/graph-file/seed-graph";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { ask } from "../contract/ask";
import { exportLines, graphFile, removeGraphFiles } from "../exporting/graph-lines";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import type { CorpusFiles } from "../seeding/support/corpus-folder";
import { engines } from "../support/engines";
import { nextMinute } from "../support/next-minute";
import { RandomCorpus } from "./random-corpus";

const SEED = Number(process.env["QUOTH_FUZZ_SEED"] ?? 20200103);
const CORPORA = Math.ceil(Number(process.env["QUOTH_FUZZ"] ?? 60) / 10);
/** Reading alone is quick. */
const HARMED_EACH = 10;
const READ_TIMEOUT_MS = 20_000;

jest.setTimeout(120_000 + CORPORA * 20_000);
afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

const options = () => {
  const now = nextMinute();
  return { texts: new Map<string, string>(), dryRun: false, now: () => now, waitMs: 0 };
};

/** Faults of files that were harmed are told, never thrown. */
async function load(engine: GraphEngine, files: CorpusFiles): Promise<SeedSummary> {
  return runSeed([corpusFolder(files)], engine, options());
}

async function texts(engine: GraphEngine): Promise<string[]> {
  const { statements } = await ask<{ statements: { nodes: { text: string }[] } }>(engine, "{ statements(first: 100) { nodes { text } } }");
  return statements.nodes.map(({ text }) => text).sort();
}

const present = engines.filter(({ skipped }) => skipped === null);

describe(`random corpora (QUOTH_FUZZ_SEED=${String(SEED)}) on ${present.map(({ name }) => name).join(" and ")}`, () => {
  const opened: GraphEngine[] = [];
  beforeAll(async () => {
    for (const each of present) opened.push(await each.open());
  }, 120_000);
  afterAll(async () => {
    for (const engine of opened) await engine.close();
  });

  it("are loaded one over the other into equal graphs, and so are their exports", async () => {
    for (let number = 0; number < CORPORA; number++) {
      const files = new RandomCorpus(SEED + number).files();
      const wanted = [...String(files["statements.yaml"]).matchAll(/^ {2}text: (.*)$/gm)].map(
        ([, text]) => JSON.parse(String(text)) as string,
      );
      const seen: unknown[] = [];
      for (const engine of opened) {
        const { faults } = await load(engine, files);
        seen.push({ faults, hash: (await graphHash(engine)).hash, texts: await texts(engine) });
      }
      const [first] = opened as [GraphEngine];
      const copy = await openEmbeddedEngine({ readTimeoutMs: READ_TIMEOUT_MS });
      await copy.ensureSchema(ONTOLOGY);
      const again = await seedGraphFile(graphFile(await exportLines(first), "graph.jsonl.gz"), copy, options());
      seen.push({ faults: again.faults, hash: (await graphHash(copy)).hash, texts: await texts(copy) });
      await copy.close();
      const right = { faults: [], hash: (await graphHash(first)).hash, texts: wanted.sort() };
      expect({ number, seen }).toEqual({ number, seen: seen.map(() => right) });
    }
  });

  it("are refused fault by fault where they are harmed, with nothing written, or are loaded", async () => {
    const [engine] = opened as [GraphEngine];
    const outcomes = { refused: 0, loaded: 0 };
    for (let number = 0; number < CORPORA * HARMED_EACH; number++) {
      const random = new RandomCorpus(SEED + 10_000 + number);
      const files = random.harmed(random.files());
      const before = (await graphHash(engine)).hash;
      const outcome = await load(engine, files).catch((error: unknown) => error);
      // A thrown error is one of Quoth's, such as a file that cannot be read at all.
      if (outcome instanceof Error) {
        expect({ number, files, outcome: outcome instanceof QuothError ? "named" : String(outcome.stack) }).toMatchObject({
          outcome: "named",
        });
        continue;
      }
      const { faults } = outcome as SeedSummary;
      outcomes[faults.length > 0 ? "refused" : "loaded"]++;
      const named = faults.filter(({ file, line, code, message }) => file && line > 0 && code && message);
      expect({ number, files, named: named.length }).toEqual({ number, files, named: faults.length });
      if (faults.length > 0) expect((await graphHash(engine)).hash).toBe(before);
      const checked = await checkCorpora([corpusFolder(files)], { texts: new Map() });
      for (const corpus of checked.corpora) corpus.dispose();
      // What a check finds, a load finds as well.
      if (checked.faults.length > 0) expect({ number, files, faults: faults.length }).not.toMatchObject({ faults: 0 });
    }
    expect(Math.min(outcomes.refused, outcomes.loaded)).toBeGreaterThan(0);
  });
});
