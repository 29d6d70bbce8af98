import { compileOne } from "../../compile-query";

const textOf = (query: string): string => compileOne(query).text;
const CELLS = "{ speaker { id } target { id } count favour against }";

describe("groups of everything", () => {
  it("begin at the entities of the first dimension that is one step away", () => {
    expect(textOf("{ statementCounts(groupBy: [MONTH, MENTIONS, SPEAKER], first: 2) { count } }")).toContain(
      [
        "MATCH (g3:Entity)<-[:MENTIONS]-(n1)",
        "MATCH (n1)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(g4)",
        "WITH n1, g3, g4, n1.saidAtMonth AS g2",
      ].join("\n"),
    );
  });

  it("begin at the statements where every dimension is a value, or several steps away", () => {
    for (const groupBy of ["MONTH", "[PUBLISHER, YEAR]"])
      expect(textOf(`{ statementCounts(groupBy: ${groupBy}, first: 2) { count } }`)).toMatch(/^MATCH \(n1:Statement\)\n/);
  });

  it("begin at the statements where these are filtered", () => {
    expect(textOf('{ statementCounts(groupBy: SPEAKER, first: 2, where: { language: { eq: "en" } }) { count } }')).toMatch(
      /^MATCH \(n1:Statement\)\n/,
    );
  });
});

describe("who spoke about whom", () => {
  it("reads the side that is taken once, whatever is counted by it", () => {
    expect(textOf(`{ whoSpokeAboutWhom(first: 2) ${CELLS} }`).match(/\.stance/g)).toEqual([".stance"]);
  });

  it("asks what else is demanded of the statements of such speakers", () => {
    const text = textOf(`{ whoSpokeAboutWhom(first: 2, speakers: { id: "person:x" }, where: { language: { eq: "en" } }) ${CELLS} }`);
    expect(text).toMatch(/MATCH \(g4\)<-\[:ATTRIBUTED_TO \{rank: 'PREFERRED'\}\]-\(n1\)\nWHERE n1\.language = \$p_2\n/);
  });
});
