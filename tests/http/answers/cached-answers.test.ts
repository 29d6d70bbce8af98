import { connect } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import type { QuothServer } from "../../../src/http/quoth-server";
import { get, post, send } from "../send";
import type { Received } from "../send";
import { toyServer } from "../toy-server";

let version: string | null = "v1";
let reachable = true;
const readVersion = (): Promise<string | null> => (reachable ? Promise.resolve(version) : Promise.reject(new Error("away")));
let server: QuothServer;
let address: string;
beforeAll(async () => {
  server = await toyServer({}, undefined, readVersion);
  address = await server.listen();
});
afterAll(() => server.close());

/** Each test asks in words of its own. */
let asked = 0;
const question = (fields = "read"): { query: string; variables: object } => ({
  query: `query ($a: String) { ${fields} hello(name: $a) }`,
  variables: { a: `test ${String(++asked)}` },
});
/** What stands for one run of the query: the same number twice, and the second answer came from the cache. */
const runs = (...answers: Received[]): unknown[] => answers.map(({ json }) => json.data?.["read"]);
/** Headers that no two answers share. */
const OF_ONE = { date: "", "x-request-id": "" };
const LEASE_MS = 1100;
const untilLeaseEnds = async (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, LEASE_MS));

describe("an answer from the cache", () => {
  it("has the bytes, the status and the headers of the first one", async () => {
    const body = question();
    const [first, second] = [await post(address, body), await post(address, body)];
    expect(runs(first)).toEqual(runs(second));
    expect(second.body).toEqual(first.body);
    expect({ ...second.headers, ...OF_ONE }).toEqual({ ...first.headers, ...OF_ONE });
    expect(second.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "content-length": String(second.body.length),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none';frame-ancestors 'none'",
    });
  });

  it("has the headers of an answer that was never kept", async () => {
    const closed = await toyServer({ QUOTH_ANSWER_CACHE: "0" }, undefined, readVersion);
    const plain = await closed.listen();
    const body = question();
    await post(address, body);
    const [kept, fresh] = [await post(address, body), await post(plain, body)];
    await closed.close();
    expect({ ...kept.headers, ...OF_ONE, "content-length": "" }).toEqual({ ...fresh.headers, ...OF_ONE, "content-length": "" });
  });

  it("comes to GET, too, with the tag of the first one", async () => {
    const parameters = { query: question().query, variables: '{"a":"get"}' };
    const [first, second] = [await get(address, parameters), await get(address, parameters)];
    expect(runs(first)).toEqual(runs(second));
    expect({ ...second.headers, ...OF_ONE }).toEqual({ ...first.headers, ...OF_ONE });
    expect(second.headers).toMatchObject({ etag: expect.stringMatching(/^W\//) as string, "cache-control": "no-cache" });
  });

  it("comes to a body in several pieces, and to one with letters of every kind", async () => {
    const text = JSON.stringify({ ...question(), variables: { a: "Ōsaka 🙂" } });
    const bytes = Buffer.from(text);
    const headers = { "content-type": "application/json", "content-length": String(bytes.length) };
    const pieces = [bytes.subarray(0, 10), bytes.subarray(10, -9), bytes.subarray(-9)];
    const first = await send(`${address}/graphql`, { method: "POST", headers }, ...pieces);
    const second = await send(`${address}/graphql`, { method: "POST", headers }, ...pieces);
    expect(first.json.data).toEqual({ read: expect.any(Number) as number, hello: "Hello, Ōsaka 🙂" });
    expect(second.body).toEqual(first.body);
  });

  it("is packed for those who take it, once for all, and plain for the others", async () => {
    const body = question("read long");
    const packed = [
      await post(address, body, { "accept-encoding": "gzip, deflate" }),
      await post(address, body, { "accept-encoding": "br, gzip;q=0.5" }),
    ];
    const plain = [await post(address, body), await post(address, body, { "accept-encoding": "gzip;q=0" })];
    expect(new Set(runs(...plain)).size).toBe(1);
    expect(packed.map(({ body: bytes }) => gunzipSync(bytes).toString())).toEqual(plain.map(({ body: bytes }) => bytes.toString()));
    expect({ ...packed[0]?.headers, ...OF_ONE }).toEqual({ ...packed[1]?.headers, ...OF_ONE });
    expect(packed[0]?.headers).toMatchObject({
      "content-encoding": "gzip",
      vary: "accept-encoding",
      "content-length": String(packed[0]?.body.length),
    });
    expect(plain.map(({ headers }) => headers["content-encoding"])).toEqual([undefined, undefined]);
  });

  it("comes over a connection that is used again and again", async () => {
    const text = JSON.stringify(question());
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(text.length)}\r\n\r\n`;
    const last = `GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    const received = await new Promise<string>((resolve) => {
      let all = "";
      const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write((head + text).repeat(20) + last));
      socket.on("data", (chunk) => (all += chunk.toString()));
      socket.on("close", () => resolve(all));
    });
    expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(21);
    expect(received.match(/\{"data":\{"read":\d+,/g)).toHaveLength(20);
  });
});

describe("questions that differ", () => {
  it.each([
    ["variables", (body: object) => post(address, { ...body, variables: { a: "other" } })],
    ["accepted media type", (body: object) => post(address, body, { accept: "application/graphql-response+json" })],
    ["origin", (body: object) => post(address, body, { origin: "https://other.example" })],
    ["layout of the body", (body: object) => post(address, JSON.stringify(body, null, 1))],
  ])("in %s are answered each on its own", async (_what, other) => {
    const body = question();
    const [first, second] = runs(await post(address, body), await other(body));
    expect(second).not.toBe(first);
  });

  it("in the accepted media type get the type that they want from the cache, too", async () => {
    const body = question();
    const accepts = ["application/graphql-response+json", "application/json", "application/graphql-response+json", "application/json"];
    const answers: Received[] = [];
    for (const accept of accepts) answers.push(await post(address, body, { accept }));
    expect(answers.map(({ headers }) => headers["content-type"])).toEqual(accepts.map((accept) => `${accept}; charset=utf-8`));
    expect(new Set(runs(...answers)).size).toBe(2);
  });
});

describe("what is never kept", () => {
  it.each([
    ["an answer with errors", { query: '{ read fail(how: "limit") }' }],
    ["an error of the schema", { query: "{ read nope }" }],
    ["a mutation", { query: "mutation { __typename }" }],
    ["a variable of the wrong kind", { query: "query ($a: Int!) { wait(ms: $a) }", variables: { a: "x" } }],
  ])("%s: it is no-store each time", async (_name, body) => {
    const answers = [await post(address, body), await post(address, body)];
    expect(answers.map(({ headers }) => headers["cache-control"])).toEqual(["no-store", "no-store"]);
    expect(answers.map(({ headers }) => headers["etag"])).toEqual([undefined, undefined]);
    const [first, second] = runs(...answers);
    if (typeof first === "number") expect(second).toBe(first + 1);
  });

  it("the answer to a packed or piecemeal request, which is answered anew each time", async () => {
    const body = JSON.stringify(question());
    const piecemeal = { method: "POST", headers: { "content-type": "application/json", "transfer-encoding": "chunked" } };
    const [packedBody, headers] = [gzipSync(body), { "content-type": "application/json", "content-encoding": "gzip" }];
    const packed = { method: "POST", headers: { ...headers, "content-length": String(packedBody.length) } };
    const answers = [
      await send(`${address}/graphql`, piecemeal, body),
      await send(`${address}/graphql`, piecemeal, body),
      await send(`${address}/graphql`, packed, packedBody),
      await send(`${address}/graphql`, packed, packedBody),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(runs(...answers)).size).toBe(4);
  });

  it("any answer where the cache is switched off", async () => {
    const closed = await toyServer({ QUOTH_ANSWER_CACHE: "0" }, undefined, readVersion);
    const plain = await closed.listen();
    const body = question();
    const [first, second] = runs(await post(plain, body), await post(plain, body));
    await closed.close();
    expect(second).not.toBe(first);
  });
});

describe("a request that is refused", () => {
  it("is refused as well when its like has been answered", async () => {
    const parameters = { query: question().query, variables: '{"a":"refused"}' };
    const url = `${address}/graphql?${new URLSearchParams(parameters).toString()}`;
    const body = JSON.stringify(question());
    const length = String(body.length);
    await get(address, parameters);
    await post(address, body);
    const answers = [
      await send(url),
      await send(url, { headers: { "apollo-require-preflight": "" } }),
      await send(url, { headers: { "apollo-require-preflight": "1", "content-type": "text/plain" } }),
      await send(`${address}/graphql`, { method: "POST", headers: { "content-type": "text/plain", "content-length": length } }, body),
      await send(
        `${address}/graphql`,
        { method: "POST", headers: { "content-type": "application/json; charset=ebcdic", "content-length": length } },
        body,
      ),
      await send(`${address}/graphql`, { method: "PUT", headers: { "content-type": "application/json", "content-length": length } }, body),
      await send(url, { method: "HEAD", headers: { "apollo-require-preflight": "1" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 415, 415, 415, 405, 405]);
  });

  it("for its size keeps its code", async () => {
    const { status, json } = await post(address, { query: "{ read }", variables: { a: "a".repeat(262_144) } });
    expect([status, json.errors?.[0]?.extensions["code"]]).toEqual([413, "BODY_TOO_LARGE"]);
  });

  it("for its body keeps its code", async () => {
    const answers = [await post(address, '{"query":'), await post(address, '{"query":')];
    expect(answers.map(({ status, json }) => [status, json.errors?.[0]?.extensions["code"]])).toEqual(Array(2).fill([400, "BAD_REQUEST"]));
  });

  it("gets the start page instead when a browser opens its address", async () => {
    const parameters = { query: question().query };
    await get(address, parameters);
    const { headers } = await get(address, parameters, { accept: "text/html,*/*;q=0.8" });
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });
});

describe("the version of the data", () => {
  afterEach(() => {
    [version, reachable] = ["v1", true];
  });

  it("makes an answer anew when it changes", async () => {
    const body = question();
    const first = await post(address, body);
    version = "v2";
    await untilLeaseEnds();
    const [second, third] = [await post(address, body), await post(address, body)];
    expect(runs(second)).not.toEqual(runs(first));
    expect(runs(third)).toEqual(runs(second));
  });

  it("lets nothing be kept or given while it is not known", async () => {
    const body = question();
    await post(address, body);
    reachable = false;
    await untilLeaseEnds();
    const [first, second] = [await post(address, body), await post(address, body)];
    expect(runs(second)).not.toEqual(runs(first));
    expect([first.status, second.status]).toEqual([200, 200]);
  });

  it("is read for the first question after a while without it, which then is answered from the cache", async () => {
    const body = question();
    const first = await post(address, body);
    reachable = false;
    await untilLeaseEnds();
    reachable = true;
    expect(runs(await post(address, body))).toEqual(runs(first));
    const parameters = { query: "{ read }" };
    const got = await get(address, parameters);
    expect(runs(await get(address, parameters))).toEqual(runs(got));
  });

  it("that was known before decides under which an answer is kept", async () => {
    const slow = { query: "{ read wait(ms: 1500) }" };
    await post(address, question());
    const begun = post(address, slow);
    await new Promise((resolve) => setTimeout(resolve, 100));
    version = "v2";
    const [old, fresh] = [await begun, await post(address, slow)];
    expect(runs(fresh)).not.toEqual(runs(old));
  });

  it("is no reason to keep anything before there is data", async () => {
    version = null;
    await untilLeaseEnds();
    const body = question();
    const [first, second] = runs(await post(address, body), await post(address, body));
    expect(second).not.toBe(first);
  });
});
