import { parse, validate } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { checkOperation, createLimitRules } from "../../src/compiler/check-operation";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import type { OperationDefinitionNode } from "graphql";

const schema = buildQuothSchema();

const refusal = (source: string, variables: Readonly<Record<string, unknown>> = {}): { code: string; actual: number } | null => {
  const document = parse(source);
  const error = checkOperation(schema, document, document.definitions[0] as OperationDefinitionNode, variables, DEFAULT_LIMITS);
  return error && { code: error.code, actual: error.details.actual };
};
const many = (count: number, text: (index: number) => string, joint = " "): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint);
const places = (levels: number): string => `{ place(id: "p") { ${"partOf { ".repeat(levels - 2)}id ${"}".repeat(levels)}`;

describe("checkOperation", () => {
  it.each([
    [
      "facets",
      "{ statements { facets(by: [SPEAKER, ABOUT, MONTH], first: 100) { buckets { entity { spokenAbout(first: 100) { nodes { id } } } } } } }",
    ],
    ["counts", "{ statementCounts(groupBy: [SPEAKER], first: 1000) { keys { entity { spokenAbout(first: 100) { nodes { id } } } } } }"],
    ["pairs", "{ whoSpokeAboutWhom(first: 1000) { speaker { said(first: 100) { nodes { id } } } } }"],
    ["networks", '{ network(around: ["person:a"], limit: 1000) { nodes { entity { spokenAbout(first: 100) { nodes { id } } } } } }'],
    [
      "paths",
      '{ paths(from: "a", to: "b", maxLength: 8, first: 100) { steps { from { ... on Person { said(first: 100) { nodes { id } } } } } } }',
    ],
    [
      "examples",
      '{ person(id: "p") { neighbours(first: 100) { edges { examples(first: 100) { reports(first: 20) { nodes { id } } } } } } }',
    ],
    ["statements that are variants of each other", '{ statement(id: "s") { variants { variants { variants { variants { id } } } } } }'],
    [
      "those who hold an office",
      '{ person(id: "p") { positions { person { positions { person { positions { person { positions { id } } } } } } } } }',
    ],
    [
      "reports and their statements",
      '{ statement(id: "s") { attributions { reports { statement { attributions { reports { statement { attributions { reports { id } } } } } } } } } }',
    ],
    ["four large networks", `{ ${many(4, (i) => `n${i}: network(around: ["p"], depth: 3, limit: 1000) { truncated }`)} }`],
  ])("counts what %s may show", (_, source) => {
    expect(refusal(source)?.code).toBe("QUERY_TOO_COSTLY");
  });

  it.each([
    ["{ statementCounts(groupBy: [SPEAKER, ABOUT, MONTH], first: 1000) { count keys { value label entity { name } } } }"],
    ["{ statementRows(first: 1000) { rows { id text speaker about publisher url cue } hasNextPage totalCount } }"],
    ['{ network(around: ["person:a"], depth: 3, limit: 1000) { nodes { id entity { name } } edges { source target mainStat } } }'],
    ['{ paths(from: "a", to: "b", maxLength: 8) { length steps { link from { id } statement { text reports { nodes { id } } } } } }'],
    ['{ search(query: "a", first: 100) { totalCount edges { score highlights { text } node { ... on Person { name } } } } }'],
    ["{ statements(first: 100) { nodes { attributions { speaker { name } reports { document { authors { name } } } } } } }"],
  ])("lets dashboards ask %s", (source) => {
    expect(refusal(source)).toBeNull();
  });

  it.each([
    ["depth", places(10), places(11), "QUERY_TOO_DEEP", 11],
    [
      "fields",
      `{ person(id: "p") { ${many(299, () => "id")} } }`,
      `{ person(id: "p") { ${many(300, () => "id")} } }`,
      "TOO_MANY_FIELDS",
      301,
    ],
    [
      "aliases",
      `{ person(id: "p") { ${many(30, (i) => `a${i}: id`)} } }`,
      `{ person(id: "p") { ${many(31, (i) => `a${i}: id`)} } }`,
      "TOO_MANY_ALIASES",
      31,
    ],
    [
      "root fields",
      `{ ${many(20, () => 'person(id: "p") { id }')} }`,
      `{ ${many(21, () => 'person(id: "p") { id }')} }`,
      "TOO_MANY_ROOT_FIELDS",
      21,
    ],
    [
      "directives",
      `{ person(id: "p") { ${many(8, () => "id @skip(if: false)")} } }`,
      `{ person(id: "p") { ${many(9, () => "id @skip(if: false)")} } }`,
      "TOO_MANY_DIRECTIVES",
      9,
    ],
    [
      "variables",
      `query (${many(50, (i) => `$v${i}: Int`)}) { dataVersion { id } }`,
      `query (${many(51, (i) => `$v${i}: Int`)}) { dataVersion { id } }`,
      "TOO_MANY_VARIABLES",
      51,
    ],
    [
      "operations",
      many(5, (i) => `query Q${i} { dataVersion { id } }`),
      many(6, (i) => `query Q${i} { dataVersion { id } }`),
      "TOO_MANY_OPERATIONS",
      6,
    ],
  ])("allows the limit of %s and refuses one more", (_, at, past, code, actual) => {
    expect(refusal(at)).toBeNull();
    expect(refusal(past)).toEqual({ code, actual });
  });

  it("multiplies page sizes downwards", () => {
    const pages = (first: number): string => `{ people(first: 100) { nodes { said(first: ${first}) { nodes { about { stance } } } } } }`;
    // 1 + 100 × (1 + 1 + first × (1 + 1 + 5)): a plain list counts as five items.
    expect(refusal(pages(71))).toBeNull();
    expect(refusal(pages(72))).toEqual({ code: "QUERY_TOO_COSTLY", actual: 1 + 100 * (1 + 1 + 72 * 7) });
  });

  it("sees page sizes that stand in variables", () => {
    const source =
      "query ($n: Int) { people(first: $n) { nodes { said(first: $n) { nodes { spoken: id responses(first: $n) { nodes { kind } } } } } } }";
    expect(refusal(source, { n: 10 })).toBeNull();
    expect(refusal(source, { n: 100 })?.code).toBe("QUERY_TOO_COSTLY");
  });

  it("sees page sizes that are defaults of variables", () => {
    const source =
      "query ($n: Int = 100) { people(first: $n) { nodes { said(first: $n) { nodes { responses(first: $n) { nodes { kind } } } } } } }";
    expect(refusal(source)?.code).toBe("QUERY_TOO_COSTLY");
    expect(refusal(source, { n: 10 })).toBeNull();
  });

  it("charges a page that is only looked at by its page info", () => {
    const pages = (count: number): string =>
      `{ people(first: 100) { nodes { ${many(count, (i) => `a${i}: said(first: 100) { pageInfo { hasNextPage } }`)} } } }`;
    expect(refusal(pages(4))).toBeNull();
    expect(refusal(pages(5))).toEqual({ code: "QUERY_TOO_COSTLY", actual: 1 + 100 * (1 + 5 * 101) });
  });

  it("counts what fragments ask for where they are spread", () => {
    const source = `{ a: place(id: "p") { ...F } } fragment F on Place { ${"partOf { ".repeat(9)} id ${"}".repeat(9)} }`;
    expect(refusal(source)).toEqual({ code: "QUERY_TOO_DEEP", actual: 11 });
  });

  it("measures fragments that double twenty-five times at once", () => {
    const fragments = many(25, (i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
    const started = performance.now();
    expect(refusal(`{ person(id: "p") { ...F0 } } ${fragments} fragment F25 on Person { id }`)?.code).toBe("TOO_MANY_FIELDS");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("ends on fragments that spread each other", () => {
    expect(refusal('{ person(id: "p") { ...A } } fragment A on Person { id ...B } fragment B on Person { name ...A }')).toBeNull();
  });

  it("does not hold introspection to depth", () => {
    expect(refusal(`{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} }".repeat(6)} } } }`)).toBeNull();
  });

  it("names limit, figure, setting and the dearest field", () => {
    const document = parse("{ people(first: 100) { nodes { said(first: 100) { nodes { about { stance } } } } } }");
    const [error] = validate(schema, document, createLimitRules(DEFAULT_LIMITS));
    expect(error?.message).toMatch(
      /^Query is too costly: \d+ points, at most 50000 \(QUOTH_MAX_COST\)\. The dearest field is people\.said\.about\./,
    );
    expect(error?.extensions).toMatchObject({
      code: "QUERY_TOO_COSTLY",
      limit: 50_000,
      setting: "QUOTH_MAX_COST",
      field: "people.said.about",
    });
  });
});
