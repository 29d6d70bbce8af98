import { fillBounds } from "../../src/compiler/deferred-bound";
import type { Compiled } from "../../src/compiler/compile";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import type { CypherValue } from "../../src/graph/cypher-statement";
import type { KeyDate, LongDates } from "../../src/model/long-dates";
import { EARLIEST_INSTANT, sortableInstant } from "../../src/model/partial-date";
import { compileAll } from "./compile-query";

const DAY = 86_400_000;
const AT = Date.parse("2020-01-03T00:00:00Z");
const BEGIN = AT - DAY + 1;

function compiledOf(source: string, dialect?: Parameters<typeof compileAll>[3]): Compiled {
  const [compiled] = compileAll(source, {}, DEFAULT_LIMITS, dialect);
  if (!compiled) throw new Error(`Nothing compiled: ${source}`);
  return compiled;
}

/** The parameters that are filled in, as they are asked. */
async function filled(source: string, longDates: readonly LongDates[] = []): Promise<CypherValue[]> {
  const { statement, deferred } = compiledOf(source);
  if (statement === null) throw new Error(`No statement: ${source}`);
  const { text, parameters } = await fillBounds(statement, deferred, () => Promise.resolve(longDates));
  expect(text).toBe(statement.text);
  expect(deferred.every(({ parameter }) => text.includes(`$${parameter}`))).toBe(true);
  return deferred.map(({ parameter }) => parameters[parameter] ?? null);
}

const page = (saidAt: string, more = ""): string => `{ statements(where: { saidAt: { ${saidAt} } }, first: 5 ${more}) { nodes { id } } }`;
const OLDEST_FIRST = ", orderBy: [{ by: SAID_AT, direction: ASC }]";

describe("bounds that are known when a statement is asked", () => {
  it.each([
    ["a page of the latest", page('from: "2020-01-03"'), [sortableInstant(BEGIN)]],
    ["a page of the oldest", page('from: "2020-01-03"', OLDEST_FIRST), [sortableInstant(BEGIN)]],
    ["a page with two ends, and its filter", page('from: "2020-01-03", to: "2020-01-09"'), [BEGIN, sortableInstant(BEGIN)]],
    ["the later of two", page('from: "2020-01-03", within: "2020"'), [sortableInstant(BEGIN)]],
    [
      "what the filter says itself, where that is later",
      page('from: "2020-01-03", within: "2020-02"'),
      [sortableInstant(Date.UTC(2020, 1))],
    ],
    [
      "what a person said",
      '{ person(id: "person:a") { said(where: { saidAt: { from: "2020-01-03" } }, first: 5) { nodes { id } } } }',
      [sortableInstant(BEGIN)],
    ],
    ["documents", '{ documents(where: { publishedAt: { from: "2020-01-03" } }, first: 5) { nodes { id } } }', [sortableInstant(BEGIN)]],
    ["a count with two ends", '{ statements(where: { saidAt: { from: "2020-01-03", to: "2020-01-09" } }) { totalCount } }', [BEGIN]],
  ])("are those of %s", async (_, source, expected) => {
    expect(await filled(source)).toEqual(expected);
  });

  it.each([
    ["a count from one end on, which an index has", '{ statements(where: { saidAt: { from: "2020-01-03" } }) { totalCount } }'],
    ["a page up to a day", page('to: "2020-01-03"')],
    ["a page within a day", page('within: "2020-01-03"')],
    ["a page by another order", page('from: "2020-01-03"', ", orderBy: [{ by: RECORDED_AT }]")],
    [
      "what holds for one of several alternatives",
      '{ statements(where: { or: [{ saidAt: { from: "2020" } }, { id: "statement:a/b" }] }, first: 5) { nodes { id } } }',
    ],
    ["what does not hold", '{ statements(where: { not: { saidAt: { from: "2020" } } }, first: 5) { nodes { id } } }'],
  ])("are none of %s", async (_, source) => {
    expect(await filled(source)).toEqual([]);
  });

  it("are none on an engine whose indexes give no order", () => {
    expect(compiledOf(page('from: "2020-01-03", to: "2020-02"'), EMBEDDED_DIALECT).deferred).toEqual([]);
  });

  it("leave nothing out before they are known", () => {
    const { statement, deferred } = compiledOf(page('from: "2020-01-03", to: "2020-01-09"'));
    const values = deferred.map(({ parameter }) => statement?.parameters[parameter]);
    expect(values).toEqual([EARLIEST_INSTANT, sortableInstant(EARLIEST_INSTANT)]);
    const [only] = compiledOf(page('from: "2020-01-03"')).deferred;
    expect(compiledOf(page('from: "2020-01-03"')).statement?.parameters[only?.parameter ?? ""]).toBe("");
  });

  it("reach back by what is longest of all that still goes on", async () => {
    const decade = { days: 3653, latest: AT - 1, earliest: 0 };
    const year = { days: 366, latest: AT, earliest: Date.UTC(2000, 0) };
    expect(await filled(page('from: "2020-01-03"'), [decade, year])).toEqual([sortableInstant(AT - 366 * DAY + 1)]);
  });

  it("ask once for each date, and do not touch what was compiled", async () => {
    const { statement, deferred } = compiledOf(page('from: "2020-01-03", to: "2020-01-09"'));
    const asked: KeyDate[] = [];
    const before = JSON.stringify(statement);
    if (statement !== null)
      await fillBounds(statement, deferred, (date) => {
        asked.push(date);
        return Promise.resolve([]);
      });
    expect(asked).toEqual([{ label: "Statement", property: "saidAt" }]);
    expect(JSON.stringify(statement)).toBe(before);
  });
});
