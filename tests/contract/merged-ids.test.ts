import { readFileSync } from "node:fs";
import path from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { CORPUS, removeTableFolders, seedTables } from "../support/table-corpus";
import { describeOnEngines } from "../support/engines";
import { ask } from "./ask";

afterAll(removeTableFolders);

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
