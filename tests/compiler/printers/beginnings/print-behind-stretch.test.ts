import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { compileOne } from "../../compile-query";

const who = (beside: string): string => `{ people(where: { said: { some: { ${beside} } } }) { totalCount } }`;
const SINCE = 'saidAt: { from: "2020-01-03" }';
const ABOUT = 'about: { some: { id: "topic:x" } }';

describe("who spoke about something within a time", () => {
  it("is told by the ids beside what the index of that thing has of the time", () => {
    expect(compileOne(who(`${ABOUT}, ${SINCE}`)).text.split("\n")).toEqual([
      expect.stringMatching(/^MATCH \(m3\)-\[r4:ABOUT\]->\(\)$/),
      expect.stringMatching(/^WHERE r4\.aboutId = \$p_\d AND r4\.saidKey > \$p_\d AND m3\.saidAtLatest >= \$p_\d$/),
      "WITH DISTINCT m3.speakerId AS i5",
      "MATCH (n1:Entity:Person)",
      "WHERE n1.id = i5",
      "RETURN count(DISTINCT n1) AS c2",
    ]);
  });

  it("leads on from what a speaker said, in the same way", () => {
    const query = `{ entities(where: { spokenAbout: { some: { speaker: { id: "person:x" }, ${SINCE} } } }) { totalCount } }`;
    const { text } = compileOne(query);
    expect(text).toMatch(/^MATCH \(m3:Statement\)\nWHERE m3\.speakerId = \$p_\d AND m3\.saidKey > \$p_\d AND m3\.saidAtLatest >= \$p_\d\n/);
    expect(text).toContain("WITH DISTINCT m3\nMATCH (m3)-[:ABOUT]->(n1)");
  });

  it("is counted up to a point by the keys alone, to choose between ways, and begun at from a list that is empty where it is not chosen", () => {
    const query = `{ people(first: 3, where: { said: { some: { ${ABOUT}, ${SINCE} } } }) { nodes { id } } }`;
    const { text } = compileOne(query);
    expect(text).toMatch(/WHERE r\d\.aboutId = \$p_\d AND r\d\.saidKey > \$p_\d\n\s+WITH m\d LIMIT 250\n/);
    expect(text).toMatch(
      /UNWIND s\d AS m\d+\n\s+MATCH \(m\d+\)-\[r\d+:ABOUT\]->\(\)\n\s+WHERE r\d+\.aboutId = m\d+\.id AND r\d+\.saidKey >/,
    );
  });

  it.each([
    ["nothing is said of the time", ABOUT],
    ["nothing is named", SINCE],
    ["both ends are named", `${ABOUT}, speaker: { id: "person:x" }, ${SINCE}`],
  ])("is found as anything else where %s", (_, beside) => {
    expect(compileOne(who(beside)).text).not.toContain("saidKey");
  });

  it("is found as anything else where the engine has no index in an order", () => {
    expect(compileOne(who(`${ABOUT}, ${SINCE}`), {}, DEFAULT_LIMITS, EMBEDDED_DIALECT).text).not.toContain("saidKey");
  });
});
