import { execute, getOperationAST, GraphQLError, parse } from "graphql";
import type { ExecutionResult } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { QueryExecutor } from "../../src/executor/query-executor";
import type { GraphEngine } from "../../src/graph/engine";
import { seedWorld } from "../contract/ask";
import { QueryMaker } from "../executor/random-query";
import type { RandomQuery } from "../executor/random-query";
import { engines } from "../support/engines";

/** Another seed makes other queries; a failure prints its own. */
const SEED = Number(process.env["QUOTH_FUZZ_SEED"] ?? 20200103);
/** Neo4j plans every new text for longer than it works on it. */
const QUERIES = Number(process.env["QUOTH_FUZZ"] ?? 60);
/** Moments and the random version of a load differ between two engines, and nothing else may. */
const OF_THE_LOAD = /"(?:20\d\d-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
/** Sums of floats in another order may end in another last digit. */
const DIGITS = 12;

const schema = buildQuothSchema();
const present = engines.filter(({ skipped }) => skipped === null);
const title = `random queries (QUOTH_FUZZ_SEED=${String(SEED)}) on ${present.map(({ name }) => name).join(" and ")}`;

jest.setTimeout(120_000 + QUERIES * 2000);

describe(title, () => {
  const opened: GraphEngine[] = [];
  const executors = present.map(() => new QueryExecutor(schema));
  beforeAll(async () => {
    for (const each of present) {
      const engine = await each.open();
      opened.push(engine);
      await seedWorld(engine);
    }
  }, 240_000);
  afterAll(async () => {
    for (const engine of opened) await engine.close();
  });

  /** What one engine answers, by the compiled way and by graphql-js alone. */
  async function answers({ source, variables }: RandomQuery, index: number): Promise<string[]> {
    const document = parse(source);
    const operation = getOperationAST(document);
    const engine = opened[index];
    if (!operation || !engine) throw new Error("One operation, please.");
    const contextValue = {
      engine,
      limits: DEFAULT_LIMITS,
      hasFormerIds: () => Promise.resolve(false),
      oncePerVersion: (_name: string, read: () => Promise<unknown>) => read(),
    };
    const compiled = await executors[index]?.execute({ key: source, document, operation, variables, contextValue });
    const plain = await execute({ schema, document, variableValues: variables, contextValue });
    return [compiled ? asText(compiled) : "not compiled", asText(plain)];
  }

  it("get one answer on every engine, compiled or not", async () => {
    const maker = new QueryMaker(schema, SEED);
    const different: unknown[] = [];
    let withData = 0;
    for (let number = 0; number < QUERIES; number++) {
      const query = maker.make();
      const got = (await Promise.all(opened.map(async (_, index) => answers(query, index)))).flat();
      if (new Set(got).size > 1)
        different.push({ number, ...query, variables: JSON.stringify(query.variables), got: got.map((each) => around(each, got)) });
      if (got[0]?.startsWith('{"data":{') === true) withData++;
      if (/STATEMENT_REFUSED|INTERNAL|DATABASE_UNAVAILABLE/.test(got.join())) different.push({ number, ...query, got });
    }
    expect(different).toEqual([]);
    expect(withData).toBeGreaterThan(QUERIES / 2);
  });
});

/** The place where answers begin to differ, and what stands around it. */
function around(text: string, all: readonly string[]): string {
  const end = Math.max(...all.map(({ length }) => length));
  let at = 0;
  while (at < end && all.every((each) => each[at] === text[at])) at++;
  return text.slice(Math.max(0, at - 60), at + 120);
}

/** Data, and errors with codes and paths, as far as they can be the same. */
function asText(result: ExecutionResult): string {
  const errors = result.errors?.map(({ message, path, originalError }) => ({ code: codeOf(originalError), message, path }));
  return JSON.stringify({ data: result.data, errors }, rounded).replace(OF_THE_LOAD, '"then"');
}

/** Of an error that nobody raised on purpose: INTERNAL; graphql-js's own have none. */
function codeOf(error: Error | undefined): string | undefined {
  if (error === undefined || error instanceof GraphQLError) return undefined;
  return (error as { code?: string }).code ?? "INTERNAL";
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
}
