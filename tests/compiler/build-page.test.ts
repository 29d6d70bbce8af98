import { compileOne } from "./compile-query";

const statements = (search: string, shown: string): string => compileOne(`{ statements(${search}, first: 2) { edges { ${shown} } } }`).text;
const BY_DATE = 'search: "war", orderBy: [{ by: SAID_AT }]';

describe("the hits of a page", () => {
  it("are scored where they are sorted by it, or somebody asks for the score", () => {
    expect(statements(BY_DATE, "node { id } score")).toMatch(/\* 1000000\) AS (k\d)\n[^]*RETURN collect\(\[\[\1\], \[n1\.id\]\]\)/);
    expect(statements(BY_DATE, "node { id } highlights { text }")).not.toContain("1000000");
    const best = statements('search: "war"', "node { id } highlights { text }");
    expect(best).toMatch(/\* 1000000\) AS (k\d)\n[^]*ORDER BY \1 DESC/);
    expect(best).toContain("RETURN collect([[n1.searchStemmer, n1.text], [n1.id]])");
  });

  it("show their score and their texts side by side", () => {
    expect(statements(BY_DATE, "node { id } score highlights { text }")).toMatch(
      /RETURN collect\(\[\[k\d, n1\.searchStemmer, n1\.text\], \[n1\.id\]\]\)/,
    );
  });

  it("have no text twice that a row has anyway", () => {
    const shown = "highlights { text } node { id text }";
    expect(statements(BY_DATE, shown)).toContain("RETURN collect([[n1.searchStemmer], [n1.id, n1.text]])");
    const apart = `${shown} other: node { responses(first: 1) { totalCount } } node { responses(first: 2) { totalCount } }`;
    expect(statements(BY_DATE, apart)).toContain("RETURN collect([[n1.searchStemmer, n1.text], ");
  });
});
