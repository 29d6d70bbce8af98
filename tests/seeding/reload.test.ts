import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import type { CorpusFiles } from "./support/corpus-folder";
import { removeCorpusFolders, TINY } from "./support/corpus-folder";
import { countingEngine, readsOf } from "./support/faulty-engine";
import { graphDump } from "./support/graph-dump";
import { TOWN } from "./support/town-corpus";
import { seed } from "./support/seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

const MEMBER_OF_TOWN: CorpusFiles = {
  ...TINY,
  "people.yaml": "zoe:\n  name: Zoe\n",
  "statements.yaml": (TINY["statements.yaml"] as string).replace("speaker: ann", "speaker: zoe"),
  "relations.yaml": "known:\n  from: person:ann\n  to: zoe\n  label: friend of\nseen:\n  from: person:ben\n  to: zoe\n  label: saw\n",
};
const without = (file: string, files: CorpusFiles): CorpusFiles =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== file));
const RELATED = "MATCH (a:Person)-[r:RELATED_TO]->(:Person {id: 'person:zoe'}) RETURN a.id AS id, r.label AS label ORDER BY id";

describeOnEngines("a corpus that is loaded again", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it("is not compared record by record when it is the one that was loaded", async () => {
    await seed(engine, TOWN);
    const texts: string[] = [];
    await seed(readsOf(engine, texts), TOWN);
    expect(texts.filter((text) => text.includes("UNWIND"))).toEqual([]);
  });

  it("is compared again after its load was broken off", async () => {
    await seed(engine, TOWN);
    await engine.write([{ text: "MATCH (d:Dataset {id: 'dataset:town'}) SET d.loading = true", parameters: {} }]);
    const lost = "MATCH (:Statement {id: 'statement:town/closed'})-[r:ABOUT]->() DELETE r";
    await engine.write([{ text: lost, parameters: {} }]);
    expect(await seed(engine, TOWN)).toMatchObject({ corpora: [{ created: 0, updated: 0, relations: { created: 1 } }] });
  });

  it("takes over records whose Dataset somebody deleted, and one that bears no dataset any more", async () => {
    await seed(engine, TOWN);
    const before = await graphDump(engine);
    await engine.write([{ text: "MATCH (n:Person {id: 'person:ann'}) SET n.dataset = null, n.hash = ''", parameters: {} }]);
    await engine.write([{ text: "MATCH (d:Dataset {id: 'dataset:town'}) DETACH DELETE d", parameters: {} }]);
    expect(await seed(engine, TOWN)).toMatchObject({ faults: [], corpora: [{ created: 0, updated: 1, unchanged: 15 }] });
    expect(await graphDump(engine)).toEqual(before);
  });

  it("changes nothing when its records stand in another order", async () => {
    await seed(engine, TOWN);
    const before = await graphDump(engine);
    const people = (TOWN["people.yaml"] as string).split(/^(?=ben:)/m).reverse();
    const counting = countingEngine(engine);
    const summary = await seed(counting.engine, { ...TOWN, "people.yaml": people.join("") });
    expect(summary).toMatchObject({ changed: false, corpora: [{ unchanged: 16, updated: 0 }] });
    expect(counting.dataWrites()).toBe(0);
    const isDataset = (line: string): boolean => line.includes('"Dataset"');
    expect((await graphDump(engine)).filter((line) => !isDataset(line))).toEqual(before.filter((line) => !isDataset(line)));
  });

  it("changes a relation alone when nothing else differs", async () => {
    await seed(engine, TOWN);
    const summary = await seed(engine, { ...TOWN, "relations.yaml": (TOWN["relations.yaml"] as string).replace("friend of", "foe of") });
    expect(summary).toMatchObject({
      changed: true,
      corpora: [{ created: 0, updated: 0, unchanged: 16, relations: { created: 0, updated: 1, retracted: 0 } }],
    });
    expect(
      await seed(engine, { ...TOWN, "relations.yaml": (TOWN["relations.yaml"] as string).replace("friend of", "foe of") }),
    ).toMatchObject({
      changed: false,
    });
  });

  it("moves aside relations that it let begin at another corpus's entities, and takes them back", async () => {
    await seed(engine, TOWN);
    await seed(engine, MEMBER_OF_TOWN);
    const both = await engine.read({ text: RELATED, parameters: {} });
    const one = await seed(engine, { ...MEMBER_OF_TOWN, "relations.yaml": "known:\n  from: person:ann\n  to: zoe\n  label: friend of\n" });
    expect(one).toMatchObject({ faults: [], corpora: [{ unchanged: 8, retracted: 0, relations: { retracted: 1 } }] });
    expect(await engine.read({ text: RELATED, parameters: {} })).toEqual([{ id: "person:ann", label: "friend of" }]);
    await seed(engine, MEMBER_OF_TOWN);
    expect(await engine.read({ text: RELATED, parameters: {} })).toEqual(both);
    expect(both).toHaveLength(2);
    const aside = await engine.read({ text: "MATCH (a)-[r:RETRACTED]->(b) RETURN a.id AS id", parameters: {} });
    expect(aside).toEqual([]);
  });

  it("lets go of another corpus's entity in the call in which that corpus drops it", async () => {
    await seed(engine, TOWN);
    await seed(engine, MEMBER_OF_TOWN);
    const town = without("relations.yaml", {
      ...TOWN,
      "people.yaml": (TOWN["people.yaml"] as string).replace("ben:\n  name: Ben\n", ""),
      "statements.yaml": (TOWN["statements.yaml"] as string).replace("  attributions: [{ speaker: ben, reports: [post] }]\n", ""),
    });
    expect((await seed(engine, town)).faults).toMatchObject([{ code: "SEED_STILL_USED" }]);
    expect(await seed(engine, town, without("relations.yaml", MEMBER_OF_TOWN))).toMatchObject({
      faults: [],
      corpora: [{ retracted: 1 }, { retracted: 0 }],
    });
    const dangling = "MATCH (n:Retracted)-[r]-() WHERE type(r) <> 'RETRACTED' RETURN n.id AS id, type(r) AS type";
    expect(await engine.read({ text: dangling, parameters: {} })).toEqual([]);
    const after = await graphDump(engine);
    await seed(engine, without("relations.yaml", MEMBER_OF_TOWN));
    expect(await graphDump(engine)).toEqual(after);
  });

  describe("that drops a document and an office", () => {
    const OWNER: CorpusFiles = {
      "corpus.yaml": "id: owner\ntitle: Owner\nversion: '1'\n",
      "people.yaml": "ann: { name: Ann, positions: { mayor: { title: Mayor } } }\n",
      "documents.yaml": "d1: { genre: NEWS }\nd2: { genre: NEWS }\n",
    };
    const NAMING: CorpusFiles = {
      "corpus.yaml": "id: naming\ntitle: Naming\nversion: '1'\n",
      "people.yaml": "bo: { name: Bo }\n",
      "documents.yaml": "d: { genre: NEWS }\n",
      "statements.yaml":
        "s1: { text: A, speaker: { speaker: person:ann, position: position:owner/ann.mayor }, reports: [{ in: d, type: DIRECT }] }\n" +
        "s2: { text: B, respondsTo: [{ statement: s1, kind: DENIES, assertedBy: document:owner/d1 }], reports: [{ in: d, type: DIRECT }] }\n",
      "relations.yaml": "r: { from: bo, to: person:ann, label: knows, documents: [document:owner/d2] }\n",
    };
    const edited = (file: string, from: string, to: string, files: CorpusFiles): CorpusFiles => ({
      ...files,
      [file]: String(files[file]).replace(from, to),
    });
    const LEAVING: readonly (readonly [string, CorpusFiles, CorpusFiles])[] = [
      [
        "position:owner/ann.mayor",
        edited("people.yaml", ", positions: { mayor: { title: Mayor } }", "", OWNER),
        edited("statements.yaml", "{ speaker: person:ann, position: position:owner/ann.mayor }", "person:ann", NAMING),
      ],
      [
        "document:owner/d1",
        edited("documents.yaml", "d1: { genre: NEWS }\n", "", OWNER),
        edited("statements.yaml", ", assertedBy: document:owner/d1", "", NAMING),
      ],
      [
        "document:owner/d2",
        edited("documents.yaml", "d2: { genre: NEWS }\n", "", OWNER),
        edited("relations.yaml", ", documents: [document:owner/d2]", "", NAMING),
      ],
    ];

    it.each(LEAVING)("is refused while another corpus names %s, and goes together with its change", async (id, without, letting) => {
      expect((await seed(engine, OWNER, NAMING)).faults).toEqual([]);
      const before = await graphDump(engine);
      const refused = await seed(engine, without);
      expect(refused.faults.map(({ code, message }) => `${code} ${message}`)).toEqual([
        `SEED_STILL_USED ${id} left this corpus, but dataset:naming still refers to it; change that corpus first, or load both in one command, this one first, where its tables follow by themselves, or keep the record`,
      ]);
      expect((await seed(engine, without, NAMING)).faults.map(({ code }) => code)).toEqual(["SEED_MISSING_REF"]);
      expect(await graphDump(engine)).toEqual(before);
      expect((await seed(engine, without, letting)).faults).toEqual([]);
    });
  });
});
