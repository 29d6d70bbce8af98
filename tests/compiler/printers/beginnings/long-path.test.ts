import { compileOne } from "../../compile-query";

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

  it("is asked of the entities in its middle where it is short", () => {
    expect(textOf(nested(1))).toMatchInlineSnapshot(`
      "MATCH (m3:Entity)
      WHERE COUNT { MATCH (m3)<-[:ABOUT]-(m4:Statement) WHERE m4.language = $p_1 } > 0
      WITH DISTINCT m3
      MATCH (m3:Entity)<-[:ABOUT]-(n1)
      RETURN count(DISTINCT n1) AS c2"
    `);
  });

  it("stays one existence test where it comes back to no statement", () => {
    const { text } = compileOne("{ people(where: { said: { some: { about: { some: { kind: [PLACE] } } } } }) { totalCount } }");
    expect(text).not.toContain("WITH DISTINCT");
  });
});
