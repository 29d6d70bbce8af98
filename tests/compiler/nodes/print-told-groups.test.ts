import { compileOne } from "../compile-query";

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
    expect(text).toContain("MATCH (m10)<-[:MEMBER_OF]-(g4)\nWITH DISTINCT g4\nMATCH (g4)-[n1:SPOKE_ABOUT]->(g5)\n");
    expect(text).not.toContain("ATTRIBUTED_TO");
    expect(counts("[SPEAKER, MONTH]", ONE_TOPIC)).toMatch(/\nMATCH \(m\d\)<-\[n1:SPOKE_ABOUT\]-\(g2\)\n/);
    expect(counts("ABOUT", ONE_SPEAKER)).toMatch(/\nMATCH \(m\d\)-\[n1:SPOKE_ABOUT\]->\(g2\)\n/);
  });

  it("ask what is demanded of the things of pairs once, and begin there, or at the speakers that are demanded, too", () => {
    const cells = (ends: string): string => compileOne(`{ whoSpokeAboutWhom(first: 2, ${ends}) ${CELLS} }`).text;
    const ofThing = cells('targets: { id: "topic:x" }');
    expect(ofThing).toMatch(/^MATCH \(g5:Entity \{id: \$p_1\}\)\nMATCH \(g5\)<-\[n1:SPOKE_ABOUT\]-\(g4\)\nWITH \*/);
    const ofBoth = cells('speakers: { id: "person:x" }, targets: { name: { eq: "x" } }');
    expect(ofBoth).toMatch(/MATCH \(g4:Entity \{id: \$p_\d\}\)\nMATCH \(g4\)-\[n1:SPOKE_ABOUT\]->\(g5\)\nWHERE \(?g5\.namesText CONTAINS/);
    expect(cells('targets: { id: "topic:x" }, where: { language: { eq: "en" } }')).not.toContain("SPOKE_ABOUT");
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
    expect(counts("[SPEAKER, MONTH]")).toContain(
      [
        "MATCH (n1:Statement)",
        "WHERE n1.speakerId IS NOT NULL AND n1.saidAtMonth IS NOT NULL",
        "WITH n1.speakerId AS g2_id, n1.saidAtMonth AS g3, count(*) AS c4",
        "MATCH (g2:Entity {id: g2_id})",
      ].join("\n"),
    );
    expect(counts("SPEAKER")).toContain("WHERE n1.speakerId IS NOT NULL AND n1.saidKey IS NOT NULL\nWITH n1.speakerId AS g2_id, count(*)");
  });

  it("are none that are filtered, or of another time", () => {
    expect(counts("[SPEAKER, DAY]")).not.toContain("speakerId");
    expect(counts("SPEAKER", ', where: { language: { eq: "en" } }')).not.toContain("speakerId");
  });
});
