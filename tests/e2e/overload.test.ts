import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSeed } from "../../src/seeding/run-seed";
import { ensureBuilt, exitOf, startQuoth, untilSaid } from "../support/built-cli";
import { describeOnEngines } from "../support/engines";
import { neo4jAddress } from "../support/neo4j-for-this-file";

const CORPUS = join(__dirname, "../../seed/soleimani-2020");
const REQUEST_TIMEOUT_MS = 3000;
const MEMORY_CAP_MB = 600;

jest.setTimeout(120_000);
beforeAll(ensureBuilt, 240_000);

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly ms: number;
}

/** A question in words of its own, so that no cache answers it. */
async function ask(address: string, agent: Agent, index: number): Promise<Answer> {
  const begin = performance.now();
  const body = JSON.stringify({
    query: `query ($a: String!) { statements(first: 5, where: { text: { contains: $a } }) { nodes { id } } }`,
    variables: { a: `word ${String(index)}` },
  });
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
    const outgoing = request(`${address}/graphql`, { agent, method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"], ms: performance.now() - begin }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Asks one question after the other for some time. @returns milliseconds below which 99 of 100 were answered */
async function p99(address: string, ms: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const until = performance.now() + ms;
  const taken: number[] = [];
  for (let index = 0; performance.now() < until; index++) taken.push((await ask(address, agent, 1_000_000 + index)).ms);
  agent.destroy();
  return taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.99)] ?? 0;
}

/** A client that sends a byte now and then. @returns after how many milliseconds it was closed */
async function slowClient(address: string): Promise<number> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write(head));
    const timer = setInterval(() => socket.write("x"), 500);
    socket.on("error", () => undefined);
    socket.resume();
    socket.on("close", () => {
      clearInterval(timer);
      resolve(performance.now() - begin);
    });
  });
}

function memoryMb(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1]) / 1024;
}

describeOnEngines("quoth serve under load", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-overload-"));
  let server: ChildProcess;
  let address: string;
  beforeAll(async () => {
    const neo4j = engine.name === "neo4j" ? neo4jAddress() : null;
    if (neo4j) {
      const graph = await engine.open();
      await runSeed([CORPUS], graph, { texts: new Map(), dryRun: false, now: () => new Date() });
      await graph.close();
    }
    server = startQuoth([], {
      QUOTH_DATA_DIR: join(folder, "store"),
      QUOTH_PORT: "0",
      QUOTH_REQUEST_TIMEOUT: String(REQUEST_TIMEOUT_MS / 1000),
      ...(neo4j && { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password }),
    });
    address = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
    await p99(address, 500);
  }, 120_000);
  afterAll(async () => {
    server.kill("SIGKILL");
    await exitOf(server);
    rmSync(folder, { recursive: true, force: true });
  });

  it("closes 200 slow clients in time, while others are answered as quickly as before (E13)", async () => {
    const before = await p99(address, 1000);
    const closed = Promise.all(Array.from({ length: 200 }, () => slowClient(address)));
    const meanwhile = await p99(address, 2000);
    const times = await closed;
    expect(Math.min(...times)).toBeGreaterThan(REQUEST_TIMEOUT_MS - 100);
    expect(Math.max(...times)).toBeLessThan(REQUEST_TIMEOUT_MS + 3000);
    // 100 ms is the promise; a busy test machine has that without any slow client.
    expect(meanwhile).toBeLessThan(Math.max(100, before * 3));
  });

  it("ends 1,000 questions at once on 500 connections in answers or refusals, within its memory, and is well again in 5 s (E16)", async () => {
    const before = await p99(address, 1000);
    const agent = new Agent({ keepAlive: true, maxSockets: 500 });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, memoryMb(server.pid))), 50);
    const crowd = Promise.all(Array.from({ length: 1000 }, (_, index) => ask(address, agent, index)));
    const health = await fetch(`${address}/health`);
    const answers = await crowd;
    clearInterval(watch);
    agent.destroy();
    const refused = answers.filter(({ status }) => status !== 200);
    expect(health.status).toBe(200);
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === undefined)).toEqual([]);
    expect(answers.length - refused.length).toBeGreaterThan(100);
    expect(peak).toBeLessThan(MEMORY_CAP_MB);
    const again = await p99(address, 2000);
    expect(again).toBeLessThan(Math.max(100, before * 3));
  });
});
