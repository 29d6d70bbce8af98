import { describeTree } from "../describe-tree";
import { EMBEDDED_DIALECT } from "../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../src/graph/neo4j/full-text";
import { DEFAULT_LIMITS } from "../../../src/compiler/limits";
import { compileAll } from "../compile-query";

const describeQuery = (source: string, dialect = NEO4J_DIALECT): string => {
  const [compiled] = compileAll(source, {}, DEFAULT_LIMITS, dialect);
  return compiled ? describeTree(compiled.tree) : "";
};

const TWO = '{ statements(where: { about: { some: { id: "t" } }, speaker: { name: { contains: "n" } } }) { nodes { id } } }';

describe("beginningOf", () => {
  it("shows what a page may begin at, and the index that it may walk along", () => {
    expect(describeQuery(TWO)).toBe(
      [
        "items from Statement",
        "  begins at the cheapest of",
        "    some ATTRIBUTED_TO> any of namesText CONTAINS $p_1 namesText CONTAINS $p_2",
        "    some ABOUT> id = $p_3",
        "    along the time of some ABOUT> id = $p_3",
      ].join("\n"),
    );
  });

  it("shows what each alternative begins at, where every one of them names something", () => {
    const either = (more: string): string => `{ statements(where: { or: [{ speaker: { id: "p" } }, ${more}] }) { nodes { id } } }`;
    expect(describeQuery(either('{ about: { some: { id: "t" } } }'))).toBe(
      [
        "items from Statement",
        "  begins at each of",
        "    some ATTRIBUTED_TO> id = $p_1",
        "    some ABOUT> id = $p_2",
        "    or along n1.saidKey",
      ].join("\n"),
    );
    expect(describeQuery(either('{ text: { contains: "t" } }'))).toBe(["items from Statement", "  begins along n1.saidKey"].join("\n"));
  });

  it("shows the index that has the statements of one speaker, or about one thing, in the order of time", () => {
    expect(describeQuery('{ statements(where: { speaker: { id: "p" } }) { nodes { id } } }')).toBe(
      ["items from Statement", "  begins along the time of some ATTRIBUTED_TO> id = $p_1"].join("\n"),
    );
    expect(describeQuery("{ people(first: 1) { nodes { spokenAbout(first: 1) { nodes { id } } } } }")).toContain(
      "items from steps\n    begins along the time of about",
    );
  });

  it("shows what is counted of one speaker, or about some things, between two times", () => {
    const count = (where: string): string => describeQuery(`{ statements(where: { ${where} }) { totalCount } }`);
    expect(count('speaker: { id: "p" }, saidAt: { from: "2020" }')).toBe(
      ["count from Statement", "  begins between two times, along the speaker of some ATTRIBUTED_TO> id = $p_2"].join("\n"),
    );
    expect(count('about: { some: { name: { eq: "t" } } }, saidAt: { to: "2020" }')).toContain("along the about of some ABOUT>");
    expect(count('about: { some: { id: "t" } }, saidAt: { isNull: true }')).toContain("begins at some ABOUT>");
    expect(count('about: { some: { id: "t" } }, stance: [AGAINST], saidAt: { from: "2020" }')).toContain("between two times");
    expect(count('about: { every: { id: "t" } }, saidAt: { from: "2020" }')).not.toContain("between two times");
  });

  it("shows no index where the engine has none for an order", () => {
    expect(describeQuery(TWO, EMBEDDED_DIALECT)).not.toContain("along");
  });

  it("shows the order index of a page without a filter, and the levels below", () => {
    expect(describeQuery("{ people(first: 1) { nodes { said(first: 1) { totalCount } } } }")).toBe(
      ["items from Person", "  begins along n1.nameKey", "  count from steps"].join("\n"),
    );
  });

  it("shows what identifies few things as what a level may begin at", () => {
    const statements = (where: string): string => describeQuery(`{ statements(where: { ${where} }) { totalCount } }`);
    expect(statements('reports: { some: { document: { url: { eq: "u" } } } }')).toContain("begins at some <REPORTS");
    expect(statements('speaker: { wikidataId: { in: ["Q1"] } }')).toContain("begins at some ATTRIBUTED_TO>");
    expect(statements('reports: { some: { document: { url: { contains: "u" } } } }')).toBe("count from Statement");
    expect(describeQuery('{ documents(where: { url: { in: ["u"] } }) { totalCount } }')).toContain("begins at the index of names");
    expect(describeQuery('{ documents(where: { title: { eq: "t" } }) { totalCount } }')).toBe("count from Document");
  });

  it("shows the index of names, and of words", () => {
    expect(describeQuery('{ people(where: { name: { eq: "a" } }) { totalCount } }')).toContain("begins at the index of names");
    expect(describeQuery('{ search(query: "a", kinds: [CLAIM, DOCUMENT]) { totalCount } }')).toBe(
      "count from what has the words, of Claim, Document",
    );
  });
});
