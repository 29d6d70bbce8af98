import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { compileOne } from "../../compile-query";

const said = (paging: string): string => compileOne(`{ people(first: 3) { nodes { said(${paging}) { nodes { id } } } } }`).text;

describe("pages in the order of time", () => {
  it("are read off the index of the one above, within lists, too", () => {
    expect(said("first: 2")).toContain(
      [
        "  MATCH (n2:Statement)",
        "  WHERE n2.speakerId = n1.id AND n2.saidKey IS NOT NULL",
        "  WITH n2 ORDER BY n2.speakerId DESC, n2.saidKey DESC LIMIT $p_1",
      ].join("\n"),
    );
  });

  it("go the other way from the end", () => {
    expect(said("last: 2")).toContain("WITH n2 ORDER BY n2.speakerId ASC, n2.saidKey ASC LIMIT");
  });

  it("test what else is demanded on the way", () => {
    const text = compileOne('{ statements(first: 2, where: { speaker: { id: "p" }, language: { eq: "en" } }) { nodes { id } } }').text;
    expect(text).toMatch(/^MATCH \(n1:Statement\)\nWHERE n1\.speakerId = \$p_\d AND n1\.saidKey < \$p_\d AND n1\.language = \$p_\d\n/);
  });

  it.each([
    ["another order", '{ statements(first: 2, orderBy: [{ by: RECORDED_AT }], where: { speaker: { id: "p" } }) { nodes { id } } }'],
    ["a list of ids", '{ statements(first: 2, where: { speaker: { ids: ["p"] } }) { nodes { id } } }'],
    ["an id and more of the speaker", '{ statements(first: 2, where: { speaker: { id: "p", kind: [PERSON] } }) { nodes { id } } }'],
    ["every order that is counted", '{ person(id: "p") { said(first: 2, orderBy: [{ by: REPORT_COUNT }]) { nodes { id } } } }'],
  ])("come from elsewhere for %s", (_title, query) => {
    expect(compileOne(query).text).not.toContain("speakerId =");
  });

  it("come from elsewhere where the engine has no index in an order", () => {
    const query = '{ statements(first: 2, where: { speaker: { id: "p" } }) { nodes { id } } }';
    expect(compileOne(query, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT).text).not.toContain("speakerId");
  });
});
