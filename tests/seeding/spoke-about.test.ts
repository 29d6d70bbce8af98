import type { GraphRecord } from "../../src/graph/cypher-statement";
import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import { describeOnEngines } from "../support/engines";
import { pairTotals } from "../support/pair-totals";
import { QUICK_SEED } from "../support/quick-seed";
import type { CorpusFiles } from "./support/corpus-folder";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";
import { graphDump } from "./support/graph-dump";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

const STATEMENTS = `s1:
  text: The quay is closed
  saidAt: 2020-01
  speaker: ann
  about: [{ entity: paper, stance: AGAINST }, tehran, ann]
  reports:
    - { in: doc-a, type: DIRECT }
s2:
  text: The quay is open
  saidAt: 2020-01-02
  speaker: javad-zarif
  about: [tehran]
  reports:
    - { in: doc-a, type: DIRECT }
s3:
  text: Nobody knows
  about: [tehran]
  reports:
    - { in: doc-a, type: DIRECT }
`;

const withStatements = (statements: string): CorpusFiles => ({ ...TINY, "statements.yaml": statements });
const edited = (from: string, to: string): CorpusFiles => {
  if (!STATEMENTS.includes(from)) throw new Error(`No statement has ${from}.`);
  return withStatements(STATEMENTS.replace(from, to));
};
const FIRST = withStatements(STATEMENTS);

/** What the helpers have to say, told by the relations that corpora state. */
const STATED = `MATCH (p:Entity)<-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]-(s:Statement)
MATCH (s)-[a:ABOUT]->(e:Entity)
RETURN p.id AS speaker, e.id AS about, s.saidKey AS key, a.stance AS stance, s.saidAtYear AS year, s.saidAtMonth AS month`;
const HELPERS = `MATCH (p:Entity)-[r:SPOKE_ABOUT]->(e:Entity)
RETURN p.id AS speaker, e.id AS about, r.saidKey AS key, r.stance AS stance, r.saidAtYear AS year, r.saidAtMonth AS month`;
const OWN = `MATCH (s:Statement)-[a:ABOUT]->(e:Entity)
RETURN e.id AS about, s.id AS id, s.saidKey AS key, s.saidAtYear AS year, s.saidAtMonth AS month, s.speakerId AS speaker`;
const OWN_HELPERS = `MATCH (s:Statement)-[a:ABOUT]->(:Entity)
RETURN a.aboutId AS about, s.id AS id, a.saidKey AS key, a.saidAtYear AS year, a.saidAtMonth AS month, a.speakerId AS speaker`;
const SPEAKERS = "MATCH (s:Statement)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(p:Entity) RETURN s.id AS id, p.id AS speaker";
const SPEAKER_IDS = "MATCH (s:Statement) WHERE s.speakerId IS NOT NULL RETURN s.id AS id, s.speakerId AS speaker";

describeOnEngines("what speakers spoke about", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  const seed = async (files: CorpusFiles): Promise<void> => {
    const { faults } = await runSeed([corpusFolder(files)], engine, { ...QUICK_SEED, now: () => new Date() });
    expect(faults).toEqual([]);
  };
  const rows = async (text: string): Promise<string[]> =>
    (await engine.read({ text, parameters: {} })).map((row: GraphRecord) => JSON.stringify(Object.entries(row).sort())).sort();

  /** @returns how many helper relations there are */
  const checkHelpers = async (): Promise<number> => {
    const helpers = await rows(HELPERS);
    expect(helpers).toEqual(await rows(STATED));
    const { kept, told } = await pairTotals(engine);
    expect(kept).toEqual(told);
    expect(await rows(OWN_HELPERS)).toEqual(await rows(OWN));
    expect(await rows(SPEAKER_IDS)).toEqual(await rows(SPEAKERS));
    return helpers.length;
  };

  it("is told by a relation for each statement and thing, of oneself, too, and of nobody where no speaker is known", async () => {
    await seed(FIRST);
    expect(await checkHelpers()).toBe(4);
    expect(await rows("MATCH (p:Entity)-[r:SPOKE_ABOUT]->(p) RETURN p.id AS id")).toEqual(['[["id","person:ann"]]']);
  });

  it.each([
    ["another speaker", "speaker: ann", "speaker: javad-zarif", 4],
    ["no speaker any more", "  speaker: javad-zarif\n", "", 3],
    ["a speaker where none was known", "  text: Nobody knows\n", "  text: Nobody knows\n  speaker: ann\n", 5],
    ["another day", "saidAt: 2020-01-02", "saidAt: 2021-03-04", 4],
    ["a day of the same month, with the same instant", "saidAt: 2020-01\n", "saidAt: 2020-01-01\n", 4],
    ["a year alone", "saidAt: 2020-01\n", "saidAt: 2020\n", 4],
    ["no date any more", "  saidAt: 2020-01-02\n", "", 4],
    ["another stance", "stance: AGAINST", "stance: FAVOUR", 4],
    ["something else that it is about", "entity: paper", "entity: javad-zarif", 4],
    ["nothing that it is about", "  about: [tehran]\n  reports:", "  reports:", 3],
    ["a candidate in place of the speaker", "speaker: ann", "attributions: [{ speaker: ann, rank: NORMAL }]", 1],
    ["a statement less", STATEMENTS.slice(STATEMENTS.indexOf("s2:"), STATEMENTS.indexOf("s3:")), "", 3],
  ])("follows %s, there and back", async (_title, from, to, howMany) => {
    await seed(FIRST);
    const before = await graphDump(engine);
    await seed(edited(from, to));
    expect(await checkHelpers()).toBe(howMany);
    await seed(FIRST);
    expect(await checkHelpers()).toBe(4);
    // What was moved aside on the way is no part of what is told.
    const live = (dump: readonly string[]): string[] => dump.filter((line) => !/RETRACTED|"Dataset"/.test(line));
    expect(live(await graphDump(engine))).toEqual(live(before));
  });

  it("follows a change of stance beside a new relation of another before it", async () => {
    await seed(edited("{ entity: paper, stance: AGAINST }, ", ""));
    expect(await checkHelpers()).toBe(3);
    await seed(edited("about: [tehran]", "about: [{ entity: tehran, stance: AGAINST }]"));
    expect(await checkHelpers()).toBe(4);
  });

  it("is made anew where an earlier version of Quoth has stored the corpus", async () => {
    await seed(FIRST);
    const forget = [
      "MATCH ()-[r:SPOKE_ABOUT]->() DELETE r",
      "MATCH ()-[r:ABOUT]->() SET r.aboutId = null, r.speakerId = null, r.saidKey = null, r.saidAtYear = null, r.saidAtMonth = null",
      "MATCH (s:Statement) SET s.speakerId = null, s.relationsHash = 'of an earlier version'",
      "MATCH (d:Dataset) SET d.rowFormat = 'of an earlier version', d.contentHash = ''",
    ];
    for (const text of forget) await engine.write([{ text, parameters: {} }]);
    await seed(FIRST);
    expect(await checkHelpers()).toBe(4);
  });

  it.each([
    ["it was never counted, as in a graph of an earlier version", "MATCH ()-[t:SPOKE_ABOUT_TOTAL]->() DELETE t"],
    ["somebody changed it by hand", "MATCH ()-[t:SPOKE_ABOUT_TOTAL]->() SET t.statements = 7"],
    [
      "pairs are counted that say nothing",
      "MATCH (a:Entity {id: 'person:ann'}), (b:Entity {id: 'person:javad-zarif'}) CREATE (b)-[:SPOKE_ABOUT_TOTAL {statements: 1}]->(a)",
    ],
  ])("is counted anew by the next load that has something to do, where %s", async (_title, text) => {
    await seed(FIRST);
    await engine.write([{ text, parameters: {} }]);
    await engine.write([{ text: "MATCH (d:Dataset) SET d.rowFormat = 'another', d.contentHash = ''", parameters: {} }]);
    await seed(FIRST);
    expect(await checkHelpers()).toBe(4);
  });

  it("is not doubled where somebody deleted what it stands beside", async () => {
    await seed(FIRST);
    await engine.write([{ text: "MATCH (:Statement {id: 'statement:tiny/s1'})-[r:ABOUT]->() DELETE r", parameters: {} }]);
    await engine.write([{ text: "MATCH (d:Dataset) SET d.loading = true", parameters: {} }]);
    await seed(FIRST);
    expect(await checkHelpers()).toBe(4);
  });
});
