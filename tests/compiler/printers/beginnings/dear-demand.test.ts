import { compileOne } from "../../compile-query";

const countOf = (where: string): string => compileOne(`{ statements(where: { ${where} }) { totalCount } }`).text;

describe("a demand that looks at the statements of an entity", () => {
  it.each([
    ["none", "none: { speechAct: [DENY] }"],
    ["every", "every: { speechAct: [DENY] }"],
    ["a count", "count: { gte: 3 }"],
    ["one that is so", 'some: { language: { eq: "zz" } }'],
  ])("is asked once of each entity, for %s, and statements are found from those it holds for", (_, demand) => {
    const text = countOf(`speaker: { said: { ${demand} } }, language: { eq: "en" }`);
    expect(text).toMatch(/^MATCH \((m\d+):Entity\)\nWHERE [^\n]*COUNT \{[^\n]*\nWITH DISTINCT \1\nMATCH \(\1:Entity\)<-\[:ATTRIBUTED_TO/);
  });

  it.each([
    ["within another", "about: { some: { or: [{ kind: [TOPIC] }, { spokenAbout: { none: { speaker: { said: { every: {} } } } } }] } }"],
    ["denied", "about: { some: { not: { said: { count: { lte: 3 } } } } }"],
  ])("is found %s", (_, where) => {
    expect(countOf(where)).toMatch(/^MATCH \((m\d+):Entity\)\nWHERE [^\n]*\nWITH DISTINCT \1\n/);
  });

  it.each([
    [
      "one named thing",
      `about: { some: { id: "topic:x" } }, speaker: { said: { none: {} } }`,
      /^MATCH \(\w+:[\w:]*Entity[\w:]* \{id: \$p_\d+\}\)/,
    ],
    ["the statements where none is so", "responses: { none: { language: { eq: 'en' } } }".replaceAll("'", '"'), /^MATCH \(n1:Statement\)/],
  ])("leaves the beginning to %s", (_, where, begins) => {
    const text = countOf(where);
    expect(text).not.toMatch(/^MATCH \(m\d+:Entity\)\n/);
    expect(text).toMatch(begins);
  });

  const DEAR = 'about: { some: { spokenAbout: { none: { language: { eq: "zz" } } } } }';
  const ONCE =
    /\n *MATCH \((n\d)\)-\[:ABOUT\]->\((m\d+):Entity\)\n *WITH \2, collect\(\1\) AS (l\d+)\n *WHERE COUNT \{[^\n]*\n *UNWIND \3 AS \1\n *WITH DISTINCT \1\n/g;
  const pageOf = (where: string): string => compileOne(`{ statements(first: 20, where: { ${where} }) { nodes { id } } }`).text;

  it.each([
    ["one named end", 'speaker: { id: "person:x" }', 1],
    ["each of two", 'speaker: { memberOf: "organization:x" }, mentions: { some: { id: "person:x" } }', 2],
  ])("is asked at the end, once of each entity, of what hangs on %s", (_, where, times) => {
    expect(countOf(`${where}, ${DEAR}`).match(ONCE)).toHaveLength(times);
  });

  it("is asked once of each in the list of a node", () => {
    const { text } = compileOne(`{ person(id: "person:x") { said(where: { ${DEAR} }) { totalCount } } }`);
    expect(text.match(ONCE)).toHaveLength(1);
  });

  it.each([
    ["all", "", /MATCH \(n1:Statement\)\n *WHERE n1.saidKey < /, /MATCH \((m\d+):Entity\)\n *WHERE COUNT/],
    [
      "one named end",
      'speaker: { id: "person:x" }, ',
      /MATCH \(n1:Statement\)\n *WHERE n1.speakerId = /,
      /MATCH \((m\d+):Entity \{id: \$p_1\}\)<-\[:ATTRIBUTED_TO/,
    ],
  ])("of a page along the index of %s is asked of a few of its nodes, and then of all", (_, where, first, then) => {
    const [soon, instead] = pageOf(`${where}${DEAR}`).split("UNION ALL");
    expect(soon).toMatch(first);
    expect(soon).toMatch(/ORDER BY [^\n]* LIMIT \$p_\d+\n *WITH n1 LIMIT 10 \* \$p_\d+\n/);
    expect(soon?.match(ONCE)).toHaveLength(1);
    expect(instead).toMatch(then);
  });

  it("of a page leaves what else is asked of a statement to the walk", () => {
    expect(pageOf(`language: { eq: "en" }, ${DEAR}`)).toMatch(/LIMIT \$p_\d+\n *WITH n1\n *WHERE n1.language[^\n]*\n *WITH n1 LIMIT 10/);
  });

  it.each([
    ["none", "none: { said: { count: { gte: 3 } } }", / = 0\n/],
    ["every", "every: { said: { count: { gte: 3 } } }", / = q\d+\n/],
    ["a count", "some: { said: { count: { gte: 3 } } }, count: { lte: 2 }", / <= \$p_\d+\n/],
  ])("is asked once of each entity, and counted, for %s of the things that a statement is about", (_, demand, holds) => {
    const text = countOf(`about: { ${demand} }`);
    expect(text).toMatch(
      /^MATCH \(n1:Statement\)\nWITH collect\(DISTINCT n1\) AS (l\d+)\nUNWIND \1 AS n1\nCALL \(n1\) \{\n {2}MATCH \(n1\)-\[:ABOUT\]->\((m\d+):Entity\)\n {2}RETURN collect\(\2\) AS (l\d+)\n\}\nUNWIND CASE WHEN size\(\3\) = 0 THEN \[null\] ELSE \3 END AS \2\nWITH \2, collect\(n1\) AS l\d+\n/,
    );
    expect(text).toMatch(holds);
  });

  const search = (more: string): string => compileOne(`{ statements(search: "water", where: { ${DEAR} }, ${more} }`).text;

  it("is asked at the end, once of each entity, of all that a search counts", () => {
    const text = search("first: 1) { totalCount }");
    expect(text).toMatch(/CONTAINS [^\n]*\n *MATCH \(n1\)-\[:ABOUT\]->/);
    expect(text.match(ONCE)).toHaveLength(1);
  });

  it.each([
    ["what is kept as the best", "first: 20) { nodes { id } }", /quoth_statement_best/, / >= \$p_\d+\[4\]\n/],
    [
      "the first of its order",
      "first: 20, orderBy: [{ by: SAID_AT }]) { nodes { id } }",
      /MATCH \(n1:Statement\)\n *WHERE n1\.saidKey < /,
      /LIMIT \$p_\d+\n *RETURN collect\(n1\) AS w/,
    ],
  ])("of a page of hits is asked of %s, and then of all", (_, more, first, cut) => {
    const [soon, full, instead] = search(more).split(/\}\nCALL \(w\d+\) \{|UNION ALL/);
    expect(soon).toMatch(first);
    expect(soon).toMatch(cut);
    expect(soon?.match(ONCE)).toHaveLength(1);
    expect(full).toMatch(/UNWIND w\d+ AS n1\n *RETURN n1\n/);
    expect(instead).toMatch(/quoth_statement_search/);
    expect(instead?.match(ONCE)).toHaveLength(1);
  });
});
