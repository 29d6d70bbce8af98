import { filterPoints } from "../../src/compiler/filter-points";

const CONDITION = { text: { contains: "war" } };

describe("filterPoints", () => {
  it.each<[string, unknown, number]>([
    ["nothing", undefined, 0],
    ["a filter without any demand of all", { and: [CONDITION, { or: [CONDITION, { not: CONDITION }] }], ids: ["a", "b"] }, 0],
    ["the longest way of `some`", { about: { some: { spokenAbout: { some: { responses: { some: CONDITION } } } } } }, 0],
    ["one demand", { responses: { none: CONDITION } }, 1],
    ["three beside one another", { responses: { none: CONDITION, count: { lte: 3 } }, about: { every: {} }, reports: { count: {} } }, 3],
    ["what is not given", { responses: { none: null, every: undefined, some: CONDITION } }, 0],
    ["one within another", { responses: { every: { about: { count: { gte: 2 } } } } }, 51],
    ["one within a `some` that is counted", { responses: { count: { gte: 2 }, some: { about: { none: CONDITION } } } }, 51],
    ["two within another", { responses: { every: { about: { count: { gte: 2 } }, reports: { none: {} } } } }, 101],
    ["one behind a `some`", { responses: { some: { about: { none: CONDITION } } } }, 1],
    [
      "three within one another",
      { responses: { every: { speaker: { said: { every: { and: [{ about: { none: CONDITION } }] } } } } } },
      2551,
    ],
  ])("of %s", (_, filter, points) => {
    expect(filterPoints(filter)).toBe(points);
  });
});
