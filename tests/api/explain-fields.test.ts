import { join } from "node:path";
import { execute, getOperationAST, parse } from "graphql";
import type { ExecutionResult } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { explainFields } from "../../src/api/explain-fields";
import type { ExplainedField } from "../../src/api/explain-fields";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { measureOperation } from "../../src/compiler/measure-operation";
import { QuothError } from "../../src/errors";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";
import { readQuestions } from "../../src/http/pages/read-questions";
import { QueryMaker } from "../executor/random-query";

const ROOT = join(__dirname, "..", "..");

async function run(
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
  dialect = EMBEDDED_DIALECT,
): Promise<{ fields: ExplainedField[]; result: ExecutionResult }> {
  const fields: ExplainedField[] = [];
  const onField = (field: ExplainedField): void => void fields.push(field);
  const schema = explainFields(buildQuothSchema(), { limits: DEFAULT_LIMITS, dialect, variables, onField });
  return { fields, result: await execute({ schema, document: parse(source), variableValues: variables }) };
}

describe("explainFields", () => {
  it("shares the cost of a question among its root fields, and leaves nothing over", async () => {
    const source = `query ($n: Int, $ids: [ID!]!) { a: people(first: $n) { ...Names } b: people(search: "x") { totalCount ...Names } nodes(ids: $ids) { id } }
      fragment Names on PersonConnection { nodes { name said(first: 3) { nodes { id } } } }`;
    const variables = { n: 7, ids: ["person:x", "person:y"] };
    const [document, schema] = [parse(source), buildQuothSchema()];
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    const { fields } = await run(source, variables);
    expect(fields.map(({ name }) => name)).toEqual(["a", "b", "nodes"]);
    expect(fields.reduce((sum, { cost }) => sum + cost, 0)).toBe(measureOperation(schema, document, operation, variables).cost);
  });

  it("counts a field that stands in several places once, with all that is asked of it", async () => {
    const { fields } = await run("{ people { totalCount } people { nodes { name } } }");
    expect(fields).toEqual([expect.objectContaining({ name: "people", cost: 42 })]);
    expect(fields[0]?.statements).toHaveLength(1);
  });

  it("explains every root field of the schema, or knows that it needs no database", async () => {
    const { fields, result } = await run("{ __typename datasets { id } dataVersion { id } }");
    expect([result.errors, fields.map(({ name }) => name), result.data?.["__typename"]]).toEqual([
      undefined,
      ["datasets", "dataVersion"],
      "Query",
    ]);
  });

  it.each([
    ["neo4j", NEO4J_DIALECT],
    ["embedded", EMBEDDED_DIALECT],
  ])(
    "has words for whatever can be asked of %s: every ready question, and random ones",
    async (_, dialect) => {
      const maker = new QueryMaker(buildQuothSchema(), 20200103);
      const ready = readQuestions(join(ROOT, "seed")).map(({ query }) => ({ source: query, variables: {} }));
      const odd: string[] = [];
      for (const { source, variables } of [...ready, ...Array.from({ length: 40 }, () => maker.make())]) {
        const { fields, result } = await run(source, variables, dialect);
        for (const { originalError } of result.errors ?? [])
          if (originalError && !(originalError instanceof QuothError)) odd.push(String(originalError));
        odd.push(
          ...fields.flatMap(({ tree }) =>
            tree.filter((line) => /undefined|NaN|null\b|\[object|\bn\d+\.|\$p_/.test(line) && !/is (?:not )?null/.test(line)),
          ),
        );
        odd.push(...fields.filter(({ tree }) => tree.length === 0).map(({ name }) => `${name} has no words`));
      }
      expect(ready.length).toBeGreaterThan(5);
      expect(odd).toEqual([]);
    },
    60_000,
  );

  it("goes on with the other fields where one is refused, when it is compiled or would be asked", async () => {
    const source =
      '{ people(first: 1000) { totalCount } network(around: ["person:x", "person:y"], limit: 1) { truncated } datasets { id } }';
    const { fields, result } = await run(source);
    expect(fields.map(({ name }) => name)).toEqual(["datasets"]);
    expect(result.errors?.map(({ path }) => path)).toEqual([["people"], ["network"]]);
  });
});
