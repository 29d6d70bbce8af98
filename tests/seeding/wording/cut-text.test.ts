import { cutText } from "../../../src/seeding/wording/cut-text";

describe("cutText", () => {
  it("leaves a text that is short enough", () => {
    expect(cutText("The quay 🚢", 10)).toBe("The quay 🚢");
  });

  it("cuts behind a word and says so", () => {
    expect(cutText("The quay is closed", 14)).toBe("The quay is…");
  });

  it("cuts within a word that is longer than all that is left", () => {
    expect(cutText("Donaudampfschiffahrt", 6)).toBe("Donau…");
  });
});
