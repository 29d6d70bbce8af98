import { describeMissingSchema } from "../../src/commands/describe-missing-schema";

describe("describeMissingSchema", () => {
  it("names constraints before indexes, and counts what is not shown", () => {
    expect(describeMissingSchema({ constraints: ["a", "b"], indexes: ["c"] }, "embedded", 1)).toBe(
      "a and 2 more. `quoth seed` makes them.",
    );
  });

  it("counts nothing where all is shown", () => {
    expect(describeMissingSchema({ constraints: ["a"], indexes: ["c"] }, "embedded", 2)).toBe("a, c. `quoth seed` makes them.");
  });

  it("has nothing to say of a whole schema", () => {
    expect(describeMissingSchema({ constraints: [], indexes: [] }, "neo4j", 1)).toBeNull();
  });

  it("tells of the Cypher where somebody can run it", () => {
    expect(describeMissingSchema({ constraints: [], indexes: ["c"] }, "neo4j", 1)).toBe(
      "c. `quoth seed` makes them; by hand: schema/constraints.cypher.",
    );
  });
});
