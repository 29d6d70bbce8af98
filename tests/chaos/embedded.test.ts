import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Random } from "../../bench/random";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { Asking } from "./asking";
import { chaosSeeds } from "./chaos-seeds";
import { seedTown, townVersions } from "./town-questions";
import type { TownVersion } from "./town-questions";

const SEEDS = chaosSeeds("embedded");
const MAX_MS = 10_000;
/** A seeder takes about as long from its start to its end. */
const SEEDER_MS = 900;
const KILLED = 0.7;

jest.setTimeout(120_000 + SEEDS.length * 30_000);

describe("an embedded store whose seeder and server are killed", () => {
  const store = mkdtempSync(join(tmpdir(), "quoth-chaos-"));
  const settings = { QUOTH_DATA_DIR: store, QUOTH_PORT: "0" };
  let versions: readonly [TownVersion, TownVersion];
  let present = 1;
  let killed = 0;
  beforeAll(async () => {
    ensureBuilt();
    versions = await townVersions();
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: MAX_MS });
    for (const { corpus } of [...versions, ...versions]) await seedTown(engine, corpus);
    await engine.close();
  }, 300_000);
  afterAll(() => {
    rmSync(store, { recursive: true, force: true });
    removeCorpusFolders();
  });

  /** Kills a seeder somewhere on its way, or not; then loads to the end. */
  async function load(random: Random, { corpus }: TownVersion): Promise<void> {
    if (random.next() < KILLED) {
      const seeder = startQuoth(["seed", corpus], settings);
      await Promise.race([exitOf(seeder), sleep(random.next() * SEEDER_MS)]);
      seeder.kill("SIGKILL");
      await exitOf(seeder);
      if (seeder.signalCode === "SIGKILL") killed++;
      await freeLease();
    }
    const { exitCode, stderr } = await quoth(["seed", corpus], settings);
    if (exitCode !== 0) throw new Error(stderr);
  }

  /** Nobody waits here for the lease of a dead seeder to end. */
  async function freeLease(): Promise<void> {
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: MAX_MS });
    await engine.write([{ text: "MATCH (l:SeedLock) WHERE l.until > 0 SET l.until = 1", parameters: {} }]);
    await engine.close();
  }

  /** A life of a server, which ends by kill -9 while it is asked. */
  async function live(random: Random, version: TownVersion): Promise<Asking> {
    const server: ChildProcess = startQuoth(["serve"], settings);
    const url = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
    const asking = new Asking(() => url, random, version, MAX_MS);
    await sleep(200 + random.below(500));
    // On a busy machine the first answer may take longer than that.
    for (const end = performance.now() + MAX_MS; asking.counts.right === 0 && performance.now() < end; ) await sleep(10);
    server.kill("SIGKILL");
    await exitOf(server);
    await asking.stop();
    return asking;
  }

  it.each(SEEDS)("has what was acknowledged, nothing twice, and gives right answers (QUOTH_CHAOS_SEED=%d)", async (seed) => {
    const random = new Random(seed);
    const to = versions[present === 1 ? 0 : 1];
    await load(random, to);
    present = 1 - present;
    const { wrong, counts } = await live(random, to);
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: MAX_MS });
    const { hash } = await graphHash(engine);
    await engine.close();
    expect([wrong, hash]).toEqual([[], to.hash]);
    expect(counts.right).toBeGreaterThan(0);
  });

  it("had its seeder killed", () => {
    expect(killed).toBeGreaterThanOrEqual(SEEDS.length > 5 ? 1 : 0);
  });
});
