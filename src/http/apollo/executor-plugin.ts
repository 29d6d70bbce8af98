import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import type { ExecutionResult, GraphQLError, GraphQLFormattedError, OperationDefinitionNode } from "graphql";
import { BoundedMap } from "../../bounded-map";
import type { QueryExecutor } from "../../executor/query-executor";
import type { FormatError } from "../errors/format-error";
import type { HttpContext } from "./http-context";

/** Of operations that were asked once: a key each, so that this many are a megabyte. */
const SEEN_KEPT = 5000;

/**
 * Hands operations to the executor from the second time on. Compiled code takes half a megabyte and pays when it runs again; a query with
 * values written into it never does, and clients that send such queries would fill the memory with code. Apollo does not look at the errors
 * of an answer given here, so they are formatted here, as it would.
 */
export function createExecutorPlugin(executor: QueryExecutor, formatError: FormatError): ApolloServerPlugin<HttpContext> {
  const seen = new BoundedMap<string, true>(SEEN_KEPT);
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operation, queryHash, operationName, request, contextValue, response }) {
          // Contrary to its type; graphql-js then says that the operation has no name, or a wrong one.
          if (!hasOperation(operation)) return null;
          const variables = request.variables ?? {};
          const key = `${queryHash}:${operationName ?? ""}`;
          if (seen.get(key) === undefined) {
            seen.set(key, true);
            return null;
          }
          const result = await executor.execute({ key, document, operation, variables, contextValue });
          return result && { http: response.http, body: bodyOf(result, formatError, contextValue.note.id) };
        },
      }),
  };
}

function hasOperation(operation: OperationDefinitionNode | undefined): operation is OperationDefinitionNode {
  return operation !== undefined;
}

function bodyOf({ data, errors }: ExecutionResult, formatError: FormatError, id: string): GraphQLResponse["body"] {
  const answer = data === undefined ? {} : { data };
  if (!errors?.length) return { kind: "single", singleResult: answer };
  return { kind: "single", singleResult: { ...answer, errors: errors.map((error) => formatError(withCode(error), error, id)) } };
}

function withCode(error: GraphQLError): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { code: "INTERNAL_SERVER_ERROR", ...error.extensions } };
}
