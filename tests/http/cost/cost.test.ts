import { buildQuothSchema } from "../../../src/api/build-schema";
import type { QuothServer } from "../../../src/http/quoth-server";
import { get, post, send } from "../send";
import type { Received } from "../send";
import { toyServer } from "../toy-server";

/** The real schema over an engine without rows: its questions cost what they cost, and find nothing. */
const engine = { name: "neo4j", dialect: {}, read: () => Promise.resolve([]), health: () => Promise.resolve() } as never;
const open = (environment: Record<string, string>): Promise<QuothServer> =>
  toyServer(environment, undefined, undefined, { schema: buildQuothSchema(), engine });
const NODES = (first: number, name = "id"): object => ({
  query: `{ person(id: "person:${name}") { said(first: ${String(first)}) { nodes { id } } } }`,
});
const reportOf = ({ json }: Received): unknown => (json as { extensions?: { cost?: unknown } }).extensions?.cost;

/** Points come back all the time: compare it with less than all of them. */
const leftOf = (answer: Received): number => (reportOf(answer) as { left: number }).left;

let server: QuothServer;
let address: string;
beforeAll(async () => {
  server = await open({ QUOTH_TRUST_PROXY: "127.0.0.1", QUOTH_COST_PER_MINUTE: "1000", QUOTH_MAX_COST: "1000" });
  address = await server.listen();
});
afterAll(() => server.close());
let clients = 0;
/** A client of its own for each test, as a proxy names it. */
const someone = (): Record<string, string> => ({ "x-forwarded-for": `203.0.113.${String(++clients)}`, "quoth-cost": "1" });

describe("the header quoth-cost", () => {
  it("is answered with what the question costs, the points of a minute, and what is left of them", async () => {
    const begin = Date.now();
    const report = reportOf(await post(address, NODES(50), someone()));
    const filled = Math.ceil(((Date.now() - begin) / 60_000) * 1000);
    const { left, ...asked } = report as { readonly left: number };
    expect(asked).toEqual({ requested: 52, limit: 1000 });
    expect([left >= 948, left <= 948 + filled]).toEqual([true, true]);
  });

  it("is answered on this machine itself without a limit", async () => {
    expect(reportOf(await post(address, NODES(50), { "quoth-cost": "1" }))).toEqual({ requested: 52, limit: null, left: null });
  });

  it("is answered from the cache, too, where a question costs a point", async () => {
    await post(address, NODES(30));
    const answer = await post(address, NODES(30), someone());
    expect(reportOf(answer)).toEqual({ requested: 32, limit: 1000, left: 999 });
    expect([answer.headers["cache-control"], answer.headers["content-length"]]).toEqual(["no-store", String(answer.body.length)]);
  });

  it("leaves no trace in the answer that others get", async () => {
    const [asked, plain] = [await post(address, NODES(7), someone()), await post(address, NODES(7))];
    expect(reportOf(asked)).toBeDefined();
    expect(Object.keys(plain.json)).toEqual(["data"]);
    const again = await post(address, NODES(7), someone());
    expect(again.json.data).toEqual(plain.json.data);
    expect(reportOf(again)).toBeDefined();
  });

  it("takes the answer to GET out of every cache: no tag, no 304", async () => {
    const query = { query: '{ person(id: "person:get") { id } }' };
    const tag = String((await get(address, query)).headers["etag"]);
    const asked = await get(address, query, { ...someone(), "if-none-match": tag });
    expect([asked.status, asked.headers["etag"], asked.headers["cache-control"]]).toEqual([200, undefined, "no-store"]);
    expect(reportOf(asked)).toMatchObject({ requested: 1 });
    expect((await get(address, query, { "if-none-match": tag })).status).toBe(304);
  });

  it("is answered beside errors, too", async () => {
    const { json } = await post(address, { query: "{ nope }" }, someone());
    expect([json.errors?.length, (json as { extensions?: object }).extensions]).toEqual([
      1,
      { cost: { requested: null, limit: 1000, left: 999 } },
    ]);
  });
});

describe("QUOTH_COST_PER_MINUTE", () => {
  it("refuses what is too much with 429, the wait in words and as a header, and the figures", async () => {
    const client = someone();
    // Three times the points, all at once: those that come back meanwhile are not enough, however slow the machine is.
    const asked = Array.from({ length: 30 }, (_, index) => post(address, NODES(100, `p${String(index)}`), client));
    const refused = (await Promise.all(asked)).find(({ status }) => status === 429);
    if (refused === undefined) throw new Error("Nothing was refused.");
    const { headers, json } = refused;
    const error = json.errors?.[0];
    expect(error?.extensions).toMatchObject({ code: "RATE_LIMITED", limit: 1000, setting: "QUOTH_COST_PER_MINUTE" });
    expect(Number(error?.extensions["actual"])).toBeGreaterThan(1000);
    expect(error?.message).toContain(`Ask again in ${String(headers["retry-after"])} s`);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("counts a point for what costs nothing", async () => {
    expect(reportOf(await post(address, { query: "{ __typename }" }, someone()))).toMatchObject({ requested: 0, left: 999 });
  });

  it("refuses at the door whoever has nothing left, the cache included", async () => {
    const strict = await open({ QUOTH_TRUST_PROXY: "127.0.0.1", QUOTH_COST_PER_MINUTE: "3", QUOTH_MAX_COST: "3" });
    const place = await strict.listen();
    const client = someone();
    const codes: number[] = [];
    for (let index = 0; index < 4; index++) codes.push((await post(place, { query: "{ __typename }" }, client)).status);
    expect(codes).toEqual([200, 200, 200, 429]);
    expect((await post(place, "{", client)).json.errors?.[0]?.extensions["code"]).toBe("RATE_LIMITED");
    expect((await post(place, { query: "{ __typename }" }, someone())).status).toBe(200);
    expect((await send(`${place}/health`, { headers: client })).status).toBe(200);
    await strict.close();
  });

  it("counts the addresses of one IPv6 network as one", async () => {
    const from = (end: string): Record<string, string> => ({ "x-forwarded-for": `2001:db8:7:7::${end}`, "quoth-cost": "1" });
    await post(address, NODES(50, "six"), from("1"));
    expect(leftOf(await post(address, { query: "{ __typename }" }, from("2")))).toBeLessThan(990);
  });

  it("takes a forwarded address from nobody but a proxy that is trusted", async () => {
    const open1 = await open({ QUOTH_COST_PER_MINUTE: "1000", QUOTH_MAX_COST: "1000" });
    const place = await open1.listen();
    expect(reportOf(await post(place, NODES(50), someone()))).toMatchObject({ limit: null });
    await open1.close();
  });

  it("takes the address that the trusted proxy saw, not what the client wrote in front of it", async () => {
    const client = someone();
    await post(address, NODES(50, "spoof"), client);
    const spoofed = { ...client, "x-forwarded-for": `198.51.100.7, ${String(client["x-forwarded-for"])}` };
    expect(leftOf(await post(address, { query: "{ __typename }" }, spoofed))).toBeLessThan(990);
  });
});
