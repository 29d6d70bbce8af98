import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, HTTPGraphQLHead } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { RETRY_AFTER_S } from "../errors/http-errors";
import type { HttpContext } from "./http-context";

/** What an answer with one of these codes and no data is: try again, it is not the request. */
const TRY_AGAIN = new Set(["ENGINE_BUSY", "DATABASE_UNAVAILABLE"]);
const MODERN_TYPE = "application/graphql-response+json";

/** Gives each answer the HTTP status and headers that GraphQL over HTTP asks for. */
export function createStatusPlugin(): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse(context) {
          setStatus(context);
          return Promise.resolve();
        },
      }),
  };
}

function setStatus({ request, response, contextValue }: GraphQLRequestContextWillSendResponse<HttpContext>): void {
  if (response.body.kind !== "single") return;
  const { errors, data } = response.body.singleResult;
  if (!errors?.length) return;
  response.http.headers.set("cache-control", "no-store");
  const { waitSeconds = 0 } = contextValue.note.budget ?? {};
  if (waitSeconds > 0) {
    response.http.status = 429;
    response.http.headers.set("retry-after", String(waitSeconds));
    return;
  }
  if (errors.every(isTryAgain) && Object.values(data ?? {}).every((value) => value === null)) {
    response.http.status = 503;
    response.http.headers.set("retry-after", RETRY_AFTER_S);
    return;
  }
  // What is no request of GraphQL's at all, such as one without a query, stays 400.
  const isRequest = errors.every((error) => error.extensions?.["code"] !== "BAD_REQUEST");
  if (isRequest && response.http.status === 400) setStatusOfRefusal(response.http, request.http?.headers.get("accept") ?? "");
}

/** Clients of plain `application/json` take any status but 200 for a proxy's answer (GraphQL over HTTP, section 6.4.1). */
function setStatusOfRefusal(http: HTTPGraphQLHead, accept: string): void {
  if (accept.includes(MODERN_TYPE)) http.headers.set("content-type", `${MODERN_TYPE}; charset=utf-8`);
  else http.status = 200;
}

function isTryAgain(error: GraphQLFormattedError): boolean {
  return TRY_AGAIN.has(String(error.extensions?.["code"]));
}
