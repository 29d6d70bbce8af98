import type { QuothServer } from "../../../src/http/quoth-server";
import { get, post, send } from "../send";
import { toyServer } from "../toy-server";

let server: QuothServer;
let address: string;
let version = "v1";
beforeAll(async () => {
  server = await toyServer({ QUOTH_METRICS_PORT: "0" }, undefined, () => Promise.resolve(version));
  address = await server.listen();
});
afterAll(() => server.close());

const read = async (): Promise<string> => (await send(`${String(server.metricsAddress())}/metrics`)).body.toString();
/** The figure of one line; 0 where there is none yet. */
const figure = async (name: string): Promise<number> => {
  const line = (await read()).split("\n").find((each) => each.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length + 1));
};
const grown = async (name: string, act: () => Promise<unknown>): Promise<number> => {
  const before = await figure(name);
  await act();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return (await figure(name)) - before;
};

describe("/metrics", () => {
  it("is not served where questions are answered", async () => {
    expect((await send(`${address}/metrics`)).status).toBe(404);
  });

  it("is nowhere without a port", async () => {
    const other = await toyServer();
    await other.listen();
    expect(other.metricsAddress()).toBeNull();
    await other.close();
  });

  it("has the media type that Prometheus wants, and nothing beside it", async () => {
    const { headers } = await send(`${String(server.metricsAddress())}/metrics`);
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect((await send(`${String(server.metricsAddress())}/`)).status).toBe(404);
  });

  it.each([
    ['quoth_requests_total{route="/graphql",status="200"}', () => post(address, { query: "{ hello }" })],
    ['quoth_requests_total{route="none",status="404"}', () => send(`${address}/nowhere`)],
    ['quoth_requests_total{route="/graphql",status="503"}', () => post(address, { query: '{ fail(how: "busy") }' })],
    ['quoth_errors_total{code="PAGE_TOO_LARGE"}', () => post(address, { query: '{ fail(how: "limit") }' })],
    ['quoth_errors_total{code="NOT_FOUND"}', () => send(`${address}/nowhere`)],
    ['quoth_answer_cache_requests_total{result="miss"}', () => get(address, { query: "{ long }" })],
    ['quoth_answer_cache_requests_total{result="hit"}', () => get(address, { query: "{ long }" })],
    ['quoth_request_duration_seconds_count{cache="hit"}', () => get(address, { query: "{ long }" })],
  ])("counts in %s", async (name, act) => {
    expect(await grown(name, act)).toBe(1);
  });

  it("tells how much the kept answers take", async () => {
    expect(await grown("quoth_answer_cache_bytes", () => post(address, { query: "{ a: long }" }))).toBeGreaterThan(10_000);
  });

  it("tells the age of the data, and its version alone, also after a load", async () => {
    expect(await figure("quoth_data_age_seconds")).toBeGreaterThanOrEqual(60);
    expect(await figure('quoth_data_version_info{version="v1"}')).toBe(1);
    version = "v2";
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await read();
    expect((await read()).match(/^quoth_data_version_info\{.*$/gm)).toEqual(['quoth_data_version_info{version="v2"} 1']);
  });

  it("has no label that a caller can choose: a hundred names and paths make no new line", async () => {
    const ask = async (index: number): Promise<void> => {
      await post(address, { query: `query Q${String(index)} { hello no${String(index)} }`, operationName: `Q${String(index)}` });
      await send(`${address}/path-${String(index)}`, { method: "GET", headers: { "x-request-id": `id-${String(index)}` } });
    };
    await ask(0);
    const before = (await read()).split("\n").length;
    await Promise.all(Array.from({ length: 100 }, (_, index) => ask(index + 1)));
    const text = await read();
    // Default metrics of Node name kinds of handles as they appear.
    expect(text.split("\n").filter((line) => line.startsWith("quoth_")).length).toBeLessThan(before);
    expect(text).not.toMatch(/Q\d|path-\d|id-\d|no\d/);
  });
});
