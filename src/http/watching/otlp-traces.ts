import { ROOT_CONTEXT, SpanKind, SpanStatusCode, defaultTextMapGetter, trace } from "@opentelemetry/api";
import type { Attributes, Context, Span, Tracer } from "@opentelemetry/api";
import { ExportResultCode, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import type { Resource } from "@opentelemetry/resources";
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";
import type { SpanExporter } from "@opentelemetry/sdk-trace";
import { within } from "../within";
import type { RequestNote } from "./request-note";
import type { RequestTrace, StatementTrace } from "./request-trace";
import type { RequestEnd } from "./request-watch";
import type { TraceOptions, Traces } from "./traces";

/** A collector that is down must not hold up the end of the server. */
const STOP_MS = 2000;
/** Of what is told when traces are lost: batches go out every five seconds. */
const TELL_EVERY_MS = 60_000;
const SYSTEMS = { neo4j: "neo4j", embedded: "grafeo" } as const;
const KINDS = { prepare: SpanKind.INTERNAL, statement: SpanKind.CLIENT } as const;

/**
 * Traces by OTLP over HTTP, as JSON. Spans are made when the request has ended, out of its note: while it is answered,
 * nothing is done but looking at the clock. The names of OTEL_EXPORTER_OTLP_HEADERS and the like are read by the library.
 * Neither values nor texts of callers are in them.
 * @see https://opentelemetry.io/docs/specs/otlp/
 */
export function openOtlpTraces(options: TraceOptions): Traces {
  const exporter = tellingOfLoss(new OTLPTraceExporter({ url: tracesAddress(options.endpoint) }), options.onLoss);
  const provider = new TracerProvider({
    resource: resourceOf(options.quoth),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.percent / 100) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer("quoth", options.quoth);
  const propagator = new W3CTraceContextPropagator();
  return {
    request(note, end) {
      if (note.trace === null) return;
      const parent = propagator.extract(ROOT_CONTEXT, note.trace.headers, defaultTextMapGetter);
      traceRequest(tracer, parent, { note, trace: note.trace, end, system: SYSTEMS[options.engine] });
    },
    async stop() {
      if (!(await isDoneWithin(STOP_MS, provider.shutdown()))) options.onLoss(`no answer within ${String(STOP_MS / 1000)} s of the end`);
    },
  };
}

interface EndedRequest {
  readonly note: RequestNote;
  readonly trace: RequestTrace;
  readonly end: RequestEnd;
  readonly system: string;
}

function traceRequest(tracer: Tracer, parent: Context, request: EndedRequest): void {
  const { note, trace: traced, end, system } = request;
  const name = note.route === null ? traced.method : `${traced.method} ${note.route}`;
  // One offset for the whole request: the library has one for each span, rounded to a millisecond, which puts spans out of their order.
  const clock = Date.now() - performance.now();
  const startTime = clock + note.begunAt;
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, startTime, attributes: attributesOf(request) }, parent);
  if (span.isRecording()) {
    const own = trace.setSpan(parent, span);
    const { preparing } = traced;
    if (preparing)
      tracer
        .startSpan("validate and compile", { kind: KINDS.prepare, startTime: clock + preparing.begunAt }, own)
        .end(preparing.endedAt === undefined ? undefined : clock + preparing.endedAt);
    for (const statement of traced.statements) traceStatement(tracer, own, statement, { system, clock });
  }
  // By the conventions a server's span fails with the server, not with what a client asked.
  if (end.status >= 500) fail(span, note.codes[0]);
  span.end(startTime + end.ms);
}

function traceStatement(
  tracer: Tracer,
  parent: Context,
  { field, begunAt, endedAt, rows, code }: StatementTrace,
  { system, clock }: { readonly system: string; readonly clock: number },
): void {
  const attributes = { "db.system.name": system, "db.response.returned_rows": rows, "quoth.root_field": field };
  const span = tracer.startSpan(`statement ${field}`, { kind: KINDS.statement, startTime: clock + begunAt, attributes }, parent);
  if (code !== null) fail(span, code);
  span.end(clock + endedAt);
}

function attributesOf({ note, trace: { method }, end: { status, left } }: EndedRequest): Attributes {
  const { id, route, question, cache, statements, rows, codes } = note;
  return {
    "http.request.method": method,
    "http.response.status_code": status,
    ...(route !== null && { "http.route": route }),
    "quoth.request_id": id,
    "quoth.cache": cache,
    "quoth.statements": statements,
    "quoth.rows": rows,
    ...(question.cost !== null && { "quoth.cost": question.cost }),
    ...(question.document !== null && { "quoth.document": question.document }),
    ...(codes.length > 0 && { "quoth.codes": [...codes] }),
    ...(left && { "quoth.client_left": true }),
  };
}

function fail(span: Span, code = "INTERNAL_SERVER_ERROR"): void {
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win. */
function resourceOf(quoth: string): Resource {
  const own = resourceFromAttributes({ "service.name": "quoth", "service.version": quoth });
  return own.merge(detectResources({ detectors: [envDetector] }));
}

function tracesAddress(endpoint: string): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/v1/traces`;
  return url.href;
}

/** The library loses them without a word. */
function tellingOfLoss(exporter: SpanExporter, onLoss: TraceOptions["onLoss"]): SpanExporter {
  let toldAt = -Infinity;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== ExportResultCode.SUCCESS && performance.now() - toldAt > TELL_EVERY_MS) {
          toldAt = performance.now();
          onLoss(result.error?.message ?? "unknown");
        }
        done(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: async () => exporter.shutdown(),
  };
}

/** Whether a piece of work has ended in time, well or not: what went wrong with the last batch has been told. */
async function isDoneWithin(ms: number, work: Promise<void>): Promise<boolean> {
  const isDone = (): true => true;
  return within(ms, work.then(isDone, isDone), false);
}
