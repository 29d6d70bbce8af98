import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../../src/graph/neo4j/full-text";
import { compileOne } from "../../compile-query";

const counts = (groupBy: string, where = ""): string =>
  compileOne(`{ statementCounts(groupBy: ${groupBy}, first: 2${where}) { count } }`).text;
const CELLS = "{ speaker { id } target { id } count favour against }";
const ONE_TOPIC = ', where: { about: { some: { id: "topic:x" } } }';
const ONE_SPEAKER = ', where: { speaker: { id: "person:x" } }';

describe("groups that a relation tells", () => {
  it("are those of speakers and what they spoke about, with times and the stance", () => {
    expect(counts("[MONTH, ABOUT, SPEAKER]")).toContain(
      "MATCH (g4:Entity)-[n1:SPOKE_ABOUT]->(g3)\nWITH n1, g3, g4, n1.saidAtMonth AS g2\n",
    );
    expect(counts("[SPEAKER, ABOUT, STANCE]")).toMatch(/-\[n1:SPOKE_ABOUT\]->\(g\d\)\nWITH \*, n1 AS (r\d)\nWITH .*, \1\.stance AS g\d\n/);
  });

  it("are those of what is spoken about, whoever the speaker is", () => {
    expect(counts("[ABOUT, YEAR]")).toContain("MATCH (g2:Entity)<-[n1:ABOUT]-()\nWITH n1, g2, n1.saidAtYear AS g3\n");
    expect(counts("MONTH", ONE_TOPIC)).toMatch(/^MATCH \((m\d):Entity \{id: \$p_1\}\)\nMATCH \(\1\)<-\[n1:ABOUT\]-\(\)\n/);
  });

  it("begin at the speakers that are demanded, each once, or at the one thing", () => {
    const text = compileOne(`{ whoSpokeAboutWhom(first: 2, speakers: { memberOf: "organization:x" }) ${CELLS} }`).text;
    expect(text).toContain("MATCH (m10)<-[:MEMBER_OF]-(g4)\nWITH DISTINCT g4\nMATCH (g4)-[n1:SPOKE_ABOUT_TOTAL]->(g5)\n");
    expect(text).not.toContain("ATTRIBUTED_TO");
    expect(counts("[SPEAKER, MONTH]", ONE_TOPIC)).toMatch(/\nMATCH \(m\d\)<-\[n1:SPOKE_ABOUT\]-\(g2\)\n/);
    expect(counts("ABOUT", ONE_SPEAKER)).toMatch(/\nMATCH \(m\d\)-\[n1:SPOKE_ABOUT_TOTAL\]->\(g2\)\nWITH g2, sum\(n1\.statements\) AS/);
  });

  it("ask what is demanded of the things of pairs once, and begin there, or at the speakers that are demanded, too", () => {
    const cells = (ends: string): string => compileOne(`{ whoSpokeAboutWhom(first: 2, ${ends}) ${CELLS} }`).text;
    const ofThing = cells('targets: { id: "topic:x" }');
    expect(ofThing).toMatch(
      /^MATCH \(g5:Entity \{id: \$p_1\}\)\nMATCH \(g5\)<-\[n1:SPOKE_ABOUT_TOTAL\]-\(g4\)\nWITH g4, g5, n1\.statements AS/,
    );
    const ofBoth = cells('speakers: { id: "person:x" }, targets: { name: { eq: "x" } }');
    expect(ofBoth).toMatch(
      /MATCH \(g4:Entity \{id: \$p_\d\}\)\nMATCH \(g4\)-\[n1:SPOKE_ABOUT_TOTAL\]->\(g5\)\nWHERE \(?g5\.namesText CONTAINS/,
    );
    expect(cells('targets: { id: "topic:x" }, where: { language: { eq: "en" } }')).not.toContain("SPOKE_ABOUT");
  });

  it("are pairs in the order of their numbers, which an index has, where there is one and the number decides", () => {
    const on = (dialect: typeof NEO4J_DIALECT, more = ""): string =>
      compileOne(`{ statementCounts(groupBy: [SPEAKER, ABOUT], first: 2${more}) { count } }`, {}, DEFAULT_LIMITS, dialect).text;
    const inOrder =
      "MATCH (g2)-[n1:SPOKE_ABOUT_TOTAL]->(g3)\nWHERE n1.statements > 0\nWITH g2, g3, n1.statements AS c4\nORDER BY c4 DESC\n";
    expect(on(NEO4J_DIALECT)).toContain(inOrder);
    expect(on(NEO4J_DIALECT, ", orderBy: [{ by: COUNT, direction: ASC }]")).toContain(inOrder.replace("DESC", "ASC"));
    expect(on(NEO4J_DIALECT, ", orderBy: [{ by: KEY }]")).toContain(
      "MATCH (g2:Entity)-[n1:SPOKE_ABOUT_TOTAL]->(g3)\nWITH g2, g3, n1.statements",
    );
    const until = "  WITH n1.statements AS k6 ORDER BY k6 DESC LIMIT $p_1\n  RETURN min(k6) AS l7\n}\n";
    const asLarge = "MATCH (g2:Entity)-[n1:SPOKE_ABOUT_TOTAL]->(g3)\nWHERE n1.statements >= l7\nWITH g2, g3, n1.statements AS c4\n";
    expect(on(EMBEDDED_DIALECT)).toContain(until + asLarge);
  });

  it("have the figures of a pair told when it is known which pairs are shown", () => {
    const query = `{ whoSpokeAboutWhom(first: 2) { count favour lastSaidAt } }`;
    const figures = [
      "  WITH n1, n1.stance AS v3",
      "  RETURN sum(CASE WHEN v3 = 'FAVOUR' THEN 1 ELSE 0 END) AS f7, max(CASE WHEN n1.saidKey STARTS WITH $p_1 THEN null ELSE n1.saidKey END) AS f8",
      "}",
    ];
    const counted = ["WITH g4, g5, n1.statements AS c6", "ORDER BY c6 DESC", "WITH g4, g5, c6"];
    const cut = "ORDER BY c6 DESC, g4.nameKey ASC, g5.nameKey ASC LIMIT $p_2\nCALL (g4, g5) {";
    const sought = ["  MATCH ()-[n1:ABOUT]->()", "  WHERE n1.aboutId = g5.id AND n1.speakerId = g4.id"];
    expect(compileOne(query, {}, DEFAULT_LIMITS, NEO4J_DIALECT).text).toContain([...counted, cut, ...sought, ...figures].join("\n"));
    const walked = "  MATCH (g4)-[n1:SPOKE_ABOUT]->(g5)";
    expect(compileOne(query, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT).text).toContain([...counted, cut, walked, ...figures].join("\n"));
  });

  it.each([
    ["a day", "[SPEAKER, ABOUT, DAY]", ""],
    ["two demands", "[SPEAKER, ABOUT]", ', where: { speaker: { id: "person:x" }, language: { eq: "en" } }'],
    ["several things, of which a statement may be about two", "SPEAKER", ', where: { about: { some: { ids: ["topic:x", "topic:y"] } } }'],
    ["a stance that is demanded", "SPEAKER", ', where: { about: { some: { id: "topic:x" } }, stance: [FAVOUR] }'],
    ["a publisher", "[SPEAKER, ABOUT, PUBLISHER]", ""],
  ])("look at the statements for %s", (_title, groupBy, where) => {
    expect(counts(groupBy, where)).not.toMatch(/\[n1:|SPOKE_ABOUT/);
  });
});

describe("groups that an index tells", () => {
  it("are speakers by year or month, and speakers alone", () => {
    expect(counts("[SPEAKER, MONTH], orderBy: [{ by: TIME }]")).toContain(
      [
        "MATCH (n1:Statement)",
        "WHERE n1.speakerId IS NOT NULL AND n1.saidAtMonth IS NOT NULL",
        "WITH n1.speakerId AS g2_id, n1.saidAtMonth AS g3, count(*) AS c4",
        "MATCH (g2:Entity {id: g2_id})",
      ].join("\n"),
    );
    expect(counts("SPEAKER")).toContain("WHERE n1.speakerId IS NOT NULL AND n1.saidKey IS NOT NULL\nWITH n1.speakerId AS g2_id, count(*)");
  });

  it("are not all sorted where the largest are shown: what ties with the last of them is counted once more, if it is much", () => {
    const text = counts("[SPEAKER, MONTH]");
    expect(text).toMatch(/ORDER BY c4 DESC LIMIT 10 \* \$p_1\n\s+RETURN collect\(\[g2_id, g3, c4\]\) AS l\d/);
    expect(text.match(/WITH n1\.speakerId AS g2_id, n1\.saidAtMonth AS g3, count\(\*\) AS c4/g)).toHaveLength(2);
    for (const other of ["[SPEAKER, MONTH], orderBy: [{ by: COUNT, direction: ASC }]", "SPEAKER"])
      expect(counts(other)).not.toContain("LIMIT 10 *");
  });

  it("are none that are filtered, or of another time", () => {
    expect(counts("[SPEAKER, DAY]")).not.toContain("speakerId");
    expect(counts("SPEAKER", ', where: { language: { eq: "en" } }')).not.toContain("speakerId");
  });
});
