import neo4j from "neo4j-driver";
import type { Driver, ProfiledPlan } from "neo4j-driver";
import type { GraphEngine } from "../../../src/graph/engine";
import { toEngineMap } from "../../../src/graph/neo4j/to-engine-value";
import { compileOne } from "../../compiler/compile-query";
import { engines } from "../../support/engines";
import { neo4jAddress } from "../../support/neo4j-for-this-file";
import { loadSkewedGraph, STATEMENTS, topicOf } from "../../support/skewed-graph";

const testEngine = engines.find((each) => each.name === "neo4j");
const title = "counts and pages, looked at with PROFILE";
const address = neo4jAddress();
const suite = address && testEngine ? describe : describe.skip;

/** One statement of each day: this one is in the middle. */
const DAY_WITHIN = new Date(Date.UTC(2000, 0, 1 + STATEMENTS / 2)).toISOString().slice(0, 10);

/** Every operator of a plan, the root first. */
function operators(plan: ProfiledPlan): ProfiledPlan[] {
  return [plan, ...plan.children.flatMap(operators)];
}

suite(address ? title : `${title} (no Neo4j)`, () => {
  let engine: GraphEngine;
  let driver: Driver;
  beforeAll(async () => {
    if (!testEngine || !address) return;
    engine = await testEngine.open();
    await loadSkewedGraph(engine);
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), { disableLosslessIntegers: true });
    // A database finds out in its own time how much its indexes hold, and plans by that.
    const session = driver.session();
    await session.run("CALL db.prepareForReplanning()");
    await session.close();
  }, 120_000);
  afterAll(async () => {
    await driver.close();
    await engine.close();
  });

  const profile = async (source: string): Promise<{ hits: number; plan: ProfiledPlan[]; columns: unknown }> => {
    const { text, parameters } = compileOne(source);
    const session = driver.session();
    const { summary, records } = await session.run(`PROFILE ${text}`, toEngineMap(parameters as Record<string, string>));
    await session.close();
    const plan = summary.profile ? operators(summary.profile) : [];
    return { hits: plan.reduce((sum, each) => sum + each.dbHits, 0), plan, columns: records[0]?.toObject() };
  };

  it("take the count of all statements from the database's own books", async () => {
    const { hits, plan } = await profile("{ statements { totalCount } }");
    expect(plan.map(({ operatorType }) => operatorType.replace("@neo4j", ""))).toContain("NodeCountFromCountStore");
    expect(hits).toBeLessThanOrEqual(1);
  });

  it("take the count of a topic's statements from its number of relations, however many", async () => {
    const busy = await profile('{ statements(where: { about: { some: { id: "topic:busy" } } }) { totalCount } }');
    const rare = await profile('{ statements(where: { about: { some: { id: "topic:rare" } } }) { totalCount } }');
    expect(Object.values(busy.columns as object)).toEqual([
      Array.from({ length: STATEMENTS }, (_, index) => topicOf(index)).filter((topic) => topic === "topic:busy").length,
    ]);
    expect([busy.hits, rare.hits]).toEqual([rare.hits, rare.hits]);
    expect(busy.hits).toBeLessThan(10);
  });

  it("read no property of the statements that they count, but what they group or filter by", async () => {
    const { plan } = await profile(
      '{ statementCounts(groupBy: [SPEAKER, MONTH], where: { about: { some: { id: "topic:busy" } } }) { count keys { value } } }',
    );
    const told = plan.map((each) => JSON.stringify(each.arguments["Details"] ?? "")).join("\n");
    const read = [...told.matchAll(/\bn1\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(read)]).toEqual(["saidAtMonth"]);
  });

  it.each([
    ["a page by date up to a day", '{ statements(where: { saidAt: { to: "$day" } }, first: 10) { nodes { id } } }'],
    ["a page within a day", '{ statements(where: { saidAt: { within: "$day" } }, first: 10) { nodes { id } } }'],
    [
      "the earliest within a day",
      '{ statements(where: { saidAt: { within: "$day" } }, first: 10, orderBy: [{ by: SAID_AT, direction: ASC }]) { nodes { id } } }',
    ],
    ["the number within a day", '{ statements(where: { saidAt: { within: "$day" } }) { totalCount } }'],
    ["speakers within a day", '{ statementCounts(groupBy: [SPEAKER], where: { saidAt: { within: "$day" } }, first: 5) { count } }'],
  ])("look at nothing that was said at another time: %s", async (_, source) => {
    const { hits } = await profile(source.replace("$day", DAY_WITHIN));
    expect(hits).toBeLessThan(STATEMENTS / 10);
  });

  it.each([
    ["the number", "{ statements(where: $where) { totalCount } }"],
    ["the latest", "{ statements(where: $where, first: 5) { nodes { id } } }"],
    ["groups", "{ statementCounts(groupBy: [MONTH], where: $where, first: 5) { count } }"],
  ])("look at what hangs on the one or the other where either is demanded: %s", async (_, source) => {
    const where = '{ or: [{ about: { some: { id: "topic:rare" } } }, { speaker: { id: "person:rare" } }] }';
    const { hits } = await profile(source.replace("$where", where));
    expect(hits).toBeLessThan(STATEMENTS / 2);
  });

  it("go on once from each thing that somebody spoke about, however often that was", async () => {
    const source =
      '{ statements(where: { about: { some: { spokenAbout: { some: { speaker: { id: "person:prolific" } } } } } }) { totalCount } }';
    const { hits, columns } = await profile(source);
    expect(Object.values(columns as object)).toEqual([STATEMENTS]);
    expect(hits).toBeLessThan(10 * STATEMENTS);
  });

  it("count hits of a search without reading what a page would show", async () => {
    const { plan } = await profile('{ statements(search: "words", where: { speaker: { id: "person:rare" } }) { totalCount } }');
    const told = plan.map((each) => JSON.stringify(each.arguments["Details"] ?? "")).join("\n");
    const read = [...told.matchAll(/\bn1\.(\w+)/g)].map(([, name]) => name);
    expect(read).toContain("searchText");
    expect(read).not.toContain("text");
    expect(read).not.toContain("id");
  });
});
