import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, exitOf, startQuoth, untilSaid } from "../support/built-cli";

const CLOCK = join(__dirname, "support/shifted-clock.cjs");
const REQUEST_TIMEOUT_MS = 4000;
let asked = 0;
/** Asked for the first time, since an answer that is kept costs a point; and at its dearest, what nobody without points gets. */
const people = (first: number): string =>
  JSON.stringify({ query: `{ p${String(asked++)}: people(first: ${String(first)}) { nodes { id } } }` });

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);

/** A server whose clock has been moved, and what was seen of it: E17 of the faults. */
describe("a clock that moves an hour forth, and two hours back", () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-clock-"));
  let server: ChildProcess;
  let address: string;
  let said = "";
  beforeAll(async () => {
    server = startQuoth([], {
      NODE_OPTIONS: `--require=${CLOCK}`,
      QUOTH_DATA_DIR: join(folder, "store"),
      QUOTH_PORT: "0",
      QUOTH_LOG: "info",
      QUOTH_REQUEST_TIMEOUT: String(REQUEST_TIMEOUT_MS / 1000),
      QUOTH_TRUST_PROXY: "127.0.0.1",
      QUOTH_COST_PER_MINUTE: "300",
      QUOTH_MAX_COST: "300",
    });
    server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    address = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
  }, 60_000);
  afterAll(async () => {
    server.kill("SIGKILL");
    await exitOf(server);
    rmSync(folder, { recursive: true, force: true });
  });

  const move = async (): Promise<void> => {
    const moved = untilSaid(server, /the clock reads/);
    server.kill("SIGUSR2");
    await moved;
  };
  const ask = async (client: string, body = people(100)): Promise<{ status: number; wait: number }> => {
    const headers = { "content-type": "application/json", "x-forwarded-for": client };
    const response = await fetch(`${address}/graphql`, { method: "POST", headers, body });
    await response.arrayBuffer();
    return { status: response.status, wait: Number(response.headers.get("retry-after") ?? "0") };
  };
  const spend = async (client: string): Promise<{ status: number; wait: number }> => {
    for (let index = 0; index < 100; index++) {
      const answer = await ask(client, people(50));
      if (answer.status === 429) return answer;
    }
    throw new Error("The points of a minute do not end.");
  };
  const ready = async (): Promise<number> => (await fetch(`${address}/ready`)).status;

  it("gives nobody points before their time, and lets nobody wait for longer than a minute", async () => {
    const first = await spend("203.0.113.1");
    await move();
    const forth = await ask("203.0.113.1");
    const newcomer = await ask("203.0.113.2");
    await move();
    const back = await ask("203.0.113.1");
    for (const { status, wait } of [first, forth, back]) {
      expect(status).toBe(429);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
    }
    expect([newcomer.status, await ready()]).toEqual([200, 200]);
  });

  it("ends no connection early, and none late", async () => {
    const begin = performance.now();
    const closed = new Promise<number>((resolve) => {
      const head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
      const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write(head));
      socket.on("error", () => undefined).on("close", () => resolve(performance.now() - begin));
      socket.resume();
    });
    await move();
    expect((await ask("203.0.113.3")).status).toBe(200);
    const ms = await closed;
    expect(ms).toBeGreaterThan(REQUEST_TIMEOUT_MS - 100);
    expect(ms).toBeLessThan(REQUEST_TIMEOUT_MS + 3000);
  });

  it("keeps answers and their tags, since the data are the same", async () => {
    const url = `${address}/graphql?query=${encodeURIComponent("{ places(first: 3) { nodes { id } } }")}`;
    const headers = { "apollo-require-preflight": "1", "x-forwarded-for": "203.0.113.4" };
    const tag = (await fetch(url, { headers })).headers.get("etag") ?? "";
    await move();
    const again = await fetch(url, { headers: { ...headers, "if-none-match": tag } });
    expect([tag === "", again.status, await ready()]).toEqual([false, 304, 200]);
  });

  it("shows in no duration of the log", () => {
    const lines = said.split("\n").flatMap((line) => (line.includes('"ms":') ? [JSON.parse(line) as Record<string, number>] : []));
    expect(lines.length).toBeGreaterThan(10);
    for (const { ms, databaseMs, otherMs } of lines) {
      for (const each of [ms, databaseMs, otherMs]) expect(each).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThan(30_000);
    }
  });
});
