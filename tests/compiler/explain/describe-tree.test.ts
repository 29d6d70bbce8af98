import { describeTree } from "../../../src/compiler/explain/describe-tree";
import { DEFAULT_LIMITS } from "../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../src/graph/neo4j/full-text";
import { compileAll } from "../compile-query";

const linesOf = (source: string, dialect = NEO4J_DIALECT): string[] =>
  compileAll(source, {}, DEFAULT_LIMITS, dialect).flatMap(describeTree);

describe("describeTree", () => {
  it("tells what is counted beside a page, each with its own beginning", () => {
    const page =
      '{ statements(where: { about: { some: { id: "t" } } }) { totalCount facets(by: [SPEECH_ACT, MONTH]) { total buckets { count } } } }';
    expect(linesOf(page).filter((line) => !line.startsWith(" "))).toEqual([
      "totalCount: the number of Statement nodes",
      "facets: Statement nodes counted by speechAct, at most 10 groups",
      "facets: how many values of speechAct there are among Statement nodes",
      "facets: Statement nodes counted by month, at most 10 groups",
      "facets: how many values of month there are among Statement nodes",
    ]);
    expect(linesOf(page).slice(1, 3)).toEqual([
      '  begins at about some {id = "t"}',
      "  looks at none of them: the database keeps their number",
    ]);
  });

  it.each([
    ["statementCounts(groupBy: [SPEAKER, YEAR]) { count }", "reads all groups off the index of speakers and times"],
    ["statementCounts(groupBy: [ABOUT]) { count }", "counts relations that stand for statements, and looks at no statement"],
    ['whoSpokeAboutWhom(speakers: { id: "a" }, targets: { id: "b" }) { count }', 'begins at speaker {id = "a"}'],
    ["statementCounts(groupBy: [MENTIONS]) { count }", "begins at all entities of the first thing that is grouped by"],
    ["statementCounts(groupBy: [DAY]) { count }", "begins at all of them"],
    ["whoSpokeAboutWhom(speakers: { kind: [PERSON] }) { count }", "tests each speaker: is a Person"],
  ])("tells the shorter way of { %s }", (field, line) => {
    expect(linesOf(`{ ${field} }`)).toContain(`  ${line}`);
  });

  it("names the levels below as the answer does, in things of several kinds, too", () => {
    const source = `{ a: entities(first: 2) { nodes { ... on Person { b: said(first: 3) { totalCount nodes { c: speaker { name } } } } } }
      person(id: "person:x") { neighbours(first: 2) { edges { examples(first: 1) { id } } } } }`;
    expect(linesOf(source).flatMap((line) => /^ *([\w.]+): (?:at|one|the)/.exec(line)?.[1] ?? [])).toEqual([
      ...["items", "b", "c", "b.totalCount"],
      ...["gives", "neighbours", "examples"],
    ]);
  });

  it("tells how far a network grows, and how much each of its steps looks at", () => {
    expect(
      linesOf('{ network(around: ["person:x"], depth: 2, limit: 50, links: [SPOKE_TO], where: { language: { eq: "fa" } }) { truncated } }'),
    ).toEqual([
      'grows from ["person:x"], to at most 50 entities',
      "  by the links SPOKE_TO, those with most statements first",
      "  step 1: looks at 400,000 statements of each entity at most",
      "  step 2: looks at 8,000 statements of each entity at most",
      '  only statements with language = "fa"',
      "edges: the links between the entities that were chosen; looks at 8,000 statements of each at most",
      "nodes: all entities that were chosen",
    ]);
  });

  it("tells of a network which links it knows without a look at statements", () => {
    const known = "  who spoke about whom is known without statements, by its number";
    const of = (given: string): string[] => linesOf(`{ network(around: ["person:x"], ${given}) { truncated } }`);
    expect(of("links: [SPOKE_ABOUT, RELATED]")).toContain(known);
    expect(of("links: [SPOKE_TO]")).not.toContain(known);
    expect(of('links: [SPOKE_ABOUT], where: { language: { eq: "fa" } }')).not.toContain(known);
  });

  it("tells that paths take several statements, and what needs none", () => {
    expect(linesOf('{ paths(from: "person:x", to: "person:y", maxLength: 3) { length } }')[0]).toBe(
      'searches chains from "person:x" to "person:y" of at most 3 steps, 3 of the shortest',
    );
    expect(linesOf('{ node(id: "x") { id } paths(from: "person:x", to: "person:x") { length } }')).toEqual([
      "is null whatever the graph holds",
      "is an empty list whatever the graph holds",
    ]);
    expect(linesOf('{ people { __typename } nodes(ids: ["x"]) { id } }')).toEqual([
      "asks nothing of the graph",
      "asks nothing of the graph",
    ]);
  });

  it("tells that a search may follow the order instead of the words, where the engine has an index for it", () => {
    const byTime = '{ statements(search: "war", orderBy: [{ by: SAID_AT }]) { nodes { id } } }';
    const either = "  or along the index that is sorted by when it was said, where the words are frequent";
    expect(linesOf(byTime).filter((line) => line.startsWith(either))).toHaveLength(1);
    expect(linesOf(byTime, EMBEDDED_DIALECT).filter((line) => line.startsWith(either))).toHaveLength(0);
  });
});
