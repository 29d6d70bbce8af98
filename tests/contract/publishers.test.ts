import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import type { Where } from "./holds";

const oracle = new Oracle(worldOfCorpora());
const { entities, documents } = oracle.world;

/** Who publishes, by themselves or through an account; and the accounts, which are nobody's publisher by their own id. */
const posting = entities.filter(({ accounts }) => documents.some(({ publisher }) => accounts.includes(publisher ?? "")));
const publishing = entities.filter(({ id }) => documents.some(({ publisher }) => publisher === id));
const PUBLISHERS = [
  ...new Set([...posting, ...publishing.slice(0, 12)].map(({ id }) => id)),
  ...posting.flatMap(({ accounts }) => accounts),
];

describeOnEngines("words that somebody published", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const spoken = async (where: Where): Promise<string[]> => {
    const source = "query ($where: EntityWhere) { entities(where: $where, first: 100) { nodes { id } } }";
    const found = await ask<{ entities: { nodes: { id: string }[] } }>(engine, source, { where });
    return found.entities.nodes.map(({ id }) => id).sort();
  };

  it("has publishers of both sorts to ask for", () => {
    expect(posting.length).toBeGreaterThan(0);
    expect(publishing.length).toBeGreaterThan(0);
  });

  it.each(PUBLISHERS)("are of whom the records say, for %s", async (id) => {
    const reports = { some: { publisher: { id } } };
    const someone = entities.find((each) => oracle.entities({ spokenAbout: { some: { reports } } }).includes(each.id));
    for (const where of [
      { said: { some: { reports } } },
      { said: { some: { about: { some: { id: someone?.id ?? "person:nobody" } }, reports } } },
      { said: { some: { about: { some: { id: someone?.id ?? "person:nobody" } }, reports, mentions: { none: { id: "person:nobody" } } } } },
      { spokenAbout: { some: { speaker: { id: "person:donald-trump" }, reports } } },
    ]) {
      expect({ where, found: await spoken(where) }).toEqual({ where, found: oracle.entities(where).sort() });
    }
  });
});
