import { dialectOf } from "../../src/graph/dialect-of";

describe("dialectOf", () => {
  it("words statements for each engine its own way", () => {
    expect([dialectOf("neo4j"), dialectOf("embedded")].map(({ walksIndexInOrder }) => walksIndexInOrder)).toEqual([true, false]);
  });
});
