import { compileOne } from "./compile-query";

const people = (where: string): string => compileOne(`{ people(where: ${where}) { totalCount } }`).text;
const ABOUT_X = 'about: { some: { id: "topic:x" } }';

describe("a demand that leads through statements", () => {
  it("leads past them where nothing else is demanded of them", () => {
    expect(people(`{ said: { some: { ${ABOUT_X} } } }`)).toContain("<-[:SPOKE_ABOUT_TOTAL]-(n1:Person)");
    expect(people('{ spokenAbout: { some: { speaker: { id: "person:x" } } } }')).toContain("-[:SPOKE_ABOUT_TOTAL]->(n1:Person)");
  });

  it("takes the stance along, and leads past where there is to be none", () => {
    expect(people(`{ said: { some: { ${ABOUT_X}, stance: [FAVOUR] } } }`)).toMatch(/\[(r\d+):SPOKE_ABOUT\].*\n?.*\1\.stance IN \$p_/s);
    expect(people(`{ said: { none: { ${ABOUT_X} } } }`)).toMatch(/(NOT EXISTS|COUNT) \{ MATCH .*SPOKE_ABOUT_TOTAL/);
  });

  it.each([
    ["another condition", `{ said: { some: { ${ABOUT_X}, language: { eq: "en" } } } }`],
    ["two things that one statement is about", `{ said: { some: { and: [{ ${ABOUT_X} }, { about: { some: { id: "topic:y" } } }] } } }`],
    ["all statements", `{ said: { every: { ${ABOUT_X} } } }`],
    ["a number of statements", `{ said: { some: { ${ABOUT_X} }, count: { gte: 2 } } }`],
    ["a statement about nothing of a kind", '{ said: { some: { about: { none: { id: "topic:x" } } } } }'],
    ["any statement", "{ said: { some: {} } }"],
  ])("looks at them for %s", (_title, where) => {
    expect(people(where)).not.toContain("SPOKE_ABOUT");
  });
});
