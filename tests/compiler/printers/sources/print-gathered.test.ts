import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../../src/graph/neo4j/full-text";
import { compileOne } from "../../compile-query";

const on = (dialect: typeof NEO4J_DIALECT, links: string, examples = "examples(first: 2) { id }"): string =>
  compileOne(`{ person(id: "person:x") { neighbours(links: ${links}) { edges { count ${examples} } } } }`, {}, DEFAULT_LIMITS, dialect)
    .text;
/** What is looked at for each link by itself. */
const ofEach = (text: string): string => text.slice(text.indexOf("UNWIND g7_rows AS g7_row"));

describe("examples of links", () => {
  it("are found in one walk for all links of a page, as many as the largest list wants", () => {
    const text = on(NEO4J_DIALECT, "[SPOKEN_ABOUT_WITH]", "a: examples(first: 2) { id } b: examples(first: 5) { id }");
    expect(text.match(/MATCH \(n1\)<-\[:ABOUT\]-\(g7_s:Statement\)/g)).toHaveLength(1);
    expect(text).toMatch(/WHERE g7_e IN g7_a\n\s+RETURN g7_e, 'SPOKEN_ABOUT_WITH' AS g7_k, g7_s/);
    expect(ofEach(text)).not.toContain("MATCH");
    expect(text).toContain("g7_a[0..$p_1]");
  });

  it("are looked up by speaker and thing where an index has the two, and nothing is gathered for those", () => {
    const text = on(NEO4J_DIALECT, "[SPOKE_ABOUT, SPOKEN_ABOUT_BY]");
    expect(text).not.toContain("g7_rows");
    expect(text.match(/-\[n\d_a:ABOUT\]->\(\) WHERE/g)).toHaveLength(2);
    expect(on(NEO4J_DIALECT, "[SPOKE_ABOUT, SPOKE_TO]")).not.toContain("r[1] = 'SPOKE_ABOUT'");
    expect(on(EMBEDDED_DIALECT, "[SPOKE_ABOUT, SPOKE_TO]")).toContain("r[1] = 'SPOKE_ABOUT'");
  });

  it("are not looked for where nobody asks for them, and are none of relations that are no statements", () => {
    expect(on(NEO4J_DIALECT, "[SPOKE_TO]", "")).not.toContain("_rows");
    expect(on(NEO4J_DIALECT, "[RELATED]")).not.toContain("_rows");
  });
});
