import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { compileOne } from "../../compile-query";

const count = (where: string): string => compileOne(`{ statements(where: ${where}) { totalCount } }`).text;
const MEMBERS = 'speaker: { memberOf: "organization:x" }';

describe("a count of what speakers said about a thing", () => {
  it("is one of relations between the two, from whichever side has fewer", () => {
    const text = count(`{ ${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } } }`);
    expect(text.match(/COUNT \{ \(m\d+\)(-\[:SPOKE_ABOUT\]->|<-\[:SPOKE_ABOUT\]-)\(\) \}/g)).toHaveLength(2);
    expect(text).toMatch(/MATCH \(m\d+\)-\[(r\d+):SPOKE_ABOUT\]->\(m\d+\)\n\s+WHERE m\d+ IN s\d+\n/);
    expect(text).toMatch(/MATCH \(m\d+\)<-\[(r\d+):SPOKE_ABOUT\]-\(m\d+\)\n\s+WHERE m\d+ IN s\d+\n/);
    expect(text).not.toContain("ATTRIBUTED_TO");
  });

  it.each([
    ["thing", `{ ${MEMBERS}, about: { some: { id: "topic:x" } } }`, /COUNT \{ \(m\d+\)<-\[:SPOKE_ABOUT\]-\(\) \} AS (d\d+)/],
    [
      "speaker",
      '{ speaker: { id: "person:x" }, about: { some: { kind: [TOPIC], name: { eq: "X" } } } }',
      /COUNT \{ \(m\d+\)-\[:SPOKE_ABOUT\]->\(\) \} AS (d\d+)/,
    ],
  ])("does not count what many have, where one %s is named: looking them up takes hardly longer", (_of, where, counted) => {
    const text = count(where);
    const [, degree = ""] = counted.exec(text) ?? [];
    expect(text.match(/COUNT \{/g)).toHaveLength(1);
    expect(text).toMatch(new RegExp(`CASE WHEN 25 \\* size\\(s\\d+\\) \\* size\\(s\\d+\\) < ${degree} THEN 2 ELSE 1 END AS b`));
    expect(text).toMatch(/MATCH \(m\d+\)[<-]+\[(r\d+):SPOKE_ABOUT\][->]+\(m\d+\)\n\s+WHERE m\d+ IN s\d+\n/);
    expect(text).toMatch(/WHERE (r\d+)\.aboutId = m\d+\.id AND \1\.speakerId = m\d+\.id\n/);
  });

  it("counts what two named ones have", () => {
    expect(count('{ speaker: { id: "person:x" }, about: { some: { id: "topic:x" } } }').match(/COUNT \{/g)).toHaveLength(2);
  });

  it("counts a statement about several of the things once", () => {
    expect(count(`{ ${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } } }`)).toMatch(/WITH DISTINCT r\d+\.saidKey AS t\d+\n/);
  });

  it("is looked up pair by pair where there are few, in an engine that has an index of relations", () => {
    const where = `{ ${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } }, stance: [AGAINST] }`;
    const text = count(where);
    expect(text).toMatch(/CASE WHEN 25 \* size\((s\d+)\) \* size\((s\d+)\) < CASE WHEN (d\d+) <= (d\d+) THEN \3 ELSE \4 END THEN 3 ELSE /);
    expect(text).toMatch(
      /UNWIND s\d+ AS (m\d+)\n\s+UNWIND s\d+ AS (m\d+)\n\s+MATCH \(\)-\[(r\d+):ABOUT\]->\(\)\n\s+WHERE \3\.aboutId = \2\.id AND \3\.speakerId = \1\.id AND \3\.stance IN \$p_\d+\n\s+WITH DISTINCT \3\.saidKey AS t\d+\n/,
    );
    const embedded = compileOne(`{ statements(where: ${where}) { totalCount } }`, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT).text;
    expect(embedded).not.toContain("speakerId");
  });

  it("asks for the stance that the relation tells, too", () => {
    expect(count(`{ ${MEMBERS}, about: { some: { id: "topic:x" } }, stance: [AGAINST] }`)).toMatch(/IN s\d+ AND r\d+\.stance IN \$p_\d+\n/);
  });

  it("looks at the statements for anything else", () => {
    expect(count(`{ ${MEMBERS}, about: { some: { id: "topic:x" } }, language: { eq: "en" } }`)).not.toContain("SPOKE_ABOUT");
    expect(compileOne(`{ statements(where: { ${MEMBERS}, about: { some: { id: "topic:x" } } }) { nodes { id } } }`).text).not.toContain(
      "SPOKE_ABOUT",
    );
  });
});
