import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import type { Where } from "./value-holds";
import { idsOf, walkPages } from "./walk-pages";

const oracle = new Oracle(worldOfCorpora());
const DATES = [
  "2020-01-03",
  "2020-01",
  "2020",
  "2001~",
  "2001-01/2001-02",
  "2001-06/..",
  "../1999",
  "-0044-03-15",
  "2020-01-03T10:00:00Z",
  "9999",
];
const WINDOWS: readonly Where[] = [
  ...DATES.flatMap((date) => [{ to: date }, { from: date }, { within: date }, { from: date, to: date }]),
  { from: "2020-01", to: "2020-01-04", within: "2020" },
  { to: "2020-01-05", within: "2020-01" },
];
const ORDERS = ["SAID_AT, direction: DESC", "SAID_AT, direction: ASC", "RECORDED_AT, direction: ASC", "SPEAKER_NAME, direction: ASC"];
/** Of whom, or what, there is most. */
function mostFrequent(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
const { statements: SAID } = oracle.world;
const SPEAKER = mostFrequent(SAID.flatMap((each) => oracle.speakerOf(each) ?? []));
const THING = mostFrequent(SAID.flatMap((each) => each.about.map(({ entity }) => entity)));
const JUDGED = mostFrequent(SAID.flatMap((each) => each.about.flatMap(({ entity, stance }) => (stance === "AGAINST" ? entity : []))));

/** Begins a walk along an index, or what a speaker said, or what is said of a thing, each with the window beside it. */
const LISTS: readonly (readonly [string, string, Where])[] = [
  ["all", "", {}],
  ["what is searched", 'search: "the", ', {}],
  ["what one said", "", { speaker: { id: SPEAKER } }],
  ["what is about one", "", { about: { some: { id: THING } } }],
];
/** Walked as those above are, but counted in ways of their own. */
const COUNTED: typeof LISTS = [
  ["what is against one", "", { about: { some: { id: JUDGED } }, stance: ["AGAINST"] }],
  ["what is about any of several", "", { about: { some: { name: { contains: "an" } } } }],
  ["what some said", "", { speaker: { name: { contains: "an" } } }],
];

describeOnEngines("statements of a stretch of time", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const list = async (given: string, where: Where): Promise<string[]> => {
    const source = `query ($where: StatementWhere) { statements(${given}, first: 100, where: $where) { nodes { id } totalCount } }`;
    const { statements } = await ask<{ statements: { nodes: { id: string }[]; totalCount: number } }>(engine, source, { where });
    expect(statements.totalCount).toBe(statements.nodes.length);
    return statements.nodes.map((each) => each.id);
  };
  const holds = (id: string, saidAt: Where): boolean => {
    const statement = oracle.world.statements.find((each) => each.id === id);
    return statement !== undefined && oracle.statement(statement, { saidAt });
  };

  const ordered = (lists: typeof LISTS, orders: readonly string[]): (readonly [string, string, string, Where])[] =>
    orders.flatMap((order) => lists.map(([name, ...rest]) => [name, order, ...rest] as const));
  it.each([...ordered(LISTS, ORDERS), ...ordered(COUNTED, ORDERS.slice(0, 1))])(
    "are, of %s by %s, those that the whole list has in it",
    async (_, order, search, beside) => {
      const given = `${search}orderBy: [{ by: ${order} }]`;
      const whole = await list(given, beside);
      expect(whole.length).toBeGreaterThan(2);
      for (const saidAt of WINDOWS) {
        expect([saidAt, await list(given, { ...beside, saidAt })]).toEqual([saidAt, whole.filter((id) => holds(id, saidAt))]);
      }
    },
  );

  it.each(ORDERS)("are on pages by %s once, whichever way they are walked", async (order) => {
    for (const window of ['within: "2020-01"', 'to: "2020-01-03"', 'from: "2020-01-03"']) {
      const pages = { path: "statements", argumentsText: `where: { saidAt: { ${window} } }, orderBy: [{ by: ${order} }]` };
      const whole = idsOf(await walkPages(engine, pages, 100));
      expect(idsOf(await walkPages(engine, pages, 2))).toEqual(whole);
      expect(idsOf(await walkPages(engine, pages, 3, true), true)).toEqual(whole);
    }
  });

  it.each([...LISTS, ...COUNTED])("are counted by their speakers, of %s, as the list says", async (_, search, beside) => {
    const source = `query ($where: StatementWhere) {
      statements(${search}where: $where, first: 100) { nodes { speaker { id } } facets(by: [SPEAKER], first: 100) { total buckets { count entity { id } } } }
      statementCounts(${search}groupBy: [SPEAKER], where: $where, first: 100) { count keys { entity { id } } }
    }`;
    interface Counted {
      readonly statements: {
        readonly nodes: readonly { readonly speaker: { readonly id: string } | null }[];
        readonly facets: readonly {
          readonly total: number;
          readonly buckets: readonly { readonly count: number; readonly entity: { readonly id: string } }[];
        }[];
      };
      readonly statementCounts: readonly {
        readonly count: number;
        readonly keys: readonly { readonly entity: { readonly id: string } | null }[];
      }[];
    }
    const tally = (counts: readonly (readonly [string, number])[]): Record<string, number> => {
      const sums: Record<string, number> = {};
      for (const [id, count] of counts) sums[id] = (sums[id] ?? 0) + count;
      return sums;
    };
    for (const saidAt of WINDOWS) {
      const { statements, statementCounts } = await ask<Counted>(engine, source, { where: { ...beside, saidAt } });
      const listed = tally(statements.nodes.flatMap(({ speaker }) => (speaker === null ? [] : [[speaker.id, 1] as const])));
      const [facet] = statements.facets;
      expect([saidAt, tally((facet?.buckets ?? []).map(({ count, entity }) => [entity.id, count]))]).toEqual([saidAt, listed]);
      expect(facet?.total).toBe(Object.keys(listed).length);
      const groups = statementCounts.map(({ count, keys: [speaker] }) => [speaker?.entity?.id ?? "", count] as const);
      expect([saidAt, tally(groups)]).toEqual([saidAt, listed]);
    }
  });

  it("find what was reported, published or said then, and who spoke or was spoken about", async () => {
    const list = (name: string, field: string, where: string): string =>
      `${name}: ${field}(first: 100, where: ${where}) { nodes { id } totalCount }`;
    const source = `query ($date: DateFilter) {
      ${list("reported", "statements", "{ reportedAt: $date }")}
      ${list("printed", "statements", "{ reports: { some: { document: { publishedAt: $date } } } }")}
      ${list("documents", "documents", "{ publishedAt: $date }")}
      ${list("speakers", "people", "{ said: { some: { saidAt: $date } } }")}
      ${list("spokenAbout", "entities", "{ spokenAbout: { some: { saidAt: $date } } }")}
    }`;
    for (const date of WINDOWS) {
      const answer = await ask<Record<string, { nodes: { id: string }[]; totalCount: number }>>(engine, source, { date });
      const found = Object.fromEntries(Object.entries(answer).map(([name, { nodes }]) => [name, nodes.map(({ id }) => id).sort()]));
      const expected = {
        reported: oracle.statements({ reportedAt: date }),
        printed: oracle.statements({ reports: { some: { document: { publishedAt: date } } } }),
        documents: oracle.documents({ publishedAt: date }),
        speakers: oracle.entities({ said: { some: { saidAt: date } } }, "PERSON"),
        spokenAbout: oracle.entities({ spokenAbout: { some: { saidAt: date } } }),
      };
      expect([date, found]).toEqual([date, Object.fromEntries(Object.entries(expected).map(([name, ids]) => [name, [...ids].sort()]))]);
      for (const [name, { totalCount }] of Object.entries(answer))
        expect([date, name, totalCount]).toEqual([date, name, found[name]?.length]);
    }
  });

  it.each([
    ["who spoke about one thing", "people", ["PERSON"], "said", { about: { some: { id: THING } } }],
    ["who spoke against one", "people", ["PERSON"], "said", { about: { some: { id: JUDGED } }, stance: ["AGAINST"] }],
    ["who spoke about any of several", "entities", [], "said", { about: { some: { name: { contains: "an" } } } }],
    ["what one spoke about", "entities", [], "spokenAbout", { speaker: { id: SPEAKER } }],
    ["which events any of several spoke about", "events", ["EVENT"], "spokenAbout", { speaker: { name: { contains: "an" } } }],
  ])("have %s then, with their number", async (_, field, kinds, link, beside) => {
    const source = `query ($where: EntityWhere) { ${field}(first: 100, where: $where) { nodes { id } totalCount } }`;
    let most = 0;
    for (const saidAt of WINDOWS) {
      const where = { [link]: { some: { ...beside, saidAt } } };
      const answer = await ask<Record<string, { nodes: { id: string }[]; totalCount: number }>>(engine, source, { where });
      const { nodes, totalCount } = answer[field] ?? { nodes: [], totalCount: -1 };
      const expected = [...oracle.entities(where, ...kinds)].sort();
      expect([saidAt, nodes.map(({ id }) => id).sort(), totalCount]).toEqual([saidAt, expected, expected.length]);
      most = Math.max(most, totalCount);
    }
    expect(most).toBeGreaterThan(0);
  });

  it("of one speaker are those of the whole list, too", async () => {
    const source = `query ($saidAt: DateFilter) { entity(id: "${SPEAKER}") { ... on Speaker { said(where: { saidAt: $saidAt }, first: 100) { nodes { id } } } } }`;
    const said = async (saidAt: Where | null): Promise<string[]> => {
      const { entity } = await ask<{ entity: { said: { nodes: { id: string }[] } } }>(engine, source, { saidAt });
      return entity.said.nodes.map((each) => each.id);
    };
    const whole = await said(null);
    for (const saidAt of WINDOWS) expect([saidAt, await said(saidAt)]).toEqual([saidAt, whole.filter((id) => holds(id, saidAt))]);
  });
});
