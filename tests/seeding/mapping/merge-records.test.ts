import { mergeEntries, mergeMaps } from "../../../src/seeding/mapping/merge-records";
import type { Difference } from "../../../src/seeding/mapping/merge-records";
import { plain, plainEntries, rawMap } from "../support/raw-nodes";

function merge(a: string, b: string): { merged: unknown; differences: string[] } {
  const differences: Difference[] = [];
  const merged = plain(mergeMaps(rawMap(a), rawMap(b), differences));
  return { merged, differences: differences.map(({ field, kept, other }) => `${field}: ${kept}, ${other}`) };
}

describe("two records of one thing", () => {
  it("come to the fields of both", () => {
    expect(merge("title: Mayor\n", "url: https://example.org/\n")).toEqual({
      merged: { title: "Mayor", url: "https://example.org/" },
      differences: [],
    });
  });

  it("keep the first of two different texts, and say so", () => {
    expect(merge("title: Mayor\n", "title: Major\n")).toEqual({ merged: { title: "Mayor" }, differences: ["title: Mayor, Major"] });
  });

  it("say nothing of a text that both have", () => {
    expect(merge("title: Mayor\n", "title: Mayor\n")).toEqual({ merged: { title: "Mayor" }, differences: [] });
  });

  it("take another name for an alias, once", () => {
    expect(merge("name: Ada Novak\n", "name: A. Novak\naliases: [Ada, A. Novak]\n")).toEqual({
      merged: { name: "Ada Novak", aliases: ["Ada", "A. Novak"] },
      differences: [],
    });
  });

  it("join lists without doubles, in the order in which things come up", () => {
    expect(merge("mentions: [a, b]\n", "mentions: [c, b, d]\n").merged).toEqual({ mentions: ["a", "b", "c", "d"] });
  });

  it("take a single value for a list of one where the other has a list", () => {
    expect(merge("mentions: a\n", "mentions: [b, a]\n").merged).toEqual({ mentions: ["a", "b"] });
  });

  it.each([
    ["a slug that the other says more about", "about: [tax]\n", "about: [{ entity: tax, stance: AGAINST }]\n"],
    ["an item of which the other has the slug alone", "about: [{ entity: tax, stance: AGAINST }]\n", "about: [tax]\n"],
  ])("keep what is said of %s", (_, a, b) => {
    expect(merge(a, b)).toEqual({ merged: { about: [{ entity: "tax", stance: "AGAINST" }] }, differences: [] });
  });

  it("merge the items that mean one thing, and tell in which field they differ", () => {
    expect(merge("about: [{ entity: tax, stance: AGAINST }]\n", "about: [{ entity: tax, stance: FAVOUR }, rent]\n")).toEqual({
      merged: { about: [{ entity: "tax", stance: "AGAINST" }, "rent"] },
      differences: ["stance: AGAINST, FAVOUR"],
    });
  });

  it("keep items apart that have no field in common but all that they say", () => {
    expect(merge("spans: [{ start: 1, end: 2 }]\n", "spans: [{ start: 3, end: 4 }, { start: 1, end: 2 }]\n").merged).toEqual({
      spans: [
        { start: "1", end: "2" },
        { start: "3", end: "4" },
      ],
    });
  });

  it("merge maps within them field by field", () => {
    expect(
      merge("positions: { mayor: { title: Mayor } }\n", "positions: { mayor: { startedAt: 2020 }, judge: { title: Judge } }\n"),
    ).toEqual({
      merged: { positions: { mayor: { title: "Mayor", startedAt: "2020" }, judge: { title: "Judge" } } },
      differences: [],
    });
  });

  it("keep the first of a text and a map, and say so", () => {
    expect(merge("speaker: ann\n", "speaker: { speaker: ann, position: mayor }\n")).toEqual({
      merged: { speaker: "ann" },
      differences: ["speaker: scalar, map"],
    });
  });
});

describe("entries of one map", () => {
  it("stay as they are where no key stands twice", () => {
    const { entries } = rawMap("a: 1\nb: 2\n");
    expect(mergeEntries(entries)).toEqual(entries);
  });

  it("become one of each key, at the place of the first", () => {
    const entries = [...rawMap("a: [x]\nb: 2\n").entries, ...rawMap("a: [y]\n").entries];
    expect(plainEntries(mergeEntries(entries))).toEqual({ a: ["x", "y"], b: "2" });
    expect(mergeEntries(entries).map(({ key }) => key)).toEqual(["a", "b"]);
  });

  it("come to nothing where there are none", () => {
    expect(mergeEntries([])).toEqual([]);
  });
});
