import { extendSchema, getVariableValues, isScalarType, OperationTypeNode, parse, visit } from "graphql";
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { CompiledQuery } from "graphql-jit";
import { BoundedMap } from "../bounded-map";
import { ANY_VALUE, conditionVariables, specialiseDocument } from "./specialise-document";
import type { SpecialisedDocument } from "./specialise-document";

/** One operation with its variables, validated already. */
export interface QueryRequest {
  /** Stands for document and operation name: the same key, the same compiled query. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

export interface QueryExecutor {
  /**
   * Runs a query as compiled code.
   * @returns null where that is not possible: then graphql-js has to run it, which gives the same answer, slower
   */
  execute(request: QueryRequest): Promise<ExecutionResult | null> | null;
}

interface Runnable {
  readonly specialised: SpecialisedDocument;
  readonly query: CompiledQuery["query"];
}

/** Compiled for one operation and one set of conditions; null where that is not possible. */
type Runnables = BoundedMap<string, Runnable | { readonly query: null }>;

/** What is known of one operation. */
interface Plan {
  /** The variables on which `@skip` and `@include` depend; null where the operation cannot be compiled. */
  readonly conditions: readonly string[] | null;
}

const OPERATIONS_KEPT = 500;
/** Over all operations: each takes about half a megabyte, a large one more. */
const RUNNABLES_KEPT = 200;
const MAX_ERRORS = 5;

/** @see https://github.com/zalando-incubator/graphql-jit */
export function createExecutor(schema: GraphQLSchema): QueryExecutor {
  const wide = widenSchema(schema);
  const plans = new BoundedMap<string, Plan>(OPERATIONS_KEPT);
  const runnables: Runnables = new BoundedMap(RUNNABLES_KEPT);
  const planFor = (request: QueryRequest): Plan => {
    let plan = plans.get(request.key);
    if (plan === undefined) {
      plan = planOperation(request);
      plans.set(request.key, plan);
    }
    return plan;
  };
  return {
    execute(request) {
      const { conditions } = planFor(request);
      if (conditions === null) return null;
      const variables = getVariableValues(schema, request.operation.variableDefinitions ?? [], request.variables, {
        maxErrors: MAX_ERRORS,
      });
      // graphql-js words the errors of variables.
      if (!variables.coerced) return null;
      const runnable = runnableFor(wide, schema, { runnables, conditions }, request, variables.coerced);
      return runnable && run(runnable, request.contextValue, variables.coerced);
    },
  };
}

/** The schema and a scalar for variables that are coerced already. */
function widenSchema(schema: GraphQLSchema): GraphQLSchema {
  const wide = extendSchema(schema, parse(`"Takes every value as it is." scalar ${ANY_VALUE}`));
  const scalar = wide.getType(ANY_VALUE);
  if (isScalarType(scalar)) scalar.parseValue = (value) => value;
  return wide;
}

/**
 * Introspection is left to graphql-js; so is everything that is no query, and every other reserved name: compiled code
 * loses an alias or a variable `__proto__`.
 */
function planOperation({ document, operation }: QueryRequest): Plan {
  if (operation.operation !== OperationTypeNode.QUERY) return { conditions: null };
  let isReserved = false;
  visit(document, {
    Name: ({ value }) => {
      if (value.startsWith("__") && value !== "__typename") isReserved = true;
    },
  });
  return { conditions: isReserved ? null : conditionVariables(document) };
}

function runnableFor(
  wide: GraphQLSchema,
  schema: GraphQLSchema,
  { runnables, conditions }: { readonly runnables: Runnables; readonly conditions: readonly string[] },
  request: QueryRequest,
  coerced: Record<string, unknown>,
): Runnable | null {
  const values = conditions.map((name) => coerced[name]);
  // An explicit null for a condition is an error that graphql-js words.
  if (values.some((value) => typeof value !== "boolean")) return null;
  const key = `${request.key} ${values.join()}`;
  let runnable = runnables.get(key);
  if (runnable === undefined) {
    runnable = compileRunnable(wide, schema, request, coerced) ?? { query: null };
    runnables.set(key, runnable);
  }
  return runnable.query === null ? null : runnable;
}

function compileRunnable(
  wide: GraphQLSchema,
  schema: GraphQLSchema,
  request: QueryRequest,
  coerced: Record<string, unknown>,
): Runnable | null {
  try {
    const specialised = specialiseDocument(schema, request.document, coerced);
    const compiled = compileQuery(wide, specialised.document, request.operation.name?.value);
    return isCompiledQuery(compiled) ? { specialised, query: compiled.query.bind(compiled) } : null;
  } catch {
    // What the library cannot compile, graphql-js runs.
    return null;
  }
}

/** Compiled code takes what any object has for the value of a variable of that name, such as `$constructor`, where none is given. */
function bare(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, variables);
}

async function run(
  { specialised, query }: Runnable,
  contextValue: unknown,
  coerced: Record<string, unknown>,
): Promise<ExecutionResult | null> {
  try {
    return await query(undefined, contextValue, bare(specialised.variablesOf(coerced)));
  } catch {
    // A fault of the compiled code, not of a resolver (those become errors of the answer): queries may run twice.
    return null;
  }
}
