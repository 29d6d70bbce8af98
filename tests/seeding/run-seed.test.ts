import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { describeOnEngines } from "../support/engines";
import type { CorpusFiles } from "./support/corpus-folder";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";
import { countingEngine, dyingEngine, repeatingEngine } from "./support/faulty-engine";
import { graphDump, nodeById } from "./support/graph-dump";
import { OF_ANN, TOWN, TOWN_2 } from "./support/town-corpus";
import { QUICK_SEED } from "../support/quick-seed";

jest.setTimeout(180_000);
afterAll(removeCorpusFolders);

let clock = Date.UTC(2026, 0, 1);
/** Each load comes a minute later, so that the lease of a killed one has ended. */
async function seed(engine: GraphEngine, ...corpora: CorpusFiles[]): Promise<SeedSummary> {
  const now = new Date((clock += 60_000));
  return runSeed(corpora.map(corpusFolder), engine, { ...QUICK_SEED, now: () => now });
}

function codes({ faults }: SeedSummary): string[] {
  return faults.map((fault) => fault.code);
}

describeOnEngines("runSeed", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it("creates every record of a new corpus, and says how many", async () => {
    const summary = await seed(engine, TOWN);
    expect(summary.faults).toEqual([]);
    expect(summary.corpora).toMatchObject([
      {
        id: "town",
        version: "1",
        statements: 2,
        reports: 3,
        documents: 2,
        entities: 5,
        created: 16,
        updated: 0,
        unchanged: 0,
        retracted: 0,
      },
    ]);
    expect(summary.changed).toBe(true);
    expect(summary.dataVersion).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("changes nothing when the same corpus is loaded again, and takes no more than the lease", async () => {
    const first = await seed(engine, TOWN);
    const before = await graphDump(engine);
    const counting = countingEngine(engine);
    const second = await seed(counting.engine, TOWN);
    expect(second).toMatchObject({ changed: false, dataVersion: first.dataVersion });
    expect(second.corpora).toMatchObject([{ created: 0, updated: 0, unchanged: 16, retracted: 0 }]);
    expect(counting.dataWrites()).toBe(0);
    expect(await graphDump(engine)).toEqual(before);
  });

  it("stores values with the helpers that filters and orders need", async () => {
    await seed(engine, TOWN);
    expect(await nodeById(engine, "person:ann")).toMatchObject({
      labels: ["Entity", "Person"],
      name: "Ann Grey",
      aliases: ["Ann", "Änne"],
      namesText: "\nann grey\nann\nanne\n",
      searchText: " ann  grey \n ann \n anne ",
      searchStemmer: "none",
      descriptionFolded: "mayor.",
      nameKey: "ann grey\tperson:ann",
      dataset: "dataset:town",
      recordedAt: new Date(clock).toISOString(),
    });
    expect(await nodeById(engine, "event:closing")).toMatchObject({
      startedAt: "2020-01/2020-03",
      startedAtEarliest: Date.UTC(2020, 0, 1),
      startedAtLatest: Date.UTC(2020, 3, 1) - 1,
    });
    expect(await nodeById(engine, "event:closing")).not.toHaveProperty("startedAtMaxDays");
    expect(await nodeById(engine, "statement:town/why")).toMatchObject({ saidKey: "\tstatement:town/why" });
    expect(await nodeById(engine, "statement:town/closed")).toMatchObject({
      saidAtYear: "2020",
      searchText: expect.stringContaining(" quay ") as string,
    });
  });

  it("fills in what a report does not say: text, date, and how the speaker is named", async () => {
    await seed(engine, TOWN);
    const article = await nodeById(engine, "report:town/closed.article");
    expect(article).toMatchObject({ text: "The quay is closed.", reportedAt: "2020-01-04", sourceKind: "NAMED" });
    expect(await nodeById(engine, "report:town/why.post")).toMatchObject({ sourceKind: "NONE", reportedAt: "2020-01-03~" });
    expect(await nodeById(engine, "span:town/closed.article.content-0")).toMatchObject({
      exact: "The quay is closed.",
      verified: true,
      order: 0,
    });
  });

  it("gives a speaker all reports but those that another candidate lists", async () => {
    await seed(engine, TOWN);
    const text =
      "MATCH (:Statement {id: 'statement:town/closed'})-[r:ATTRIBUTED_TO]->(p:Person) RETURN p.id AS id, r.rank AS rank, r.reportIds AS reports, r.positionId AS position ORDER BY p.id";
    expect(await engine.read({ text, parameters: {} })).toEqual([
      { id: "person:ann", rank: "PREFERRED", reports: ["report:town/closed.article"], position: "position:town/ann.mayor" },
      { id: "person:ben", rank: "NORMAL", reports: ["report:town/closed.post"], position: null },
    ]);
  });

  it("gives a candidate without a list all reports, and the speaker those that nobody lists, also where they name nobody", async () => {
    const documents = "a:\n  genre: NEWS\nb:\n  genre: NEWS\nc:\n  genre: NEWS\n";
    const statement = [
      "s1:\n  text: The quay is closed\n  speaker: ann\n",
      "  attributions:\n    - { speaker: javad-zarif, reports: [b] }\n    - { speaker: paper }\n",
      "  reports:\n    - { in: a, type: DIRECT, sourceKind: NONE }\n    - { in: b, type: DIRECT }\n    - { in: c, type: DIRECT }\n",
    ];
    const folder = corpusFolder({ ...TINY, "documents.yaml": documents, "statements.yaml": statement.join("") });
    const { faults } = await runSeed([folder], engine, { ...QUICK_SEED, now: () => new Date(clock) });
    const text = "MATCH (:Statement)-[r:ATTRIBUTED_TO]->(e:Entity) RETURN e.id AS id, r.reportIds AS reports ORDER BY e.id";
    const [a, b, c] = ["a", "b", "c"].map((slug) => `report:tiny/s1.${slug}`);
    expect([faults, await engine.read({ text, parameters: {} })]).toEqual([
      [],
      [
        { id: "organization:paper", reports: [a, b, c] },
        { id: "person:ann", reports: [a, c] },
        { id: "person:javad-zarif", reports: [b] },
      ],
    ]);
  });

  it("puts what documents say of an office on the relation to it", async () => {
    await seed(engine, TOWN);
    const text = "MATCH (:Person {id: 'person:ann'})-[r:HELD]->(p:Position) RETURN r.documentIds AS documents, r.key AS key, p.id AS id";
    expect(await engine.read({ text, parameters: {} })).toEqual([
      { documents: ["document:town/article"], key: "town", id: "position:town/ann.mayor" },
    ]);
  });

  it("marks a span as verified when its text is at hand later, and remembers it", async () => {
    const statements = `${TINY["statements.yaml"] as string}      spans:\n        content: [{ start: 10, end: 28 }]\n`;
    const folder = corpusFolder({ ...TINY, "statements.yaml": statements, "doc.txt": "Ann said: The quay is closed" });
    const load = (texts: ReadonlyMap<string, string>): Promise<SeedSummary> =>
      runSeed([folder], engine, { ...QUICK_SEED, texts, now: () => new Date((clock += 60_000)) });
    const verified = async (): Promise<unknown> => (await nodeById(engine, "span:tiny/s1.doc-a.content-0"))["verified"];
    await load(new Map());
    expect(await verified()).toBe(false);
    expect(await load(new Map([["doc-a", `${folder}/doc.txt`]]))).toMatchObject({ corpora: [{ updated: 1 }] });
    expect(await verified()).toBe(true);
    expect(await load(new Map())).toMatchObject({ changed: false });
    expect(await verified()).toBe(true);
  });

  it("lets another corpus take over an entity that its own one dropped", async () => {
    await seed(engine, TOWN);
    await seed(engine, TOWN_2);
    const other = { ...TINY, "people.yaml": "zoe:\n  name: Zoe\n", "organizations.yaml": "paper:\n  name: P\nstate:\n  name: The State\n" };
    const summary = await seed(engine, {
      ...other,
      "statements.yaml": (TINY["statements.yaml"] as string).replace("speaker: ann", "speaker: zoe"),
    });
    expect(summary.faults).toEqual([]);
    const state = await nodeById(engine, "organization:state");
    expect(state).toMatchObject({ labels: ["Entity", "Organization"], name: "The State", dataset: "dataset:tiny" });
    expect(state["retractedAt"] ?? null).toBeNull();
  });

  it("updates what differs, removes values that are gone, and keeps when a record first came", async () => {
    await seed(engine, TOWN);
    const before = await nodeById(engine, "person:ann");
    const summary = await seed(engine, TOWN_2);
    const after = await nodeById(engine, "person:ann");
    expect(summary.corpora[0]?.kinds["Person"]).toEqual({ created: 0, updated: 1, unchanged: 1, retracted: 0 });
    expect(after).toMatchObject({ name: "Ann Grey-Green", nameKey: "ann grey-green\tperson:ann", recordedAt: before["recordedAt"] });
    expect(after["description"] ?? null).toBeNull();
    expect(after["descriptionFolded"] ?? null).toBeNull();
  });

  it("moves aside what left the corpus, once, and takes it back when it returns", async () => {
    await seed(engine, TOWN);
    const before = await graphDump(engine);
    const leaving = await seed(engine, TOWN_2);
    expect(leaving.corpora).toMatchObject([{ created: 1, retracted: 3 }]);
    expect(await nodeById(engine, "statement:town/why")).toMatchObject({
      labels: ["Retracted"],
      text: "Why is it closed?",
      retractedAt: new Date(clock).toISOString(),
    });
    const kept = "MATCH (a {id: 'statement:town/why'})-[r:RETRACTED]->(b) RETURN r.type AS type, r.kind AS kind, b.id AS id";
    expect(await engine.read({ text: kept, parameters: {} })).toEqual([
      { type: "RESPONDS_TO", kind: "QUERIES", id: "statement:town/closed" },
    ]);
    const again = await seed(engine, TOWN_2);
    expect(again).toMatchObject({ changed: false, dataVersion: leaving.dataVersion });
    const back = await seed(engine, TOWN);
    expect(back.corpora).toMatchObject([{ created: 3, retracted: 1 }]);
    const isOfTopic = (line: string): boolean => line.includes("topic:harbours");
    expect((await graphDump(engine)).filter((line) => !isOfTopic(line))).toEqual(before);
  });

  it("says what would change in a dry run, and writes nothing", async () => {
    const options = { ...QUICK_SEED, dryRun: true, now: () => new Date(clock) };
    const summary = await runSeed([corpusFolder(TOWN)], engine, options);
    expect(summary).toMatchObject({ dryRun: true, changed: true, dataVersion: null, corpora: [{ created: 16 }] });
    expect(await graphDump(engine)).toEqual([]);
  });

  it("writes nothing at all when one corpus of several has a fault", async () => {
    const summary = await seed(engine, TOWN, { ...TINY, "people.yaml": "ann:\n  nam: Ann\n" });
    expect(codes(summary)).toContain("SEED_UNKNOWN_FIELD");
    expect(await graphDump(engine)).toEqual([]);
  });

  it("refers to entities of another corpus that the graph has, and misses those that it has not", async () => {
    const alone = await seed(engine, OF_ANN);
    expect(alone.faults).toMatchObject([{ code: "SEED_MISSING_REF", line: 3, column: 12 }]);
    expect(alone.notes).toEqual([]);
    await seed(engine, TOWN);
    const after = await seed(engine, OF_ANN);
    expect(after).toMatchObject({ faults: [], notes: [], changed: true });
  });

  it("does not let two corpora define one entity, in one call or in two", async () => {
    const together = await seed(engine, TOWN, TINY);
    expect(together.faults).toMatchObject([{ code: "SEED_OWNED", line: 1, column: 1 }]);
    await seed(engine, TOWN);
    const later = await seed(engine, TINY);
    expect(later.faults).toMatchObject([
      {
        code: "SEED_OWNED",
        message: expect.stringContaining("person:ann belongs to dataset:town already; refer to it as person:ann instead") as string,
      },
    ]);
  });

  it("refuses to retract what another dataset still refers to", async () => {
    const other = {
      ...TINY,
      "people.yaml": "zoe:\n  name: Zoe\n",
      "statements.yaml": (TINY["statements.yaml"] as string).replace("speaker: ann", "speaker: organization:state"),
    };
    await seed(engine, TOWN);
    await seed(engine, other);
    const before = await graphDump(engine);
    const summary = await seed(engine, TOWN_2);
    expect(codes(summary)).toEqual(["SEED_STILL_USED"]);
    expect(await graphDump(engine)).toEqual(before);
  });

  it.each([false, true])("ends in the graph of a clean run when killed at any write and run again (written: %s)", async (after) => {
    await seed(engine, TOWN);
    await seed(engine, TOWN_2);
    const clean = await graphDump(engine);
    const counting = countingEngine(engine);
    await seed(counting.engine, TOWN);
    await seed(engine, TOWN_2);
    expect(await graphDump(engine)).toEqual(clean);
    // The last write gives the lease back; a seeder that dies there is done already.
    for (let last = 1; last < counting.writes(); last += 1) {
      await expect(seed(dyingEngine(engine, last, after), TOWN)).rejects.toThrow("killed");
      await seed(engine, TOWN);
      await expect(seed(dyingEngine(engine, last, after), TOWN_2)).rejects.toThrow("killed");
      await seed(engine, TOWN_2);
      expect(await graphDump(engine)).toEqual(clean);
    }
  });

  it("shows that a load was broken off, until the next one ends", async () => {
    await expect(seed(dyingEngine(engine, 4, false), TOWN)).rejects.toThrow("killed");
    expect(await nodeById(engine, "dataset:town")).toMatchObject({ loading: true, name: "The town" });
    await seed(engine, TOWN);
    expect((await nodeById(engine, "dataset:town"))["loading"] ?? null).toBeNull();
  });

  it("doubles nothing when every transaction is carried out twice", async () => {
    await seed(engine, TOWN);
    await seed(engine, TOWN_2);
    const once = await graphDump(engine);
    const again = repeatingEngine(engine);
    await seed(again, TOWN);
    await seed(again, TOWN_2);
    expect(await graphDump(engine)).toEqual(once);
  });

  it("lets one of two seeders wait for the other", async () => {
    const now = new Date((clock += 60_000));
    const notes: string[] = [];
    const options = { ...QUICK_SEED, waitMs: 20_000, now: () => now, onNote: (note: string) => notes.push(note) };
    const both = await Promise.all([runSeed([corpusFolder(TOWN)], engine, options), runSeed([corpusFolder(TOWN)], engine, options)]);
    expect(both.map((summary) => summary.corpora[0]?.created).sort()).toEqual([0, 16]);
    expect(notes).toHaveLength(1);
  });

  it("says that another seeder is at work when its lease does not end", async () => {
    const text = "MERGE (l:SeedLock {id: 'lock:seed'}) SET l.holder = 'other', l.until = $p_until";
    await engine.write([{ text, parameters: { p_until: clock + 3_600_000 } }]);
    await expect(seed(engine, TOWN)).rejects.toMatchObject({ code: "SEED_IN_PROGRESS" });
    expect(await nodeById(engine, "lock:seed")).toMatchObject({ holder: "other" });
  });
});
