import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { Draft } from "../../src/compiler/draft";
import { describeCondition } from "../../src/compiler/explain/describe-condition";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";
import { readFilter } from "../../src/compiler/read-filter";

type Input = Record<string, unknown>;

const read = (where: Input, type = "StatementWhere"): string | null => {
  const draft = new Draft(DEFAULT_LIMITS, NEO4J_DIALECT);
  const condition = readFilter(where, type, draft);
  return condition && describeCondition(condition, draft.parameters);
};
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "no error";
};
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
/** A filter of so many relation steps. */
const steps = (count: number): Input => (count === 0 ? { id: "x" } : { respondsTo: { some: steps(count - 1) } });
/** Operators in each other, of two kinds so that none can be flattened. */
const nested = (count: number): Input => (count === 0 ? { id: "x" } : { [count % 2 ? "and" : "or"]: [{ id: "y" }, nested(count - 1)] });

describe("readFilter", () => {
  it("folds a long list of names once, however many conditions a request uses it in", () => {
    const names = times(250, "آ".repeat(400));
    const started = performance.now();
    for (let field = 0; field < 20; field++) read({ or: times(45, { name: { in: names } }) }, "EntityWhere");
    // Anew for each condition it takes ten seconds, in which the server answers nobody.
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("takes a field that is null as if it were not given", () => {
    expect(read({ id: null, text: null, about: null, and: null, not: null })).toBeNull();
  });

  it.each([
    ["and", { and: [] }, null],
    ["or", { or: [] }, "nothing fulfils it"],
    ["not", { not: {} }, "nothing fulfils it"],
    ["or with a part that holds for everything", { or: [{ id: "x" }, {}] }, null],
    ["a list of ids", { ids: [] }, "id in []"],
    ["a text filter", { text: {} }, null],
    ["some", { about: { some: {} } }, "about some"],
    ["none", { about: { none: {} } }, "about none"],
    ["every", { about: { every: {} } }, null],
    ["a count", { about: { count: {} } }, null],
    ["a count of nulls", { about: { count: { gte: null } } }, null],
  ])("reads an empty %s", (_, where, expected) => {
    expect(read(where)).toBe(expected);
  });

  it("flattens conjunctions and disjunctions", () => {
    expect(read({ and: [{ and: [{ id: "a" }] }, { id: "b" }] })).toBe('id = "a" and id = "b"');
    expect(read({ or: [{ or: [{ id: "a" }, { id: "b" }] }, { id: "c" }] })).toBe('id = "a" or id = "b" or id = "c"');
  });

  it("joins a stance with `about.some`, and asks for any stance otherwise", () => {
    expect(read({ stance: ["AGAINST"], about: { some: { id: "x" } } })).toBe(
      'about some {the relation\'s stance in ["AGAINST"] and id = "x"}',
    );
    expect(read({ stance: ["AGAINST"] })).toBe('about some {the relation\'s stance in ["AGAINST"]}');
  });

  it("asks of one candidate speaker what stands side by side", () => {
    expect(read({ attributions: { rank: ["NORMAL"], speaker: { id: "x" }, probability: { gte: 0.5 } } })).toBe(
      'attributions {the relation\'s rank in ["NORMAL"] and id = "x" and the relation\'s probability >= 0.5}',
    );
  });

  it.each([{}, { gte: null }, null])("keeps `some` beside a count that says nothing: %j", (count) => {
    expect(read({ about: { some: { id: "x" }, count } })).toBe(read({ about: { some: { id: "x" } } }));
  });

  it("counts those towards which a stance is taken", () => {
    expect(read({ stance: ["AGAINST"], about: { some: { id: "x" }, count: { gte: 1 } } })).toBe(
      'number of about {the relation\'s stance in ["AGAINST"] and id = "x"} >= 1',
    );
  });

  it("counts what `some` describes", () => {
    expect(read({ about: { some: { id: "x" }, count: { gte: 2, lte: 3 } } })).toBe(
      'number of about {id = "x"} >= 2 and number of about {id = "x"} <= 3',
    );
  });

  it("allows six relation steps and refuses a seventh", () => {
    expect(codeOf(() => read(steps(6)))).toBe("no error");
    expect(codeOf(() => read(steps(7)))).toBe("FILTER_TOO_DEEP");
  });

  it("allows fifty conditions and refuses one more", () => {
    expect(codeOf(() => read({ and: times(50, { id: "x" }) }))).toBe("no error");
    expect(codeOf(() => read({ and: times(51, { id: "x" }) }))).toBe("FILTER_TOO_LONG");
  });

  it("allows operators eight deep in each other and refuses a ninth", () => {
    expect(codeOf(() => read(nested(8)))).toBe("no error");
    expect(codeOf(() => read(nested(9)))).toBe("BAD_USER_INPUT");
  });

  it("refuses ten thousand `not` in each other without running out of stack", () => {
    let where: Input = { id: "x" };
    for (let index = 0; index < 10_000; index++) where = { not: where };
    expect(codeOf(() => read(where))).toBe("BAD_USER_INPUT");
  });

  it.each(["ids", "dataset", "speechAct", "and", "or"])("allows 250 items of `%s` and refuses 251", (name) => {
    const item = name === "and" || name === "or" ? {} : "ASK";
    expect(codeOf(() => read({ [name]: times(250, item) }))).toBe("no error");
    expect(codeOf(() => read({ [name]: times(251, item) }))).toBe("LIST_TOO_LONG");
  });

  it("counts code points of a text: a thousand are allowed, one more is refused", () => {
    expect(codeOf(() => read({ text: { contains: "🙂".repeat(1000) } }))).toBe("no error");
    expect(codeOf(() => read({ text: { contains: "🙂".repeat(1001) } }))).toBe("TEXT_TOO_LONG");
    expect(codeOf(() => read({ name: { contains: " ".repeat(1001) } }, "EntityWhere"))).toBe("TEXT_TOO_LONG");
  });

  it.each([
    ["no date", { saidAt: { from: "soon" } }],
    ["a start behind the end", { saidAt: { from: "2021", to: "2020" } }],
    ["a start behind the end of reports", { reportedAt: { from: "2021", to: "2020" } }],
  ])("refuses %s", (_, where) => {
    expect(codeOf(() => read(where))).toBe("BAD_USER_INPUT");
  });

  it("takes each kind once, and no kind for nothing", () => {
    expect(read({ kind: ["PERSON", "PERSON", "PLACE"] }, "EntityWhere")).toBe("is a Person or Place");
    expect(read({ kind: [] }, "EntityWhere")).toBe("is of no kind");
  });
});
