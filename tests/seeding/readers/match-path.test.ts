import { fixedPart, globToRegExp, pathCells } from "../../../src/seeding/readers/match-path";

describe("globToRegExp", () => {
  it.each([
    ["*.csv", ["a.csv", "a+b.csv"], ["a.csv.gz", "x/a.csv", "acsv"]],
    ["**/*.txt", ["a.txt", "x/y/a.txt"], ["a.text"]],
    ["data/{a,b}-?.{csv,tsv}", ["data/a-1.csv", "data/b-2.tsv"], ["data/c-1.csv", "data/a-12.csv"]],
    ["../raw (old)/[1].txt", ["../raw (old)/[1].txt"], ["../raw old/1.txt"]],
  ])("of %s takes what it should and nothing else", (glob, taken, left) => {
    const matches = globToRegExp(glob);
    expect([taken.filter((each) => !matches.test(each)), left.filter((each) => matches.test(each))]).toEqual([[], []]);
  });
});

describe("fixedPart", () => {
  it("is the folder in front of the first wildcard", () => {
    expect([fixedPart("../raw/a*/b.txt"), fixedPart("a.txt"), fixedPart("/d/**/x")]).toEqual([
      { folder: "../raw", levels: 2 },
      { folder: "", levels: 1 },
      { folder: "/d", levels: Infinity },
    ]);
  });
});

describe("pathCells", () => {
  it("takes the named parts of a path, and drops those named *", () => {
    expect(pathCells("TXT/Session <session> - <year>/<iso>_<*>_<*>.txt", "TXT/Session 01 - 1946/ARG_01_1946.txt")).toEqual({
      session: "01",
      year: "1946",
      iso: "ARG",
    });
  });

  it("gives nothing where the path has another form", () => {
    expect(pathCells("<iso>_<year>.txt", "x/ARG_1946.txt")).toBeUndefined();
  });
});
