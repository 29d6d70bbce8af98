import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { loadLongDated, longDated, OPEN_END, OPEN_START } from "../support/long-dated-graph";
import type { LongDated } from "../support/long-dated-graph";
import { ask } from "./ask";
import { dateRange } from "./date-range";
import { idsOf, walkPages } from "./walk-pages";

const FROM = ["2020-04-20", "2020-03-05", "2020-02-29T12:00:00Z", "2020-01", "2019-12-31", "2009", "1990", "2020-06", "2021", "2031"];
const LISTS: readonly (readonly [string, string, (each: LongDated) => boolean])[] = [
  ["all", "", () => true],
  ["what one said", 'speaker: { id: "person:odd" }, ', ({ speaker }) => speaker === "person:odd"],
  ["what is about one", 'about: { some: { id: "topic:third" } }, ', ({ topic }) => topic === "topic:third"],
  [
    "what one said about one",
    'speaker: { id: "person:odd" }, about: { some: { id: "topic:third" } }, ',
    ({ speaker, topic }) => speaker === "person:odd" && topic === "topic:third",
  ],
];
const ORDERS = [
  ["the latest", "orderBy: [{ by: SAID_AT, direction: DESC }]"],
  ["the oldest", "orderBy: [{ by: SAID_AT, direction: ASC }]"],
] as const;

const goesOn = (from: string, to?: string): ((each: LongDated) => boolean) => {
  return ({ saidAt }) => {
    if (saidAt === null) return false;
    const [earliest, latest] = dateRange(saidAt);
    return latest >= dateRange(from)[0] && (to === undefined || earliest <= dateRange(to)[1]);
  };
};
const sorted = (ids: readonly string[]): string[] => [...ids].sort();

describe.each([
  ["days, decades and what is open at its end", [OPEN_END]],
  ["what is open at its beginning, too", [OPEN_END, OPEN_START]],
  ["nothing open", []],
] as const)("a graph of %s", (_name, others) => {
  const statements = longDated(others);
  const wanted = (holds: (each: LongDated) => boolean): string[] => sorted(statements.filter(holds).map(({ id }) => id));

  describeOnEngines("has all that goes on from a day on", (testEngine) => {
    let engine: GraphEngine;
    beforeAll(async () => {
      engine = await testEngine.open();
      await loadLongDated(engine, statements);
    }, 120_000);
    afterAll(() => engine.close());

    it.each(LISTS.flatMap(([name, where, holds]) => ORDERS.map(([first, order]) => [name, first, where, order, holds] as const)))(
      "of %s, %s first",
      async (_list, _first, where, order, holds) => {
        for (const search of ["", 'search: "spring", '])
          for (const from of FROM) {
            const argumentsText = `${search}where: { ${where}saidAt: { from: "${from}" } }, ${order}`;
            const pages = await walkPages(engine, { path: "statements", argumentsText }, 100);
            const ids = idsOf(pages);
            const expected = wanted((each) => holds(each) && goesOn(from)(each));
            expect([from, sorted(ids), pages[0]?.totalCount]).toEqual([from, expected, expected.length]);
          }
      },
    );

    it.each(ORDERS)("on pages of %s, whichever way they are walked", async (_first, order) => {
      for (const saidAt of ['from: "2020-03-05"', 'from: "2020-04-20"', 'from: "2020-03-05", to: "2020-03-07"']) {
        const list = { path: "statements", argumentsText: `where: { saidAt: { ${saidAt} } }, ${order}` };
        const whole = idsOf(await walkPages(engine, list, 100));
        expect(whole.length).toBeGreaterThan(8);
        expect(idsOf(await walkPages(engine, list, 4))).toEqual(whole);
        expect(idsOf(await walkPages(engine, list, 5, true), true)).toEqual(whole);
      }
    });

    it("between two days, on pages and in counts", async () => {
      for (const from of FROM)
        for (const to of ["2020-03-07", "2031-02"]) {
          if (dateRange(from)[0] > dateRange(to)[1]) continue;
          const where = `where: { saidAt: { from: "${from}", to: "${to}" } }`;
          const pages = await walkPages(engine, { path: "statements", argumentsText: where }, 100);
          const expected = wanted(goesOn(from, to));
          expect([from, to, sorted(idsOf(pages)), pages[0]?.totalCount]).toEqual([from, to, expected, expected.length]);
          const counts = `{ counts: statementCounts(groupBy: [SPEAKER], ${where}) { count } }`;
          const { counts: groups } = await ask<{ counts: { count: number }[] }>(engine, counts);
          expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
        }
    });

    it("under not and or, and in what is demanded of others", async () => {
      const from = "2020-04-20";
      const list = async (where: string): Promise<string[]> =>
        sorted(idsOf(await walkPages(engine, { path: "statements", argumentsText: `where: ${where}` }, 100)));
      expect(await list(`{ not: { saidAt: { from: "${from}" } } }`)).toEqual(wanted((each) => !goesOn(from)(each)));
      expect(await list(`{ not: { saidAt: { from: "${from}", to: "2020-05" } } }`)).toEqual(
        wanted((each) => !goesOn(from, "2020-05")(each)),
      );
      expect(await list(`{ or: [{ saidAt: { from: "${from}" } }, { saidAt: { isNull: true } }] }`)).toEqual(
        wanted((each) => each.saidAt === null || goesOn(from)(each)),
      );
      expect(await list(`{ speaker: { said: { some: { saidAt: { from: "2031" } } } } }`)).toEqual(
        wanted(({ speaker }) => statements.some((each) => each.speaker === speaker && goesOn("2031")(each))),
      );
    });

    it("in the lists of each person, from either end", async () => {
      for (const from of FROM)
        for (const [, order] of ORDERS) {
          const said = `said(where: { saidAt: { from: "${from}" } }, first: 100, ${order}) { nodes { id } totalCount }`;
          const { people } = await ask<{
            people: { nodes: { id: string; said: { nodes: { id: string }[]; totalCount: number } }[] };
          }>(engine, `{ people(first: 5) { nodes { id ${said} } } }`);
          expect(
            people.nodes.map(({ id, said: { nodes, totalCount } }) => [from, id, sorted(nodes.map((each) => each.id)), totalCount]),
          ).toEqual(
            people.nodes.map(({ id }) => {
              const expected = wanted((each) => each.speaker === id && goesOn(from)(each));
              return [from, id, expected, expected.length];
            }),
          );
        }
    });
  });
});
