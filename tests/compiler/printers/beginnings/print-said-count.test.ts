import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { compileOne } from "../../compile-query";

const INDEXED = /\.speakerId = (?:[mn]\d+\.id|\$p_\d) AND \w+\.saidKey IS NOT NULL/;
const COUNTS = [
  ["of one speaker", '{ person(id: "p") { said { totalCount } } }'],
  ["of each on a page", "{ people(first: 2) { nodes { said { totalCount } } } }"],
  ["under a demand for one speaker", '{ statements(where: { speaker: { id: "p" } }) { totalCount } }'],
  ["that people are sorted by", "{ people(orderBy: [{ by: SAID_COUNT }], first: 2) { nodes { id } } }"],
  ["that is demanded of people", "{ people(where: { said: { count: { gte: 3 } } }) { totalCount } }"],
  ["that is demanded of speakers", "{ statements(where: { speaker: { said: { count: { lte: 3 } } } }) { totalCount } }"],
] as const;

describe("how much somebody said", () => {
  it.each(COUNTS)("is counted in the index of speakers: %s", (_, query) => {
    expect(compileOne(query).text).toMatch(INDEXED);
  });

  it.each(COUNTS)("is counted by relations where the engine has no index in an order: %s", (_, query) => {
    const { text } = compileOne(query, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT);
    expect(text).not.toContain("speakerId");
    expect(text).toContain("ATTRIBUTED_TO {rank: 'PREFERRED'}");
  });

  it.each([
    ["some of it", '{ person(id: "p") { said(where: { language: { eq: "en" } }) { totalCount } } }'],
    ["what is counted beside another demand", '{ statements(where: { speaker: { id: "p" }, language: { eq: "en" } }) { totalCount } }'],
    [
      "what some of a demand describes",
      '{ people(where: { said: { count: { gte: 3 }, some: { language: { eq: "en" } } } }) { totalCount } }',
    ],
  ])("is looked at where a condition is on it: %s", (_, query) => {
    expect(compileOne(query).text).not.toMatch(INDEXED);
  });
});
