import { readFileSync } from "node:fs";
import path from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { CORPUS, removeTableFolders, seedTables } from "../support/table-corpus";
import { describeOnEngines } from "../support/engines";
import { QUICK_SEED } from "../support/quick-seed";
import { ask, refusal } from "./ask";

afterAll(removeTableFolders);
afterAll(removeCorpusFolders);

describeOnEngines("an id that was merged into another", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedTables(engine, { "entities.yaml": "same:\n  person:ada-novak: [person:a-novak]\n" });
  });
  afterAll(() => engine.close());

  it("gives the one that stands for it, as a node and by its kind", async () => {
    const both = "{ node(id: $id) { id } person(id: $id) { id name said { totalCount } } }";
    const answer = await ask(engine, `query Old($id: ID!) ${both}`, { id: "person:a-novak" });
    expect(answer).toEqual({
      node: { id: "person:ada-novak" },
      person: { id: "person:ada-novak", name: "Ada Novak", said: { totalCount: 2 } },
    });
  });

  it("gives it among several, too, as often as it is asked for", async () => {
    const ids = ["person:a-novak", "statement:sayings/1", "person:nobody", "person:ada-novak"];
    expect(await ask(engine, "query Several($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toEqual({
      nodes: [{ id: "person:ada-novak" }, { id: "statement:sayings/1" }, null, { id: "person:ada-novak" }],
    });
  });

  it("is no thing of its own", async () => {
    expect(await ask(engine, '{ node(id: "former:person:a-novak") { id } people { totalCount } }')).toEqual({
      node: null,
      people: { totalCount: 1 },
    });
  });

  it("is an entity of its own again when the decision is taken back", async () => {
    await seedTables(engine, { "entities.yaml": "different:\n  - [person:ada-novak, person:b-novak]\n" });
    expect(await ask(engine, '{ person(id: "person:a-novak") { id said { totalCount } } }')).toEqual({
      person: { id: "person:a-novak", said: { totalCount: 1 } },
    });
  });
});

describeOnEngines("an id that was merged into one that another corpus merged since", (testEngine) => {
  it("gives the last of them", async () => {
    const engine = await testEngine.open();
    const corpus = (id: string, people: string, same = ""): string =>
      corpusFolder({
        "corpus.yaml": `id: ${id}\ntitle: ${id}\nversion: '1'\n`,
        "people.yaml": people,
        ...(same !== "" && { "entities.yaml": `same:\n  ${same}\n` }),
      });
    const seed = async (...folders: string[]): Promise<void> => {
      const { faults } = await runSeed(folders, engine, { ...QUICK_SEED, now: () => new Date() });
      expect(faults).toEqual([]);
    };
    await seed(
      corpus("first", "ada: { name: Ada }\nann: { name: Ann }\n"),
      corpus("second", "bo: { name: Bo }\n", "person:ann: [person:a]"),
    );
    const asked = `{ a: person(id: "person:a") { id } ann: person(id: "person:ann") { id } nodes(ids: ["person:a", "person:bo"]) { id } }`;
    expect(await ask(engine, asked)).toEqual({
      a: { id: "person:ann" },
      ann: { id: "person:ann" },
      nodes: [{ id: "person:ann" }, { id: "person:bo" }],
    });
    await seed(corpus("first", "ada: { name: Ada }\n", "person:ada: [person:ann]"));
    expect(await ask(engine, asked)).toEqual({
      a: { id: "person:ada" },
      ann: { id: "person:ada" },
      nodes: [{ id: "person:ada" }, { id: "person:bo" }],
    });
    await engine.close();
  });
});

/** Three who speak about each other in a ring: Ada, Ben, Cem, who was two records. */
const RING = {
  "sayings.csv":
    "id,said,who,whom\n1,Ben builds the bridge.,ada-novak,ben-moor\n2,Cem pays for it.,ben-moor,cem-kaya\n3,Ada opened it.,c-kaya,ada-novak\n4,Cem paid twice.,ada-novak,c-kaya\n",
  "mapping.yaml": `tables:
  sayings:
    files: sayings.csv
    records:
      people: { <who>: { name: <who | unslug> }, <whom>: { name: <whom | unslug> } }
      documents: { paper: { title: A paper, genre: NEWS } }
      statements:
        <id>:
          text: <said>
          speaker: <who>
          about: [{ entity: 'person:<whom>' }]
          reports: [{ in: paper, type: DIRECT }]
`,
  "entities.yaml": "same:\n  person:cem-kaya: [person:c-kaya]\n",
};

describeOnEngines("a question that names a thing by an id that was merged into another", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedTables(engine, RING);
  });
  afterAll(() => engine.close());

  const QUESTIONS: readonly [string, string, unknown][] = [
    ["a filter by an id", 'statements(where: { speaker: { id: "ID" } }) { nodes { text } }', { nodes: [{ text: "Ada opened it." }] }],
    ["a filter by several", 'statements(where: { about: { some: { ids: ["person:nobody", "ID"] } } }) { totalCount }', { totalCount: 2 }],
    [
      "a filter of things by their own ids",
      'people(where: { ids: ["ID", "person:ben-moor"] }) { nodes { name } }',
      { nodes: [{ name: "Ben Moor" }, { name: "Cem Kaya" }] },
    ],
    [
      "a filter of a list within",
      'people(first: 1) { nodes { name spokenAbout(where: { speaker: { id: "ID" } }) { totalCount } } }',
      { nodes: [{ name: "Ada Novak", spokenAbout: { totalCount: 1 } }] },
    ],
    [
      "a search beside it",
      'statements(search: "Ada", where: { speaker: { id: "ID" } }) { nodes { text } }',
      { nodes: [{ text: "Ada opened it." }] },
    ],
    [
      "a count",
      'statementCounts(groupBy: [SPEAKER], where: { about: { none: { id: "ID" } } }) { count keys { label } }',
      [
        { count: 1, keys: [{ label: "Ada Novak" }] },
        { count: 1, keys: [{ label: "Cem Kaya" }] },
      ],
    ],
    [
      "who spoke about whom",
      'whoSpokeAboutWhom(targets: { id: "ID" }) { speaker { id } count }',
      [
        { speaker: { id: "person:ada-novak" }, count: 1 },
        { speaker: { id: "person:ben-moor" }, count: 1 },
      ],
    ],
    ["rows", 'statementRows(where: { speaker: { id: "ID" } }) { rows { speaker } }', { rows: [{ speaker: "Cem Kaya" }] }],
    [
      "a network",
      'network(around: ["ID"], depth: 1, limit: 1) { nodes { id } truncated }',
      { nodes: [{ id: "person:cem-kaya" }], truncated: true },
    ],
    [
      "a network around both ids",
      'network(around: ["ID", "person:cem-kaya"], depth: 1, limit: 2) { nodes { id } }',
      { nodes: [{ id: "person:cem-kaya" }, { id: "person:ada-novak" }] },
    ],
    [
      "a network of one entity that is named by both ids",
      'network(around: ["person:c-kaya", "person:cem-kaya"], depth: 1, limit: 1) { nodes { id } }',
      { nodes: [{ id: "person:cem-kaya" }] },
    ],
    [
      "a path from it",
      'paths(from: "ID", to: "person:ben-moor") { length steps { from { id } } }',
      [{ length: 1, steps: [{ from: { id: "person:cem-kaya" } }] }],
    ],
    ["a path to itself", 'paths(from: "ID", to: "person:cem-kaya") { length }', []],
  ];
  it.each(QUESTIONS)("%s finds what the id that remained finds", async (_, source, expected) => {
    for (const slug of ["c-kaya", "cem-kaya"]) {
      expect(await ask(engine, `{ page: ${source.replaceAll("ID", `person:${slug}`)} }`)).toEqual({ page: expected });
    }
  });

  it("is refused as a network of more entities than it may have, where one is named by a former id", async () => {
    const source = '{ network(around: ["person:c-kaya", "person:ben-moor"], limit: 1) { truncated } }';
    expect(await refusal(engine, source)).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining("2 entities, more than `limit` (1)") as unknown,
    });
  });

  it("tells of the thing by the id that it has now", async () => {
    const source = '{ statements(where: { speaker: { id: "person:c-kaya" } }) { nodes { text speaker { id } } } }';
    expect(await ask(engine, source)).toEqual({ statements: { nodes: [{ text: "Ada opened it.", speaker: { id: "person:cem-kaya" } }] } });
  });

  it("is not asked of texts that read like an id", async () => {
    const source = '{ statements(where: { text: { eq: "person:c-kaya" } }) { totalCount } }';
    expect(await ask(engine, source)).toEqual({ statements: { totalCount: 0 } });
  });

  it("finds another corpus's own thing by it, where there is one", async () => {
    const description = "id: others\ntitle: Others\nlicence: CC0-1.0\nversion: '1'\n";
    const folder = corpusFolder({ "corpus.yaml": description, "people.yaml": "c-kaya:\n  name: Cora Kaya\n" });
    const later = { ...QUICK_SEED, now: () => new Date("2027-01-01T00:00:00Z") };
    expect((await runSeed([folder], engine, later)).faults).toEqual([]);
    expect(await ask(engine, '{ people(where: { ids: ["person:c-kaya"] }) { nodes { name } } }')).toEqual({
      people: { nodes: [{ name: "Cora Kaya" }] },
    });
  });
});

describeOnEngines("tables that did not change", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
    await seedTables(engine, {});
  });
  afterEach(() => engine.close());

  it("are not read again", async () => {
    const { summary } = await seedTables(engine, {});
    expect(summary.notes.map(({ code }) => code)).toEqual(["SEED_UNCHANGED"]);
    expect(summary).toMatchObject({ changed: false, corpora: [{ statements: 2, created: 0, updated: 0, retracted: 0 }] });
  });

  it("are read again when one letter of them is another", async () => {
    const { summary } = await seedTables(engine, { "sayings.csv": CORPUS["sayings.csv"].replace("opens", "closes") });
    expect(summary.notes).toEqual([]);
    expect(summary).toMatchObject({ changed: true, corpora: [{ created: 0, retracted: 0 }] });
    expect(await ask(engine, '{ statement(id: "statement:sayings/1") { text } }')).toEqual({ statement: { text: "The bridge closes." } });
  });

  it("are read again when the mapping is another, and nothing is written where it says the same", async () => {
    const { summary, folder } = await seedTables(engine, { "mapping.yaml": `# The same, with a remark.\n${CORPUS["mapping.yaml"]}` });
    expect(readFileSync(path.join(folder, "mapping.yaml"), "utf8")).toContain("remark");
    expect({ codes: summary.notes.map(({ code }) => code), changed: summary.changed }).toEqual({ codes: [], changed: false });
  });
});
