import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { runSeed } from "../../src/seeding/run-seed";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { graphDump } from "../seeding/support/graph-dump";
import { ensureBuilt, exitOf, quoth, startQuoth } from "../support/built-cli";

const STATEMENTS = 4000;
/** Some batches are written by then, and most are not. */
const WRITTEN_BYTES = 2_000_000;

/** A corpus of several batches. */
function longCorpus(): string {
  const records = Array.from({ length: STATEMENTS }, (_, index) => {
    return `s${String(index)}:\n  text: Statement number ${String(index)}\n  speaker: ann\n  saidAt: 2020-01-0${String(1 + (index % 9))}\n  reports: [{ in: paper-a, type: DIRECT }]\n`;
  });
  return corpusFolder({
    "corpus.yaml": "id: long\ntitle: A long corpus\nversion: '1'\n",
    "people.yaml": "ann:\n  name: Ann\n",
    "documents.yaml": "paper-a:\n  genre: NEWS\n  publishedAt: 2020-02-01\n",
    "statements.yaml": records.join(""),
  });
}

function logBytes(store: string): number {
  const folder = join(store, "graph.db.wal");
  return existsSync(folder)
    ? readdirSync(folder).reduce((sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0), 0)
    : 0;
}

describe("quoth seed, killed in mid-load", () => {
  const store = mkdtempSync(join(tmpdir(), "quoth-killed-"));

  afterAll(() => {
    rmSync(store, { recursive: true, force: true });
    removeCorpusFolders();
  });

  it("ends, run again, in the graph of one clean run", async () => {
    ensureBuilt();
    const corpus = longCorpus();
    const child = startQuoth(["seed", corpus], { QUOTH_DATA_DIR: store });
    const watch = setInterval(() => {
      if (logBytes(store) > WRITTEN_BYTES) child.kill("SIGKILL");
    }, 5);
    await exitOf(child);
    clearInterval(watch);
    const again = await quoth(["seed", corpus, "--json"], { QUOTH_DATA_DIR: store });
    const summary = JSON.parse(again.stdout) as { corpora: { created: number; unchanged: number }[] };
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: 30_000 });
    const clean = await openEmbeddedEngine({ readTimeoutMs: 30_000 });
    await runSeed([corpus], clean, { texts: new Map(), dryRun: false, now: () => new Date() });
    const [killed, whole] = [await graphDump(engine), await graphDump(clean)];
    await engine.close();
    expect(child.signalCode).toBe("SIGKILL");
    expect(again.exitCode).toBe(0);
    // It was killed on the way, and what was written then stayed.
    expect(summary.corpora[0]?.created).toBeGreaterThan(0);
    expect(summary.corpora[0]?.unchanged).toBeGreaterThan(0);
    expect(killed).toEqual(whole);
  }, 120_000);
});
