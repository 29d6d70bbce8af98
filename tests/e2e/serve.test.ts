import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";

const ADDRESS = /API\s+(http:\/\/\S+)\/graphql/;
const PEOPLE = "{ people(first: 1) { totalCount nodes { name } } }";

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);

async function ask(address: string, query: string): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${address}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  return response.json();
}

describe("quoth serve, on an empty folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-serve-"));
  const settings = { QUOTH_DATA_DIR: join(folder, "store"), QUOTH_PORT: "0" };
  let server: ChildProcess;
  let address: string;
  beforeAll(async () => {
    server = startQuoth([], settings);
    address = (await untilSaid(server, ADDRESS))[1] ?? "";
  });
  afterAll(async () => {
    server.kill("SIGKILL");
    await exitOf(server);
    rmSync(folder, { recursive: true, force: true });
  });

  it("answers a question about the first corpus", async () => {
    expect(await ask(address, PEOPLE)).toMatchObject({ data: { people: { nodes: [{ name: expect.any(String) as string }] } } });
  });

  it("is healthy and ready", async () => {
    const codes = await Promise.all(["/health", "/ready"].map(async (path) => (await fetch(address + path)).status));
    expect(codes).toEqual([200, 200]);
  });

  it("shows the ready questions of the first corpus to a browser", async () => {
    const page = await (await fetch(`${address}/graphql`, { headers: { accept: "text/html" } })).text();
    expect(page.match(/class="question"/g)?.length).toBeGreaterThanOrEqual(12);
  });

  it("serves the IDE packed, and without another host", async () => {
    const response = await fetch(`${address}/ide`, { headers: { accept: "text/html" } });
    expect([response.status, response.headers.get("content-encoding")]).toEqual([200, "gzip"]);
    expect(response.headers.get("content-security-policy")).not.toMatch(/https?:/);
  });

  it("keeps a second server off the same folder, in one line", async () => {
    const { exitCode, stderr } = await quoth([], settings);
    expect([exitCode, stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toMatch(/^STORE_IN_USE /);
  });

  it("ends with 0 on SIGTERM, and starts again with all that it had, well within two seconds", async () => {
    const before = await ask(address, PEOPLE);
    server.kill("SIGTERM");
    expect(await exitOf(server)).toBe(0);
    const begin = performance.now();
    server = startQuoth([], settings);
    address = (await untilSaid(server, ADDRESS))[1] ?? "";
    expect(await ask(address, PEOPLE)).toEqual(before);
    // Two seconds are the promise; a busy test machine gets some grace.
    expect(performance.now() - begin).toBeLessThan(4000);
  });

  it("has everything after kill -9", async () => {
    const before = await ask(address, PEOPLE);
    server.kill("SIGKILL");
    await exitOf(server);
    server = startQuoth([], settings);
    address = (await untilSaid(server, ADDRESS))[1] ?? "";
    expect(await ask(address, PEOPLE)).toEqual(before);
  });
});

describe("quoth serve, where it cannot start", () => {
  it("says in one line that the port is taken, and which setting to use", async () => {
    const folder = mkdtempSync(join(tmpdir(), "quoth-port-"));
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { exitCode, stderr } = await quoth(["serve", "--port", String(port)], { QUOTH_DATA_DIR: folder });
    other.close();
    rmSync(folder, { recursive: true, force: true });
    expect(exitCode).toBe(2);
    expect(stderr.trim().split("\n").at(-1)).toMatch(new RegExp(`^CANNOT_RUN Port ${String(port)} .*QUOTH_PORT`));
  });

  it("says in one line which setting makes no sense", async () => {
    const { exitCode, stderr } = await quoth(["serve"], { QUOTH_PORT: "http" });
    expect([exitCode, stderr]).toEqual([2, 'BAD_SETTING QUOTH_PORT wants a whole number from 0 to 65535 (port), got "http".\n']);
  });

  it("says within seconds that no database is there", async () => {
    const { exitCode, stderr, ms } = await quoth(["serve"], { NEO4J_URI: "bolt://127.0.0.1:1" });
    expect([exitCode, stderr.trim().split("\n").length, ms < 5000]).toEqual([2, 1, true]);
    expect(stderr).toMatch(/^DATABASE_UNAVAILABLE .*bolt:\/\/127\.0\.0\.1:1 .*NEO4J_URI/);
  });
});
