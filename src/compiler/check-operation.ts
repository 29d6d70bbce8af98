import { GraphQLError, Kind } from "graphql";
import type { ASTVisitor, DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationContext, ValidationRule } from "graphql";
import { LimitExceeded } from "../errors";
import type { Limits } from "./limits";
import type { Measure } from "./measure-operation";
import { measureOperation } from "./measure-operation";

/** One figure that an operation may not pass. */
interface Check {
  readonly code: string;
  readonly setting: string;
  readonly limit: (limits: Limits) => number;
  readonly actual: (measure: Measure, operation: OperationDefinitionNode, document: DocumentNode) => number;
  /** The sentence up to the figures, and what to do. */
  readonly says: readonly [string, string, string];
}

/** In the order in which they are looked at: what is cheap to pass by mistake comes first. */
const CHECKS: readonly Check[] = [
  {
    code: "TOO_MANY_OPERATIONS",
    setting: "QUOTH_MAX_OPERATIONS",
    limit: (limits) => limits.maxOperations,
    actual: (_, __, document) => operationsOf(document).length,
    says: ["The document holds too many operations", "operations", "Send them one by one."],
  },
  {
    code: "TOO_MANY_VARIABLES",
    setting: "QUOTH_MAX_VARIABLES",
    limit: (limits) => limits.maxVariables,
    actual: (_, operation) => operation.variableDefinitions?.length ?? 0,
    says: ["Query has too many variables", "variables", "Use a list for values of one kind."],
  },
  {
    code: "TOO_MANY_ROOT_FIELDS",
    setting: "QUOTH_MAX_ROOT_FIELDS",
    limit: (limits) => limits.maxRootFields,
    actual: (measure) => measure.rootFields,
    says: ["Query has too many root fields", "root fields", "Ask for the others in a second query."],
  },
  {
    code: "TOO_MANY_ALIASES",
    setting: "QUOTH_MAX_ALIASES",
    limit: (limits) => limits.maxAliases,
    actual: (measure) => measure.aliases,
    says: ["Query has too many aliases", "aliases", "Ask for the others in a second query, or with `nodes(ids:)`."],
  },
  {
    code: "TOO_MANY_FIELDS",
    setting: "QUOTH_MAX_FIELDS",
    limit: (limits) => limits.maxFields,
    actual: (measure) => measure.fields,
    says: ["Query has too many fields", "fields", "Ask for the others in a second query."],
  },
  {
    code: "TOO_MANY_DIRECTIVES",
    setting: "QUOTH_MAX_DIRECTIVES",
    limit: (limits) => limits.maxDirectives,
    actual: (measure) => measure.directives,
    says: ["Query has too many directives", "directives", "Put one on a fragment instead of one on each field."],
  },
  {
    code: "QUERY_TOO_DEEP",
    setting: "QUOTH_MAX_DEPTH",
    limit: (limits) => limits.maxDepth,
    actual: (measure) => measure.depth,
    says: ["Query is too deep", "levels", "Ask for the lower levels in a second query."],
  },
  {
    code: "QUERY_TOO_COSTLY",
    setting: "QUOTH_MAX_COST",
    limit: (limits) => limits.maxCost,
    actual: (measure) => measure.cost,
    says: [
      "Query is too costly",
      "points",
      "Ask for smaller pages, for fewer lists in lists, or for less of `every`, `none` and `count` within one another in a filter.",
    ],
  },
];

/**
 * Holds an operation to the limits, page sizes in variables included, before anything of it is compiled.
 * @returns the first limit that it passes; null where it is within all
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): LimitExceeded | null {
  return firstExceeded(measureOperation(schema, document, operation, variables), document, operation, limits);
}

/** The same for an operation that has been measured. */
export function firstExceeded(
  measure: Measure,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): LimitExceeded | null {
  for (const check of CHECKS) {
    const [limit, actual] = [check.limit(limits), check.actual(measure, operation, document)];
    if (actual > limit) return refusal(check, limit, actual, measure);
  }
  return null;
}

function refusal({ code, setting, says }: Check, limit: number, actual: number, measure: Measure): LimitExceeded {
  const [what, unit, advice] = says;
  const field = code === "QUERY_TOO_COSTLY" ? { field: measure.dearest } : {};
  const dearest = code === "QUERY_TOO_COSTLY" ? ` The dearest field is ${measure.dearest}.` : "";
  return new LimitExceeded(code, `${what}: ${actual} ${unit}, at most ${limit} (${setting}).${dearest} ${advice}`, {
    limit,
    actual,
    setting,
    ...field,
  });
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

/** The limits as one validation rule; values of variables are looked at again when they are known. */
export function createLimitRules(limits: Limits): ValidationRule[] {
  const rule = (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      for (const operation of operationsOf(document)) {
        const error = checkOperation(context.getSchema(), document, operation, {}, limits);
        if (!error) continue;
        context.reportError(new GraphQLError(error.message, { originalError: error, extensions: { code: error.code, ...error.details } }));
        return;
      }
    },
  });
  return [rule];
}
