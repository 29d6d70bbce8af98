import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import type { DocumentNode, ExecutionResult, GraphQLError, OperationDefinitionNode } from "graphql";
import type { RequestContext } from "../api/request/request-context";
import type { FormatError } from "./format-error";

/** What runs a query faster than graphql-js; null means that it cannot, and Apollo is to run graphql-js. */
export interface QueryExecutor {
  execute(request: {
    readonly key: string;
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly contextValue: unknown;
  }): Promise<ExecutionResult | null> | null;
}

/**
 * Hands operations to the executor. Apollo does not look at the errors of an answer given here, so they are formatted
 * here, as it would.
 */
export function createExecutorPlugin(executor: QueryExecutor, formatError: FormatError): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operation, queryHash, operationName, request, contextValue, response }) {
          const variables = request.variables ?? {};
          const key = `${queryHash}:${operationName ?? ""}`;
          const result = await executor.execute({ key, document, operation, variables, contextValue });
          return result && { http: response.http, body: bodyOf(result, formatError) };
        },
      }),
  };
}

function bodyOf({ data, errors }: ExecutionResult, formatError: FormatError): GraphQLResponse["body"] {
  const answer = data === undefined ? {} : { data };
  if (!errors?.length) return { kind: "single", singleResult: answer };
  return { kind: "single", singleResult: { ...answer, errors: errors.map((error) => formatError(withCode(error), error)) } };
}

function withCode(error: GraphQLError) {
  return { ...error.toJSON(), extensions: { code: "INTERNAL_SERVER_ERROR", ...error.extensions } };
}
