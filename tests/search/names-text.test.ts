import { namesText, NOBODY } from "../../src/search/names-text";

describe("namesText", () => {
  it("puts each form of each name between line breaks, so that its whole and its beginning are parts of the text", () => {
    expect(namesText(["Zoë  Dutra", "Анна", "zoe dutra"])).toBe("\nzoe dutra\nанна\nanna\n");
  });

  it("lets no name hold a line break of its own", () => {
    expect(namesText(["a\nb"])).toBe("\na b\n");
  });

  it.each([[[]], [["", "?!"]], [["\n\n\n"]], [["Анна", "!"]]])("holds nobody where the names are %j", (names) => {
    expect(namesText(names)).not.toContain(NOBODY);
  });
});
