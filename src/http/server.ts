import type { IncomingMessage } from "node:http";
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
import { DataVersion } from "./data-version";
import type { VersionSource } from "./data-version";
import { tagSalt } from "./entity-tag";
import { addExplorerRoutes, createStartPage } from "./explorer-route";
import { createErrorFormatter } from "./format-error";
import { addGraphQLRoute } from "./graphql-route";
import { addHealthRoutes, ReadinessCheck } from "./health-route";
import { installHttpErrors } from "./http-errors";
import type { ReadyQuestion } from "./read-questions";

export interface ServerParts {
  readonly config: Config;
  readonly engine: RequestContext["engine"] & Pick<GraphEngine, "health">;
  readonly schema: GraphQLSchema;
  readonly questions: readonly ReadyQuestion[];
  readDatasets(): Promise<readonly DatasetSummary[]>;
  readonly dataVersion: VersionSource;
  /** The version of Quoth: another one may answer the same question otherwise. */
  readonly quoth: string;
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
  const cached = createCache(config, version, (request) => app.log.info({ req: request }, "answered from the cache"));
  const app = await createApp(config, cached);
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
    createContext: (signal) => ({ engine: askedBy(engine, signal), limits: config.limits }),
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

/** The engine for one request: its statements end when nobody waits for their rows. */
function askedBy(engine: ServerParts["engine"], signal: AbortSignal): RequestContext["engine"] {
  return { dialect: engine.dialect, read: (statement) => engine.read(statement, signal) };
}

function createCache(config: Config, version: DataVersion, log: (request: IncomingMessage) => void): CachedAnswers | null {
  if (config.answerCacheMb === 0) return null;
  return new CachedAnswers({
    limitBytes: config.answerCacheMb * 1024 * 1024,
    maxBodyBytes: config.limits.maxBodyKb * 1024,
    version,
    // A line for each request is for debugging.
    onHit: config.log === "debug" ? log : undefined,
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
