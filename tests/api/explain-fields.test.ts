import { execute, getOperationAST, parse } from "graphql";
import type { ExecutionResult } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { explainFields } from "../../src/api/explain-fields";
import type { ExplainedField } from "../../src/api/explain-fields";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { measureOperation } from "../../src/compiler/measure-operation";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";

async function run(
  source: string,
  variables: Record<string, unknown> = {},
): Promise<{ fields: ExplainedField[]; result: ExecutionResult }> {
  const fields: ExplainedField[] = [];
  const onField = (field: ExplainedField): void => void fields.push(field);
  const schema = explainFields(buildQuothSchema(), { limits: DEFAULT_LIMITS, dialect: EMBEDDED_DIALECT, variables, onField });
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

  it("goes on with the other fields where one is refused, when it is compiled or would be asked", async () => {
    const source =
      '{ people(first: 1000) { totalCount } network(around: ["person:x", "person:y"], limit: 1) { truncated } datasets { id } }';
    const { fields, result } = await run(source);
    expect(fields.map(({ name }) => name)).toEqual(["datasets"]);
    expect(result.errors?.map(({ path }) => path)).toEqual([["people"], ["network"]]);
  });
});
