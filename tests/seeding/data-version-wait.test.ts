import { DataVersion } from "../../src/http/data/data-version";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { VERSION_LEASE_MS, VERSION_WAIT_MS } from "../../src/model/version-lease";
import { readDataVersion } from "../../src/seeding/stored/read-data-version";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";
import type { CorpusFiles } from "./support/corpus-folder";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

/** Timers may fire a little early. */
const SLACK_MS = 5;
const TINY_2: CorpusFiles = { ...TINY, "places.yaml": "tehran:\n  name: Tehran, Iran\ngeorgia:\n  name: Georgia\n" };

let store: GraphEngine;
beforeEach(async () => {
  store = await openEmbeddedEngine({ readTimeoutMs: 10_000 });
});
afterEach(() => store.close());

/** The store under another name; `wroteAt` is when its last write of data ended. */
function named(name: GraphEngine["name"]): { engine: GraphEngine; wroteAt: () => number } {
  let wroteAt = -Infinity;
  const write: GraphEngine["write"] = async (statements) => {
    const answers = await store.write(statements);
    if (statements.some(({ text }) => text.includes("DataVersion"))) wroteAt = performance.now();
    return answers;
  };
  const engine = new Proxy(store, {
    get(target, key) {
      if (key === "name") return name;
      if (key === "write") return write;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  return { engine, wroteAt: () => wroteAt };
}

async function seed(engine: GraphEngine, corpus: CorpusFiles): Promise<SeedSummary> {
  return runSeed([corpusFolder(corpus)], engine, { texts: new Map(), dryRun: false, now: () => new Date(), waitMs: 0 });
}

describe("the end of a load", () => {
  it("comes after the leases of all servers have ended, where there may be others", async () => {
    const { engine, wroteAt } = named("neo4j");
    await seed(engine, TINY);
    expect(performance.now() - wroteAt()).toBeGreaterThanOrEqual(VERSION_WAIT_MS - SLACK_MS);
  });

  it("comes at once where nothing was written", async () => {
    const { engine } = named("neo4j");
    await seed(engine, TINY);
    const begin = performance.now();
    const { changed } = await seed(engine, TINY);
    expect([changed, performance.now() - begin < VERSION_WAIT_MS]).toEqual([false, true]);
  });

  it("comes at once on the embedded store, which no other process can have open", async () => {
    const { engine, wroteAt } = named("embedded");
    await seed(engine, TINY);
    expect(performance.now() - wroteAt()).toBeLessThan(VERSION_WAIT_MS);
  });

  it("finds no server that still trusts an older version", async () => {
    const { engine } = named("neo4j");
    await seed(engine, TINY);
    const servers = Array.from({ length: 5 }, () => new DataVersion({ read: () => readDataVersion(store), leaseMs: VERSION_LEASE_MS }));
    // Kept busy, each at a beat of its own, so that their leases end at all kinds of moments.
    const beats = servers.map((server, index) => setInterval(() => void server.settle(), 7 + 13 * index));
    await Promise.all(servers.map((server) => server.settle()));
    const before = await readDataVersion(store);
    const { dataVersion, changed } = await seed(engine, TINY_2);
    const known = servers.map((server) => server.known());
    beats.forEach(clearInterval);
    servers.forEach((server) => server.stop());
    expect([changed, dataVersion === before]).toEqual([true, false]);
    expect(known.filter((each) => each !== null && each !== dataVersion)).toEqual([]);
  });
});
