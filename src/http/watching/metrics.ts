import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { EngineLoad } from "../../graph/engine";
import type { DataState } from "../data/data-age";
import type { CacheUse, RequestNote } from "./request-note";
import type { RequestEnd } from "./request-watch";

/** What is asked only when the metrics are. */
export interface MetricSources {
  engineLoad(): EngineLoad;
  questions(): { readonly atWork: number; readonly waiting: number };
  cacheBytes(): number;
  connections(): Promise<number>;
  /** Null where it is not known. */
  dataState(): Promise<DataState | null>;
}

/** Seconds; from the answer out of memory to the statement that is given up. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/**
 * What Prometheus reads. Every label has few values, none of them chosen by callers: routes, codes and root fields are
 * Quoth's own, and names of operations are no label at all.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Counter<"route" | "status">;
  private readonly errors: Counter<"code">;
  private readonly left: Counter;
  private readonly cacheUse: Counter<"result">;
  private readonly requestSeconds: Histogram<"cache">;
  private readonly statementSeconds: Histogram<"field">;

  constructor(sources: MetricSources) {
    const registers = [this.registry];
    const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> =>
      new Counter({ name, help, labelNames, registers });
    const histogram = <Label extends string>(name: string, help: string, label: Label): Histogram<Label> =>
      new Histogram({ name, help, labelNames: [label], buckets: BUCKETS, registers });
    this.requests = counter("quoth_requests_total", "Requests that have ended, by path and HTTP status.", "route", "status");
    this.errors = counter("quoth_errors_total", "Errors in answers, by code.", "code");
    this.left = counter("quoth_clients_left_total", "Requests whose client left before it had its answer.");
    this.cacheUse = counter("quoth_answer_cache_requests_total", "Questions by where their answer came from.", "result");
    this.requestSeconds = histogram("quoth_request_duration_seconds", "From the arrival of a question to the end of its answer.", "cache");
    this.statementSeconds = histogram("quoth_statement_duration_seconds", "Statements to the database, by root field.", "field");
    addGauges(sources, this.registry);
    collectDefaultMetrics({ register: this.registry });
  }

  /** @param field of the schema's `Query` */
  statement(field: string, ms: number): void {
    this.statementSeconds.observe({ field }, ms / 1000);
  }

  request({ route, cache, codes }: RequestNote, { status, ms, left }: RequestEnd): void {
    this.requests.inc({ route: route ?? "none", status: String(status) });
    for (const code of codes) this.errors.inc({ code });
    if (left) this.left.inc();
    if (route === "/graphql") this.question(cache, ms);
  }

  /** @returns its media type, and the text */
  async print(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private question(cache: CacheUse, ms: number): void {
    this.cacheUse.inc({ result: cache });
    this.requestSeconds.observe({ cache }, ms / 1000);
  }
}

function addGauges(sources: MetricSources, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  };
  gauge("quoth_answer_cache_bytes", "Memory of the answers that are kept.", () => sources.cacheBytes());
  gauge("quoth_questions_at_work", "Questions that are being answered, not from the cache.", () => sources.questions().atWork);
  gauge("quoth_questions_waiting", "Questions in line.", () => sources.questions().waiting);
  gauge("quoth_statements_at_work", "Statements that have a connection or a slot.", () => sources.engineLoad().atWork);
  gauge("quoth_statements_at_once", "Statements that may have one at once.", () => sources.engineLoad().atOnce);
  gauge("quoth_statements_waiting", "Statements that wait for one.", () => sources.engineLoad().waiting);
  gauge("quoth_connections", "Connections of clients.", () => sources.connections());
  addDataGauges(sources, registry);
}

function addDataGauges(sources: MetricSources, registry: Registry): void {
  const age = new Gauge({ name: "quoth_data_age_seconds", help: "Since a load last changed the data.", registers: [registry] });
  new Gauge({
    name: "quoth_data_version_info",
    help: "1 for the version that the data has; absent while it is not known.",
    labelNames: ["version"],
    registers: [registry],
    async collect() {
      // Each version comes once: those of before must not pile up.
      this.reset();
      const state = await sources.dataState();
      if (state === null) return age.set(NaN);
      this.set({ version: state.version }, 1);
      age.set(state.ageSeconds);
    },
  });
}
