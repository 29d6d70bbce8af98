import { compileOne } from "../../compile-query";

describe("what several demands name", () => {
  const statements =
    '{ statements(first: 2, where: { about: { some: { id: "topic:x" } }, saidIn: { id: "place:x" }, speaker: { memberOf: "organization:x" } }) { nodes { id } } }';

  it("is walked on from a statement, which has few relations, and each statement told once", () => {
    const { text } = compileOne(statements);
    expect(text).toMatch(
      /MATCH \(m\d+\)<-\[:ATTRIBUTED_TO \{rank: 'PREFERRED'\}\]-\(n1\)\n {2}MATCH \(n1\)-\[:ABOUT\]->\((m\d+)\)\n {2}WHERE \1 IN s\d+\n {2}MATCH \(n1\)-\[:SAID_IN\]->\((m\d+)\)\n {2}WHERE \2 IN s\d+\n {2}WITH DISTINCT n1\n/,
    );
  });

  it("is asked of the speaker's id beside the statement, or beside the relation whose index is walked", () => {
    const { text } = compileOne(statements);
    expect(text).toMatch(/\n {2}WITH n1, (r\d+), [^\n]*\n {2}WHERE \1\.speakerId IN i\d+\n/);
    expect(text).toMatch(/\n {2}MATCH \(m\d+\)<-\[:ABOUT\]-\(n1\)\n {2}WHERE n1\.speakerId IN i\d+\n {2}MATCH \(n1\)-\[:SAID_IN\]/);
  });

  it("is asked of that id for one named speaker of whom more is demanded, too", () => {
    const named = statements.replace('speaker: { memberOf: "organization:x" }', 'speaker: { id: "person:x", kind: [PERSON] }');
    const { text } = compileOne(named);
    expect(text).toMatch(/WHERE r\d+\.speakerId IN i\d+\n/);
    expect(text).not.toContain("EXISTS");
  });

  it("is walked on from a statement where more than who the favoured speaker is decides", () => {
    const attributed = statements.replace(
      'speaker: { memberOf: "organization:x" }',
      'attributions: { speaker: { memberOf: "organization:x" } }',
    );
    expect(compileOne(attributed).text).not.toContain("speakerId");
  });

  it("is tested from an entity, which may have many, of which one is enough", () => {
    const where = `said: { some: { about: { some: { id: "topic:x" } } } }, spokenAbout: { some: { speaker: { id: "person:y" } } }`;
    const { text } = compileOne(`{ people(first: 2, where: { ${where} }) { nodes { id } } }`);
    expect(text).not.toMatch(/\n {2}MATCH \(n1\)/);
  });

  it("is asked before what else is demanded on the way, which is dearer", () => {
    const reports = `reports: { some: { publisher: { id: "organization:x" } } }`;
    const { text } = compileOne(
      `{ people(first: 2, where: { said: { some: { about: { some: { ids: ["topic:x", "topic:y"] } }, ${reports} } } }) { nodes { id } } }`,
    );
    expect(text).toMatch(
      /-\((m\d+):Statement\) WHERE COUNT \{ MATCH \(\1\)-\[:ABOUT\]->\((m\d+)\) WHERE \2 IN s\d+ \} > 0 AND COUNT \{ MATCH \(\1\)<-\[:REPORTS\]-/,
    );
  });

  it("is looked up by the ids that ABOUT has of its ends, where one thing or speaker is named and more is demanded of the statement", () => {
    const people = compileOne(
      `{ people(first: 2, where: { said: { some: { about: { some: { id: "topic:x" } }, stance: [FAVOUR], language: { eq: "en" } } } }) { nodes { id } } }`,
    ).text;
    expect(people).toMatch(
      /COUNT \{ MATCH \((m\d+)\)-\[(r\d+):ABOUT\]->\(m\d+\) WHERE \2\.aboutId = \$p_\d+ AND \2\.speakerId = n1\.id AND \2\.stance IN \$p_\d+ AND \1\.language = \$p_\d+ \} > 0/,
    );
    const things = compileOne(
      `{ entities(first: 2, where: { spokenAbout: { some: { speaker: { id: "person:x" }, language: { eq: "en" } } } }) { nodes { id } } }`,
    ).text;
    expect(things).toMatch(/WHERE (r\d+)\.speakerId = \$p_\d+ AND \1\.aboutId = n1\.id AND m\d+\.language = \$p_\d+ \} > 0/);
  });

  it("is looked up together with one way that is demanded of the statement, and apart from several", () => {
    const said = (more: string): string =>
      compileOne(`{ people(first: 2, where: { said: { some: { about: { some: { id: "topic:x" } }, ${more} } } }) { nodes { id } } }`).text;
    const reports = 'reports: { some: { publisher: { id: "organization:x" } } }';
    expect(said(reports)).toMatch(/WHERE (r\d+)\.aboutId = \$p_\d+ AND \1\.speakerId = n1\.id MATCH \(m\d+\)<-\[:REPORTS\]-/);
    expect(said(`${reports}, mentions: { some: { id: "person:x" } }`)).toMatch(
      /WHERE (r\d+)\.aboutId = \$p_\d+ AND \1\.speakerId = n1\.id AND \(COUNT \{ MATCH /,
    );
  });

  it.each([
    ["several things", 'about: { some: { ids: ["topic:x", "topic:y"] } }'],
    ["more of the thing", 'about: { some: { id: "topic:x", name: { eq: "X" } } }'],
  ])("is walked to for %s", (_title, about) => {
    const { text } = compileOne(`{ people(first: 2, where: { said: { some: { ${about}, language: { eq: "en" } } } }) { nodes { id } } }`);
    expect(text).not.toContain("aboutId");
  });
});
