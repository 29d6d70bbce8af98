import { createHash } from "node:crypto";
import { connect } from "node:net";
import type { Socket } from "node:net";
import type { QuothServer } from "../../../src/http/quoth-server";
import { LogLines, untilLines } from "../log-lines";
import type { LogLine } from "../log-lines";
import { get, post, send } from "../send";
import { toyServer } from "../toy-server";

const log = new LogLines();
let server: QuothServer;
let address: string;
beforeAll(async () => {
  server = await toyServer({ QUOTH_LOG: "info" }, undefined, undefined, { logStream: log });
  address = await server.listen();
  log.all.length = 0;
});
afterAll(() => server.close());
afterEach(() => void (log.all.length = 0));

const QUERY = "query Greet($a: String) { hello(name: $a) }";
const lineOf = async (act: () => Promise<unknown>): Promise<LogLine> => {
  await act();
  const [line = {}, ...more] = await untilLines(log, 1);
  expect(more).toEqual([]);
  return line;
};

describe("the id of a request", () => {
  it("is the client's own where it is a sane one", async () => {
    const { headers } = await post(address, { query: "{ hello }" }, { "x-request-id": "abc-1_Z" });
    expect(headers["x-request-id"]).toBe("abc-1_Z");
  });

  it.each([["a".repeat(65)], ['x"}{"level":50'], ["a b"], [""]])("is made where the client's is %j", async (given) => {
    const { headers } = await post(address, { query: "{ hello }" }, { "x-request-id": given });
    expect(headers["x-request-id"]).not.toBe(given);
    expect(headers["x-request-id"]).toMatch(/^[\w-]{1,64}$/);
  });

  it("is another one for each request, from the cache or not", async () => {
    const answers = [
      await post(address, { query: "{ long }" }),
      await post(address, { query: "{ long }" }),
      await send(`${address}/nowhere`),
    ];
    expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(3);
  });

  it("goes to a request that is not readable as HTTP, too", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write("NOT HTTP\r\n\r\n"));
      socket.on("data", (chunk) => resolve(chunk.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400[^]*\r\nx-request-id: [\w-]+\r\n/);
  });

  it.each([
    ["compiled code", { query: '{ fail(how: "crash") }' }],
    ["graphql-js", { query: '{ __typename fail(how: "crash") __schema { description } }' }],
  ])("stands in a masked error that %s met, and in the line of the log that tells what it was", async (_who, body) => {
    const { json } = await post(address, body, { "x-request-id": "masked-1" });
    const error = json.errors?.[0];
    expect([error?.extensions["id"], error?.message]).toEqual(["masked-1", expect.stringContaining("masked-1")]);
    expect(log.all.find(({ msg }) => msg === "Internal error")).toMatchObject({
      id: "masked-1",
      err: { message: expect.stringContaining("hunter2") as string },
    });
  });
});

describe("the line of a request", () => {
  it("tells what was asked, what it cost, where the time went, and how it ended", async () => {
    const line = await lineOf(() => post(address, { query: QUERY, variables: { a: "first" } }, { "x-request-id": "line-1" }));
    expect(line).toMatchObject({
      id: "line-1",
      route: "/graphql",
      operation: "Greet",
      document: createHash("sha256").update(QUERY).digest("hex"),
      cost: 0,
      statements: 0,
      rows: 0,
      databaseMs: 0,
      cache: "miss",
      status: 200,
      codes: [],
    });
    expect(Number(line["ms"])).toBeGreaterThan(0);
    expect(Number(line["otherMs"])).toBeLessThanOrEqual(Number(line["ms"]));
  });

  it("tells the same of an answer from the cache, but for where it came from", async () => {
    const ask = (): Promise<unknown> => post(address, { query: QUERY, variables: { a: "twice" } });
    const [first, second] = [await lineOf(ask), await lineOf(ask)];
    const own = { id: "", time: 0, ms: 0, otherMs: 0, reqId: "" };
    expect({ ...second, ...own }).toEqual({ ...first, ...own, cache: "hit" });
  });

  it("counts an answer that the client has already as one from the cache", async () => {
    const { headers } = await get(address, { query: "{ hello }" });
    await untilLines(log, 1);
    const line = await lineOf(() => get(address, { query: "{ hello }" }, { "if-none-match": String(headers["etag"]) }));
    expect(line).toMatchObject({ status: 304, cache: "hit" });
  });

  it.each([
    ["an error of the schema", { query: "{ nope }" }, "GRAPHQL_VALIDATION_FAILED", 200],
    ["an error of a field", { query: '{ fail(how: "limit") }' }, "PAGE_TOO_LARGE", 200],
    ["a database that is away", { query: '{ fail(how: "unavailable") }' }, "DATABASE_UNAVAILABLE", 503],
    ["what is no request", { q: 1 }, "BAD_REQUEST", 400],
    ["what is no JSON", "{", "BAD_REQUEST", 400],
  ])("has the code of %s", async (_what, body, code, status) => {
    expect(await lineOf(() => post(address, body))).toMatchObject({ codes: [code], status });
  });

  it("has the code of a request that was refused before GraphQL, and no word of its address", async () => {
    const line = await lineOf(() => send(`${address}/secret-path?token=secret-token`));
    expect(line).toMatchObject({ codes: ["NOT_FOUND"], status: 404, route: null });
  });

  it("holds no value, no text of a query, no address and no header of a caller", async () => {
    const values = ["secret-variable", "secret-literal", "secret-token", "secret-path", "secret-header"];
    const query = 'query ($a: String) { hello(name: $a) b: hello(name: "secret-literal") }';
    await post(address, { query, variables: { a: "secret-variable" } }, { authorization: "secret-header" });
    await get(address, { query: '{ hello(name: "secret-literal") ' });
    await post(address, { query: "query ($a: Int!) { wait(ms: $a) }", variables: { a: "secret-variable" } });
    await send(`${address}/secret-path?token=secret-token`);
    await untilLines(log, 4);
    expect(values.filter((value) => log.text.includes(value))).toEqual([]);
  });

  it("cuts a name that has no end", async () => {
    const line = await lineOf(() => post(address, { query: `query ${"N".repeat(500)} { hello }` }));
    expect(line["operation"]).toBe("N".repeat(64));
  });

  it("is there once for a client that leaves in mid-answer, and nothing else is", async () => {
    const arrive = (_: unknown, index: number): Promise<Socket> =>
      new Promise((resolve) => {
        // Each asks in words of its own: the answer to the first would be kept, and be there before the others leave.
        const text = JSON.stringify({ query: `{ wait(ms: 5000) hello(name: "${String(index)}") }` });
        const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(text.length)}\r\n\r\n`;
        const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write(head + text, () => resolve(socket)));
      });
    const clients = await Promise.all(Array.from({ length: 20 }, arrive));
    await new Promise((resolve) => setTimeout(resolve, 800));
    for (const client of clients) client.destroy();
    const everything = log.all;
    while (everything.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(everything).toHaveLength(20);
    expect(everything.filter(({ msg, left, level }) => msg !== "request" || left !== true || level !== 30)).toEqual([]);
  });

  it("is not written for signs of life, unless for debugging", async () => {
    await send(`${address}/health`);
    await send(`${address}/ready`);
    expect(await lineOf(() => send(`${address}/nowhere`))).toMatchObject({ status: 404 });
  });
});

describe("QUOTH_LOG_VARIABLES=on", () => {
  it("has query and variables written down, from the cache or not", async () => {
    const lines = new LogLines();
    const talkative = await toyServer({ QUOTH_LOG: "info", QUOTH_LOG_VARIABLES: "on" }, undefined, undefined, { logStream: lines });
    const place = await talkative.listen();
    lines.all.length = 0;
    const asked = { query: QUERY, variables: { a: "told" } };
    await post(place, asked);
    await post(place, asked);
    const written = await untilLines(lines, 2);
    await talkative.close();
    expect(written.map((line) => [line["cache"], line["asked"]])).toEqual([
      ["miss", asked],
      ["hit", asked],
    ]);
  });
});

describe("QUOTH_LOG=warn", () => {
  it("writes no line for a request", async () => {
    const lines = new LogLines();
    const quiet = await toyServer({ QUOTH_LOG: "warn" }, undefined, undefined, { logStream: lines });
    const place = await quiet.listen();
    await post(place, { query: "{ hello }" });
    await post(place, { query: "{ hello }" });
    await quiet.close();
    expect(lines.all).toEqual([]);
  });
});
