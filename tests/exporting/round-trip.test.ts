import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copyGraph } from "../../src/exporting/copy-graph";
import type { GraphEngine } from "../../src/graph/engine";
import { seedGraphFile } from "../../src/seeding/graph-file/seed-graph";
import type { GraphSeedSummary } from "../../src/seeding/graph-file/seed-graph";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import { ask, CORPORA, seedWorld } from "../contract/ask";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { nodeById } from "../seeding/support/graph-dump";
import { TOWN, TOWN_2 } from "../seeding/support/town-corpus";
import { describeOnEngines, engines } from "../support/engines";
import { exportLines, graphFile, removeGraphFiles } from "./graph-lines";
import { QUICK_SEED } from "../support/quick-seed";

// A database that has just started plans each of sixteen large questions for seconds.
jest.setTimeout(240_000);
afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

const [EMBEDDED] = engines;
/** The awkward corpus has an Ann of its own. */
const WORLD_WITHOUT_ANN = CORPORA.filter((folder) => !folder.endsWith("awkward"));
const QUERIES = join(__dirname, "../../seed/soleimani-2020/queries");
const OPTIONS = { ...QUICK_SEED, now: () => new Date("2027-03-04T05:06:07Z") };

async function openEmbedded(): Promise<GraphEngine> {
  if (EMBEDDED === undefined) throw new Error("There is no embedded engine.");
  return EMBEDDED.open();
}

/** A town whose second version left things behind, loaded long before the tests' own time. */
async function seedTownTwice(engine: GraphEngine): Promise<void> {
  for (const [year, files] of [2024, 2025].map((each, at) => [each, at === 0 ? TOWN : TOWN_2] as const)) {
    const { faults } = await runSeed([corpusFolder(files)], engine, { ...OPTIONS, now: () => new Date(Date.UTC(year, 0, 1)) });
    expect(faults).toEqual([]);
  }
}

/** The answers to all questions of the first corpus, without what each load makes anew. */
async function answers(engine: GraphEngine): Promise<string> {
  const found: unknown[] = [];
  for (const file of readdirSync(QUERIES).sort()) found.push(await ask(engine, readFileSync(join(QUERIES, file), "utf8")));
  return JSON.stringify(found, (key, value: unknown) => (key === "dataVersion" || key === "loadedAt" ? "(of the load)" : value), 2);
}

function expectSame(summary: GraphSeedSummary): void {
  expect(summary.faults).toEqual([]);
  expect(summary.hashes?.differing).toEqual([]);
}

describeOnEngines("quoth export, then quoth seed of the file", (testEngine) => {
  it("gives a graph of the same hash and the same answers", async () => {
    const source = await openEmbedded();
    await seedWorld(source);
    const file = graphFile(await exportLines(source), "graph.jsonl.gz");
    const [hash, expected] = [await graphHash(source), await answers(source)];
    const target = await testEngine.open();
    expectSame(await seedGraphFile(file, target, OPTIONS));
    expect(await graphHash(target)).toEqual(hash);
    expect(await answers(target)).toBe(expected);
    await Promise.all([source.close(), target.close()]);
  });

  it("gives a graph that exports the same bytes, and changes nothing a second time", async () => {
    const source = await testEngine.open();
    await seedTownTwice(source);
    const lines = await exportLines(source);
    await source.close();
    const target = await testEngine.open();
    expectSame(await seedGraphFile(graphFile(lines), target, OPTIONS));
    expect(await exportLines(target)).toEqual(lines);
    const again = await seedGraphFile(graphFile(lines), target, OPTIONS);
    expectSame(again);
    expect(again.changed).toBe(false);
    await target.close();
  });

  it("carries over what was moved aside, and when everything came and left", async () => {
    const source = await openEmbedded();
    await seedTownTwice(source);
    const target = await testEngine.open();
    expectSame(await seedGraphFile(graphFile(await exportLines(source)), target, OPTIONS));
    const why = await nodeById(target, "statement:town/why");
    expect(why).toEqual(await nodeById(source, "statement:town/why"));
    expect(why).toMatchObject({ labels: ["Retracted"], recordedAt: "2024-01-01T00:00:00.000Z", retractedAt: "2025-01-01T00:00:00.000Z" });
    const text = "MATCH ()-[x:RETRACTED]->() RETURN properties(x) AS properties, x.type AS type, x.key AS key ORDER BY type, key";
    const [left, expected] = [await target.read({ text, parameters: {} }), await source.read({ text, parameters: {} })];
    expect(left.length).toBeGreaterThan(2);
    expect(left.map(({ properties }) => properties)).toEqual(
      expect.arrayContaining(expected.map(({ properties }) => properties)) as unknown,
    );
    await Promise.all([source.close(), target.close()]);
  });

  it("carries over ids that were merged, of whatever kind the entity is", async () => {
    const source = await openEmbedded();
    const same = "same:\n  person:ann: [person:ann-grey]\n  place:harbour-town: [place:port-town, place:harbour]\n";
    const places = "harbour-town: { name: Harbour Town }\n";
    const { faults } = await runSeed([corpusFolder({ ...TOWN, "places.yaml": places, "entities.yaml": same })], source, OPTIONS);
    expect(faults).toEqual([]);
    const target = await testEngine.open();
    expectSame(await seedGraphFile(graphFile(await exportLines(source)), target, OPTIONS));
    expect(await graphHash(target)).toEqual(await graphHash(source));
    const text = "MATCH (f:FormerId) RETURN f.entityId AS id ORDER BY id";
    expect((await target.read({ text, parameters: {} })).map(({ id }) => id)).toEqual([
      "person:ann",
      "place:harbour-town",
      "place:harbour-town",
    ]);
    await Promise.all([source.close(), target.close()]);
  });

  it("moves aside what the graph has of a dataset and the file has no more", async () => {
    const source = await openEmbedded();
    await seedTownTwice(source);
    const target = await testEngine.open();
    await runSeed([corpusFolder(TOWN)], target, OPTIONS);
    const summary = await seedGraphFile(graphFile(await exportLines(source)), target, OPTIONS);
    expectSame(summary);
    expect(summary.corpora[0]?.retracted).toBeGreaterThan(0);
    expect(await graphHash(target)).toEqual(await graphHash(source));
    await Promise.all([source.close(), target.close()]);
  });

  it("says so where the graph had moved more aside than the file has", async () => {
    const source = await openEmbedded();
    await runSeed([corpusFolder(TOWN_2)], source, OPTIONS);
    const target = await testEngine.open();
    await seedTownTwice(target);
    const { hashes } = await seedGraphFile(graphFile(await exportLines(source)), target, OPTIONS);
    expect(hashes?.differing).toEqual(["dataset:town"]);
    expect(hashes?.found).not.toBe(hashes?.expected);
    await Promise.all([source.close(), target.close()]);
  });
});

describeOnEngines("quoth copy", (testEngine) => {
  it("from embedded to this engine and back gives the same hash", async () => {
    const first = await openEmbedded();
    await seedWorld(first, WORLD_WITHOUT_ANN);
    await seedTownTwice(first);
    const between = await testEngine.open();
    expectSame(await copyGraph(first, between, { ...OPTIONS, datasets: [] }));
    const last = await openEmbedded();
    expectSame(await copyGraph(between, last, { ...OPTIONS, datasets: [] }));
    expect(await graphHash(last)).toEqual(await graphHash(first));
    await Promise.all([first.close(), between.close(), last.close()]);
  });

  it("refuses to copy a graph to itself, whatever it is called", async () => {
    const engine = await testEngine.open();
    await seedTownTwice(engine);
    await expect(copyGraph(engine, engine, { ...OPTIONS, datasets: [] })).rejects.toThrow(/the same graph/);
    await engine.close();
  });

  it("leaves alone what only the target has", async () => {
    const source = await openEmbedded();
    await seedTownTwice(source);
    const target = await testEngine.open();
    await seedWorld(target, WORLD_WITHOUT_ANN);
    const before = await graphHash(target, "harbour-2021");
    expectSame(await copyGraph(source, target, { ...OPTIONS, datasets: ["town"] }));
    expect(await graphHash(target, "harbour-2021")).toEqual(before);
    await Promise.all([source.close(), target.close()]);
  });
});
