import { splitList } from "../../../src/seeding/wording/split-list";

describe("splitList", () => {
  it("leaves out blanks and empty parts", () => {
    expect(splitList(" bridge;; budget ;", ";")).toEqual(["bridge", "budget"]);
  });

  it("keeps together what stands in brackets", () => {
    expect(splitList("KXYZ (Velmara, West), roll call", ",")).toEqual(["KXYZ (Velmara, West)", "roll call"]);
  });

  it("takes a bracket that is never closed for a letter", () => {
    expect(splitList("one (two, three", ",")).toEqual(["one (two", "three"]);
  });

  it("takes a closing bracket without an opening one for a letter", () => {
    expect(splitList("a), b (c, d)", ",")).toEqual(["a)", "b (c, d)"]);
  });
});
