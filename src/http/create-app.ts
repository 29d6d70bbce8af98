import { createServer } from "node:http";
import type { Server } from "node:http";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import Fastify, { LogController } from "fastify";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config/settings";
import type { CachedAnswers, OrdinaryWay } from "./answers/cached-answers";
import { PACK_FROM_BYTES } from "./answers/finished-answer";
import { COST_HEADER } from "./cost/cost-report";
import { answerClientError, answerUnreadable } from "./errors/http-errors";
import { BODY_ENCODINGS, spareRequests } from "./transport/packed-bodies";
import { readUtf8Bodies } from "./transport/utf8-bodies";
import { noteRequests } from "./watching/note-requests";
import { REQUEST_ID } from "./watching/request-note";
import type { RequestWatch } from "./watching/request-watch";

const MAX_HEADER_BYTES = 16 * 1024;
/** Longer than the proxies in front keep a connection: the side that asks should be the one that ends it. */
const KEEP_ALIVE_MS = 72_000;

/** What a page of an allowed origin may send; a browser asks before it sends one of these. */
const ASKING_HEADERS = ["content-type", "apollo-require-preflight", "if-none-match", REQUEST_ID, COST_HEADER];
/** Only where they are read. */
const TRACE_HEADERS = ["traceparent", "tracestate"];

/** Where the lines of the log go. */
export interface LogStream {
  write(line: string): void;
}

export interface AppParts {
  readonly config: Config;
  /** Gets each request that comes in by a connection first; null where no answers are kept. */
  readonly front: CachedAnswers | null;
  readonly watch: RequestWatch;
  readonly logStream: LogStream;
}

/** Fastify with its plugins, without a route. */
export async function createApp({ config, front, watch, logStream }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.log, stream: logStream, serializers: { req: describeRequest } },
    // Fastify's own lines know neither the question nor the database; see request-log.ts.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => watch.noteOf(request).id,
    bodyLimit: config.limits.maxBodyKb * 1024,
    serverFactory: (ordinary) => createHttpServer(config, front, ordinary),
    // Clients that wait between two requests must not hold up the end.
    forceCloseConnections: "idle",
    clientErrorHandler: (error, socket) => answerClientError(error, socket, watch),
    frameworkErrors: answerUnreadable,
  });
  noteRequests(app, watch);
  await addPlugins(app, config);
  return app;
}

function createHttpServer(config: Config, front: CachedAnswers | null, ordinary: OrdinaryWay): Server {
  const options = {
    // The headers are part of the request; Node refuses to start with more time for the part than for all.
    headersTimeout: Math.min(config.headersTimeoutMs, config.requestTimeoutMs),
    requestTimeout: config.requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  if (front === null) return createServer(options, ordinary);
  return createServer(options, (request, response) => front.receive(request, response, ordinary));
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
  readUtf8Bodies(app);
  await app.register(helmet, {
    // Pages bring their own; an answer in JSON needs nothing.
    contentSecurityPolicy: { useDefaults: false, directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] } },
    // TLS ends at the proxy, whose word this is.
    strictTransportSecurity: false,
  });
  await app.register(cors, {
    origin: config.corsOrigins.length > 0 ? [...config.corsOrigins] : false,
    methods: ["GET", "POST"],
    allowedHeaders: [...ASKING_HEADERS, ...(config.otlpEndpoint === undefined ? [] : TRACE_HEADERS)],
    exposedHeaders: [REQUEST_ID, "retry-after", "etag"],
  });
  spareRequests(app);
  await app.register(compress, {
    encodings: ["gzip", "deflate"],
    requestEncodings: [...BODY_ENCODINGS, "identity"],
    threshold: PACK_FROM_BYTES,
  });
}
