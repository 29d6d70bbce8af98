import { buildQuothSchema } from "../../../src/api/build-schema";
import { readConfig } from "../../../src/config/read-config";
import { createServer } from "../../../src/http/create-server";
import type { QuothServer } from "../../../src/http/quoth-server";
import { get, post, send } from "../send";
import type { Received } from "../send";
import { toyServer } from "../toy-server";

const PERSON = { query: '{ person(id: "person:ann") { name } }' };
let version = "v1";
let reads = 0;

/** The true API over a graph that answers everything with nothing, and counts how often it is asked. */
async function countingServer(environment: Record<string, string> = {}): Promise<QuothServer> {
  const read = (): Promise<never[]> => {
    reads += 1;
    return Promise.resolve([]);
  };
  return createServer({
    config: readConfig({}, { QUOTH_PORT: "0", QUOTH_LOG: "silent", ...environment }),
    engine: { name: "neo4j", dialect: {}, read, health: () => Promise.resolve() } as never,
    schema: buildQuothSchema(),
    questions: [],
    readDatasets: () => Promise.resolve([]),
    readDataChange: () => Promise.resolve(null),
    dataVersion: { read: () => Promise.resolve(version), leaseMs: 1000 },
    quoth: "0.0.0",
  });
}

const untilLeaseEnds = async (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1100));
const tagOf = ({ headers }: Received): string => headers.etag ?? "";

describe.each([
  ["with the cache of answers", {}],
  ["without it", { QUOTH_ANSWER_CACHE: "0" }],
])("a GET that asks whether anything has changed, %s", (_name, environment) => {
  let server: QuothServer;
  let address: string;
  beforeAll(async () => {
    server = await countingServer(environment);
    address = await server.listen();
  });
  afterAll(() => server.close());

  it("gets 304 without a body as long as the data is the same, and the graph is not asked", async () => {
    const first = await get(address, PERSON);
    const before = reads;
    const again = await get(address, PERSON, { "if-none-match": tagOf(first) });
    expect([first.status, again.status, again.body.length, reads - before]).toEqual([200, 304, 0, 0]);
  });

  it("gets the headers that a cache needs to go on with what it has", async () => {
    const first = await get(address, PERSON);
    const { headers } = await get(address, PERSON, { "if-none-match": tagOf(first) });
    const wanted = { etag: tagOf(first), "cache-control": "no-cache", vary: "accept, accept-encoding" };
    expect(first.headers).toMatchObject(wanted);
    expect(headers).toMatchObject({ ...wanted, "x-content-type-options": "nosniff" });
    expect([headers["content-type"], headers["content-length"]]).toEqual([undefined, undefined]);
  });

  it("gets a whole answer with a new tag once the data has changed", async () => {
    const first = await get(address, PERSON);
    version = `${version}+`;
    await untilLeaseEnds();
    const again = await get(address, PERSON, { "if-none-match": tagOf(first) });
    expect([again.status, again.json.data]).toEqual([200, { person: null }]);
    expect(tagOf(again)).not.toBe(tagOf(first));
  });

  it("gets a whole answer when it has the one to another question", async () => {
    const other = await get(address, { query: '{ person(id: "person:ben") { name } }' });
    const { status } = await get(address, PERSON, { "if-none-match": tagOf(other) });
    expect(status).toBe(200);
  });

  it("is refused without the preflight header, whatever tag it has", async () => {
    const first = await get(address, PERSON);
    const url = `${address}/graphql?${new URLSearchParams(PERSON).toString()}`;
    const { status, headers } = await send(url, { headers: { "if-none-match": tagOf(first) } });
    expect([status, headers["cache-control"], headers.etag]).toEqual([400, "no-store", undefined]);
  });

  it("gets 304 after a pause, when the version has to be read first", async () => {
    const first = await get(address, PERSON);
    await untilLeaseEnds();
    const { status } = await get(address, PERSON, { "if-none-match": tagOf(first) });
    expect(status).toBe(304);
  });

  it("has no meaning for POST, whose answers nobody keeps", async () => {
    const { status, headers } = await post(address, PERSON, { "if-none-match": "*" });
    expect([status, headers["cache-control"], headers.etag]).toEqual([200, "no-store", undefined]);
  });
});

describe("two servers on one graph", () => {
  it("give the same tag, so that a client may change from one to the other", async () => {
    const servers = [await countingServer(), await countingServer()];
    const addresses = await Promise.all(servers.map((each) => each.listen()));
    const tags = await Promise.all(addresses.map(async (address) => tagOf(await get(address, PERSON))));
    const before = reads;
    const { status } = await get(addresses[1] ?? "", PERSON, { "if-none-match": tags[0] ?? "" });
    await Promise.all(servers.map((each) => each.close()));
    expect([tags[0] === tags[1], status, reads - before]).toEqual([true, 304, 0]);
  });
});

describe("a GET whose answer has no tag", () => {
  it("is not to be kept where the version is not known", async () => {
    const server = await toyServer({}, undefined, () => Promise.reject(new Error("away")));
    const { status, headers } = await get(await server.listen(), { query: "{ hello }" });
    await server.close();
    expect([status, headers.etag, headers["cache-control"]]).toEqual([200, undefined, "no-store"]);
  });

  it("is not to be kept with errors in it", async () => {
    const server = await toyServer();
    const { headers } = await get(await server.listen(), { query: '{ hello fail(how: "limit") }' });
    await server.close();
    expect([headers.etag, headers["cache-control"]]).toEqual([undefined, "no-store"]);
  });

  it("names the origin among what it varies by where origins are let in", async () => {
    const server = await toyServer({ QUOTH_CORS_ORIGINS: "https://other.example" });
    const address = await server.listen();
    const from = async (origin: string): Promise<Received> => get(address, { query: "{ hello }" }, { origin });
    const answers = [await from("https://other.example"), await from("https://third.example"), await from("https://other.example")];
    await server.close();
    expect(answers.map(({ headers }) => headers["access-control-allow-origin"])).toEqual([
      "https://other.example",
      undefined,
      "https://other.example",
    ]);
    expect(answers.map(({ headers }) => headers.vary)).toEqual(Array(3).fill("Origin, accept, accept-encoding"));
  });
});
