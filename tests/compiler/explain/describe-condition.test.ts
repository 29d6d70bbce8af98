import { describeCondition } from "../../../src/compiler/explain/describe-condition";
import { Draft } from "../../../src/compiler/draft";
import { DEFAULT_LIMITS } from "../../../src/compiler/limits";
import { readFilter } from "../../../src/compiler/read-filter";
import { EMBEDDED_DIALECT } from "../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../src/graph/neo4j/full-text";

const describeWhere = (where: Readonly<Record<string, unknown>>, type = "StatementWhere", dialect = EMBEDDED_DIALECT): string => {
  const draft = new Draft(DEFAULT_LIMITS, dialect);
  const condition = readFilter(where, type, draft);
  return condition === null ? "" : describeCondition(condition, draft.parameters);
};

describe("describeCondition", () => {
  it.each([
    ["a thing by its id", { about: { some: { id: "place:baghdad" } } }, 'about some {id = "place:baghdad"}'],
    ["what has no quantifier", { speaker: { kind: ["PERSON"] } }, "speaker {is a Person}"],
    ["a way of several steps", { rating: { eq: "False" } }, 'claim > reviews {rating = "False"}'],
    ["a count", { responses: { count: { gte: 2 } } }, "number of responses >= 2"],
    ["the date on which something was said", { saidAt: { to: "2020" } }, "beginning of saidAt <= 2020-12-31T23:59:59.999Z"],
    ["a date with one end", { saidAt: { from: "2020" } }, "end of saidAt >= 2020-01-01T00:00:00.000Z"],
    ["what is not given", { text: { isNull: true } }, "text is null"],
    [
      "alternatives beside another demand",
      { id: "s", or: [{ language: { eq: "en" } }, { language: { eq: "fa" } }] },
      'id = "s" and (language = "en" or language = "fa")',
    ],
    ["the opposite", { not: { dataset: ["a"] } }, 'not (dataset in ["a"])'],
  ])("tells %s", (_, where, words) => {
    expect(describeWhere(where)).toBe(words);
  });

  it.each([
    ["eq", "Zarif", 'name = "zarif"'],
    ["contains", "Zarif", 'name contains "zarif"'],
    ["startsWith", "Zarif", 'name starts with "zarif"'],
    ["in", ["Zarif", "Pompeo"], 'name in ["zarif", "pompeo"]'],
  ])("tells a name that is asked for by `%s` as the person typed it, and not as it is stored", (operator, value, words) => {
    expect(describeWhere({ name: { [operator]: value } }, "EntityWhere")).toBe(words);
  });

  it("tells that some bound is looked up when the question is asked", () => {
    expect(describeWhere({ saidAt: { from: "2020", to: "2020" } }, "StatementWhere", NEO4J_DIALECT)).toContain(
      "beginning of saidAt >= as early as the longest dates of the data allow",
    );
  });
});
