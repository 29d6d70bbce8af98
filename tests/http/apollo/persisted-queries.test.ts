import { createHash } from "node:crypto";
import { createPersistedQueries } from "../../../src/http/apollo/persisted-queries";
import type { QuothServer } from "../../../src/http/quoth-server";
import { get, post } from "../send";
import type { Received } from "../send";
import { toyServer } from "../toy-server";

let server: QuothServer;
let address: string;
beforeAll(async () => {
  server = await toyServer({ QUOTH_MAX_ALIASES: "3" });
  address = await server.listen();
});
afterAll(() => server.close());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const byHash = (hash: string, version = 1): string => JSON.stringify({ persistedQuery: { version, sha256Hash: hash } });
const outcome = ({ status, json, headers }: Received): unknown[] => [
  status,
  json.errors?.[0]?.extensions["code"] ?? json.data,
  headers["cache-control"],
];

describe("a query that is asked for by its hash", () => {
  it("is not found at first, is taken with its text, and is found from then on, over GET", async () => {
    const query = "query First($a: String) { hello(name: $a) }";
    const parameters = { extensions: byHash(sha256(query)), variables: '{"a":"Ann"}' };
    const unknown = await get(address, parameters);
    const taken = await get(address, { ...parameters, query });
    const found = await get(address, { ...parameters, variables: '{"a":"Ben"}' });
    expect(outcome(unknown)).toEqual([200, "PERSISTED_QUERY_NOT_FOUND", "no-store"]);
    expect(unknown.json.errors?.[0]?.message).toBe("PersistedQueryNotFound");
    expect(outcome(taken)).toEqual([200, { hello: "Hello, Ann" }, "no-cache"]);
    expect(outcome(found)).toEqual([200, { hello: "Hello, Ben" }, "no-cache"]);
  });

  it("is found by POST, too, and the other way round", async () => {
    const query = "query Second { hello read }";
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    await post(address, { query, extensions });
    const answers = [await post(address, { extensions }), await get(address, { extensions: JSON.stringify(extensions) })];
    expect(answers.map(({ json }) => json.data?.["hello"])).toEqual(["Hello, you", "Hello, you"]);
  });

  it("is not kept as not found: the same URL is answered once the query is known", async () => {
    const query = "query Third { hello }";
    const parameters = { extensions: byHash(sha256(query)) };
    const before = [await get(address, parameters), await get(address, parameters)];
    await post(address, { query, extensions: JSON.parse(parameters.extensions) as object });
    const after = await get(address, parameters);
    expect(before.map(({ headers }) => headers.etag)).toEqual([undefined, undefined]);
    expect(outcome(after)).toEqual([200, { hello: "Hello, you" }, "no-cache"]);
  });

  it("gets 304 for its tag, and its answer from the cache", async () => {
    const query = "query Fourth { read }";
    const parameters = { extensions: byHash(sha256(query)) };
    const first = await get(address, { ...parameters, query });
    const [second, third] = [await get(address, parameters), await get(address, parameters)];
    const unchanged = await get(address, parameters, { "if-none-match": second.headers.etag ?? "" });
    expect(first.status).toBe(200);
    expect(third.body).toEqual(second.body);
    expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
  });

  it("is held to the limits each time, with its variables", async () => {
    const query = "query Fifth { a: hello b: hello c: hello d: hello }";
    const parameters = { extensions: byHash(sha256(query)) };
    const refused = await get(address, { ...parameters, query });
    expect(outcome(refused)).toEqual([200, "TOO_MANY_ALIASES", "no-store"]);
    // What was refused is not taken in either.
    expect(outcome(await get(address, parameters))[1]).toBe("PERSISTED_QUERY_NOT_FOUND");
  });

  it("is refused without the preflight header", async () => {
    const { status } = await get(address, { extensions: byHash(sha256("{ hello }")) }, { "apollo-require-preflight": "" });
    expect(status).toBe(400);
  });
});

describe("a query that comes with a hash", () => {
  it.each([
    ["of another text", byHash(sha256("{ other }")), /sha256Hash/],
    ["that is none", JSON.stringify({ persistedQuery: { version: 1, sha256Hash: ["x"] } }), /sha256Hash/],
    ["of a version to come", byHash(sha256("{ hello }"), 2), /version/],
  ])("%s is refused as the client's fault", async (_name, extensions, message) => {
    const answer = await get(address, { query: "{ hello }", extensions });
    expect(outcome(answer)).toEqual([200, "BAD_USER_INPUT", "no-store"]);
    expect(answer.json.errors?.[0]?.message).toMatch(message);
  });
});

describe("the memory for such queries", () => {
  it("does not grow without end, and keeps what is in use", async () => {
    const queries = createPersistedQueries();
    const long = "x".repeat(100_000);
    await queries.set("first", long);
    for (let index = 0; index < 1000; index++) {
      await queries.set(`hash ${String(index)}`, long);
      await queries.get("first");
    }
    const present = await Promise.all(Array.from({ length: 1000 }, async (_, index) => queries.get(`hash ${String(index)}`)));
    expect([await queries.get("first"), present.filter((each) => each !== undefined).length < 50]).toEqual([long, true]);
  });
});
