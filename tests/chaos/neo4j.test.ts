import { Random } from "../../bench/random";
import { buildQuothSchema } from "../../src/api/build-schema";
import { readConfig } from "../../src/config/read-config";
import type { GraphEngine } from "../../src/graph/engine";
import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import { createServer } from "../../src/http/create-server";
import type { QuothServer } from "../../src/http/quoth-server";
import { VERSION_LEASE_MS } from "../../src/model/version-lease";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { readDataChange, readDataVersion } from "../../src/seeding/stored/read-data-version";
import { send } from "../http/send";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import { engines } from "../support/engines";
import { FaultyProxy } from "../support/faulty-proxy";
import { neo4jAddress } from "../support/neo4j-for-this-file";
import { Asking } from "./asking";
import { chaosSeeds } from "./chaos-seeds";
import { faultPlan } from "./fault-plan";
import { seedTown, townVersions } from "./town-questions";
import type { TownVersion } from "./town-questions";

const READ_TIMEOUT_MS = 5000;
/** Promised are the time of a read and a moment; a test machine may be busy. */
const MAX_MS = READ_TIMEOUT_MS + 3000;
const RETRY_MS = 20_000;
const LOAD_TRIES = 5;
const SEEDS = chaosSeeds("neo4j");

const address = neo4jAddress();
const onNeo4j = address ? describe : describe.skip;

jest.setTimeout(120_000 + SEEDS.length * 10_000);

onNeo4j("a server and a seeder on a Neo4j behind a network full of faults", () => {
  let versions: readonly [TownVersion, TownVersion];
  let direct: GraphEngine;
  let proxy: FaultyProxy;
  let loader: GraphEngine;
  let asker: GraphEngine;
  let server: QuothServer;
  let url: string;
  let present = 1;
  const totals: Record<string, number> = {};
  beforeAll(async () => {
    const { uri, user, password } = address ?? { uri: "", user: "", password: "" };
    direct = (await engines.find(({ name }) => name === "neo4j")?.open()) as GraphEngine;
    versions = await townVersions();
    for (const { corpus } of [...versions, ...versions]) await seedTown(direct, corpus);
    proxy = await FaultyProxy.start(Number(new URL(uri).port));
    const behind = { uri: `bolt://127.0.0.1:${String(proxy.port)}`, user, password };
    loader = await openNeo4jEngine({ ...behind, readTimeoutMs: RETRY_MS, retryTimeMs: RETRY_MS });
    asker = await openNeo4jEngine({ ...behind, readTimeoutMs: READ_TIMEOUT_MS, retryTimeMs: 2000 });
    server = await serve(asker);
    url = await server.listen();
  });
  afterAll(async () => {
    await server.close();
    for (const engine of [asker, loader, direct]) await engine.close();
    await proxy.close();
    removeCorpusFolders();
  });

  /** Loads the other version, again and again where it must be, while everything goes wrong as planned. */
  async function load(asking: Asking, to: TownVersion, from: TownVersion): Promise<void> {
    asking.loading(from, to);
    for (let tries = 1; ; tries++) {
      try {
        await seedTown(loader, to.corpus);
        return asking.loaded(to);
      } catch (error) {
        if (tries === LOAD_TRIES) throw error;
      }
    }
  }

  async function readyAgain(): Promise<boolean> {
    for (const end = performance.now() + 8000; performance.now() < end; ) if ((await send(`${url}/ready`)).status === 200) return true;
    return false;
  }

  it.each(SEEDS)("loses nothing, doubles nothing, and answers rightly or not at all (QUOTH_CHAOS_SEED=%d)", async (seed) => {
    const random = new Random(seed);
    const [from, to] = present === 1 ? [versions[1], versions[0]] : versions;
    const asking = new Asking(() => url, random, from, MAX_MS);
    proxy.follow(faultPlan(random));
    await load(asking, to, from);
    proxy.behave();
    present = 1 - present;
    await asking.stop();
    const { hash } = await graphHash(direct);
    expect(asking.wrong).toEqual([]);
    expect([hash, await readyAgain()]).toEqual([to.hash, true]);
    for (const [name, count] of Object.entries(asking.counts)) totals[name] = (totals[name] ?? 0) + count;
  });

  it("went through faults, and through answers", () => {
    const faults = Object.values(proxy.done).reduce((sum, each) => sum + each, 0);
    if (process.env["QUOTH_CHAOS"] !== undefined) process.stderr.write(`${JSON.stringify({ ...totals, ...proxy.done })}\n`);
    expect(faults).toBeGreaterThanOrEqual(SEEDS.length);
    expect(totals["right"]).toBeGreaterThan(SEEDS.length * 10);
  });
});

async function serve(engine: GraphEngine): Promise<QuothServer> {
  return createServer({
    // No answer is kept: each one is to come from the database.
    config: readConfig({}, { QUOTH_PORT: "0", QUOTH_LOG: "silent", QUOTH_ANSWER_CACHE: "4" }),
    engine,
    schema: buildQuothSchema(),
    questions: [],
    readDatasets: () => Promise.resolve([]),
    dataVersion: { read: () => readDataVersion(engine), leaseMs: VERSION_LEASE_MS },
    readDataChange: () => readDataChange(engine),
    quoth: "0.0.0",
  });
}
