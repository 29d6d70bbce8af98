import { compileOne } from "../compile-query";

const nested = (steps: number): unknown =>
  steps === 0 ? { language: { eq: "zz" } } : { about: { some: { spokenAbout: { some: nested(steps - 1) } } } };

const textOf = (where: unknown): string =>
  compileOne("query ($w: StatementWhere) { statements(where: $w) { totalCount } }", { w: where }).text;

describe("a long path of demands", () => {
  it("is walked from its far end, each node once after each hop", () => {
    expect(textOf(nested(2))).toMatchInlineSnapshot(`
      "MATCH (m6:Statement)
      WHERE m6.language = $p_1
      WITH DISTINCT m6
      MATCH (m6:Statement)-[:ABOUT]->(m5)
      WITH DISTINCT m5
      MATCH (m5:Entity)<-[:ABOUT]-(m4)
      WITH DISTINCT m4
      MATCH (m4:Statement)-[:ABOUT]->(m3)
      WITH DISTINCT m3
      MATCH (m3:Entity)<-[:ABOUT]-(n1)
      RETURN count(DISTINCT n1) AS c2"
    `);
  });

  it("stays one existence test where it is short", () => {
    expect(textOf(nested(1))).not.toContain("WITH DISTINCT");
  });
});
