import neo4j from "neo4j-driver";
import type { Driver, ProfiledPlan } from "neo4j-driver";
import { fillBounds } from "../../../src/compiler/deferred-bound";
import { readLongDates } from "../../../src/compiler/read-long-dates";
import type { CypherStatement } from "../../../src/graph/cypher-statement";
import type { GraphEngine } from "../../../src/graph/engine";
import { toEngineMap } from "../../../src/graph/neo4j/to-engine-value";
import { compileAll } from "../../compiler/compile-query";
import { engines } from "../../support/engines";
import { neo4jAddress } from "../../support/neo4j-for-this-file";
import { itemOf, loadDatedByYear, loadSkewedGraph, speakerOf, STATEMENTS, topicOf, urlOf } from "../../support/skewed-graph";

const testEngine = engines.find((each) => each.name === "neo4j");
const title = "counts and pages, looked at with PROFILE";
const address = neo4jAddress();
const suite = address && testEngine ? describe : describe.skip;

/** One statement of each day. */
const dayOf = (index: number): string => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
const DAY_WITHIN = dayOf(STATEMENTS / 2);
const DAY_AFTER = dayOf(STATEMENTS / 2 + 1);
const LAST_DAYS = dayOf(STATEMENTS - 4);

const RARELY = Array.from({ length: STATEMENTS }, (_, index) => speakerOf(index)).filter((speaker) => speaker === "person:rare").length;

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
    await loadDatedByYear(engine);
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
    const [compiled] = compileAll(source);
    if (!compiled?.statement) throw new Error(`No statement: ${source}`);
    return run(await fillBounds(compiled.statement, compiled.deferred, (date) => readLongDates(date, (each) => engine.read(each))));
  };
  const run = async ({ text, parameters }: CypherStatement): Promise<{ hits: number; plan: ProfiledPlan[]; columns: unknown }> => {
    const session = driver.session();
    const { summary, records } = await session.run(`PROFILE ${text}`, toEngineMap(parameters));
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
    ["the latest since a few days", '{ statements(where: { saidAt: { from: "$last" } }, first: 10) { nodes { id } } }'],
    ["the latest since a few days, from their end", '{ statements(where: { saidAt: { from: "$last" } }, last: 10) { nodes { id } } }'],
    [
      "the oldest from a day on",
      '{ statements(where: { saidAt: { from: "$day" } }, first: 10, orderBy: [{ by: SAID_AT, direction: ASC }]) { nodes { id } } }',
    ],
    ["the latest from one day to another", '{ statements(where: { saidAt: { from: "$day", to: "$next" } }, first: 10) { nodes { id } } }'],
    [
      "the latest of one speaker",
      '{ statements(where: { saidAt: { from: "$last" }, speaker: { id: "person:prolific" } }, first: 10) { nodes { id } } }',
    ],
    [
      "the latest about a topic",
      '{ statements(where: { saidAt: { from: "$last" }, about: { some: { id: "topic:busy" } } }, first: 10) { nodes { id } } }',
    ],
    [
      "what somebody said last",
      '{ person(id: "person:prolific") { said(where: { saidAt: { from: "$last" } }, first: 10) { nodes { id } } } }',
    ],
    ["the number since a few days", '{ statements(where: { saidAt: { from: "$last" } }) { totalCount } }'],
    ["the number from one day to another", '{ statements(where: { saidAt: { from: "$day", to: "$next" } }) { totalCount } }'],
    [
      "months from one day to another",
      '{ statementCounts(groupBy: [MONTH], where: { saidAt: { from: "$day", to: "$next" } }, first: 5) { count } }',
    ],
    ["the number within a day", '{ statements(where: { saidAt: { within: "$day" } }) { totalCount } }'],
    ["speakers within a day", '{ statementCounts(groupBy: [SPEAKER], where: { saidAt: { within: "$day" } }, first: 5) { count } }'],
    [
      "the number about a topic",
      '{ statements(where: { saidAt: { from: "$last" }, about: { some: { id: "topic:busy" } } }) { totalCount } }',
    ],
    [
      "the number of one speaker",
      '{ statements(where: { saidAt: { within: "$day" }, speaker: { id: "person:prolific" } }) { totalCount } }',
    ],
    [
      "the number of those of a name",
      '{ statements(where: { saidAt: { from: "$last" }, speaker: { name: { eq: "Always Talking" } } }) { totalCount } }',
    ],
    [
      "speakers about a topic",
      '{ statementCounts(groupBy: [SPEAKER], where: { saidAt: { from: "$last" }, about: { some: { id: "topic:busy" } } }) { count } }',
    ],
    ["those who spoke within a day", '{ people(where: { said: { some: { saidAt: { within: "$day" } } } }) { totalCount } }'],
    ["what was spoken about", '{ entities(where: { spokenAbout: { some: { saidAt: { from: "$last" } } } }) { totalCount } }'],
    [
      "the first of those who spoke about a topic, and their number",
      '{ people(where: { said: { some: { saidAt: { from: "$last" }, about: { some: { id: "topic:busy" } } } } }, first: 5) { totalCount nodes { id } } }',
    ],
    [
      "those who spoke about a topic of that name",
      '{ people(where: { said: { some: { saidAt: { within: "$day" }, about: { some: { name: { eq: "Busy topic" } } } } } }) { totalCount } }',
    ],
    [
      "the first things that somebody spoke about, and their number",
      '{ entities(where: { spokenAbout: { some: { saidAt: { from: "$last" }, speaker: { id: "person:prolific" } } } }, first: 5) { totalCount nodes { id } } }',
    ],
    ["what was reported then", '{ statements(where: { reportedAt: { from: "$day" } }) { totalCount } }'],
    [
      "what was published then",
      '{ statementCounts(groupBy: [SPEAKER], where: { reports: { some: { document: { publishedAt: { from: "$day", to: "$next" } } } } }) { count } }',
    ],
    [
      "whom somebody spoke about",
      '{ person(id: "person:prolific") { said(where: { saidAt: { from: "$last" } }) { totalCount facets(by: [ABOUT, MONTH]) { total buckets { count } } } } }',
    ],
  ])("look at nothing that was said at another time: %s", async (_, source) => {
    const { hits } = await profile(source.replace("$day", DAY_WITHIN).replace("$next", DAY_AFTER).replace("$last", LAST_DAYS));
    expect(hits).toBeLessThan(STATEMENTS / 10);
  });

  it.each([
    ["those who spoke since", '{ people(where: { said: { some: { saidAt: { from: "2000" } } } }, first: 5) { nodes { id } } }'],
    ["what persons said", "{ statements(where: { speaker: { kind: [PERSON] } }, first: 5) { nodes { id } } }"],
    ["what is of a dataset", `{ statements(where: { dataset: ["dataset:skew"] }, first: 5) { nodes { id } } }`],
    [
      "what is of a time, sorted by another",
      '{ statements(where: { saidAt: { from: "2000" } }, orderBy: [{ by: RECORDED_AT }], first: 5) { nodes { id } } }',
    ],
  ])("look at a page and no more where nearly all fulfils what nothing names: %s", async (_, source) => {
    const { hits } = await profile(source);
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

  it("look up how long dates are in a few accesses, however many are long", async () => {
    const sent: CypherStatement[] = [];
    const found = await readLongDates({ label: "Document", property: "publishedAt" }, (statement) => {
      sent.push(statement);
      return engine.read(statement);
    });
    expect(found).toEqual([{ days: 366, earliest: Date.UTC(1000, 0), latest: Date.UTC(2000, 0) - 1 }]);
    const [statement] = sent;
    if (!statement) throw new Error("Nothing was looked up.");
    const { hits, plan } = await run(statement);
    expect(plan.map(({ operatorType }) => operatorType).join()).not.toMatch(/Sort|Top|Scan|Aggregation/);
    expect(hits).toBeLessThan(20);
  });

  it.each([
    ["a document by its address", `documents(where: { url: { eq: "${urlOf(1500)}" } }) { totalCount nodes { id } }`, 1],
    [
      "statements by the addresses of documents",
      `statements(where: { reports: { some: { document: { url: { in: ["${urlOf(1500)}"] } } } } }) { totalCount nodes { id } }`,
      0,
    ],
    [
      "an entity by its item of Wikidata",
      `people(where: { wikidataId: { in: ["${itemOf(2)}", "Q99999"] } }) { totalCount nodes { id } }`,
      1,
    ],
    ["statements by that of the speaker", `statements(where: { speaker: { wikidataId: { eq: "${itemOf(2)}" } } }) { totalCount }`, RARELY],
    [
      "statements by either of two",
      `statements(where: { or: [{ speaker: { wikidataId: { eq: "${itemOf(2)}" } } }, { about: { some: { wikidataId: { eq: "Q99999" } } } }] }) { totalCount }`,
      RARELY,
    ],
  ])("look at what hangs on the few that have a value: %s", async (_, source, found) => {
    const { hits, columns } = await profile(`{ ${source} }`);
    expect(Object.values(columns as object)).toContain(found);
    expect(hits).toBeLessThan(STATEMENTS / 10);
  });

  it.each(["REPORT_COUNT", "RESPONSE_COUNT"])("keep no more than a page while all is sorted by %s, and look at no report", async (by) => {
    const { plan, hits } = await profile(`{ statements(first: 5, orderBy: [{ by: ${by} }]) { nodes { id } } }`);
    const names = plan.map(({ operatorType }) => operatorType.replace("@neo4j", ""));
    expect(names).toContain("Top");
    expect(names).not.toContain("Sort");
    expect(hits).toBeLessThan(STATEMENTS * 3.1);
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
