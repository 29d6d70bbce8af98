import { describeMissingSchema } from "../../src/commands/describe-missing-schema";

describe("describeMissingSchema", () => {
  it("names constraints before indexes, and counts what is not shown", () => {
    expect(describeMissingSchema({ constraints: ["a", "b"], indexes: ["c"] }, 1)).toBe("a and 2 more. `quoth seed` makes them");
  });

  it("counts nothing where all is shown", () => {
    expect(describeMissingSchema({ constraints: ["a"], indexes: ["c"] }, 2)).toBe("a, c. `quoth seed` makes them");
  });

  it("has nothing to say of a whole schema", () => {
    expect(describeMissingSchema({ constraints: [], indexes: [] }, 1)).toBeNull();
  });
});
