import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationRule } from "graphql";
import { createLimitRules, firstExceeded } from "../compiler/check-operation";
import type { Limits } from "../compiler/limits";
import { measureOperation } from "../compiler/measure-operation";
import type { LimitExceeded } from "../errors";

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
  // Validation has measured what stands in the document itself; a document that is asked again is the same object.
  const costs = new WeakMap<OperationDefinitionNode, number>();
  return {
    rules: createLimitRules(limits),
    check(document, operation, variables) {
      const known = operation.variableDefinitions?.length ? undefined : costs.get(operation);
      if (known !== undefined) return { cost: known, exceeded: null };
      const measure = measureOperation(schema, document, operation, variables);
      const exceeded = firstExceeded(measure, document, operation, limits);
      if (!exceeded) costs.set(operation, measure.cost);
      return { cost: measure.cost, exceeded };
    },
  };
}
