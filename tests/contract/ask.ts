import { execute, parse, validate } from "graphql";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import { join } from "node:path";
import { buildQuothSchema } from "../../src/api/build-schema";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import { readWorld } from "./read-world";
import type { World } from "./world-types";
import { QUICK_SEED } from "../support/quick-seed";

const ROOT = join(__dirname, "../..");
/** Every corpus of the suite. */
export const CORPORA = ["seed/soleimani-2020", "tests/corpora/harbour-2021", "tests/corpora/awkward"].map((path) => join(ROOT, path));

let schema: GraphQLSchema | undefined;

/** Loads the corpora as they are loaded for users. */
export async function seedWorld(engine: GraphEngine, corpora: readonly string[] = CORPORA): Promise<void> {
  const { faults } = await runSeed(corpora, engine, { ...QUICK_SEED, now: () => new Date("2026-01-01T00:00:00Z") });
  if (faults.length > 0) throw new Error(`The corpora have faults: ${JSON.stringify(faults)}`);
}

/** What stands in the corpora, for oracles. */
export function worldOfCorpora(): World {
  return readWorld(CORPORA);
}

/** What a request brings to an engine of which nothing else is known. */
function contextOf(engine: Pick<GraphEngine, "read">): object {
  return {
    engine,
    limits: DEFAULT_LIMITS,
    hasFormerIds: () => Promise.resolve(true),
    oncePerVersion: (_name: string, read: () => Promise<unknown>) => read(),
  };
}

/** An answer with data and errors; the plainest way through schema, compiler and engine. */
export async function request(
  engine: Pick<GraphEngine, "read">,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult> {
  schema ??= buildQuothSchema();
  const document = parse(source);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`${source}\n${errors.map((error) => error.message).join("\n")}`);
  return execute({ schema, document, variableValues, contextValue: contextOf(engine) });
}

/** The data of an answer without errors, as plain objects. */
export async function ask<Data = Record<string, unknown>>(
  engine: Pick<GraphEngine, "read">,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await request(engine, source, variableValues);
  if (errors)
    throw new Error(`${source}\n${JSON.stringify(variableValues)}\n${errors.map((error) => error.message).join("\n")}`, {
      cause: errors[0],
    });
  return JSON.parse(JSON.stringify(data)) as Data;
}

/** Code and message of the one error of an answer. */
export async function refusal(
  engine: Pick<GraphEngine, "read">,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<{ code: unknown; message: string }> {
  const { errors } = await request(engine, source, variableValues);
  const [error] = errors ?? [];
  if (!error) throw new Error(`Not refused: ${source}`);
  return { code: (error.originalError as { code?: unknown } | undefined)?.code ?? error.extensions["code"], message: error.message };
}
