import type { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { limitRequests } from "../../api/limit-requests";
import type { Config } from "../../config/settings";
import { QueryExecutor } from "../../executor/query-executor";
import { ErrorOwners } from "../errors/error-owners";
import { createErrorFormatter } from "../errors/format-error";
import type { ErrorLog } from "../errors/format-error";
import { createApollo } from "./create-apollo";
import { createExecutorPlugin } from "./executor-plugin";
import type { HttpContext } from "./http-context";
import { createNotePlugin } from "./note-plugin";
import { createRefusalPlugin } from "./refusal-plugin";
import { createStatusPlugin } from "./status-plugin";

/** The Apollo of a server: it reads a question, checks it and has it answered; to be started. */
export function createAnsweringApollo(config: Config, schema: GraphQLSchema, log: ErrorLog): ApolloServer<HttpContext> {
  const { introspection } = config;
  const { maxTokens } = config.limits;
  const limits = limitRequests(schema, config.limits);
  const owners = new ErrorOwners();
  const formatError = createErrorFormatter({ introspection, maxTokens, log, owners });
  return createApollo<HttpContext>({ schema, limits, formatError, introspection, maxTokens }, [
    createNotePlugin({ withWords: config.logVariables, owners }),
    createExecutorPlugin(new QueryExecutor(schema), formatError),
    createRefusalPlugin(limits),
    createStatusPlugin(),
  ]);
}
