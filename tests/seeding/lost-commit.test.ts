import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import { engines } from "../support/engines";
import { startLossyProxy } from "../support/lossy-proxy";
import { neo4jAddress } from "../support/neo4j-for-this-file";
import { corpusFolder, removeCorpusFolders } from "./support/corpus-folder";
import { graphDump } from "./support/graph-dump";
import { TOWN, TOWN_2 } from "./support/town-corpus";
import { nextMinute } from "../support/next-minute";
import { QUICK_SEED } from "../support/quick-seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

const address = neo4jAddress();
const onNeo4j = address ? describe : describe.skip;
const TIMES = { readTimeoutMs: 10_000, retryTimeMs: 30_000 };

onNeo4j("a COMMIT whose answer is lost", () => {
  it("doubles nothing and loses nothing, whichever transaction it ends", async () => {
    const direct = await engines.find(({ name }) => name === "neo4j")?.open();
    if (!address || !direct) throw new Error("There is no Neo4j.");
    const folders = [TOWN, TOWN_2].map((corpus) => corpusFolder(corpus));
    const load = async (engine: typeof direct, folder: string): Promise<unknown> => {
      const now = nextMinute();
      return runSeed([folder], engine, { ...QUICK_SEED, now: () => now });
    };
    const proxy = await startLossyProxy(Number(new URL(address.uri).port));
    const lossy = await openNeo4jEngine({ ...address, uri: `bolt://127.0.0.1:${String(proxy.port)}`, ...TIMES });
    for (const folder of folders) await load(lossy, folder);
    const [lost, dump, hash] = [proxy.lost(), await graphDump(direct), await graphHash(direct)];
    await lossy.close();
    await proxy.close();
    await direct.close();

    const clean = await engines.find(({ name }) => name === "neo4j")?.open();
    if (!clean) throw new Error("There is no Neo4j.");
    for (const folder of folders) await load(clean, folder);
    const [cleanDump, cleanHash] = [await graphDump(clean), await graphHash(clean)];
    await clean.close();
    expect(lost).toBeGreaterThan(10);
    expect(dump).toEqual(cleanDump);
    expect(hash).toEqual(cleanHash);
  });
});
