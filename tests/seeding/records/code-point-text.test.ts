import { CodePointText } from "../../../src/seeding/records/code-point-text";

const SEALS = new CodePointText(`${"🦭".repeat(700)} The quay 🦭 The quay`);

describe("CodePointText", () => {
  it("counts code points, whatever JavaScript counts", () => {
    expect(SEALS.length).toBe(700 + 1 + 8 + 3 + 8);
    expect(new CodePointText("abc").length).toBe(3);
  });

  it("cuts at code points", () => {
    expect(SEALS.slice(701, 709)).toBe("The quay");
    expect(SEALS.slice(699, 702)).toBe("🦭 T");
    expect(SEALS.slice(710, 711)).toBe("🦭");
  });

  it.each([
    [0, 701],
    [705, 701],
    [709, 712],
    [9999, 712],
  ])("finds the place nearest to %i", (near, place) => {
    expect(SEALS.nearest("The quay", near)).toBe(place);
  });

  it("finds nothing where the words do not stand", () => {
    expect(SEALS.nearest("harbour", 3)).toBeUndefined();
  });
});
