import { compileOne } from "../compile-query";

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
    [
      "the statements where the entity's own are not looked at",
      'speaker: { kind: [PERSON], description: { contains: "x" } }',
      /^MATCH \(n1:Statement\)/,
    ],
  ])("leaves the beginning to %s", (_, where, begins) => {
    const text = countOf(where);
    expect(text).not.toMatch(/^MATCH \(m\d+:Entity\)\n/);
    expect(text).toMatch(begins);
  });
});
