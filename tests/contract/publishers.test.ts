import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import type { Where } from "./value-holds";

const oracle = new Oracle(worldOfCorpora());
const { entities, documents } = oracle.world;

/** Who publishes, by themselves or through an account; and the accounts, which are nobody's publisher by their own id. */
const posting = entities.filter(({ accounts }) => documents.some(({ publisher }) => accounts.includes(publisher ?? "")));
const publishing = entities.filter(({ id }) => documents.some(({ publisher }) => publisher === id));
const OWNERS = [...new Set([...posting, ...publishing.slice(0, 12)].map(({ id }) => id))];
/** Each with whose words it published, by itself or for its owner. */
const PUBLISHERS = [
  ...OWNERS.map((id) => [id, id] as const),
  ...posting.flatMap(({ id, accounts }) => accounts.map((account) => [account, id] as const)),
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

  it.each(PUBLISHERS)("are of whom the records say, for %s", async (id, owner) => {
    const published = { some: { publisher: { id: owner } } };
    const [speaker = ""] = oracle.entities({ said: { some: { reports: published } } });
    const [thing = ""] = oracle.entities({ spokenAbout: { some: { speaker: { id: speaker }, reports: published } } });
    const reports = { some: { publisher: { id } } };
    const about = { some: { id: thing } };
    for (const where of [
      { said: { some: { reports } } },
      { said: { some: { about, reports } } },
      { said: { some: { about, reports, mentions: { none: { id: "person:nobody" } } } } },
      { spokenAbout: { some: { speaker: { id: speaker }, reports } } },
    ]) {
      const expected = oracle.entities(where).sort();
      expect({ where, found: await spoken(where) }).toEqual({ where, found: expected });
      expect({ where, isSomebody: expected.length > 0 }).toEqual({ where, isSomebody: id === owner });
    }
  });
});
