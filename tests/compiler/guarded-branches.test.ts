import { compileAll } from "./compile-query";

const ABOUT = 'about: { some: { id: "topic:x" } }';
const DEAR = 'speaker: { said: { every: { language: { eq: "en" } } } }';

/** One of each way in which a statement chooses what it begins at. */
const QUESTIONS = [
  `{ statements(where: { ${ABOUT}, saidIn: { id: "place:x" } }, first: 5) { nodes { id } totalCount } }`,
  `{ statements(where: { ${ABOUT}, speaker: { memberOf: "organization:x" } }, first: 5) { nodes { id } totalCount } }`,
  `{ statements(where: { or: [{ ${ABOUT} }, { speaker: { id: "person:x" } }] }, first: 5) { nodes { id } totalCount } }`,
  `{ statements(where: { ${DEAR} }, first: 5) { nodes { id } } }`,
  `{ statements(where: { ${ABOUT}, ${DEAR} }, first: 5) { nodes { id } } }`,
  `{ statements(where: { or: [{ ${DEAR} }, { language: { eq: "fa" } }] }, first: 5) { nodes { id } } }`,
  `{ person(id: "person:x") { said(where: { about: { every: { said: { count: { gte: 1 } } } } }, first: 5) { nodes { id } } } }`,
  '{ statements(where: { reportedAt: { from: "2020" } }, first: 5) { nodes { id } } }',
  '{ statements(where: { dataset: ["dataset:x"] }, first: 5) { nodes { id } } }',
  "{ statements(where: { speaker: { kind: [PERSON] } }, first: 5) { nodes { id } } }",
  '{ people(where: { said: { some: { saidAt: { from: "2020" } } } }, first: 5) { nodes { id } } }',
  `{ people(where: { said: { some: { ${ABOUT}, saidAt: { from: "2020" } } } }, first: 5) { nodes { id } totalCount } }`,
  ...["people", "people iran", '\\"the people\\"', "-iran", "peo*", "peopel~"].flatMap((words) => [
    `{ statements(search: "${words}", first: 5) { nodes { id } totalCount } }`,
    `{ statements(search: "${words}", orderBy: [{ by: SAID_AT }], first: 5) { nodes { id } } }`,
    `{ statements(search: "${words}", where: { ${DEAR} }, first: 5) { nodes { id } } }`,
    `{ search(query: "${words}", first: 5) { edges { score } totalCount } }`,
  ]),
  "{ statementCounts(groupBy: [SPEAKER, MONTH], first: 5) { count } }",
  '{ network(around: ["person:x"], depth: 2) { nodes { id } } }',
];

/** A MATCH behind a condition on what it does not begin at: a planner asks that condition behind it, and goes through all that it begins at in any case. */
function unguarded(text: string): string[] {
  return [...text.matchAll(/WITH ([^\n]*) WHERE [^\n]*\n\s*MATCH ([^\n]*)/g)].flatMap(([all, carried = "", pattern = ""]) => {
    const names = carried.split(",").map((each) => each.trim().split(" ").at(-1) ?? "");
    return names.some((name) => new RegExp(`\\b${name}\\b`).test(pattern)) ? [] : [all];
  });
}

describe("a branch that is not to run", () => {
  it.each(QUESTIONS)("goes through nothing: %s", (source) => {
    const texts = compileAll(source).map(({ statement }) => statement?.text ?? "");
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap(unguarded)).toEqual([]);
  });
});
