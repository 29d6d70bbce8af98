import type { GraphEngine } from "../../../src/graph/engine";
import { findDamage } from "../../../src/seeding/stored/find-damage";
import { runSeed } from "../../../src/seeding/run-seed";
import { describeOnEngines } from "../../support/engines";
import { loadLongDated, longDated, OPEN_END, OPEN_START } from "../../support/long-dated-graph";
import { QUICK_SEED } from "../../support/quick-seed";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { TOWN, TOWN_2 } from "../support/town-corpus";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

describeOnEngines("what no load leaves behind", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
    for (const corpus of [TOWN, TOWN_2]) await runSeed([corpusFolder(corpus)], engine, { ...QUICK_SEED, now: () => new Date() });
  });
  afterEach(() => engine.close());

  it("is nothing after loads that took records back", async () => {
    expect(await findDamage(engine)).toEqual([]);
  });

  it("is nothing among dates of all lengths, and open ones", async () => {
    await loadLongDated(engine, longDated([OPEN_START, OPEN_END]));
    expect(await findDamage(engine)).toEqual([]);
    await engine.write([{ text: "MATCH (n:Statement) REMOVE n.saidAtMaxDays", parameters: {} }]);
    expect(await findDamage(engine)).toEqual(["20 of Statement are dated for longer than saidAtMaxDays says"]);
  });

  it.each([
    ["MATCH (n:Event) SET n:Retracted REMOVE n:Entity REMOVE n:Event", /^\d+ relations end at records that left$/],
    ["MATCH ()-[r:SPOKE_ABOUT]->() DELETE r", /^\d+ statements about something have a speaker, and 0 are told as who spoke about whom$/],
    [
      "MATCH ()-[t:SPOKE_ABOUT_TOTAL]->() SET t.statements = t.statements + 1",
      /^the numbers of who spoke about whom are not those of what they said$/,
    ],
    [
      "MATCH (n:Statement {id: 'statement:town/closed'}) SET n.saidAtLatest = n.saidAtLatest + 86400000",
      /^1 of Statement are dated for longer than saidAtMaxDays says$/,
    ],
  ])("is told: %s", async (text, says) => {
    await engine.write([{ text, parameters: {} }]);
    const [found, ...more] = await findDamage(engine);
    expect([found, more]).toEqual([expect.stringMatching(says), []]);
  });
});
