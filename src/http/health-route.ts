import type { FastifyInstance } from "fastify";

export type Readiness = "starting" | "ready" | "database unavailable" | "stopping";

const CHECK_INTERVAL_MS = 2000;
const CHECK_TIMEOUT_MS = 2000;

/** Asks the engine for a sign of life every two seconds, one question at a time. */
export class ReadinessCheck {
  private state: Readiness = "starting";
  private asking = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ask: () => Promise<unknown>) {}

  async start(): Promise<void> {
    await this.check();
    this.timer = setInterval(() => void this.check(), CHECK_INTERVAL_MS);
    this.timer.unref();
  }

  current(): Readiness {
    return this.state;
  }

  stop(): void {
    clearInterval(this.timer);
    this.state = "stopping";
  }

  private async check(): Promise<void> {
    // A frozen database must not collect one waiting question every two seconds.
    if (this.asking) return;
    this.asking = true;
    const late = setTimeout(() => this.become("database unavailable"), CHECK_TIMEOUT_MS);
    try {
      await this.ask();
      this.become("ready");
    } catch {
      this.become("database unavailable");
    } finally {
      clearTimeout(late);
      this.asking = false;
    }
  }

  private become(state: Readiness): void {
    if (this.state !== "stopping") this.state = state;
  }
}

/** `/health` says that the process runs; `/ready` whether it can answer. Neither names versions, hosts or counts. */
export function addHealthRoutes(app: FastifyInstance, readiness: ReadinessCheck): void {
  app.get("/health", (_request, reply) => void reply.header("cache-control", "no-store").send({ status: "ok" }));
  app.get("/ready", (_request, reply) => {
    const status = readiness.current();
    void reply.code(status === "ready" ? 200 : 503);
    void reply.header("cache-control", "no-store").send({ status });
  });
}
