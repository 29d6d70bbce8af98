import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import { idsOf, readPage, walkPages } from "./walk-pages";
import type { List } from "./walk-pages";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const STATEMENT_ORDERS = ["SAID_AT", "RECORDED_AT", "REPORT_COUNT", "RESPONSE_COUNT", "SPEAKER_NAME"];
const ENTITY_ORDERS = ["NAME", "SAID_COUNT", "SPOKEN_ABOUT_COUNT"];
const DIRECTIONS = ["ASC", "DESC"];

function ordered(path: string, orders: readonly string[]): List[] {
  return orders.flatMap((by) =>
    DIRECTIONS.map((direction) => ({ path, argumentsText: `orderBy: [{ by: ${by}, direction: ${direction} }]` })),
  );
}

const plain = (path: string, argumentsText = ""): List => ({ path, argumentsText });
const ZOE = 'person(id: "person:zoe-dutra") { ';

const bothWays: readonly List[] = [
  ...ordered("statements", STATEMENT_ORDERS),
  ...ordered("entities", ENTITY_ORDERS),
  ...["statements", "entities", "people", "organizations", "places", "events", "documents", "claims"].map((path) => plain(path)),
  plain("statements", "orderBy: [{ by: REPORT_COUNT }, { by: SPEAKER_NAME, direction: ASC }, { by: SAID_AT, direction: ASC }]"),
  plain("statements", 'where: { not: { language: { eq: "en" } } }'),
  plain("statements", "where: { saidAt: { isNull: true } }"),
  plain(`${ZOE}said`),
  ...ordered(`${ZOE}said`, STATEMENT_ORDERS),
  plain(`${ZOE}spokenAbout`),
  plain('organization(id: "organization:choir") { said'),
  plain('place(id: "place:level-zero") { statementsMadeHere'),
  plain('event(id: "event:open-day") { statementsMadeDuring'),
  plain('claim(id: "claim:awkward/two-verdicts") { statements'),
];

describeOnEngines("pages", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each(bothWays.map((list) => [`${list.path} ${list.argumentsText}`, list] as const))(
    "give each item of %s once, in one order, whichever way they are walked",
    async (_, list) => {
      const size = 7;
      const forward = await walkPages(engine, list, size);
      const backward = await walkPages(engine, list, size, true);
      const ids = idsOf(forward);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(idsOf(backward, true)).toEqual(ids);
      expect([...forward, ...backward].map((page) => page.totalCount)).toEqual(Array(forward.length * 2).fill(ids.length));
      expect(forward).toHaveLength(Math.ceil(ids.length / size));
    },
  );

  it.each(DIRECTIONS)("by the speaker's name hold as many statements of as many speakers as fit (%s)", async (direction) => {
    const ofEach = new Map(world.statements.map((each) => [oracle.speakerOf(each) ?? "", each.id]));
    const wanted = [...ofEach.values()];
    const where = `where: { ids: ${JSON.stringify(wanted)} }, orderBy: [{ by: SPEAKER_NAME, direction: ${direction} }]`;
    for (const size of [1, 2, 3]) {
      for (const backward of [false, true]) {
        const pages = await walkPages(engine, plain("statements", where), size, backward);
        expect(idsOf(pages, backward).sort()).toEqual([...wanted].sort());
        expect(pages).toHaveLength(Math.ceil(wanted.length / size));
      }
    }
  });

  it.each(bothWays.map((list) => [`${list.path} ${list.argumentsText}`, list] as const))("of %s tell where they stand", async (_, list) => {
    const pages = await walkPages(engine, list, 7);
    pages.forEach((page, index) => {
      expect(page.nodes).toEqual(page.edges.map((edge) => edge.node));
      expect(page.pageInfo).toEqual({
        hasNextPage: index < pages.length - 1,
        hasPreviousPage: index > 0,
        startCursor: page.edges[0]?.cursor,
        endCursor: page.edges.at(-1)?.cursor,
      });
    });
  });

  it("from the end tell where they stand", async () => {
    const pages = await walkPages(engine, plain("people"), 7, true);
    expect(pages.map((page) => page.pageInfo.hasPreviousPage)).toEqual([...Array<boolean>(pages.length - 1).fill(true), false]);
    expect(pages.map((page) => page.pageInfo.hasNextPage)).toEqual([false, ...Array<boolean>(pages.length - 1).fill(true)]);
  });

  it.each([
    ["reports", 'statement(id: "statement:awkward/sung") { reports', 4],
    ["reports of a document", 'document(id: "document:soleimani-2020/commondreams-2020-01-03") { reports', 30],
    ["publications", 'organization(id: "organization:choir") { publishes', 3],
  ])("give each of many %s once", async (_, path, atLeast) => {
    const ids = idsOf(await walkPages(engine, plain(path), 2));
    expect(ids.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("begin right behind the cursor of any item", async () => {
    const list = plain("statements");
    const whole = await readPage(engine, list, "first: 100");
    for (const [index, { cursor }] of whole.edges.entries()) {
      const next = await readPage(engine, list, `first: 1, after: "${cursor}"`);
      expect(next.edges[0]?.node.id).toBe(whole.edges[index + 1]?.node.id);
    }
  });

  it("are empty without cursors where nothing is found", async () => {
    const page = await readPage(engine, plain("statements", "where: { or: [] }"), "first: 3");
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(page).toEqual({ edges: [], nodes: [], pageInfo, totalCount: 0 });
  });

  it("hold twenty items where nobody says how many", async () => {
    const { nodes } = await readPage(engine, plain("statements"), "");
    expect(nodes).toHaveLength(20);
  });

  it("take an explicit null for an argument that is not given", async () => {
    const nulls = "where: null, orderBy: null, first: 20, after: null, last: null, before: null";
    expect(await readPage(engine, plain("statements"), nulls)).toEqual(await readPage(engine, plain("statements"), "first: 20"));
  });

  it("take an empty order for the usual one", async () => {
    expect(await readPage(engine, plain("people", "orderBy: []"), "")).toEqual(await readPage(engine, plain("people"), ""));
  });

  it.each(["first: 0", "first: -1", "first: 101", "last: 0", "last: -1", "last: 101", "first: 2147483647"])(
    "refuse %s and name the range, at the root and below it",
    async (page) => {
      for (const source of [`{ people(${page}) { nodes { id } } }`, `{ people { nodes { said(${page}) { nodes { id } } } } }`]) {
        const { code, message } = await refusal(engine, source);
        expect(code).toBe("BAD_USER_INPUT");
        expect(message).toContain("1 to 100");
      }
    },
  );

  it.each(["first: 1, last: 1", 'first: 1, before: "x"', 'last: 1, after: "x"', 'after: "x", before: "y"'])(
    "refuse %s, which goes both ways at once",
    async (page) => {
      expect((await refusal(engine, `{ people(${page}) { nodes { id } } }`)).code).toBe("BAD_USER_INPUT");
    },
  );

  it("count without reading items where only the count is asked for", async () => {
    const statements: string[] = [];
    const read: GraphEngine["read"] = (statement) => (statements.push(statement.text), engine.read(statement));
    const spy = { dialect: engine.dialect, read };
    expect(await ask(spy, "{ statements { totalCount } }")).toEqual({ statements: { totalCount: 80 } });
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toMatch(/collect|ORDER BY|LIMIT/);
  });
});
