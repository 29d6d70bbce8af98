import type { GraphEngine } from "../../../src/graph/engine";
import { graphHash } from "../../../src/seeding/stored/graph-hash";
import { runSeed } from "../../../src/seeding/run-seed";
import { describeOnEngines } from "../../support/engines";
import type { CorpusFiles } from "../support/corpus-folder";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { OF_ANN, TOWN, TOWN_2 } from "../support/town-corpus";
import { QUICK_SEED } from "../../support/quick-seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

/** Of the town alone, on every engine. */
const TOWN_HASHES = new Set<string>();

let clock = Date.UTC(2026, 0, 1);
async function seed(engine: GraphEngine, ...corpora: CorpusFiles[]): Promise<void> {
  const now = new Date((clock += 60_000));
  const summary = await runSeed(corpora.map(corpusFolder), engine, { ...QUICK_SEED, now: () => now });
  expect(summary.faults).toEqual([]);
}

describeOnEngines("graphHash", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it("is the same for the same content, whenever and on whichever engine it was loaded", async () => {
    await seed(engine, TOWN);
    const { hash, nodes, relations } = await graphHash(engine);
    TOWN_HASHES.add(hash);
    expect([...TOWN_HASHES]).toHaveLength(1);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    const [counted] = await engine.read({
      text: "MATCH (a)-[r]->(b) WHERE type(r) <> 'SPOKE_ABOUT' RETURN count(r) AS relations",
      parameters: {},
    });
    // Sixteen records and their Dataset.
    expect({ nodes, relations }).toEqual({ nodes: 17, ...counted });
  });

  it.each([
    ["a value", "MATCH (n:Person {id: 'person:ann'}) SET n.name = 'Anne Grey'"],
    ["a label", "MATCH (n:Person {id: 'person:ann'}) SET n:Retracted"],
    ["a value of a relation", "MATCH (:Person {id: 'person:ann'})-[r:RELATED_TO]->(:Person) SET r.label = 'foe of'"],
    [
      "the direction of a relation",
      "MATCH (a:Person)-[r:RELATED_TO]->(b:Person) CREATE (b)-[x:RELATED_TO]->(a) SET x = properties(r) DELETE r",
    ],
    ["a relation that is there twice", "MATCH (a:Person)-[r:RELATED_TO]->(b:Person) CREATE (a)-[x:RELATED_TO]->(b) SET x = properties(r)"],
  ])("changes with %s", async (_what, text) => {
    await seed(engine, TOWN);
    const before = await graphHash(engine);
    await engine.write([{ text, parameters: {} }]);
    expect((await graphHash(engine)).hash).not.toBe(before.hash);
  });

  it("counts what was moved aside", async () => {
    await seed(engine, TOWN_2);
    const without = await graphHash(engine);
    await seed(engine, TOWN);
    await seed(engine, TOWN_2);
    expect((await graphHash(engine)).nodes).toBeGreaterThan(without.nodes);
  });

  it("of one corpus does not depend on the others, even where they refer to it", async () => {
    await seed(engine, TOWN);
    const alone = await graphHash(engine, "town");
    await seed(engine, OF_ANN);
    expect(await graphHash(engine, "town")).toEqual(alone);
    const [all, other] = [await graphHash(engine), await graphHash(engine, "tiny")];
    expect(all.nodes).toBe(alone.nodes + other.nodes);
    expect(all.relations).toBe(alone.relations + other.relations);
  });
});
