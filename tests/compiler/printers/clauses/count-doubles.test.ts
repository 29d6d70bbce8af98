import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { countDoubles } from "../../../../src/compiler/printers/clauses/count-doubles";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../../src/graph/neo4j/full-text";
import { compileOne } from "../../compile-query";

describe("rows that are the same", () => {
  it("are counted where they would be left out, each time under a name of its own", () => {
    let number = 0;
    const next = (prefix: string): string => `${prefix}${String(++number)}`;
    const text = [
      "MATCH (a)--(b)",
      "  WITH DISTINCT a, b.id AS c",
      "WHERE c > $p_1",
      "WITH DISTINCT a",
      "WITH DISTINCT a LIMIT $p_2",
      "RETURN count(DISTINCT a) AS d",
    ].join("\n");
    expect(countDoubles(text, next).split("\n")).toEqual([
      "MATCH (a)--(b)",
      "  WITH a, b.id AS c, count(*) AS z1",
      "WHERE c > $p_1",
      "WITH a, count(*) AS z2",
      "WITH DISTINCT a LIMIT $p_2",
      "RETURN count(DISTINCT a) AS d",
    ]);
  });

  it("are so for the embedded engine alone", () => {
    const query =
      '{ statements(where: { about: { some: { name: { contains: "a" } } }, speaker: { name: { contains: "b" } } }) { totalCount } }';
    const on = (dialect: typeof NEO4J_DIALECT): string => compileOne(query, {}, DEFAULT_LIMITS, dialect).text;
    expect(on(NEO4J_DIALECT)).toContain("WITH DISTINCT");
    expect(on(EMBEDDED_DIALECT)).not.toContain("WITH DISTINCT");
    expect(on(EMBEDDED_DIALECT)).toMatch(/WITH [^\n]*, count\(\*\) AS z\d+\n/);
  });
});
