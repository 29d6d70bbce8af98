import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { compileOne } from "../../compile-query";

const page = (search: string): ReturnType<typeof compileOne> =>
  compileOne(`{ statements(first: 2, search: "${search}") { nodes { id } } }`);

describe("a page of what fits a word best", () => {
  it("asks one tier whether it has anything, before it asks all of them", () => {
    const { text, parameters } = page("running");
    const [, telling = "", some = ""] =
      /^CALL \(\) \{\n {2}CALL db\.index\.fulltext\.queryNodes\('quoth_statement_best', \$(p_\d+)\[2\]\) YIELD node AS n1\n {2}WITH n1 LIMIT 1\n {2}RETURN count\(n1\) AS (q\d+)\n\}\n/.exec(
        text,
      ) ?? [];
    // The last tier but one, and those above it.
    const texts = parameters[telling] as string[];
    expect(texts).toHaveLength(4);
    expect(texts[2]).toContain("run1");
    expect(texts[2]).not.toContain("run0");
    expect(text).toMatch(
      new RegExp(
        `UNWIND CASE WHEN ${some} > 0 THEN range\\(0, 3\\) ELSE \\[\\] END AS (i\\d+)\\n\\s+CALL db\\.index\\.fulltext\\.queryNodes\\('quoth_statement_best', \\$${telling}\\[\\1\\]\\)`,
      ),
    );
  });

  it("asks tier by tier in branches of their own where a call takes no variable", () => {
    const { text } = compileOne(`{ statements(first: 2, search: "running") { nodes { id } } }`, {}, DEFAULT_LIMITS, EMBEDDED_DIALECT);
    const [, some = ""] = /RETURN count\(n1\) AS (q\d+)\n\}\n/.exec(text) ?? [];
    const guarded = new RegExp(
      `WITH ${some} WHERE ${some} > 0\\n\\s+CALL grafeo\\.search\\.text\\('Statement', 'searchBest', \\$p_\\d+, `,
      "g",
    );
    expect(text.match(guarded)).toHaveLength(4);
  });

  it("asks the one tier of each kind at once where several are searched", () => {
    const { text } = compileOne(`{ search(query: "running", first: 2) { nodes { __typename } } }`);
    expect(text).toContain("quoth_statement_best");
    expect(text).not.toContain("LIMIT 1\n");
  });

  it("tells the stemmers apart that see a word as another one, and the rest as it is", () => {
    const { text, parameters } = page("running");
    const forms = Object.entries(parameters).find(([, value]) => typeof value === "object" && value !== null && "none" in value);
    expect(forms?.[1]).toMatchObject({ none: " running ", english: " run " });
    expect(forms?.[1]).not.toHaveProperty("armenian");
    expect(text).toContain(`n1.searchText CONTAINS coalesce($${forms?.[0]}[n1.searchStemmer], $${forms?.[0]}.none)`);
  });
});
