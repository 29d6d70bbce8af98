import { writeCursor } from "../../src/compiler/cursor";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import { compileAll, compileOne } from "./compile-query";

/** A text without the indentation of this file. */
const cypher = (text: string): string => text.trim().replace(/^ {6}/gm, "");

describe("compile", () => {
  it("looks one thing up by the label that has the index, and checks its kind", () => {
    expect(compileOne('{ person(id: "person:ann") { name kind } }')).toEqual({
      text: cypher(`
      MATCH (n1:Entity {id: $p_1})
      WHERE n1:Person
      RETURN head(collect([n1.name, n1.id])) AS row`),
      parameters: { p_1: "person:ann" },
    });
  });

  it("walks an index for the first page of a whole label, and asks for one more where page info is wanted", () => {
    expect(compileOne("{ people(first: 2) { nodes { id } pageInfo { hasNextPage } totalCount } }")).toEqual({
      text: cypher(`
      CALL () {
        MATCH (n1:Person)
        WHERE n1.nameKey > $p_2
        WITH n1 ORDER BY n1.nameKey ASC LIMIT $p_1
        RETURN collect([[n1.nameKey], [n1.id]]) AS e2
      }
      CALL () {
        MATCH (n1:Person)
        RETURN count(*) AS c3
      }
      RETURN e2, c3`),
      parameters: { p_1: 3, p_2: "" },
    });
  });

  it("compares joining from a named entity with walking the order index, by numbers that the database keeps", () => {
    expect(compileOne('{ statements(where: { about: { some: { ids: ["topic:x"] } } }, first: 2) { nodes { id } } }').text).toBe(
      cypher(`
      CALL () {
        MATCH (m5:Entity)
        WHERE m5.id IN $p_1
        WITH m5, COUNT { (m5)<-[:ABOUT]-() } AS d4
        RETURN collect(m5) AS s3, coalesce(sum(d4), 0) AS d4
      }
      CALL () {
        MATCH (c7_n:Statement)
        RETURN count(c7_n) AS c7
      }
      WITH s3, d4, CASE WHEN toFloat(d4) * d4 > $p_2 * toFloat(c7) THEN 0 ELSE 1 END AS b6
      CALL (s3, b6) {
        WITH s3, b6
        MATCH (n1:Statement)
        WHERE n1.saidKey < CASE WHEN b6 = 0 THEN $p_3 ELSE $p_4 END
        WITH n1, s3 ORDER BY n1.saidKey DESC LIMIT $p_5
        MATCH (n1)-[:ABOUT]->(m9)
        WHERE m9 IN s3
        WITH DISTINCT n1
        WITH n1 ORDER BY n1.saidKey DESC LIMIT $p_2
        RETURN collect(n1) AS w8
      }
      WITH s3, w8, CASE WHEN b6 = 0 AND size(w8) < $p_2 THEN 1 ELSE b6 END AS b6
      CALL (s3, w8, b6) {
        WITH s3, w8, b6 WHERE b6 = 1
        UNWIND s3 AS m5
        MATCH (m5)<-[:ABOUT]-(n1)
        WITH DISTINCT n1
        WITH n1 ORDER BY n1.saidKey DESC LIMIT $p_2
        RETURN n1
        UNION ALL
        WITH s3, w8, b6 WHERE b6 = 0
        UNWIND w8 AS n1
        RETURN n1
      }
      WITH * ORDER BY n1.saidKey DESC
      RETURN collect([n1.id]) AS e2`),
    );
  });

  it("reads the statements about one thing, and of one speaker, off indexes that have them in the order of time", () => {
    const textOf = (where: string, paging: string): string =>
      compileOne(`{ statements(where: ${where}, ${paging}) { nodes { id } } }`).text;
    expect(textOf('{ about: { some: { id: "topic:x" } } }', "first: 2")).toBe(
      cypher(`
      MATCH (n1)-[r3:ABOUT]->()
      WHERE r3.aboutId = $p_1 AND r3.saidKey < $p_3
      WITH n1, r3 ORDER BY r3.aboutId DESC, r3.saidKey DESC LIMIT $p_2
      RETURN collect([n1.id]) AS e2`),
    );
    expect(textOf('{ speaker: { id: "person:x" } }', "last: 2")).toBe(
      cypher(`
      MATCH (n1:Statement)
      WHERE n1.speakerId = $p_1 AND n1.saidKey > $p_3
      WITH n1 ORDER BY n1.speakerId ASC, n1.saidKey ASC LIMIT $p_2
      RETURN collect([n1.id]) AS e2`),
    );
  });

  it("gives each item as a record where lists hang on the items of a page, and all in one otherwise", () => {
    const said = "said(first: 2) { nodes { id } }";
    expect(compileOne(`{ people(first: 2) { nodes { id ${said} } } }`).text).toMatch(
      /\nRETURN \[n1\.id, \[e\d, null\]\] AS e\d ORDER BY n1\.nameKey ASC$/,
    );
    expect(compileOne("{ people(first: 2) { nodes { id } } }").text).toMatch(/\nRETURN collect\(\[n1\.id\]\) AS e2$/);
    expect(compileOne(`{ people(first: 2) { totalCount nodes { id ${said} } } }`).text).toMatch(/\n {2}RETURN collect\(\[n\d\.id, /);
  });

  it("joins from a named entity where no index gives an order", () => {
    const query = '{ statements(where: { about: { some: { id: "topic:x" } } }, first: 2) { nodes { id } } }';
    expect(compileOne(query, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT).text).toBe(
      cypher(`
      MATCH (m3:Entity {id: $p_1})<-[:ABOUT]-(n1)
      WITH n1 ORDER BY n1.saidKey DESC LIMIT $p_2
      RETURN collect([n1.id]) AS e2`),
    );
  });

  it("asks an existence test from the row under OR", () => {
    const source = '{ statements(where: { or: [{ about: { some: { id: "topic:x" } } }, { id: "s" }] }, first: 2) { nodes { id } } }';
    expect(compileOne(source).text).toContain("(COUNT { MATCH (n1)-[:ABOUT]->(m3:Entity {id: $p_1}) } > 0 OR n1.id = $p_2)");
  });

  it("gives two aliases of one edge a subquery each, with arguments of its own", () => {
    const { text, parameters } = compileOne(
      '{ person(id: "p") { a: said(first: 1) { nodes { text } } b: said(last: 2) { nodes { text } } } }',
    );
    expect(text.match(/CALL \(n1\)/g)).toHaveLength(2);
    expect(text).toMatch(/saidKey DESC LIMIT \$p_1[\s\S]*saidKey ASC LIMIT \$p_2/);
    expect(Object.values(parameters)).toEqual([1, 2, "p"]);
  });

  it("reads one edge once where several places ask for it alike", () => {
    const source = `{ person(id: "p") { said(first: 1) { nodes { id } } ...A ... on Speaker { said(first: 1) { nodes { language } } } } }
      fragment A on Person { said(first: 1) { nodes { text } } }`;
    expect(compileOne(source).text.match(/CALL \(n1\)/g)).toHaveLength(1);
  });

  it("keeps one response key apart for types that ask different things under it", () => {
    const source = `{ entity(id: "p") {
      ... on Person { x: said(first: 1) { totalCount } }
      ... on Place { x: statementsMadeHere(first: 1) { totalCount } } } }`;
    expect(compileOne(source).text).toContain("CASE WHEN n1:Person THEN [null, c3] WHEN n1:Place THEN [null, c5] END");
  });

  it("serves `edges` and `nodes` with one row where that row can serve both", () => {
    const alike = compileOne(
      "{ people(first: 1) { nodes { id a: said(first: 1) { totalCount } } edges { node { name a: said(first: 1) { totalCount } } } } }",
    );
    expect(alike.text.match(/CALL \(n1\)/g)).toHaveLength(1);
  });

  it("serves `edges` and `nodes` apart where they ask different things under one key", () => {
    const source =
      "{ people(first: 1) { nodes { id a: said(first: 1) { totalCount } } edges { node { id a: said(first: 2, where: { or: [] }) { totalCount } } } } }";
    expect(compileOne(source).text.match(/CALL \(n1\)/g)).toHaveLength(2);
  });

  it.each([
    ["@skip(if: true)", 0],
    ["@skip(if: false)", 1],
    ["@include(if: true)", 1],
    ["@include(if: false)", 0],
    ["@skip(if: true) @include(if: true)", 0],
    ["@skip(if: $no) @include(if: $yes)", 1],
    ["@skip(if: $yes)", 0],
  ])("reads an edge under %s %d times", (directives, times) => {
    const source = `query ($yes: Boolean = true, $no: Boolean = false) { person(id: "p") { id said(first: 1) ${directives} { totalCount } o: said(first: 1) @include(if: $yes) @skip(if: $yes) { totalCount } q: id @skip(if: $no) } }`;
    expect(compileOne(source).text.match(/CALL \(n1\)/g)?.length ?? 0).toBe(times);
  });

  it.each(['{ node(id: "no id") { id } }', "{ nodes(ids: []) { id } }", "{ statements { __typename } }"])(
    "asks nothing for %s",
    (source) => {
      expect(compileAll(source).map((each) => each.statement)).toEqual([null]);
    },
  );

  it("sends no item of a page where only the count is asked for, and no count where it is not", () => {
    expect(compileOne("{ statements { totalCount } }").text).toBe("MATCH (n1:Statement)\nRETURN count(*) AS c2");
    expect(compileOne("{ statements { nodes { id } } }").text).not.toContain("count(");
  });

  it.each([
    ["ids", '{ person(id: "person:a") { name } }', '{ person(id: "person:b") { name } }'],
    ["page sizes", "{ people(first: 1) { nodes { id } } }", "{ people(first: 99) { nodes { id } } }"],
    ["cursors", cursorQuery("a"), cursorQuery("b")],
    [
      "texts",
      '{ people(where: { name: { contains: "a" } }) { totalCount } }',
      '{ people(where: { name: { contains: "Zoë\\"}) //" } }) { totalCount } }',
    ],
    [
      "names in other scripts",
      '{ people(where: { name: { contains: "سلیمانی" } }) { totalCount } }',
      '{ people(where: { name: { contains: "анна" } }) { totalCount } }',
    ],
    ["lists", '{ people(where: { ids: ["a"] }) { totalCount } }', '{ people(where: { ids: ["a", "b", "c"] }) { totalCount } }'],
    [
      "dates",
      '{ statements(where: { saidAt: { from: "2020" } }) { totalCount } }',
      '{ statements(where: { saidAt: { from: "-0044" } }) { totalCount } }',
    ],
    [
      "counts",
      "{ people(where: { said: { count: { gte: 1 } } }) { totalCount } }",
      "{ people(where: { said: { count: { gte: 30 } } }) { totalCount } }",
    ],
    [
      "enum values",
      "{ statements(where: { speechAct: [ASK] }) { totalCount } }",
      "{ statements(where: { speechAct: [DENY, ASK] }) { totalCount } }",
    ],
  ])("gives requests that differ in %s alone one text", (_, one, other) => {
    expect(compileOne(one).text).toBe(compileOne(other).text);
    expect(compileOne(one).parameters).not.toEqual(compileOne(other).parameters);
  });

  it("asks the index of names once for each form of a name, so that a name in Latin letters has a text of its own", () => {
    const forms = (name: string): number =>
      compileOne(`{ people(where: { name: { contains: "${name}" } }) { totalCount } }`).text.split("CONTAINS").length - 1;
    expect(["Zarif", "Анна", "Толстой"].map(forms)).toEqual([1, 2, 3]);
  });

  it.each([
    ["of a whole label", "statements", "", "SAID_AT:DESC", ["key"]],
    ["of hits, best first", "statements", 'search: "war"', "RELEVANCE", [2_000_000, "id"]],
    ["of hits, latest first", "statements", 'search: "war peace", orderBy: [{ by: SAID_AT }]', "SAID_AT:DESC", ["key"]],
    ["by a count", "people", "orderBy: [{ by: SAID_COUNT }]", "SAID_COUNT:ASC,NAME:ASC", [3, "key"]],
    ["by another's name", "statements", "orderBy: [{ by: SPEAKER_NAME }]", "SPEAKER_NAME:DESC,SAID_AT:DESC", ["name", "key"]],
  ])("gives the first page %s and the next one text", (_, list, given, order, keys) => {
    const cursor = writeCursor(`Query.${list} ${order}`, keys);
    const page = (after: string): string => compileOne(`{ ${list}(${given}, first: 3${after}) { nodes { id } } }`).text;
    expect(page(`, after: "${cursor}"`)).toBe(page(""));
  });

  it("gives the same statement for the same request, every time", () => {
    const source = '{ people(where: { said: { some: { about: { some: { id: "x" } } } } }) { nodes { said { nodes { id } } } } }';
    expect(compileOne(source)).toEqual(compileOne(source));
  });
});

function cursorQuery(key: string): string {
  const cursor = Buffer.from(JSON.stringify(["Query.people NAME:ASC", key])).toString("base64url");
  return `{ people(first: 1, after: "${cursor}") { nodes { id } } }`;
}
