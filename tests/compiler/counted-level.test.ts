import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { compileAll } from "./compile-query";

/** Names that stand for a relation in one place of a statement, and for a node in another. */
function namesOfBoth(text: string): string[] {
  const namesIn = (pattern: RegExp): Set<string> => new Set([...text.matchAll(pattern)].map(([, name = ""]) => name));
  const nodes = namesIn(/[ >-]\((\w+)(?=[:) ])/g);
  return [...namesIn(/\[(\w+)(?=[:\]])/g)].filter((name) => nodes.has(name));
}

describe("countedLevel", () => {
  // A relation stands for a statement where it tells all that is asked. The embedded engine refuses to go on from a node of a name that was a relation's before.
  it.each([
    ["the number of values", "facets(by: [ABOUT]) { total buckets { count } }"],
    ["several dimensions", "facets(by: [ABOUT, STANCE, SPEAKER, MONTH]) { total buckets { count entity { id } } }"],
    ["the items and their number", "nodes { id } totalCount facets(by: [ABOUT, STANCE]) { buckets { count } }"],
    ["several facets", "a: facets(by: [ABOUT]) { buckets { count } } b: facets(by: [STANCE]) { total }"],
  ])("names what is counted once for each subquery: %s", (_, fields) => {
    for (const where of [
      'speaker: { name: { contains: "a" } }',
      'speaker: { memberOf: "organization:o" }',
      'about: { some: { id: "topic:t" } }',
    ]) {
      for (const dialect of [EMBEDDED_DIALECT, NEO4J_DIALECT]) {
        const [compiled] = compileAll(`{ statements(where: { ${where} }) { ${fields} } }`, {}, DEFAULT_LIMITS, dialect);
        const text = compiled?.statement?.text ?? "";
        expect(text).toContain("RETURN");
        expect([where, namesOfBoth(text)]).toEqual([where, []]);
      }
    }
  });
});
