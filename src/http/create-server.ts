import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { RequestContext } from "../api/request/request-context";
import type { Config } from "../config/settings";
import type { GraphEngine } from "../graph/engine";
import { Admission } from "./admission/admission";
import { CachedAnswers } from "./answers/cached-answers";
import { ConditionalGet } from "./answers/conditional-get";
import { tagSalt } from "./answers/entity-tag";
import { createAnsweringApollo } from "./apollo/create-answering-apollo";
import { createContext } from "./apollo/create-context";
import { CostGate } from "./cost/cost-gate";
import { createApp } from "./create-app";
import type { LogStream } from "./create-app";
import { DataAge } from "./data/data-age";
import { DataVersion } from "./data/data-version";
import type { VersionSource } from "./data/data-version";
import { FormerIds } from "./data/former-ids";
import { OncePerVersion } from "./data/once-per-version";
import { installHttpErrors } from "./errors/http-errors";
import { addGraphQLRoute } from "./graphql-route";
import { addHealthRoutes, ReadinessCheck } from "./health-route";
import type { DatasetSummary } from "./pages/dataset-summary";
import { addExplorerRoutes, createStartPage } from "./pages/explorer-route";
import type { ReadyQuestion } from "./pages/read-questions";
import { QuothServer } from "./quoth-server";
import { Metrics } from "./watching/metrics";
import { createRequestLog } from "./watching/request-log";
import type { InfoLog } from "./watching/request-log";
import { RequestWatch } from "./watching/request-watch";
import type { Traces } from "./watching/traces";

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

/** The whole HTTP side of Quoth; nothing listens before `listen`. */
export async function createServer(parts: ServerParts): Promise<QuothServer> {
  const { config, engine } = parts;
  const version = new DataVersion(parts.dataVersion);
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
  const once = new OncePerVersion(version);
  const context = { config, engine, watch, gate, metrics, once, formerIds: new FormerIds(engine, once) };
  const apollo = createAnsweringApollo(config, parts.schema, app.log);
  await addGraphQLRoute(app, {
    apollo,
    createContext: (request, signal) => createContext(request.raw, signal, context),
    conditional: new ConditionalGet(version, tagSalt(parts.quoth, config.introspection, config.limits)),
    showPage: config.pages ? createStartPage(parts.questions, () => parts.readDatasets()) : null,
    admission,
    gate,
    watch,
    cached,
  });
  return new QuothServer({ app, config, readiness, admission, version, apollo, traces, metrics });
}

/** Loaded only where they are wanted: the library is large. */
async function openTraces({ config, engine, quoth }: ServerParts, log: WarningLog): Promise<Traces | null> {
  const { otlpEndpoint: endpoint, tracePercent: percent } = config;
  if (endpoint === undefined) return null;
  const { openOtlpTraces } = await import("./watching/otlp-traces.js");
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
