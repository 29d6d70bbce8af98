import { buildSchema, getOperationAST, parse } from "graphql";
import type { ExecutionResult } from "graphql";
import * as jit from "graphql-jit";
import { QueryExecutor } from "../../src/executor/query-executor";

jest.mock("graphql-jit", () => {
  const actual = jest.requireActual<typeof jit>("graphql-jit");
  return { ...actual, compileQuery: jest.fn(actual.compileQuery) };
});

const executor = new QueryExecutor(buildSchema("type Query { n: Int }"));

const run = async (name: string, conditions: readonly boolean[]): Promise<ExecutionResult | null> => {
  const declared = conditions.map((_, index) => `$c${String(index)}: Boolean!`).join();
  const fields = conditions.map((_, index) => `a${String(index)}: n @include(if: $c${String(index)})`).join(" ");
  const document = parse(`query ${name}(${declared}) { n ${fields} }`);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("One operation, please.");
  const variables = Object.fromEntries(conditions.map((value, index) => [`c${String(index)}`, value]));
  return executor.execute({ key: name, document, operation, variables, contextValue: null });
};
const combination = (index: number): boolean[] => [1, 2, 4, 8].map((bit) => (index & bit) > 0);

describe("compiled queries", () => {
  it("are forgotten again, however many operations and conditions there are: each takes memory", async () => {
    const compilations = jest.mocked(jit.compileQuery).mock.calls;
    for (let operation = 0; operation < 13; operation++) {
      for (let index = 0; index < 16; index++) await run(`Q${String(operation)}`, combination(index));
    }
    expect(compilations).toHaveLength(13 * 16);
    await run("Q12", combination(15));
    expect(compilations).toHaveLength(13 * 16);
    await run("Q0", combination(0));
    expect(compilations).toHaveLength(13 * 16 + 1);
  });
});
