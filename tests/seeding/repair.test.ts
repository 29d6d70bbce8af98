import path from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { describeOnEngines } from "../support/engines";
import { nextMinute } from "../support/next-minute";
import { QUICK_SEED } from "../support/quick-seed";
import { corpusFolder, removeCorpusFolders } from "./support/corpus-folder";
import { graphDump } from "./support/graph-dump";
import { TOWN } from "./support/town-corpus";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

const ROOT = path.join(__dirname, "../..");
const REAL = ["seed/soleimani-2020", "tests/corpora/harbour-2021", "tests/corpora/awkward"].map((each) => path.join(ROOT, each));

/** What somebody may do to a graph by hand, in Cypher. */
const BY_HAND: readonly (readonly [string, string])[] = [
  ["the text of a statement", "MATCH (s:Statement {id: 'statement:town/closed'}) SET s.text = 'By hand'"],
  ["a helper of a statement", "MATCH (s:Statement {id: 'statement:town/closed'}) SET s.saidAtMonth = '1999-01'"],
  ["a name", "MATCH (p:Person {id: 'person:ann'}) SET p.name = 'By Hand'"],
  ["a list of names", "MATCH (p:Person {id: 'person:ann'}) SET p.aliases = ['By hand']"],
  ["a property that is gone", "MATCH (p:Person {id: 'person:ann'}) SET p.description = null"],
  ["the stance of a relation", "MATCH (:Statement {id: 'statement:town/closed'})-[r:ABOUT]->() SET r.stance = 'AGAINST'"],
  ["the speaker beside a statement", "MATCH (s:Statement {id: 'statement:town/closed'}) SET s.speakerId = 'person:ben'"],
  ["a relation that is gone", "MATCH (:Person {id: 'person:ann'})-[r:RELATED_TO]->() DELETE r"],
  ["a record that is gone", "MATCH (e:Event {id: 'event:closing'}) DETACH DELETE e"],
];

describeOnEngines("a load that repairs", (testEngine) => {
  let engine: GraphEngine;
  const seed = (folders: readonly string[], repair: boolean): Promise<SeedSummary> =>
    runSeed(folders, engine, { ...QUICK_SEED, now: nextMinute, repair });

  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it.each(BY_HAND)("puts back %s", async (_, text) => {
    const folders = [corpusFolder(TOWN)];
    await seed(folders, false);
    const before = await graphDump(engine);
    await engine.write([{ text, parameters: {} }]);
    expect(await seed(folders, false)).toMatchObject({ changed: false });
    expect(await graphDump(engine)).not.toEqual(before);
    expect(await seed(folders, true)).toMatchObject({ faults: [], changed: true });
    expect(await graphDump(engine)).toEqual(before);
    expect(await seed(folders, true)).toMatchObject({ changed: false });
  });

  it("changes nothing where nobody changed anything, and leaves what it does not know", async () => {
    await seed(REAL, false);
    await engine.write([{ text: "MATCH (p:Person) SET p.ownNote = 'mine'", parameters: {} }]);
    const before = await graphDump(engine);
    expect(await seed(REAL, true)).toMatchObject({ faults: [], changed: false });
    expect(await graphDump(engine)).toEqual(before);
  });
});
