import { countWords, parseSearch } from "../../src/search/parse-search";

const words = (...each: string[]): object => ({ match: "phrase", words: each, distance: 0 });

describe("parseSearch", () => {
  it.each([
    ["war peace", [words("war"), words("peace")], []],
    ['"rogue adventurism" -iran', [words("rogue", "adventurism")], [words("iran")]],
    ['-"a phrase" wanted', [words("wanted")], [words("a", "phrase")]],
    ["econom*", [{ match: "prefix", words: ["econom"], distance: 0 }], []],
    [
      "iran~ soleimani~ un~",
      [{ match: "fuzzy", words: ["iran"], distance: 1 }, { match: "fuzzy", words: ["soleimani"], distance: 2 }, words("un")],
      [],
    ],
    ['"half open', [words("half"), words("open")], []],
    ["don't", [words("don", "t")], []],
    ["co-operate* tb-", [{ match: "prefix", words: ["co", "operate"] }, words("tb")], []],
    ["Al-Jazera~ -Al-Jaz*", [{ match: "fuzzy", words: ["al", "jazera"], distance: 1 }], [{ match: "prefix", words: ["al", "jaz"] }]],
    ["中国", [words("中", "国")], []],
    [
      "AND OR NOT +a (b) [c TO d] e^2",
      ["and", "or", "not", "a", "b", "c", "to", "d"].map((each) => words(each)).concat([words("e", "2")]),
      [],
    ],
    ["war WAR wár", [words("war")], []],
    ["war -war", [words("war")], [words("war")]],
  ])("reads %s", (text, wanted, unwanted) => {
    expect(parseSearch(text)).toMatchObject({ wanted, unwanted });
  });

  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
    [24, 2],
    [25, 1],
    [100, 1],
    [101, 0],
  ])("allows of a word of %i letters %i to differ", (length, distance) => {
    expect(parseSearch(`${"x".repeat(length)}~`).wanted).toMatchObject([{ match: distance === 0 ? "phrase" : "fuzzy", distance }]);
  });

  it.each([
    ["Ann", "Ann"],
    ['"Ann  Grey"', "Ann  Grey"],
    ['Dwayne "The Rock" Johnson -"a film" -war', "Dwayne The Rock Johnson"],
    ["-war", ""],
  ])("takes %s for the name %j", (text, name) => {
    expect(parseSearch(text).name).toBe(name);
  });

  it.each(["", " ", '- -- * ~ "" && || !', "-", "*:*"])("finds nothing to look for in %j", (text) => {
    expect(parseSearch(text)).toMatchObject({ wanted: [], unwanted: [] });
  });

  it("counts words, those of phrases too", () => {
    expect(countWords(parseSearch('a "b c" -d e*'))).toBe(5);
  });
});
