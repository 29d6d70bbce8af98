import type { GraphEngine } from "../../../src/graph/engine";
import { graphHash } from "../../../src/seeding/stored/graph-hash";
import { describeOnEngines } from "../../support/engines";
import type { CorpusFiles } from "../support/corpus-folder";
import { removeCorpusFolders } from "../support/corpus-folder";
import { OF_ANN, TOWN, TOWN_2 } from "../support/town-corpus";
import { seed } from "../support/seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

/** Of the town alone, on every engine. */
const TOWN_HASHES = new Set<string>();

async function load(engine: GraphEngine, ...corpora: CorpusFiles[]): Promise<void> {
  expect((await seed(engine, ...corpora)).faults).toEqual([]);
}

describeOnEngines("graphHash", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it("is the same for the same content, whenever and on whichever engine it was loaded", async () => {
    await load(engine, TOWN);
    const { hash, nodes, relations } = await graphHash(engine);
    TOWN_HASHES.add(hash);
    expect([...TOWN_HASHES]).toHaveLength(1);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    const [counted] = await engine.read({
      text: "MATCH (a)-[r]->(b) WHERE NOT type(r) STARTS WITH 'SPOKE_ABOUT' RETURN count(r) AS relations",
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
    await load(engine, TOWN);
    const before = await graphHash(engine);
    await engine.write([{ text, parameters: {} }]);
    expect((await graphHash(engine)).hash).not.toBe(before.hash);
  });

  it("counts what was moved aside", async () => {
    await load(engine, TOWN_2);
    const without = await graphHash(engine);
    await load(engine, TOWN);
    await load(engine, TOWN_2);
    expect((await graphHash(engine)).nodes).toBeGreaterThan(without.nodes);
  });

  it("of one corpus does not depend on the others, even where they refer to it", async () => {
    await load(engine, TOWN);
    const alone = await graphHash(engine, "town");
    await load(engine, OF_ANN);
    expect(await graphHash(engine, "town")).toEqual(alone);
    const [all, other] = [await graphHash(engine), await graphHash(engine, "tiny")];
    expect(all.nodes).toBe(alone.nodes + other.nodes);
    expect(all.relations).toBe(alone.relations + other.relations);
  });
});
