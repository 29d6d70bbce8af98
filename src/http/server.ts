import compress from "@fastify/compress";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import Fastify, { LogController } from "fastify";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { limitRequests } from "../api/limit-requests";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import type { DatasetSummary } from "./dataset-summary";
import { createExecutor } from "../executor/execute-query";
import { addExplorerRoutes, createStartPage } from "./explorer-route";
import { createErrorFormatter } from "./format-error";
import { addGraphQLRoute } from "./graphql-route";
import { addHealthRoutes, ReadinessCheck } from "./health-route";
import { answerClientError, installHttpErrors } from "./http-errors";
import type { ReadyQuestion } from "./read-questions";

export interface ServerParts {
  readonly config: Config;
  readonly engine: Pick<GraphEngine, "read" | "health">;
  readonly schema: GraphQLSchema;
  readonly questions: readonly ReadyQuestion[];
  readDatasets(): Promise<readonly DatasetSummary[]>;
}

export interface QuothServer {
  readonly app: FastifyInstance;
  /** @returns the address that it listens on, such as http://127.0.0.1:4000. @throws CannotRun */
  listen(): Promise<string>;
  /** No new connections; requests at work finish within the grace time, then are cut. */
  close(): Promise<void>;
}

const MAX_HEADER_BYTES = 16 * 1024;
/** Below this, packing costs more than it saves. */
const COMPRESS_FROM_BYTES = 2048;

/** The whole HTTP side of Quoth; nothing listens before `listen`. */
export async function createServer(parts: ServerParts): Promise<QuothServer> {
  const { config, engine } = parts;
  const app = createApp(config);
  await addPlugins(app, config);
  installHttpErrors(app, config.limits.maxBodyKb, app.log);
  const readiness = new ReadinessCheck(() => engine.health());
  addHealthRoutes(app, readiness);
  if (config.pages) addExplorerRoutes(app);
  const { introspection } = config;
  const apollo = await addGraphQLRoute(app, {
    schema: parts.schema,
    limits: limitRequests(parts.schema, config.limits),
    executor: createExecutor(parts.schema),
    formatError: createErrorFormatter({ introspection, maxTokens: config.limits.maxTokens, log: app.log }),
    introspection,
    maxTokens: config.limits.maxTokens,
    createContext: () => ({ engine, limits: config.limits }),
    showPage: config.pages ? createStartPage(parts.questions, () => parts.readDatasets()) : null,
  });
  return {
    app,
    async listen() {
      await readiness.start();
      return listen(app, config);
    },
    async close() {
      readiness.stop();
      await closeWithin(app, config.shutdownTimeoutMs);
      await apollo.stop();
    },
  };
}

function createApp(config: Config): FastifyInstance {
  return Fastify({
    logger: { level: config.log, stream: process.stderr, serializers: { req: describeRequest } },
    // A line for each request is for debugging.
    logController: new LogController({ disableRequestLogging: config.log !== "debug" }),
    bodyLimit: config.limits.maxBodyKb * 1024,
    requestTimeout: config.requestTimeoutMs,
    http: { headersTimeout: config.headersTimeoutMs, connectionsCheckingInterval: 1000, maxHeaderSize: MAX_HEADER_BYTES },
    onProtoPoisoning: "remove",
    onConstructorPoisoning: "remove",
    // Clients that wait between two requests must not hold up the end.
    forceCloseConnections: "idle",
    clientErrorHandler: answerClientError,
  });
}

/** What the log says of a request: not its query string, which may hold a caller's text. */
function describeRequest(request: { readonly method?: string; readonly url?: string }): {
  method?: string | undefined;
  path?: string | undefined;
} {
  return { method: request.method, path: request.url?.split("?", 1)[0] };
}

async function addPlugins(app: FastifyInstance, config: Config): Promise<void> {
  app.removeContentTypeParser("text/plain");
  await app.register(helmet, {
    // Pages bring their own; an answer in JSON needs nothing.
    contentSecurityPolicy: { useDefaults: false, directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] } },
    // TLS ends at the proxy, whose word this is.
    strictTransportSecurity: false,
  });
  await app.register(cors, {
    origin: config.corsOrigins.length > 0 ? [...config.corsOrigins] : false,
    methods: ["GET", "POST"],
    allowedHeaders: ["content-type", "apollo-require-preflight"],
  });
  await app.register(compress, {
    encodings: ["gzip", "deflate"],
    requestEncodings: ["gzip", "deflate", "identity"],
    threshold: COMPRESS_FROM_BYTES,
  });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    const address = await app.listen({ host, port });
    return address;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const where = `${host}:${String(port)}`;
    if (code === "EADDRINUSE")
      throw new CannotRun(
        `Port ${String(port)} of ${host} is taken, perhaps by another Quoth. Stop it, or choose another port (--port, QUOTH_PORT).`,
        { cause: error },
      );
    throw new CannotRun(`Cannot listen on ${where} (${code ?? "unknown"}). Choose another address or port (QUOTH_HOST, QUOTH_PORT).`, {
      cause: error,
    });
  }
}

async function closeWithin(app: FastifyInstance, graceMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
