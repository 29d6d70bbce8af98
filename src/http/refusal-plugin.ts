import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { RequestLimits } from "../api/limit-requests";
import type { HttpContext } from "./http-context";

/** Refuses valid operations that are no queries, or that the values of their variables make too large. */
export function createRefusalPlugin(limits: RequestLimits): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ document, operation, request, contextValue: { note } }) {
          await Promise.resolve();
          // Without an operation, running it says why: no name, or a wrong one.
          if (!operation) return;
          const kind: string = operation.operation;
          if (kind !== "query")
            throw refusal(`Quoth answers queries only; a ${kind} is refused. Data comes in by \`quoth seed\`.`, "READ_ONLY");
          const { cost, exceeded } = limits.check(document, operation, request.variables ?? {});
          note.question = { ...note.question, cost };
          if (exceeded) throw refusal(exceeded.message, exceeded.code, exceeded);
        },
      }),
  };
}

function refusal(message: string, code: string, originalError?: Error): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } }, ...(originalError && { originalError }) });
}
