import { compileOne } from "../../compile-query";

const MEMBERS = 'speaker: { memberOf: "organization:x" }';
const ABOUT = 'about: { some: { id: "topic:x" } }';
const page = (where: string, more = ""): string =>
  compileOne(`{ statements(first: 2, ${more} where: { ${where} }) { nodes { id } } }`).text;

describe("a page by date of what some speakers said about one thing", () => {
  it("counts what they said only where they are few", () => {
    expect(page(`${MEMBERS}, ${ABOUT}`)).toMatch(
      /WITH collect\((m\d+)\) AS (s\d+), collect\(\1\.id\) AS i\d+\n {2}CALL \(\2\) \{\n {4}WITH \2 WHERE size\(\2\) <= 40\n {4}UNWIND \2 AS \1\n {4}WITH COUNT \{ \(\1\)<-\[:ATTRIBUTED_TO\]-\(\) \}/,
    );
  });

  it("goes along the index of the thing, a part of what other walks look at", () => {
    const text = page(`${MEMBERS}, ${ABOUT}`);
    expect(text).toMatch(/WHERE (r\d+)\.aboutId = \$p_\d+ AND \1\.saidKey < CASE WHEN b\d+ = 0 THEN /);
    expect(text).toMatch(/ORDER BY r\d+\.aboutId DESC, r\d+\.saidKey DESC LIMIT (\$p_\d+ \/ 5)\n/);
    expect(text).toMatch(/CASE WHEN (b\d+) = 0 AND size\(w\d+\) < \$p_\d+ AND d\d+ > \$p_\d+ \/ 5 THEN 1 ELSE \1 END/);
  });

  it("otherwise looks up by both what each said, and nothing that hangs on either", () => {
    const text = page(`${MEMBERS}, ${ABOUT}, language: { eq: "en" }`);
    expect(text).toMatch(
      /UNWIND i\d+ AS (m\d+)\n {2}MATCH \(n1\)-\[(r\d+):ABOUT\]->\(\)\n {2}WHERE \2\.aboutId = \$p_\d+ AND \2\.speakerId = \1 AND n1\.language = \$p_\d+\n {2}WITH n1 ORDER BY n1\.saidKey DESC LIMIT/,
    );
    expect(text).not.toMatch(/MATCH \(m\d+\)<-\[:(ATTRIBUTED_TO|ABOUT)/);
  });

  it.each([
    ["in another order", `${MEMBERS}, ${ABOUT}`, "orderBy: [{ by: RECORDED_AT }],"],
    ["about several things", `${MEMBERS}, about: { some: { ids: ["topic:x", "topic:y"] } }`, ""],
    ["with a third demand that names something", `${MEMBERS}, ${ABOUT}, saidIn: { id: "place:x" }`, ""],
    ["of whoever it is attributed to", `attributions: { speaker: { memberOf: "organization:x" } }, ${ABOUT}`, ""],
  ])("is none of that %s", (_title, where, more) => {
    expect(page(where, more)).not.toMatch(/speakerId = m\d+/);
  });
});
