import { damerauLevenshtein, nearestName } from "../../../src/seeding/faults/nearest-name";

describe("nearestName", () => {
  it.each([
    ["javad-zari", "javad-zarif"],
    ["DIRCT", "DIRECT"],
    ["speakr", "speaker"],
    ["Speaker", "speaker"],
    ["dcoument", "document"],
  ])("takes %s for %s", (wanted, meant) => {
    expect(nearestName(wanted, ["something", meant, "else"])).toBe(meant);
  });

  it.each(["x", "zz", "completely-other"])("finds nothing near %s", (wanted) => {
    expect(nearestName(wanted, ["ann", "ben", "speaker"])).toBeUndefined();
  });

  it("prefers the nearer of two", () => {
    expect(nearestName("reports", ["report", "respond", "reportss", "rapports"])).toBe("report");
  });
});

describe("damerauLevenshtein", () => {
  it.each([
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abc", "abcd", 1],
    ["abc", "xbd", 2],
    ["", "ab", 2],
    ["🦭a", "🦭b", 1],
  ])("counts the steps from %s to %s", (from, to, steps) => {
    expect(damerauLevenshtein(from, to, 9)).toBe(steps);
  });

  it("gives up at its limit", () => {
    expect(damerauLevenshtein("aaaaaa", "bbbbbb", 3)).toBe(3);
  });
});
