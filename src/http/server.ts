import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { limitRequests } from "../api/limit-requests";
import type { RequestContext } from "../api/request/request-context";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import type { DatasetSummary } from "./dataset-summary";
import { QueryExecutor } from "../executor/query-executor";
import { Admission } from "./admission";
import { CachedAnswers } from "./cached-answers";
import { ConditionalGet } from "./conditional-get";
import { CostGate } from "./cost-gate";
import { createApp } from "./create-app";
import type { LogStream } from "./create-app";
import { DataAge } from "./data-age";
import { DataVersion } from "./data-version";
import type { VersionSource } from "./data-version";
import { tagSalt } from "./entity-tag";
import { addExplorerRoutes, createStartPage } from "./explorer-route";
import { createErrorFormatter } from "./format-error";
import type { ErrorLog } from "./format-error";
import { FormerIds } from "./former-ids";
import { addGraphQLRoute } from "./graphql-route";
import type { GraphQLRouteParts } from "./graphql-route";
import { addHealthRoutes, ReadinessCheck } from "./health-route";
import type { HttpContext } from "./http-context";
import { installHttpErrors } from "./http-errors";
import { Metrics } from "./metrics";
import { serveMetrics } from "./metrics-server";
import { OncePerVersion } from "./once-per-version";
import type { ReadyQuestion } from "./read-questions";
import { createRequestLog } from "./request-log";
import type { InfoLog } from "./request-log";
import type { RequestNote } from "./request-note";
import { RequestWatch } from "./request-watch";
import type { Traces } from "./traces";
import { watchedEngine } from "./watched-engine";

interface WarningLog {
  warn(details: object, message: string): void;
}

export interface ServerParts {
  readonly config: Config;
  readonly engine: RequestContext["engine"] & Pick<GraphEngine, "name" | "health" | "load">;
  readonly schema: GraphQLSchema;
  readonly questions: readonly ReadyQuestion[];
  readDatasets(): Promise<readonly DatasetSummary[]>;
  readonly dataVersion: VersionSource;
  /** When the data last changed (ISO 8601); null before the first load. */
  readDataChange(): Promise<string | null>;
  /** The version of Quoth: another one may answer the same question otherwise. */
  readonly quoth: string;
  /** Takes the lines of the log; stderr unless given. */
  readonly logStream?: LogStream;
}

export interface QuothServer {
  readonly app: FastifyInstance;
  /** @returns the address that it listens on, such as http://127.0.0.1:4000. @throws CannotRun */
  listen(): Promise<string>;
  /** Where /metrics is, such as http://127.0.0.1:9464; null where it is nowhere. */
  metricsAddress(): string | null;
  /** No new connections; requests at work finish within the grace time, then are cut. */
  close(): Promise<void>;
}

/** The whole HTTP side of Quoth; nothing listens before `listen`. */
export async function createServer(parts: ServerParts): Promise<QuothServer> {
  const { config, engine } = parts;
  const version = new DataVersion(parts.dataVersion);
  const once = new OncePerVersion(version);
  const formerIds = new FormerIds(engine, once);
  const watch = new RequestWatch();
  const gate = createGate(config);
  const readiness = new ReadinessCheck(() => engine.health());
  const admission = new Admission(config, () => readiness.current() === "database unavailable");
  const cached = createCache(config, version, watch, gate);
  const app = await createApp({ config, front: cached, watch, logStream: parts.logStream ?? process.stderr });
  const metrics = createMetrics(parts, { version, cached, admission, app });
  const traces = await openTraces(parts, app.log);
  tellListeners(watch, { log: isLogged(config) ? app.log : null, metrics, traces });
  installHttpErrors(app, config.limits.maxBodyKb, app.log);
  addHealthRoutes(app, readiness);
  if (config.pages) addExplorerRoutes(app);
  const apollo = await addGraphQLRoute(app, {
    ...graphqlParts(parts, version, app.log),
    createContext: (request, signal) => ({
      ...createContext(askedBy(engine, signal), config, watch.noteOf(request.raw), metrics),
      charge: (points) => gate?.take(request.raw, points) ?? null,
      hasFormerIds: () => formerIds.any(),
      oncePerVersion: (name, read) => once.find(name, read),
    }),
    admission,
    gate,
    watch,
    cached,
  });
  let metricsServer: Awaited<ReturnType<typeof serveMetrics>> | null = null;
  return {
    app,
    metricsAddress: () => metricsServer?.address ?? null,
    async listen() {
      await readiness.start();
      admission.delay.start();
      app.server.maxConnections = config.maxConnections;
      if (metrics) metricsServer = await listenForMetrics(metrics, config);
      return listen(app, config);
    },
    async close() {
      readiness.stop();
      admission.delay.stop();
      version.stop();
      await closeWithin(app, config.shutdownTimeoutMs);
      await apollo.stop();
      await traces?.stop();
      await metricsServer?.close();
    },
  };
}

/** The engine for one request: its statements end when nobody waits for their rows. */
function askedBy(engine: ServerParts["engine"], signal: AbortSignal): RequestContext["engine"] {
  return { dialect: engine.dialect, read: (statement) => engine.read(statement, signal) };
}

type StaticParts = Omit<GraphQLRouteParts, "createContext" | "admission" | "gate" | "watch" | "cached">;

/** Whatever of the route does not depend on who watches it. */
function graphqlParts(parts: ServerParts, version: DataVersion, log: ErrorLog): StaticParts {
  const { config, schema, questions } = parts;
  const { introspection, limits } = config;
  const owners = new WeakMap<object, string>();
  const idOf = (error: unknown): string | undefined => owners.get(Object(error) as object);
  return {
    schema,
    limits: limitRequests(schema, limits),
    executor: new QueryExecutor(schema),
    formatError: createErrorFormatter({ introspection, maxTokens: limits.maxTokens, log, idOf }),
    notes: { withWords: config.logVariables, claim: (error, id) => void owners.set(error, id) },
    introspection,
    maxTokens: limits.maxTokens,
    conditional: new ConditionalGet(version, tagSalt(parts.quoth, introspection, limits)),
    showPage: config.pages ? createStartPage(questions, () => parts.readDatasets()) : null,
  };
}

function createContext(
  engine: RequestContext["engine"],
  config: Config,
  note: RequestNote,
  metrics: Metrics | null,
): Omit<HttpContext, "charge" | "hasFormerIds" | "oncePerVersion"> {
  const engineFor = (field: string): RequestContext["engine"] =>
    watchedEngine({ engine, note, field, onStatement: metrics && ((ms) => metrics.statement(field, ms)) });
  return { engine, engineFor, limits: config.limits, note };
}

/** Loaded only where they are wanted: the library is large. */
async function openTraces({ config, engine, quoth }: ServerParts, log: WarningLog): Promise<Traces | null> {
  const { otlpEndpoint: endpoint, tracePercent: percent } = config;
  if (endpoint === undefined) return null;
  const { openOtlpTraces } = await import("./otlp-traces.js");
  const onLoss = (reason: string): void => log.warn({ reason }, "traces were lost: the collector did not take them");
  return openOtlpTraces({ endpoint, percent, quoth, engine: engine.name, onLoss });
}

interface Listeners {
  /** Null where requests are not logged. */
  readonly log: InfoLog | null;
  readonly metrics: Metrics | null;
  readonly traces: Traces | null;
}

function tellListeners(watch: RequestWatch, { log, metrics, traces }: Listeners): void {
  if (log) watch.tell(createRequestLog(log));
  if (metrics) watch.tell((note, end) => metrics.request(note, end));
  if (traces) watch.tellWithTraces(traces.request);
}

function isLogged({ log: level }: Config): boolean {
  return level === "info" || level === "debug";
}

interface Measured {
  readonly version: DataVersion;
  readonly cached: CachedAnswers | null;
  readonly admission: Admission;
  readonly app: FastifyInstance;
}

function createMetrics(parts: ServerParts, { version, cached, admission, app }: Measured): Metrics | null {
  const { config, engine } = parts;
  if (config.metricsPort === undefined) return null;
  const age = new DataAge({ version: () => version.settle(), changedAt: () => parts.readDataChange() });
  return new Metrics({
    engineLoad: () => engine.load(),
    questions: () => admission.line,
    cacheBytes: () => cached?.bytes ?? 0,
    connections: async () => new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count))),
    dataState: () => age.state(),
  });
}

async function listenForMetrics(metrics: Metrics, { metricsHost, metricsPort = 0 }: Config): ReturnType<typeof serveMetrics> {
  try {
    return await serveMetrics(metrics, metricsHost, metricsPort);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotRun(
      `Cannot serve metrics on ${metricsHost}:${String(metricsPort)} (${code ?? "unknown"}). Choose another address or port (QUOTH_METRICS_HOST, QUOTH_METRICS_PORT).`,
      { cause: error },
    );
  }
}

function createGate({ costPerMinute: pointsPerMinute, trustedProxies }: Config): CostGate | null {
  return pointsPerMinute === 0 ? null : new CostGate({ pointsPerMinute, trustedProxies });
}

function createCache(config: Config, version: DataVersion, watch: RequestWatch, gate: CostGate | null): CachedAnswers | null {
  if (config.answerCacheMb === 0) return null;
  return new CachedAnswers({
    limitBytes: config.answerCacheMb * 1024 * 1024,
    maxBodyBytes: config.limits.maxBodyKb * 1024,
    version,
    watch,
    gate,
  });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new CannotRun(
        `Port ${String(port)} of ${host} is taken, perhaps by another Quoth. Stop it, or choose another port (--port, QUOTH_PORT).`,
        { cause: error },
      );
    throw new CannotRun(
      `Cannot listen on ${host}:${String(port)} (${code ?? "unknown"}). Choose another address or port (QUOTH_HOST, QUOTH_PORT).`,
      { cause: error },
    );
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
