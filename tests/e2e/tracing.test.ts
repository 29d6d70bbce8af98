import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { post } from "../http/send";
import { ensureBuilt, exitOf, startQuoth, untilSaid } from "../support/built-cli";
import { TraceCollector } from "../support/trace-collector";
import type { CollectedSpan } from "../support/trace-collector";

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);

const folder = mkdtempSync(join(tmpdir(), "quoth-tracing-"));
const loaded = join(folder, "loaded.json");
const hook = join(folder, "hook.cjs");
writeFileSync(
  hook,
  `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(loaded)}, JSON.stringify(Object.keys(require.cache))));`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a server that tells at its end which packages it has loaded. */
async function start(environment: Record<string, string>): Promise<{ server: ChildProcess; address: string }> {
  const settings = { QUOTH_DATA_DIR: join(folder, "store"), QUOTH_PORT: "0", NODE_OPTIONS: `--require ${hook}` };
  const server = startQuoth([], { ...settings, ...environment });
  const [, address = ""] = await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/);
  return { server, address };
}

/** Tells the server to stop, and waits until it has. */
async function stop(server: ChildProcess): Promise<{ exitCode: number | null; ms: number; packages: string[] }> {
  const begunAt = performance.now();
  server.kill("SIGTERM");
  const exitCode = await exitOf(server);
  const files = JSON.parse(readFileSync(loaded, "utf8")) as string[];
  const packages = files.map((file) => /node_modules\/(@opentelemetry\/[^/]+)/.exec(file)?.[1] ?? "");
  return { exitCode, ms: performance.now() - begunAt, packages: [...new Set(packages)].filter((name) => name !== "") };
}

const PARENT = { trace: "4bf92f3577b34da6a3ce929d0e0e4736", span: "00f067aa0ba902b7" };
const TWO =
  'query SecretName { people(first: 2, where: { name: { contains: "hush-hush" } }) { nodes { name } } events(first: 1) { nodes { id } } }';
const NAMES = "{ people(first: 1) { nodes { name } } }";

describe("traces of a server at work", () => {
  const collector = new TraceCollector();
  let stopped: Awaited<ReturnType<typeof stop>>;
  beforeAll(async () => {
    const { server, address } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen() });
    await post(address, { query: TWO }, { traceparent: `00-${PARENT.trace}-${PARENT.span}-01`, "x-request-id": "two" });
    await post(address, { query: NAMES }, { "x-request-id": "first" });
    await post(address, { query: NAMES }, { "x-request-id": "again" });
    await post(address, { query: NAMES }, { traceparent: `00-${"a".repeat(32)}-${PARENT.span}-00`, "x-request-id": "unsampled" });
    await post(address, { query: "{ people(first: 1000) { nodes { name } } }" }, { "x-request-id": "refused" });
    stopped = await stop(server);
  }, 60_000);
  afterAll(() => collector.close());

  const requestSpan = (id: string): CollectedSpan | undefined =>
    collector.spans.find(({ attributes }) => attributes["quoth.request_id"] === id);
  const below = (parent: CollectedSpan | undefined): CollectedSpan[] =>
    collector.spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId);

  it("have a span for the request within the caller's trace", () => {
    expect(requestSpan("two")).toMatchObject({
      ...{ traceId: PARENT.trace, parentSpanId: PARENT.span, name: "POST /graphql", kind: 2 },
      attributes: { "http.request.method": "POST", "http.route": "/graphql", "http.response.status_code": 200, "quoth.statements": 2 },
    });
  });

  it("have spans below it for preparing and for each statement with root field and rows, one after the other", () => {
    const request = requestSpan("two");
    const parts = below(request).sort((a, b) => a.startTimeUnixNano.localeCompare(b.startTimeUnixNano));
    expect(parts.map(({ name, attributes }) => [name, attributes["quoth.root_field"], attributes["db.response.returned_rows"]])).toEqual([
      ["validate and compile", undefined, undefined],
      ["statement people", "people", 1],
      ["statement events", "events", 1],
    ]);
    const [prepared, asked] = parts;
    const times = [request?.startTimeUnixNano, prepared?.startTimeUnixNano, prepared?.endTimeUnixNano, asked?.endTimeUnixNano];
    expect(times).toEqual([...times].sort());
    expect(BigInt(request?.endTimeUnixNano ?? 0) >= BigInt(asked?.endTimeUnixNano ?? 0)).toBe(true);
  });

  it("hold neither values nor texts of callers", () => {
    expect(collector.bodies).toContain('"quoth.document"');
    expect(collector.bodies).not.toMatch(/hush|SecretName|contains|MATCH/);
  });

  it("begin a trace of their own where the caller has none, and show that an answer came from the cache", () => {
    const [first, again] = [requestSpan("first"), requestSpan("again")];
    expect([first?.parentSpanId, first?.traceId === again?.traceId]).toEqual([undefined, false]);
    expect([first?.attributes["quoth.cache"], again?.attributes["quoth.cache"], below(again)]).toEqual(["miss", "hit", []]);
  });

  it("leave out what the caller does not want traced", () => {
    expect(requestSpan("unsampled")).toBeUndefined();
  });

  it("name the code of a refusal, which asks the database nothing", () => {
    expect(requestSpan("refused")?.attributes["quoth.codes"]).toEqual({ values: [{ stringValue: "BAD_USER_INPUT" }] });
    expect(below(requestSpan("refused")).map(({ name }) => name)).toEqual(["validate and compile"]);
  });

  it("are sent to the last one before the server ends, under its name and version", () => {
    expect([stopped.exitCode, collector.resource]).toMatchObject([0, { "service.name": "quoth", "service.version": "0.1.0" }]);
    expect(stopped.packages).toContain("@opentelemetry/sdk-trace");
  });
});

describe("a server without a collector", () => {
  it("loads nothing of the library of traces where none is set", async () => {
    const { server, address } = await start({});
    await post(address, { query: NAMES });
    // The metrics' library brings the bare interface along.
    expect((await stop(server)).packages.filter((name) => name !== "@opentelemetry/api")).toEqual([]);
  });

  it("answers, says that traces are lost, and ends in time where it is down", async () => {
    const { server, address } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" });
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    expect((await post(address, { query: NAMES })).status).toBe(200);
    const { exitCode, ms } = await stop(server);
    expect([exitCode, ms < 5000, said]).toEqual([0, true, expect.stringContaining("traces were lost")]);
  });
});
