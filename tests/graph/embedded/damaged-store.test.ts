import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Random } from "../../../bench/random";
import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../../src/graph/engine";
import { graphHash } from "../../../src/seeding/stored/graph-hash";
import { runSeed } from "../../../src/seeding/run-seed";
import { ensureBuilt } from "../../support/built-cli";

const CORPUS = join(__dirname, "../../corpora/harbour-2021");
const ENGINE = join(__dirname, "../../../dist/graph/embedded/embedded-engine.js");
const BATCHES = 40;
const SIZE = 10;
/** A bit flipped here and there; the same ones each time. */
const FLIPS = 12;
const READ_TIMEOUT_MS = 20_000;

/** What is done to the bytes of a file; null takes the file away. */
type Harm = readonly [name: string, harm: ((bytes: Buffer) => Buffer) | null];

const random = new Random(9);
const HARMS: readonly Harm[] = [
  ["cut in half", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["without its last byte", (bytes) => bytes.subarray(0, -1)],
  ["empty", () => Buffer.alloc(0)],
  ["zero-filled", (bytes) => Buffer.alloc(bytes.length)],
  ["deleted", null],
  ...Array.from({ length: FLIPS }, (_, index): Harm => [`with bit flip ${String(index + 1)}`, flipBit]),
];

function flipBit(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** Opens a store that is loaded already, and writes batches that no load has noted, until it is killed. */
const WRITER = `
const { openEmbeddedEngine } = require(process.argv[1]);
(async () => {
  const engine = await openEmbeddedEngine({ folder: process.argv[2], readTimeoutMs: 10000 });
  for (let batch = 0; batch < ${String(BATCHES)}; batch++) {
    const ids = Array.from({ length: ${String(SIZE)} }, (_, at) => "topic:b" + batch + "-" + at);
    await engine.write([{ text: "UNWIND $p_ids AS id CREATE (:Entity:Topic {id: id, batch: $p_batch})", parameters: { p_ids: ids, p_batch: batch } }]);
  }
  process.stdout.write("written");
  setInterval(() => undefined, 1000);
})();`;

describe("an embedded store", () => {
  const root = mkdtempSync(join(tmpdir(), "quoth-damaged-"));
  const [loaded, killed] = [join(root, "loaded"), join(root, "killed")];
  let whole: string;

  beforeAll(async () => {
    ensureBuilt();
    const engine = await openEmbeddedEngine({ folder: loaded, readTimeoutMs: READ_TIMEOUT_MS });
    await runSeed([CORPUS], engine, { texts: new Map(), dryRun: false, now: () => new Date() });
    whole = (await graphHash(engine)).hash;
    await engine.close();
    cpSync(loaded, killed, { recursive: true });
    const child = spawn(process.execPath, ["-e", WRITER, ENGINE, killed], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", () => child.kill("SIGKILL"));
    await new Promise((resolve) => child.once("exit", resolve));
  }, 240_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** What becomes of a copy of a store of which one file is harmed. */
  async function open(store: string, file: string, [, harm]: Harm, look: (engine: GraphEngine) => Promise<unknown>): Promise<unknown> {
    const folder = mkdtempSync(join(root, "harmed-"));
    cpSync(store, folder, { recursive: true });
    const path = join(folder, file);
    if (harm === null) rmSync(path);
    else writeFileSync(path, harm(readFileSync(path)));
    try {
      const engine = await openEmbeddedEngine({ folder, readTimeoutMs: READ_TIMEOUT_MS });
      const seen = await look(engine);
      await engine.close();
      return seen;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return /^STORE_(UNUSABLE|INCOMPLETE)$/.test(code ?? "") && message.includes(folder) ? "refused by name" : error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it.each(HARMS)("is refused by name, or has all that the last load left, where its file is %s", async (...harm) => {
    const outcome = await open(loaded, "graph.db", harm, async (engine) => (await graphHash(engine)).hash);
    expect(["refused by name", whole]).toContain(outcome);
    // Of these nothing can be left.
    if (/half|empty|zero|deleted/.test(harm[0])) expect(outcome).toBe("refused by name");
  });

  it.each(HARMS)("keeps what the last load left, and no batch in part, where its log is %s", async (...harm) => {
    const log = join("graph.db.wal", readdirSync(join(killed, "graph.db.wal")).sort().at(-1) ?? "");
    const outcome = await open(killed, log, harm, async (engine) => {
      const text = "MATCH (n:Topic) WHERE n.batch IS NOT NULL WITH n.batch AS batch, count(*) AS size RETURN batch, size ORDER BY batch";
      const batches = await engine.read({ text, parameters: {} });
      const isPrefix = batches.every((row, index) => row["batch"] === index && row["size"] === SIZE);
      await engine.write([{ text: "MATCH (n:Topic) WHERE n.batch IS NOT NULL DETACH DELETE n", parameters: {} }]);
      return { isPrefix, hash: (await graphHash(engine)).hash };
    });
    expect(["refused by name", { isPrefix: true, hash: whole }]).toContainEqual(outcome);
  });
});
