import type { FastifyInstance } from "fastify";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { Admission } from "./admission/admission";
import type { DataVersion } from "./data/data-version";
import type { ReadinessCheck } from "./health-route";
import type { Metrics } from "./watching/metrics";
import { serveMetrics } from "./watching/metrics-server";
import type { Traces } from "./watching/traces";

/** What begins with the server, and ends with it. */
export interface RunningParts {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly readiness: ReadinessCheck;
  readonly admission: Admission;
  readonly version: DataVersion;
  readonly apollo: { stop(): Promise<void> };
  readonly traces: Traces | null;
  readonly metrics: Metrics | null;
}

/** The HTTP side of Quoth, from the first connection to the last. */
export class QuothServer {
  readonly app: FastifyInstance;
  private metricsServer: Awaited<ReturnType<typeof serveMetrics>> | null = null;

  constructor(private readonly parts: RunningParts) {
    this.app = parts.app;
  }

  /** Where /metrics is, such as http://127.0.0.1:9464; null where it is nowhere. */
  metricsAddress(): string | null {
    return this.metricsServer?.address ?? null;
  }

  /** @returns the address that it listens on, such as http://127.0.0.1:4000. @throws CannotRun */
  async listen(): Promise<string> {
    const { app, config, readiness, admission, metrics } = this.parts;
    await readiness.start();
    admission.delay.start();
    app.server.maxConnections = config.maxConnections;
    if (metrics) this.metricsServer = await listenForMetrics(metrics, config);
    return listen(app, config);
  }

  /** No new connections; requests at work finish within the grace time, then are cut. */
  async close(): Promise<void> {
    const { app, config, readiness, admission, version, apollo, traces } = this.parts;
    readiness.stop();
    admission.delay.stop();
    version.stop();
    await closeWithin(app, config.shutdownTimeoutMs);
    await apollo.stop();
    await traces?.stop();
    await this.metricsServer?.close();
  }
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
