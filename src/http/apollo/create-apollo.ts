import { ApolloServer } from "@apollo/server";
import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { RequestLimits } from "../../api/limit-requests";
import type { FormatError } from "../errors/format-error";
import { createDocumentStore } from "./document-store";
import { createPersistedQueries } from "./persisted-queries";

/** What decides whether a question is taken, and in which words it is refused. */
export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly limits: RequestLimits;
  readonly formatError: FormatError;
  readonly introspection: boolean;
  readonly maxTokens: number;
}

/** Past five errors the rest helps nobody, and the answer grows with the request. */
const MAX_ERRORS = 5;

/** Apollo with Quoth's limits and none of its own ways to show things. @param plugins in the order in which they see a request */
export function createApollo<Context extends BaseContext>(
  { schema, limits, formatError, introspection, maxTokens }: ApolloParts,
  plugins: readonly ApolloServerPlugin<Context>[],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    validationRules: [...limits.rules],
    formatError,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens },
    validationOptions: { maxErrors: MAX_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    documentStore: createDocumentStore(),
    persistedQueries: { cache: createPersistedQueries(), ttl: null },
    stopOnTerminationSignals: false,
    // Never Apollo's development mode: it shows stacks, and its landing page loads scripts from elsewhere.
    nodeEnv: "production",
    plugins: [
      ...plugins,
      // It visits every field of every answer: half of the time of a large one.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}
