import type { FullTextClause } from "../../../src/graph/dialect";
import { NEO4J_DIALECT } from "../../../src/graph/neo4j/full-text";

const misspelt = (word: string): FullTextClause => ({ match: "fuzzy", forms: [word], distance: 1, pattern: `(?:${word}|x)` });
const ask = (...clauses: FullTextClause[]): string | null => NEO4J_DIALECT.searchText({ mode: "all", clauses });

describe("what Neo4j's index by words is asked for", () => {
  it("is any form of each word, and beginnings", () => {
    const word: FullTextClause = { match: "word", forms: ["war", "wars"] };
    expect(ask(word, { match: "prefix", forms: ["econ"] })).toBe("+(war wars) +(econ*)");
  });

  it("is a pattern for a misspelt word, which more than the nearest fifty may meet", () => {
    expect(ask(misspelt("iran"))).toBe("+(/(iran|x)/)");
  });

  it.each([
    ["long words", [misspelt("thirteenchars")]],
    ["more than four words", Array.from({ length: 5 }, () => misspelt("iran"))],
  ])("is the nearest words for %s, whose patterns nothing would stop", (_, clauses) => {
    expect(ask(...clauses)).toBe(clauses.map(({ forms }) => `+(${String(forms[0])}~1)`).join(" "));
  });
});
