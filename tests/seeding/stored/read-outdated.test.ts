import { describeOutdated, readOutdated } from "../../../src/seeding/stored/read-outdated";
import { runSeed } from "../../../src/seeding/run-seed";
import { describeOnEngines } from "../../support/engines";
import { QUICK_SEED } from "../../support/quick-seed";
import { corpusFolder, removeCorpusFolders, TINY } from "../support/corpus-folder";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

describeOnEngines("datasets of another version of Quoth", (on) => {
  const setFormat = (value: string) => ({
    text: "MATCH (d:Dataset {id: 'dataset:tiny'}) SET d.rowFormat = $p_format, d.contentHash = ''",
    parameters: { p_format: value },
  });

  it("are named until they are loaded again, also where nothing else of them differs", async () => {
    const engine = await on.open();
    const corpus = corpusFolder(TINY);
    const seen: (readonly string[])[] = [await readOutdated(engine)];
    await runSeed([corpus], engine, { ...QUICK_SEED, now: () => new Date() });
    seen.push(await readOutdated(engine));
    await engine.write([setFormat("another")]);
    seen.push(await readOutdated(engine));
    await runSeed([corpus], engine, { ...QUICK_SEED, now: () => new Date() });
    seen.push(await readOutdated(engine));
    await engine.write([{ text: "MATCH (d:Dataset) SET d.rowFormat = null", parameters: {} }]);
    seen.push(await readOutdated(engine));
    await runSeed([corpus], engine, { ...QUICK_SEED, now: () => new Date() });
    seen.push(await readOutdated(engine));
    await engine.close();
    expect(seen).toEqual([[], [], ["dataset:tiny"], [], ["dataset:tiny"], []]);
  });

  it("are not those whose first load is under way", async () => {
    const engine = await on.open();
    await engine.write([{ text: "MERGE (d:Dataset {id: 'dataset:new'}) SET d.loading = true", parameters: {} }]);
    const outdated = await readOutdated(engine);
    await engine.write([{ text: "MATCH (d:Dataset {id: 'dataset:new'}) DETACH DELETE d", parameters: {} }]);
    await engine.close();
    expect(outdated).toEqual([]);
  });
});

describe("describeOutdated", () => {
  it("says nothing of none, and names the first of several", () => {
    expect(describeOutdated([])).toBeNull();
    expect(describeOutdated(["dataset:a"])).toMatch(/^dataset:a was loaded by another version.*quoth seed/);
    expect(describeOutdated(["dataset:a", "dataset:b", "dataset:c"])).toMatch(/^dataset:a and 2 more were loaded/);
  });
});
