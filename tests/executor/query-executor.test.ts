import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execute, getOperationAST, isInterfaceType, isObjectType, parse, validate } from "graphql";
import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import { buildPlainSchema, buildQuothSchema } from "../../src/api/build-schema";
import { readEdge } from "../../src/api/request/read-edge";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { QueryExecutor } from "../../src/executor/query-executor";
import type { CypherStatement } from "../../src/graph/cypher-statement";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { typeOfId } from "../../src/model/kind-of-id";
import { seedWorld } from "../contract/ask";
import { QueryMaker } from "./random-query";

/** Another seed makes other queries; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUERIES = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? 300);
const READ_TIMEOUT_MS = 20_000;

const schema = buildQuothSchema();
const plain = withTypeOfId(buildPlainSchema());
const executor = new QueryExecutor(schema);

/**
 * The schema as type-graphql built it, with what rows cannot do without: their types (they are plain data, of no class)
 * and the lists of a page, which stand under their response keys. Every other nested field keeps its generated resolver.
 */
function withTypeOfId(built: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(built.getTypeMap())) {
    if ("resolveType" in type) type.resolveType = (row: { id: string }) => typeOfId(row.id);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const isPaging = /(Connection|Edge)$/.test(type.name);
    for (const field of Object.values(type.getFields())) {
      const isRow = field.extensions["row"] === true || (isPaging && ["edges", "nodes", "node"].includes(field.name));
      if (isRow) field.resolve = (row, _args, _context, info) => readEdge(row, info);
    }
  }
  return built;
}

const questions = join(__dirname, "../../seed/soleimani-2020/queries");
const examples = readdirSync(questions).map((name) => [name, readFileSync(join(questions, name), "utf8")] as const);

describe(`QueryExecutor (seed ${String(SEED)})`, () => {
  let engine: GraphEngine;
  let asked: CypherStatement[] = [];
  const spy = {
    get dialect() {
      return engine.dialect;
    },
    read: (statement: CypherStatement) => {
      asked.push(statement);
      return engine.read(statement);
    },
  };
  beforeAll(async () => {
    engine = await openEmbeddedEngine({ readTimeoutMs: READ_TIMEOUT_MS });
    await seedWorld(engine);
  }, 60_000);
  afterAll(() => engine.close());

  const context = {
    engine: spy,
    limits: DEFAULT_LIMITS,
    hasFormerIds: () => Promise.resolve(false),
    oncePerVersion: (_name: string, read: () => Promise<unknown>) => read(),
  };
  const compiled = async (source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<ExecutionResult | null> => {
    const document = parse(source);
    const operation = getOperationAST(document);
    if (!operation) throw new Error("One operation, please.");
    return executor.execute({ key: source, document, operation, variables, contextValue: context });
  };
  const interpreted = async (
    on: GraphQLSchema,
    source: string,
    variableValues: Readonly<Record<string, unknown>> = {},
  ): Promise<ExecutionResult> => execute({ schema: on, document: validated(source), variableValues, contextValue: context });

  it.each(examples)("answers %s as graphql-js does, on the stripped schema and on the one as built", async (_, source) => {
    const answer = asText(await compiled(source));
    expect(answer).toBe(asText(await interpreted(schema, source)));
    expect(answer).toBe(asText(await interpreted(plain, source)));
    expect(answer).not.toContain("errors");
  });

  it.each(examples)("sends one statement for each root field of %s", async (_, source) => {
    asked = [];
    await compiled(source);
    const roots = getOperationAST(parse(source))?.selectionSet.selections.length;
    expect(asked).toHaveLength(roots ?? -1);
  });

  it("answers random queries as graphql-js does, and compiles every one of them", async () => {
    const maker = new QueryMaker(schema, SEED);
    const different: unknown[] = [];
    let withData = 0;
    for (let index = 0; index < QUERIES; index++) {
      const { source, variables } = maker.make();
      const wanted = asText(await interpreted(schema, source, variables));
      const result = await compiled(source, variables);
      const got = result === null ? "not compiled" : asText(result);
      const built = asText(await interpreted(plain, source, variables));
      if (got !== wanted || built !== wanted) different.push({ source, variables: JSON.stringify(variables), wanted, got, built });
      if (wanted.startsWith('{"data":{')) withData++;
    }
    expect(different).toEqual([]);
    // Most of them ask something that can be answered.
    expect(withData).toBeGreaterThan(QUERIES / 2);
  }, 300_000);

  it.each([
    ["in an object", "query ($id: ID) { statements(where: { id: $id }, first: 3) { nodes { id } } }", { id: "statement:awkward/hen" }],
    ["in a list", 'query ($id: ID!) { nodes(ids: [$id, "person:ann"]) { id } }', { id: "person:anna" }],
    [
      "deep down",
      "query ($d: PartialDate) { people(where: { or: [{ said: { some: { saidAt: { from: $d } } } }] }) { totalCount } }",
      { d: "2020" },
    ],
    [
      "of an input type",
      "query ($w: StatementWhere!) { statements(where: { and: [$w] }) { totalCount } }",
      { w: { language: { eq: "fa" } } },
    ],
    ["of an enum", "query ($b: StatementOrderBy!) { statements(orderBy: [{ by: $b }], first: 3) { nodes { id } } }", { b: "REPORT_COUNT" }],
    ["that is not given", 'query ($id: ID) { statements(where: { id: $id, language: { eq: "fa" } }) { totalCount } }', {}],
    [
      "with a default",
      "query ($n: Int = 2) { people(first: $n, orderBy: { by: NAME }) { nodes { id } } o: people(first: $n) { totalCount } }",
      {},
    ],
  ])("compiles a query with a variable %s", async (_, source, variables) => {
    const result = await compiled(source, variables);
    expect(result).not.toBeNull();
    expect(asText(result)).toBe(asText(await interpreted(schema, source, variables)));
    expect(asText(result)).not.toContain("errors");
  });

  it("compiles one text once for all values of its variables, and answers each by its own", async () => {
    const source = "query ($ids: [ID!], $yes: Boolean!) { people(where: { ids: $ids }) { nodes { id name @include(if: $yes) } } }";
    const answers: string[] = [];
    for (const yes of [true, false, true]) {
      for (const id of ["person:ann", "person:anna"]) answers.push(asText(await compiled(source, { ids: [id], yes })));
    }
    const row = (id: string, name?: string): string => JSON.stringify({ data: { people: { nodes: [{ id, ...(name && { name }) }] } } });
    const named = [row("person:ann", "Ann"), row("person:anna", "Anna")];
    expect(answers).toEqual([...named, row("person:ann"), row("person:anna"), ...named]);
  });

  it.each([
    ["introspection", "{ __schema { queryType { name } } }", {}],
    ["an alias with a reserved name", "{ people(first: 1) { nodes { __proto__: name } } }", {}],
    ["a variable with a reserved name", "query ($__proto__: Int) { people(first: $__proto__) { totalCount } }", {}],
    ["a variable of the wrong type", "query ($n: Int) { people(first: $n) { totalCount } }", { n: "two" }],
    ["a required variable that is missing", "query ($id: ID!) { person(id: $id) { id } }", {}],
  ])("leaves %s to graphql-js", async (_, source, variables) => {
    expect(await compiled(source, variables)).toBeNull();
  });
});

function validated(source: string): DocumentNode {
  const document = parse(source);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`${source}\n${errors.map((error) => error.message).join("\n")}`);
  return document;
}

/** Data and errors with messages and paths, as a client gets them. */
function asText(result: ExecutionResult | null): string {
  return JSON.stringify({
    data: result?.data,
    errors: result?.errors?.map(({ message, path, locations }) => ({ message, path, locations })),
  });
}
