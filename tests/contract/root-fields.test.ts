import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";

const world = worldOfCorpora();
const IDS = [
  ...["person:zoe-dutra", "organization:choir", "place:level-eight", "event:ides", "work:the-book", "topic:weather"],
  ...["account:squawk-zoe", "position:awkward/zoe-dutra.first-term", "statement:awkward/sung", "report:awkward/sung.ancient"],
  ...["document:awkward/leaflet", "claim:awkward/two-verdicts", "review:awkward/two-verdicts.first", "dataset:awkward"],
];
const TYPES = "Person Organization Place Event Work Topic Account Position Statement Report Document Claim ClaimReview Dataset".split(" ");
const NOTHING = [
  "",
  ":",
  "person:",
  "nobody",
  "person:nobody",
  "Person:zoe-dutra",
  "span:awkward/x",
  "version:data",
  "lock:seed",
  "' OR 1=1",
  "statement:awkward/",
  "__proto__:x",
  "constructor:x",
];

describeOnEngines("root fields", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each(IDS.map((id, index) => [id, TYPES[index]]))("node gives %s back as a %s", async (id, type) => {
    expect(await ask(engine, "query ($id: ID!) { node(id: $id) { __typename id } }", { id })).toEqual({ node: { __typename: type, id } });
  });

  it.each(NOTHING)("node gives null, and no error, for the id %j", async (id) => {
    expect(await ask(engine, "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", { id })).toEqual({
      node: null,
      nodes: [null],
    });
  });

  it("nodes keeps order, length and holes, also for one id twice", async () => {
    const ids = ["nobody", ...IDS, "person:nobody", ...[...IDS].reverse(), ""];
    const { nodes } = await ask<{ nodes: ({ id: string } | null)[] }>(
      engine,
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Person { name } } }",
      { ids },
    );
    expect(nodes.map((each) => each?.id ?? null)).toEqual([null, ...IDS, null, ...[...IDS].reverse(), null]);
    expect(nodes[1]).toEqual({ id: "person:zoe-dutra", name: "Zoë Dutra" });
  });

  it("nodes takes 250 ids and refuses one more", async () => {
    const source = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const { nodes } = await ask<{ nodes: unknown[] }>(engine, source, { ids: Array(250).fill("person:ann") });
    expect(nodes).toHaveLength(250);
    expect((await refusal(engine, source, { ids: Array(251).fill("person:ann") })).code).toBe("LIST_TOO_LONG");
  });

  it.each([
    ["entity", IDS[0], { id: IDS[0] }],
    ["person", "person:ann", { id: "person:ann" }],
    ["person", "organization:choir", null],
    ["organization", "organization:choir", { id: "organization:choir" }],
    ["organization", "person:ann", null],
    ["place", "place:nowhere", { id: "place:nowhere" }],
    ["place", "event:ides", null],
    ["event", "event:ides", { id: "event:ides" }],
    ["event", "place:nowhere", null],
    ["statement", "statement:awkward/hen", { id: "statement:awkward/hen" }],
    ["statement", "person:ann", null],
    ["document", "document:awkward/leaflet", { id: "document:awkward/leaflet" }],
    ["claim", "claim:awkward/unmade", { id: "claim:awkward/unmade" }],
    ["entity", "statement:awkward/hen", null],
  ])("%s(id: %j) gives what is of that kind and nothing else", async (field, id, expected) => {
    expect(await ask(engine, `query ($id: ID!) { one: ${field}(id: $id) { id } }`, { id })).toEqual({ one: expected });
  });

  it("gives texts of any script back code point for code point", async () => {
    const { entities } = await ask<{ entities: { nodes: { id: string; name: string; aliases: string[]; description: string | null }[] } }>(
      engine,
      "{ entities(first: 100, where: { kind: [PERSON, ORGANIZATION, WORK, TOPIC] }) { nodes { id name aliases description } } }",
    );
    for (const { id, name, aliases, description } of entities.nodes) {
      const record = world.entities.find((each) => each.id === id);
      expect({ name, aliases, description }).toEqual({ name: record?.name, aliases: record?.aliases, description: record?.description });
    }
    expect(entities.nodes.length).toBeGreaterThan(50);
  });

  it("counts every dataset as its corpus does", async () => {
    const { datasets, dataVersion } = await ask<{ datasets: Record<string, unknown>[]; dataVersion: Record<string, unknown> }>(
      engine,
      "{ datasets { id statements entities documents } dataVersion { statements reports documents entities } }",
    );
    const count = (records: readonly { readonly dataset: string }[], id: unknown): number =>
      records.filter((each) => each.dataset === id).length;
    expect(datasets.map((each) => each["id"])).toEqual(["dataset:awkward", "dataset:harbour-2021", "dataset:soleimani-2020"]);
    for (const { id, statements, entities, documents } of datasets) {
      expect([statements, entities, documents]).toEqual([
        count(world.statements, id),
        count(world.entities, id),
        count(world.documents, id),
      ]);
    }
    const reports = world.statements.flatMap((each) => each.reports).length;
    expect(dataVersion).toEqual({ statements: 80, reports, documents: world.documents.length, entities: world.entities.length });
  });

  it.each([
    ["Suleimani", "person:qassem-soleimani"],
    ["سلیمانی", "person:qassem-soleimani"],
    ["سليماني", "person:qassem-soleimani"],
    ["SOLEIMANI", "person:qassem-soleimani"],
    ["zofie angstrom", "person:angstrom"],
    ["ipek isik", "person:ipek"],
    ["Anna Ahmatova", "person:akhmatova"],
    ["علی کاظمی", "person:kazemi"],
    ["کاظمیزاده", "person:kazemi"],
    ["}) DETACH DELETE n //", "person:robert-tables"],
    ["$P_1", "person:robert-tables"],
    ["  zoë   dutra ", "person:zoe-dutra"],
  ])("finds by the name %j whom it means", async (name, id) => {
    const { people } = await ask<{ people: unknown }>(
      engine,
      "query ($name: String) { people(where: { name: { eq: $name } }) { nodes { id } } }",
      { name },
    );
    expect(people).toEqual({ nodes: [{ id }] });
  });

  it.each([
    ['from: "2026-01-01"', 80],
    ['from: "2026-01-02"', 0],
    ['to: "2025"', 0],
    ['from: "2025-12-31", to: "2026-01-01"', 80],
    ["isNull: true", 0],
    ['to: "../2030"', 80],
    ['from: "-0044"', 80],
  ])("counts the statements recorded %s as %d", async (range, count) => {
    expect(await ask(engine, `{ statements(where: { recordedAt: { ${range} } }) { totalCount } }`)).toEqual({
      statements: { totalCount: count },
    });
  });

  it("holds everything still after all these names", async () => {
    expect(await ask(engine, "{ entities { totalCount } }")).toEqual({ entities: { totalCount: world.entities.length } });
  });
});
