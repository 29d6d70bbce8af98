import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationRule } from "graphql";
import { createLimitRules, firstExceeded } from "../compiler/check-operation";
import type { Limits } from "../compiler/limits";
import { figuresOf, measureOperation } from "../compiler/measure-operation";
import type { LimitExceeded } from "../errors";

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
  /** Points. */
  readonly cost: number;
  readonly exceeded: LimitExceeded | null;
}

export function limitRequests(schema: GraphQLSchema, limits: Limits): RequestLimits {
  // A document that is asked again is the same object.
  const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();
  const costsOf = (operation: OperationDefinitionNode): Map<string, number> => {
    const costs = known.get(operation) ?? new Map<string, number>();
    if (costs.size >= COSTS_AN_OPERATION) costs.clear();
    known.set(operation, costs);
    return costs;
  };
  return {
    rules: createLimitRules(limits),
    check(document, operation, variables) {
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
