import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { RequestLimits } from "../../api/limit-requests";
import { rateLimited } from "../cost/cost-gate";
import { readOnlyMessage } from "../errors/read-only-message";
import type { HttpContext } from "./http-context";

/** What of a request it reads and writes down. */
type ChargedContext = Pick<HttpContext, "note" | "charge">;

/** Refuses valid operations that are no queries, or that the values of their variables make too large. */
export function createRefusalPlugin(limits: RequestLimits): ApolloServerPlugin<ChargedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ document, operation, request, contextValue }) {
          const { note } = contextValue;
          await Promise.resolve();
          // Without an operation, running it says why: no name, or a wrong one.
          if (!operation) return;
          const kind: string = operation.operation;
          if (kind !== "query") throw refusal(readOnlyMessage(kind), "READ_ONLY");
          const { cost, exceeded } = limits.check(document, operation, request.variables ?? {});
          note.question = { ...note.question, cost };
          if (exceeded) throw refusal(exceeded.message, exceeded.code, exceeded);
          charge(contextValue, cost);
        },
      }),
  };
}

/** One point was taken when the request arrived. */
function charge(context: ChargedContext, cost: number): void {
  const points = Math.max(cost - 1, 0);
  const budget = context.charge(points);
  if (budget === null) return;
  context.note.budget = budget;
  if (budget.waitSeconds === 0) return;
  const error = rateLimited(budget, points);
  throw refusal(error.message, error.code, error);
}

function refusal(message: string, code: string, originalError?: Error): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } }, ...(originalError && { originalError }) });
}
