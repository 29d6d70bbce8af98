import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationRule } from "graphql";
import { checkOperation, createLimitRules } from "../compiler/check-operation";
import type { Limits } from "../compiler/limits";
import type { LimitExceeded } from "../errors";

/** What the server holds every request to, before anything of it is compiled. */
export interface RequestLimits {
  /** For validation: everything that the document alone tells. */
  readonly rules: readonly ValidationRule[];
  /** Once the variables are known: page sizes may stand in them. */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): LimitExceeded | null;
}

export function limitRequests(schema: GraphQLSchema, limits: Limits): RequestLimits {
  return {
    rules: createLimitRules(limits),
    check: (document, operation, variables) => checkOperation(schema, document, operation, variables, limits),
  };
}
