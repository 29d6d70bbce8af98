import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import type { GraphHash } from "../../src/seeding/stored/content-sum";
import { runSeed } from "../../src/seeding/run-seed";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import type { Ended } from "../support/built-cli";
import { ensureBuilt, quoth } from "../support/built-cli";
import { engines } from "../support/engines";
import { neo4jAddress } from "../support/neo4j-for-this-file";
import { QUICK_SEED } from "../support/quick-seed";
import { killedCorpora } from "./support/killed-corpora";

const address = neo4jAddress();
const neo4j = engines.find(({ name }) => name === "neo4j");
const onNeo4j = neo4j && address ? describe : describe.skip;

jest.setTimeout(120_000);
beforeAll(ensureBuilt, 240_000);
afterAll(removeCorpusFolders);

async function hashOfOneRun(corpus: string): Promise<GraphHash> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: 30_000 });
  await runSeed([corpus], engine, { ...QUICK_SEED, now: () => new Date() });
  const hash = await graphHash(engine);
  await engine.close();
  return hash;
}

function changed({ stdout }: Ended): boolean {
  return (JSON.parse(stdout) as { changed: boolean }).changed;
}

onNeo4j("two seeders at once on one Neo4j", () => {
  const settings = { NEO4J_URI: address?.uri ?? "", NEO4J_USER: address?.user ?? "", NEO4J_PASSWORD: address?.password ?? "" };

  it("take turns: both end well, one of them finds nothing left to do, and the graph is that of one run (E6)", async () => {
    const engine = await neo4j?.open();
    if (!engine) throw new Error("There is no Neo4j.");
    const [corpus] = killedCorpora();
    const ends = await Promise.all([1, 2].map(() => quoth(["seed", corpus, "--json"], settings)));
    const hash = await graphHash(engine);
    await engine.close();
    expect(ends.map(({ exitCode, stderr }) => [exitCode, exitCode === 0 ? "" : stderr])).toEqual(Array(2).fill([0, ""]));
    expect(ends.map(changed).sort()).toEqual([false, true]);
    // They did meet.
    expect(ends.filter(({ stderr }) => stderr.includes("Another seeder is at work"))).toHaveLength(1);
    expect(hash).toEqual(await hashOfOneRun(corpus));
  });
});
