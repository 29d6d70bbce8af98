import { foldedNames } from "../../src/search/folded-names";

describe("foldedNames", () => {
  it.each([
    ["Ann Grey", ["ann grey"]],
    ["Лев Толстой", ["лев толстои", "lev tolstoy", "lev tolstoi"]],
    ["ندا", ["ندا", "nd"]],
    ["Ann Ann", ["ann ann"]],
  ])("finds %s by %j", (name, forms) => {
    expect(foldedNames([name, name])).toEqual(forms);
  });
});
