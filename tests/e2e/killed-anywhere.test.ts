import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Random } from "../../bench/random";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import type { GraphHash } from "../../src/seeding/stored/content-sum";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import { ensureBuilt, exitOf, startQuoth } from "../support/built-cli";
import { neo4jAddress } from "../support/neo4j-for-this-file";
import type { Neo4jProcess } from "../support/neo4j-process";
import { freePort, NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../support/neo4j-process";
import { pairTotals } from "../support/pair-totals";
import { killedCorpora } from "./support/killed-corpora";
import { QUICK_SEED } from "../support/quick-seed";

/** `QUOTH_KILLS=100` tries harder, above all on Neo4j; `QUOTH_KILL_SEED` repeats a run. */
const GIVEN = process.env["QUOTH_KILLS"];
const KILLS = Number(GIVEN ?? 20);
const NEO4J_KILLS = GIVEN === undefined ? 2 : KILLS;
/** A database takes long to come back: it is killed only when that is asked for. */
const itWhenAsked = GIVEN === undefined ? it.skip : it;
const SEED = Number(process.env["QUOTH_KILL_SEED"] ?? Date.now() % 1_000_000);
const TIMES = { readTimeoutMs: 30_000, retryTimeMs: 60_000 };
const LEASE_MS = 60_000;
const PATIENCE_MS = 8000;

const random = new Random(SEED);
const onOwnNeo4j = neo4jAddress() ? describe : describe.skip;

jest.setTimeout(120_000 + KILLS * 40_000);
beforeAll(ensureBuilt, 240_000);
afterAll(removeCorpusFolders);

/** A run of its own may not wait for the lease of a killed one to end: its clock is ahead of that. */
async function seedHere(engine: GraphEngine, corpus: string): Promise<void> {
  const now = (): Date => new Date(Date.now() + LEASE_MS);
  await runSeed([corpus], engine, { ...QUICK_SEED, now, waitMs: 30_000 });
  // Given back, the lock would still bear that clock's time.
  await engine.write([{ text: "MATCH (l:SeedLock) SET l.holder = '', l.until = 0", parameters: {} }]);
}

/** What clean runs make of the versions in turn: what was moved aside and came back is the same from the third on. */
async function cleanHashes(corpora: readonly [string, string], loads: number): Promise<GraphHash[]> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: TIMES.readTimeoutMs });
  const hashes: GraphHash[] = [];
  for (let load = 0; load < loads; load++) {
    await seedHere(engine, corpora[load % 2 === 0 ? 0 : 1]);
    hashes.push(await graphHash(engine));
  }
  await engine.close();
  return hashes;
}

/** What differs from the graph of a clean run, helpers included; null where nothing does. */
async function differs(engine: GraphEngine, expected: string | undefined): Promise<string | null> {
  if ((await graphHash(engine)).hash !== expected) return "other records";
  const { kept, told } = await pairTotals(engine);
  return kept.join() === told.join() ? null : "other numbers of pairs";
}

/** Kills a process when something has come so far. @returns whether it was killed before it ended by itself */
async function killWhen(child: ChildProcess, isTime: () => boolean | Promise<boolean>): Promise<boolean> {
  let ended = false;
  const exit = exitOf(child).then(() => (ended = true));
  while (!ended && !(await isTime())) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill("SIGKILL");
  await exit;
  return child.signalCode === "SIGKILL";
}

function logBytes(store: string): number {
  const folder = join(store, "graph.db.wal");
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** How much is written by the load of each version onto the other, all but the end of it. */
const LOG_BYTES = 1_000_000;

describe(`a seeder killed at random points (QUOTH_KILL_SEED=${String(SEED)})`, () => {
  const store = mkdtempSync(join(tmpdir(), "quoth-killed-"));
  afterAll(() => rmSync(store, { recursive: true, force: true }));

  it(`leaves an embedded store that the next run brings to the graph of a clean one, ${String(KILLS)} times`, async () => {
    const corpora = killedCorpora();
    const clean = await cleanHashes(corpora, 4);
    const wrong: string[] = [];
    let [killed, load, broken] = [0, 0, 0];
    for (; killed < KILLS && load < 3 * KILLS; load++) {
      const corpus = corpora[load % 2 === 0 ? 0 : 1];
      const bytes = random.next() * LOG_BYTES;
      const child = startQuoth(["seed", corpus], { QUOTH_DATA_DIR: store });
      killed += (await killWhen(child, () => logBytes(store) > bytes)) ? 1 : 0;
      const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: TIMES.readTimeoutMs });
      const isBroken = await engine.read({ text: "MATCH (d:Dataset {loading: true}) RETURN d.id AS id", parameters: {} });
      broken += isBroken.length;
      await seedHere(engine, corpus);
      const fault = await differs(engine, clean[load < 4 ? load : 2 + (load % 2)]?.hash);
      await engine.close();
      if (fault !== null) wrong.push(`load ${String(load)}, killed at ${String(bytes)} bytes: ${fault}`);
    }
    expect(wrong).toEqual([]);
    expect(killed).toBe(KILLS);
    // Most of them in mid-load, and not before its first write or after its last.
    expect(broken).toBeGreaterThan(KILLS / 3);
  });
});

onOwnNeo4j(`a load into Neo4j broken off at random points (QUOTH_KILL_SEED=${String(SEED)})`, () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-killed-neo4j-"));
  let database: Neo4jProcess;
  let engine: GraphEngine;
  let environment: Record<string, string>;
  let clean: GraphHash[];
  let load = 0;
  const corpora = killedCorpora();

  const start = async (port: number): Promise<void> => {
    database = await startNeo4j({ ports: [port], folder });
    environment = { NEO4J_URI: database.uri, NEO4J_PASSWORD: NEO4J_TEST_PASSWORD };
    engine = await openNeo4jEngine({ uri: database.uri, user: NEO4J_TEST_USER, password: NEO4J_TEST_PASSWORD, ...TIMES });
  };
  beforeAll(async () => {
    await start(await freePort());
    clean = await cleanHashes(corpora, 4);
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Told when a seeder has written as many batches; each names itself on the lock. */
  const afterBatches = (batches: number): (() => Promise<boolean>) => {
    const seen = new Set<unknown>();
    return async () => {
      const [row] = await engine.read({ text: "MATCH (l:SeedLock) RETURN l.batch AS batch", parameters: {} }).catch(() => []);
      if (row?.["batch"] != null) seen.add(row["batch"]);
      return seen.size > batches;
    };
  };
  const nextLoad = (): { corpus: string; expected: string | undefined } => {
    const at = load++;
    return { corpus: corpora[at % 2 === 0 ? 0 : 1], expected: clean[at < 4 ? at : 2 + (at % 2)]?.hash };
  };

  it(`ends, run again, in the graph of a clean run when the seeder is killed, ${String(NEO4J_KILLS)} times`, async () => {
    const wrong: string[] = [];
    for (let kill = 0; kill < NEO4J_KILLS; kill++) {
      const { corpus, expected } = nextLoad();
      const batches = Math.floor(random.next() * 6);
      await killWhen(startQuoth(["seed", corpus], environment), afterBatches(batches));
      await seedHere(engine, corpus);
      const fault = await differs(engine, expected);
      if (fault !== null) wrong.push(`load ${String(load)}, killed after ${String(batches)} batches: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  itWhenAsked(`ends in it when the database is killed, ${String(KILLS)} times`, async () => {
    const wrong: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const { corpus, expected } = nextLoad();
      const isTime = afterBatches(1 + Math.floor(random.next() * 4));
      const child = startQuoth(["seed", corpus], environment);
      while (!(await isTime()) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
      const port = Number(new URL(database.uri).port);
      process.kill(database.pid, "SIGKILL");
      await database.stop();
      await engine.close();
      await start(port);
      // It may wait for the database and go on, or have given up; a long wait is cut short by a second kill.
      const cut = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await exitOf(child);
      clearTimeout(cut);
      await seedHere(engine, corpus);
      const fault = await differs(engine, expected);
      if (fault !== null) wrong.push(`load ${String(load)}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });
});
