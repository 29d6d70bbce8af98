import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { limitRequests } from "../api/limit-requests";
import type { RequestContext } from "../api/request/request-context";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import type { DatasetSummary } from "./dataset-summary";
import { createExecutor } from "../executor/execute-query";
import { CachedAnswers } from "./cached-answers";
import { ConditionalGet } from "./conditional-get";
import { createApp } from "./create-app";
import type { LogStream } from "./create-app";
import { DataVersion } from "./data-version";
import type { VersionSource } from "./data-version";
import { tagSalt } from "./entity-tag";
import { addExplorerRoutes, createStartPage } from "./explorer-route";
import { createErrorFormatter } from "./format-error";
import { addGraphQLRoute } from "./graphql-route";
import { addHealthRoutes, ReadinessCheck } from "./health-route";
import { installHttpErrors } from "./http-errors";
import type { ReadyQuestion } from "./read-questions";
import { createRequestLog } from "./request-log";
import type { InfoLog } from "./request-log";
import { RequestWatch } from "./request-watch";
import { watchedEngine } from "./watched-engine";

export interface ServerParts {
  readonly config: Config;
  readonly engine: RequestContext["engine"] & Pick<GraphEngine, "health">;
  readonly schema: GraphQLSchema;
  readonly questions: readonly ReadyQuestion[];
  readDatasets(): Promise<readonly DatasetSummary[]>;
  readonly dataVersion: VersionSource;
  /** The version of Quoth: another one may answer the same question otherwise. */
  readonly quoth: string;
  /** Takes the lines of the log; stderr unless given. */
  readonly logStream?: LogStream;
}

export interface QuothServer {
  readonly app: FastifyInstance;
  /** @returns the address that it listens on, such as http://127.0.0.1:4000. @throws CannotRun */
  listen(): Promise<string>;
  /** No new connections; requests at work finish within the grace time, then are cut. */
  close(): Promise<void>;
}

/** The whole HTTP side of Quoth; nothing listens before `listen`. */
export async function createServer(parts: ServerParts): Promise<QuothServer> {
  const { config, engine } = parts;
  const version = new DataVersion(parts.dataVersion);
  const watch = createWatch(config, () => app.log);
  const cached = createCache(config, version, watch);
  const app = await createApp({ config, front: cached, watch, logStream: parts.logStream ?? process.stderr });
  const owners = new WeakMap<object, string>();
  installHttpErrors(app, config.limits.maxBodyKb, app.log);
  const readiness = new ReadinessCheck(() => engine.health());
  addHealthRoutes(app, readiness);
  if (config.pages) addExplorerRoutes(app);
  const { introspection } = config;
  const apollo = await addGraphQLRoute(app, {
    schema: parts.schema,
    limits: limitRequests(parts.schema, config.limits),
    executor: createExecutor(parts.schema),
    formatError: createErrorFormatter({
      introspection,
      maxTokens: config.limits.maxTokens,
      log: app.log,
      idOf: (error) => owners.get(Object(error) as object),
    }),
    notes: { withWords: config.logVariables, claim: (error, id) => void owners.set(error, id) },
    introspection,
    maxTokens: config.limits.maxTokens,
    createContext(request) {
      const note = watch.noteOf(request.raw);
      return { engine: watchedEngine({ engine, note }), limits: config.limits, note };
    },
    onUnchanged: (request) => void (watch.noteOf(request.raw).cache = "hit"),
    conditional: new ConditionalGet(version, tagSalt(parts.quoth, introspection, config.limits)),
    cached,
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
      version.stop();
      await closeWithin(app, config.shutdownTimeoutMs);
      await apollo.stop();
    },
  };
}

function createWatch(config: Config, log: () => InfoLog): RequestWatch {
  const isLogged = config.log === "info" || config.log === "debug";
  // The log is there when the first request is.
  const requestLog = createRequestLog({ info: (...line) => log().info(...line), debug: (...line) => log().debug(...line) });
  return new RequestWatch(isLogged ? [requestLog] : []);
}

function createCache(config: Config, version: DataVersion, watch: RequestWatch): CachedAnswers | null {
  if (config.answerCacheMb === 0) return null;
  return new CachedAnswers({
    limitBytes: config.answerCacheMb * 1024 * 1024,
    maxBodyBytes: config.limits.maxBodyKb * 1024,
    version,
    watch,
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
