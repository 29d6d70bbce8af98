import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationRule } from "graphql";
import { BoundedMap } from "../bounded-map";
import { createLimitRules, firstExceeded } from "../compiler/check-operation";
import type { Limits } from "../compiler/limits";
import { figuresOf, measureOperation } from "../compiler/measure-operation";
import { LimitExceeded } from "../errors";

/** Page sizes come in a few. */
const COSTS_AN_OPERATION = 20;

/** What the server holds every request to, before anything of it is compiled. */
export interface RequestLimits {
  /** For validation: everything that the document alone tells. */
  readonly rules: readonly ValidationRule[];
  /** Once the variables are known: page sizes may stand in them. */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Checked;
}

export interface Checked {
  /** Points; 0 where it was not measured. */
  readonly cost: number;
  readonly exceeded: LimitExceeded | null;
}

export function limitRequests(schema: GraphQLSchema, limits: Limits): RequestLimits {
  // A document that is asked again is the same object.
  const known = new WeakMap<OperationDefinitionNode, BoundedMap<string, number>>();
  const costsOf = (operation: OperationDefinitionNode): BoundedMap<string, number> => {
    const costs = known.get(operation) ?? new BoundedMap<string, number>(COSTS_AN_OPERATION);
    known.set(operation, costs);
    return costs;
  };
  return {
    rules: createLimitRules(limits),
    check(document, operation, variables) {
      const tooDeep = checkDepth(variables, limits);
      if (tooDeep) return { cost: 0, exceeded: tooDeep };
      const costs = costsOf(operation);
      const figures = figuresOf(operation, variables);
      const cost = costs.get(figures);
      if (cost !== undefined) return { cost, exceeded: null };
      const measure = measureOperation(schema, document, operation, variables);
      const exceeded = firstExceeded(measure, document, operation, limits);
      if (!exceeded) costs.set(figures, measure.cost);
      return { cost: measure.cost, exceeded };
    },
  };
}

/** Levels of lists and objects that no value goes beyond, whatever it says: `and`, `or` and `not` take two each. */
const MAX_LEVELS = 100;
/** The field and its quantifier: `said: { some: {…} }`. */
const LEVELS_A_STEP = 2;

/** A value that is nested thousands of times cannot be read: whoever reads it goes into each level. */
function checkDepth(variables: Readonly<Record<string, unknown>>, { maxFilterDepth }: Limits): LimitExceeded | null {
  const limit = MAX_LEVELS + LEVELS_A_STEP * maxFilterDepth;
  let level: unknown[] = Object.values(variables);
  for (let depth = 1; depth <= limit; depth++) {
    level = level.flatMap((value): unknown[] => (typeof value === "object" && value !== null ? Object.values(value) : []));
    if (level.length === 0) return null;
  }
  return new LimitExceeded(
    "FILTER_TOO_DEEP",
    `A variable is too deep: at least ${limit + 1} levels of lists and objects, at most ${limit}, which are ${MAX_LEVELS} and ${LEVELS_A_STEP} for each of the ${maxFilterDepth} steps of QUOTH_MAX_FILTER_DEPTH. Write conditions side by side.`,
    { limit, actual: limit + 1, setting: "QUOTH_MAX_FILTER_DEPTH" },
  );
}
