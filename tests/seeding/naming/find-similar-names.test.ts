import { findSimilarNames } from "../../../src/seeding/naming/find-similar-names";

const reasons = (names: readonly string[], arePersons: boolean): string[] =>
  findSimilarNames(
    names.map((name, at) => ({ id: String(at), name, count: names.length - at })),
    arePersons,
  ).map(({ a, b, reason }) => `${a.name} = ${b.name}: ${reason}`);

describe("findSimilarNames", () => {
  it.each([
    ["Ada Novak", "Ada M. Novak", "the same but for a middle name"],
    ["Ada Mary Novak", "Ada M. Novak", "one has an initial where the other has a middle name"],
    ["Ada Novak", "A. Novak", "one has an initial where the other has the first name"],
    ["Ada Novak", "Novak, Ada", "the same words in another order"],
    ["Ada Novak", "ADA NOVÁK", "the same letters"],
    ["Ada Novak", "Ada Novac", "the same but for one letter"],
    ["Ada Novak", "Ada Novak, Jr.", "the same letters, but for Jr. or the like: one person, or parent and child"],
  ])("says of persons why %j may be %j", (one, other, reason) => {
    expect(reasons([one, other], true)).toEqual([`${one} = ${other}: ${reason}`]);
  });

  it.each([
    ["Ada Novak, Jr.", "Ada Novak, Sr."],
    ["Ada Novak", "Ben Novak"],
    ["Novak", "Novak Reed"],
  ])("does not take %j for %j", (one, other) => {
    expect(reasons([one, other], true)).toEqual([]);
  });

  it.each([
    ["Moor Holding, Inc.", "The Moor Holding", "the same but for the legal form or an article"],
    ["Moor Holding", "MOOR-HOLDING", "the same letters"],
    ["Moor Foundation", "Moor Fundation", "the same but for one letter"],
  ])("says of bodies why %j may be %j", (one, other, reason) => {
    expect(reasons([one, other], false)).toEqual([`${one} = ${other}: ${reason}`]);
  });

  it.each([
    ["Moor Fund II LLC", "Moor Fund III LLC"],
    ["Moor Fund LLC", "Moor Fund II LLC"],
    ["Moor Harbour Fund", "Moor Fund"],
    ["GMG 1999 Trust", "SMG 1999 Trust"],
    ["M Family Trust", "MM Insurance Trust"],
  ])("knows that %j is not %j", (one, other) => {
    expect(reasons([one, other], false)).toEqual([]);
  });
});
