import { DEFAULT_LIMITS } from "../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../src/graph/embedded/full-text";
import { compileOne } from "../compile-query";

const count = (where: string): string => compileOne(`{ statements(where: ${where}) { totalCount } }`).text;
const MEMBERS = 'speaker: { memberOf: "organization:x" }';

describe("a count of what speakers said about a thing", () => {
  it("is one of relations between the two, from whichever side has fewer", () => {
    const text = count(`{ ${MEMBERS}, about: { some: { id: "topic:x" } } }`);
    expect(text.match(/COUNT \{ \(m\d+\)(-\[:SPOKE_ABOUT\]->|<-\[:SPOKE_ABOUT\]-)\(\) \}/g)).toHaveLength(2);
    expect(text).toMatch(/MATCH \(m\d+\)-\[(r\d+):SPOKE_ABOUT\]->\(m\d+\)\n\s+WHERE m\d+ IN s\d+\n\s+WITH \1 AS n1\n/);
    expect(text).toMatch(/MATCH \(m\d+\)<-\[(r\d+):SPOKE_ABOUT\]-\(m\d+\)\n\s+WHERE m\d+ IN s\d+\n\s+WITH \1 AS n1\n/);
    expect(text).not.toContain("ATTRIBUTED_TO");
  });

  it("counts a statement about several of the things once", () => {
    expect(count(`{ ${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } } }`)).toMatch(/WITH DISTINCT r\d+\.saidKey AS n1\n/);
  });

  it("is looked up pair by pair where there are few, in an engine that has an index of relations", () => {
    const where = `{ ${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } }, stance: [AGAINST] }`;
    const text = count(where);
    expect(text).toMatch(/CASE WHEN 25 \* size\((s\d+)\) \* size\((s\d+)\) < CASE WHEN (d\d+) <= (d\d+) THEN \3 ELSE \4 END THEN 3 ELSE /);
    expect(text).toMatch(
      /UNWIND s\d+ AS (m\d+)\n\s+UNWIND s\d+ AS (m\d+)\n\s+MATCH \(\)-\[(r\d+):ABOUT\]->\(\)\n\s+WHERE \3\.aboutId = \2\.id AND \3\.speakerId = \1\.id AND \3\.stance IN \$p_\d+\n\s+WITH DISTINCT \3\.saidKey AS n1\n/,
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
