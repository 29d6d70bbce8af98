import type { GraphEngine } from "../../../src/graph/engine";
import { seedGraphFile } from "../../../src/seeding/graph-file/seed-graph";
import { exportLines, graphFile, removeGraphFiles } from "../../exporting/graph-lines";
import { describeOnEngines } from "../../support/engines";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";
import type { CorpusFiles } from "../support/corpus-folder";
import { removeCorpusFolders } from "../support/corpus-folder";
import { dyingEngine } from "../support/faulty-engine";
import { graphDump } from "../support/graph-dump";
import { seed } from "../support/seed";

jest.setTimeout(120_000);
afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

const corpus = (id: string): string => `id: ${id}\ntitle: ${id}\nversion: '1'\n`;
const PEOPLE = `ann:
  name: Ann Grey
  aliases: [Änne]
  memberOf: [{ organization: organization:council, startedAt: 2019 }]
  accounts:
    ann-posts: { platform: twitter, handle: ann }
`;
const RELATIONS = "knows:\n  from: person:ann\n  to: person:ben\n  label: friend of\n";

/** Ann belongs to it, and so do her account, her council and what she is related to. */
const TOWN: CorpusFiles = {
  "corpus.yaml": corpus("town"),
  "people.yaml": `${PEOPLE}ben:\n  name: Ben\n`,
  "organizations.yaml": "council:\n  name: Council\n",
  "documents.yaml": "post:\n  genre: POST\n  publisher: account:ann-posts\n  publishedAt: 2020-01-03\n",
  "statements.yaml":
    "s1:\n  text: The quay is closed\n  saidAt: 2020-01-03\n  speaker: person:ann\n  about: [person:ben]\n  reports: [{ in: post, type: DIRECT }]\n",
  "relations.yaml": RELATIONS,
};
/** The same without Ann, of whom it goes on to speak. */
const TOWN_WITHOUT: CorpusFiles = { ...TOWN, "people.yaml": "ben:\n  name: Ben\n" };
const WHO_IS_WHO: CorpusFiles = { "corpus.yaml": corpus("who"), "people.yaml": PEOPLE };
/** Speaks of Ann, and is never given beside the others. */
const VILLAGE: CorpusFiles = {
  "corpus.yaml": corpus("village"),
  "documents.yaml": "note:\n  genre: POST\n  publishedAt: 2020-02-03\n",
  "statements.yaml":
    "s1:\n  text: We met\n  speaker: person:ann\n  about: [organization:council]\n  reports: [{ in: note, type: DIRECT }]\n",
  "relations.yaml": "met:\n  from: person:ann\n  to: person:ben\n  label: met\n",
};
const NEWS: CorpusFiles = { "corpus.yaml": corpus("who"), "people.yaml": "zoe:\n  name: Zoe\n" };

describeOnEngines("an entity that moves from one corpus to another", (testEngine) => {
  let engine: GraphEngine;
  /** What is live, but for when it was loaded. */
  const live = async (): Promise<string[]> => (await graphDump(engine)).filter((line) => !/"(?:RETRACTED|Dataset|DataVersion)"/.test(line));
  /** What is live after a load into an empty graph; leaves an empty one. */
  const clean = async (...corpora: CorpusFiles[]): Promise<string[]> => {
    expect(await seed(engine, ...corpora)).toMatchObject({ faults: [] });
    const dump = await live();
    await empty();
    return dump;
  };
  const empty = async (): Promise<void> => {
    await engine.close();
    engine = await testEngine.open();
  };

  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it.each([
    ["its new owner last", [TOWN_WITHOUT, WHO_IS_WHO]],
    ["its new owner first", [WHO_IS_WHO, TOWN_WITHOUT]],
  ])("stays where it is, with what others say of it: %s", async (_name, given) => {
    const wanted = await clean(WHO_IS_WHO, TOWN_WITHOUT, VILLAGE);
    await seed(engine, TOWN);
    await seed(engine, VILLAGE);
    const recorded = await recordedAt();
    const summary = await seed(engine, ...given);
    expect(summary.faults).toEqual([]);
    expect(summary.corpora.map(({ id, created, updated, retracted }) => [id, created, updated, retracted]).sort()).toEqual([
      ["town", 0, 0, 0],
      ["who", 0, 2, 0],
    ]);
    expect(await live()).toEqual(wanted);
    expect(await recordedAt()).toEqual(recorded);
    expect(await seed(engine, ...given)).toMatchObject({ changed: false });
    expect(await seed(engine, VILLAGE)).toMatchObject({ changed: false });
  });

  it("moves back, also to a corpus that had others beside it", async () => {
    const wanted = await clean(TOWN, NEWS);
    await seed(engine, TOWN);
    await seed(engine, NEWS);
    const both = { ...WHO_IS_WHO, "people.yaml": `${PEOPLE}zoe:\n  name: Zoe\n` };
    expect(await seed(engine, TOWN_WITHOUT, both)).toMatchObject({ faults: [] });
    expect(await seed(engine, NEWS, TOWN)).toMatchObject({ faults: [] });
    expect(await live()).toEqual(wanted);
  });

  it("is written anew where it is not the same in its new corpus", async () => {
    const renamed = {
      ...WHO_IS_WHO,
      "people.yaml": "ann:\n  name: Ann Green\n  accounts:\n    ann-posts: { platform: x, handle: green }\n",
    };
    const wanted = await clean(renamed, TOWN_WITHOUT);
    await seed(engine, TOWN);
    expect(await seed(engine, TOWN_WITHOUT, renamed)).toMatchObject({ faults: [] });
    expect(await live()).toEqual(wanted);
  });

  it.each([false, true])("ends in the same graph wherever the load was broken off (the last write came through: %s)", async (after) => {
    const wanted = await clean(WHO_IS_WHO, TOWN_WITHOUT);
    for (let writes = 1; writes < 40; writes++) {
      await seed(engine, TOWN);
      const summary = await seed(dyingEngine(engine, writes, after), TOWN_WITHOUT, WHO_IS_WHO).catch(() => undefined);
      if (summary === undefined) await seed(engine, TOWN_WITHOUT, WHO_IS_WHO);
      expect(await live()).toEqual(wanted);
      if (summary !== undefined) return;
      await empty();
    }
    throw new Error("The load never came to its end.");
  });

  it("stays with its owner where only one of the two is given, or the other lets go of nothing", async () => {
    await seed(engine, TOWN);
    const before = await graphDump(engine);
    const owned = {
      code: "SEED_OWNED",
      message:
        "person:ann belongs to dataset:town already; refer to it as person:ann instead of defining it, or take it out there and load both corpora in one call",
    };
    expect((await seed(engine, WHO_IS_WHO)).faults).toMatchObject([owned, { code: "SEED_OWNED" }]);
    expect((await seed(engine, TOWN, WHO_IS_WHO)).faults).toMatchObject([{ code: "SEED_OWNED" }, { code: "SEED_OWNED" }]);
    const message =
      "person:ann leaves dataset:town with this load; put it back there, or give the corpus that defines it from now on in the same call";
    expect((await seed(engine, TOWN_WITHOUT)).faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: "SEED_MISSING_REF", message })]),
    );
    expect(await graphDump(engine)).toEqual(before);
  });

  it("moves with an export, too", async () => {
    await seed(engine, WHO_IS_WHO, TOWN_WITHOUT);
    const file = graphFile(await exportLines(engine));
    const wanted = await live();
    await empty();
    await seed(engine, TOWN);
    expect(await seedGraphFile(file, engine, { ...QUICK_SEED, now: nextMinute })).toMatchObject({ faults: [] });
    expect(await live()).toEqual(wanted);
  });

  async function recordedAt(): Promise<unknown> {
    return engine.read({ text: "MATCH (n:Person {id: 'person:ann'}) RETURN n.recordedAt AS at", parameters: {} });
  }
});
