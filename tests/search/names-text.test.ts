import { namesText } from "../../src/search/names-text";

describe("namesText", () => {
  it("puts each form of each name between line breaks, so that its whole and its beginning are parts of the text", () => {
    expect(namesText(["Zoë  Dutra", "Анна", "zoe dutra"])).toBe("\nzoe dutra\nанна\nanna\n");
  });

  it("lets no name hold a line break of its own", () => {
    expect(namesText(["a\nb"])).toBe("\na b\n");
  });
});
