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

/** Compiled for one operation and one set of conditions. */
interface Runnable {
  readonly specialised: SpecialisedDocument;
  readonly query: CompiledQuery["query"];
}

const OPERATIONS_KEPT = 500;
/** Over all operations: each takes about half a megabyte, a large one more. */
const RUNNABLES_KEPT = 200;
const MAX_ERRORS = 5;

/**
 * Runs queries as compiled code, and keeps what was used last.
 * @see https://github.com/zalando-incubator/graphql-jit
 */
export class QueryExecutor {
  private readonly wide: GraphQLSchema;
  /** The variables on which `@skip` and `@include` of an operation depend; null where it cannot be compiled. */
  private readonly conditions = new BoundedMap<string, readonly string[] | null>(OPERATIONS_KEPT);
  /** Null for what cannot be compiled. */
  private readonly runnables = new BoundedMap<string, Runnable | null>(RUNNABLES_KEPT);

  constructor(private readonly schema: GraphQLSchema) {
    this.wide = widenSchema(schema);
  }

  /** @returns null where compiled code cannot run it: then graphql-js has to, which gives the same answer, slower */
  execute(request: QueryRequest): Promise<ExecutionResult | null> | null {
    const conditions = this.conditionsOf(request);
    if (conditions === null) return null;
    const definitions = request.operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.schema, definitions, request.variables, { maxErrors: MAX_ERRORS });
    // graphql-js words the errors of variables.
    if (!coerced) return null;
    const values = conditions.map((name) => coerced[name]);
    // An explicit null for a condition is an error that graphql-js words.
    if (values.some((value) => typeof value !== "boolean")) return null;
    const runnable = this.runnableOf(request, coerced, `${request.key} ${values.join()}`);
    return runnable && run(runnable, request.contextValue, coerced);
  }

  private conditionsOf(request: QueryRequest): readonly string[] | null {
    const known = this.conditions.get(request.key);
    if (known !== undefined) return known;
    const conditions = mayBeCompiled(request) ? conditionVariables(request.document) : null;
    this.conditions.set(request.key, conditions);
    return conditions;
  }

  private runnableOf(request: QueryRequest, coerced: Record<string, unknown>, key: string): Runnable | null {
    const known = this.runnables.get(key);
    if (known !== undefined) return known;
    const runnable = this.compile(request, coerced);
    this.runnables.set(key, runnable);
    return runnable;
  }

  private compile({ document, operation }: QueryRequest, coerced: Record<string, unknown>): Runnable | null {
    try {
      const specialised = specialiseDocument(this.schema, document, coerced);
      const compiled = compileQuery(this.wide, specialised.document, operation.name?.value);
      return isCompiledQuery(compiled) ? { specialised, query: compiled.query.bind(compiled) } : null;
    } catch {
      // What the library cannot compile, graphql-js runs.
      return null;
    }
  }
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
function mayBeCompiled({ document, operation }: QueryRequest): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  let isReserved = false;
  visit(document, {
    Name: ({ value }) => {
      if (value.startsWith("__") && value !== "__typename") isReserved = true;
    },
  });
  return !isReserved;
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
