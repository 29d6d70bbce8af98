import { describeValue } from "../../../src/compiler/explain/describe-value";

describe("describeValue", () => {
  it.each([
    [null, "null"],
    [1.5, "1.5"],
    ['say "x"\n', '"say \\"x\\"\\n"'],
    [["a", "b"], '["a", "b"]'],
    ["a".repeat(61), `"${"a".repeat(60)}"… (61 characters)`],
    [["a", "b", "c", "d", "e", "f", "g"], '["a", "b", "c", "d", "e", 2 more]'],
  ])("tells %j within a line", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  it("cuts a text between two characters, never within one", () => {
    expect(describeValue("🙂".repeat(100))).toBe(`"${"🙂".repeat(60)}"… (100 characters)`);
  });
});
