import { getOperationAST, parse } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { limitRequests } from "../../src/api/limit-requests";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { measureOperation } from "../../src/compiler/measure-operation";

const schema = buildQuothSchema();

const SOURCE = `query ($first: Int = 7, $ids: [ID!], $search: String, $where: StatementWhere, $by: [StatementDimension!]!) {
  nodes(ids: $ids) { id }
  statements(first: $first, search: $search, where: $where) { nodes { about { entity { id } } } }
  statementCounts(groupBy: $by, first: $first) { count }
}`;

/** In this order: what a request is charged must not depend on those before it. */
const VARIABLES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { first: 100 },
  { first: 5 },
  { first: null },
  { first: 100, ids: ["a", "b"] },
  { first: 100, ids: ["a", "b", "c"] },
  { first: 100, ids: "a" },
  { first: 5, search: null },
  { first: 5, search: "war" },
  { first: 5, where: { text: { contains: "war" } } },
  { first: 5, where: { responses: { none: { about: { count: { gte: 2 } } } } } },
  { first: 5, where: { responses: { none: { about: { every: {} }, reports: { count: { gte: 2 } } } } } },
  { first: 5, by: ["SPEAKER", "MONTH"] },
  { first: 5, by: "SPEAKER" },
  { first: 5, unknown: 1 },
];

describe("limitRequests", () => {
  it("charges what the measure says, whatever was asked before", () => {
    const requests = limitRequests(schema, DEFAULT_LIMITS);
    const document = parse(SOURCE);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const measured = VARIABLES.map((variables) => measureOperation(schema, document, operation, variables).cost);
    const charged = [...VARIABLES, ...VARIABLES].map((variables) => requests.check(document, operation, variables).cost);
    expect(charged).toEqual([...measured, ...measured]);
    expect(new Set(measured).size).toBeGreaterThan(7);
  });

  it.each([
    ["lists", "["],
    ["filters", '{"and":['],
    ["opposites", '{"not":'],
  ])("refuses %s that are nested thousands of times, and reads those that people write", (_, opening) => {
    const closing = { "[": "]", '{"and":[': "]}", '{"not":': "}" }[opening] ?? "";
    const document = parse("query ($where: StatementWhere) { statements(where: $where) { totalCount } }");
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const where = (times: number): unknown => JSON.parse(`${opening.repeat(times)}{}${closing.repeat(times)}`);
    const requests = limitRequests(schema, DEFAULT_LIMITS);
    expect(requests.check(document, operation, { where: where(20) }).exceeded).toBeNull();
    expect(requests.check(document, operation, { where: where(5000) }).exceeded?.code).toBe("FILTER_TOO_DEEP");
  });

  it("says how the number comes about that it holds the levels of a variable to", () => {
    const document = parse("query ($where: StatementWhere) { statements(where: $where) { totalCount } }");
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const where: unknown = JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`);
    const { exceeded } = limitRequests(schema, { ...DEFAULT_LIMITS, maxFilterDepth: 4 }).check(document, operation, { where });
    expect(exceeded?.message).toContain("at most 108, which are 100 and 2 for each of the 4 steps of QUOTH_MAX_FILTER_DEPTH");
    expect(exceeded?.details).toEqual({ limit: 108, actual: 109, setting: "QUOTH_MAX_FILTER_DEPTH" });
  });

  it.each(["in the text", "in a variable", "in a part of the text"])("counts a filter that stands %s", (place) => {
    const filter =
      "{ about: { every: { spokenAbout: { none: { responses: { every: { speaker: { said: { count: { gte: 2 } } } } } } } } } }";
    const whole = { about: { every: { spokenAbout: { none: { responses: { every: { speaker: { said: { count: { gte: 2 } } } } } } } } } };
    const [type, where, given] = {
      "in the text": ["String", filter, undefined],
      "in a variable": ["StatementWhere", "$w", whole],
      "in a part of the text": ["EntityQuantifier", "{ about: $w }", whole.about],
    }[place] as [string, string, unknown];
    const document = parse(`query ($w: ${type}) { people(first: 2) { nodes { said(where: ${where}, first: 1) { totalCount } } } }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const { cost, exceeded } = limitRequests(schema, DEFAULT_LIMITS).check(document, operation, { w: given });
    expect(exceeded?.code).toBe("QUERY_TOO_COSTLY");
    // For each of the two people: one demand that counts, in three others.
    expect(cost).toBeGreaterThan(2 * 50 ** 3);
    expect(cost).toBeLessThan(3 * 50 ** 3);
  });

  it("refuses what is too costly each time, and nothing that differs from it in page size", () => {
    const requests = limitRequests(schema, { ...DEFAULT_LIMITS, maxCost: 1000 });
    const document = parse("query ($n: Int) { statements(first: $n) { nodes { about { entity { id } } } } }");
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const codes = [100, 5, 100, 5].map((n) => requests.check(document, operation, { n }).exceeded?.code);
    expect(codes).toEqual(["QUERY_TOO_COSTLY", undefined, "QUERY_TOO_COSTLY", undefined]);
  });
});
