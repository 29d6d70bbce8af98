import type { ChildProcess } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { post } from "../http/send";
import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { holdNeo4jForThisFile, neo4jAddress } from "../support/neo4j-for-this-file";
import { startBoltThatHears } from "../support/scripted-bolt/bolt-that-hears";

const CLIENTS = 500;
const AT_ONCE = 50;
const CORPUS = join(__dirname, "..", "corpora", "harbour-2021");
const PATIENCE_MS = 30_000;
/** The driver's 100, those of the readiness check and of this test: not one for each client that left. */
const MAX_CONNECTIONS = 110;

jest.setTimeout(90_000);
holdNeo4jForThisFile();
beforeAll(ensureBuilt, 240_000);

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  said(): string;
}

async function serve(settings: Record<string, string>): Promise<Server> {
  const child = startQuoth(["serve"], { ...settings, QUOTH_PORT: "0" });
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const url = (await untilSaid(child, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
  return { child, url, said: () => text };
}

async function stop({ child }: Server): Promise<void> {
  child.kill("SIGKILL");
  await exitOf(child);
}

const QUESTION = `query ($ids: [ID!]) {
  statements(first: 20, where: { not: { ids: $ids } }) { totalCount nodes { text reports { nodes { type } } } }
}`;

/** Asks, and is gone a moment later. Other values each time, so that no answer is one that was kept. */
async function askAndLeave(url: string, index: number): Promise<void> {
  const body = JSON.stringify({ query: QUESTION, variables: { ids: [`statement:x/${String(index)}`] } });
  const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n`;
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.write(head + body);
      setTimeout(() => socket.destroy(), index % 40);
    });
    socket.on("error", () => undefined).on("close", () => resolve());
  });
}

async function leaveOften(url: string): Promise<void> {
  for (let index = 0; index < CLIENTS; index += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, async (_, at) => askAndLeave(url, index + at)));
  }
}

/** The same question, asked in earnest until it is answered. @throws Error with what was said last */
async function untilAnswered(url: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    const { json } = await post(url, { query: QUESTION, variables: { ids: [] } });
    if (!json.errors) return;
    if (performance.now() > end) throw new Error(JSON.stringify(json.errors));
  }
}

describe(`${String(CLIENTS)} clients that leave in mid-answer, on an embedded store`, () => {
  it("hold nobody up and leave no word in the log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "quoth-leaving-"));
    await quoth(["seed", CORPUS], { QUOTH_DATA_DIR: folder });
    const server = await serve({ QUOTH_DATA_DIR: folder });
    const start = server.said().length;
    await leaveOften(server.url);
    await untilAnswered(server.url);
    const said = server.said().slice(start);
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
    expect(said).toBe("");
  });
});

describe("a client that leaves while the database is at work", () => {
  it("has its statement ended by RESET at once", async () => {
    const { database, isAsked } = await startBoltThatHears("hang");
    const server = await serve({ NEO4J_URI: database.uri, NEO4J_PASSWORD: "x" });
    const leaving = new AbortController();
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: '{ person(id: "person:ann") { name } }' });
    const asking = fetch(`${server.url}/graphql`, { method: "POST", headers, body, signal: leaving.signal }).catch(() => "left");
    await isAsked;
    const resets = database.arrived["RESET"] ?? 0;
    leaving.abort();
    await asking;
    // Well before the time limit of the statement, which is 10 s.
    for (const end = performance.now() + 3000; (database.arrived["RESET"] ?? 0) === resets && performance.now() < end; ) await sleep(20);
    const after = database.arrived["RESET"] ?? 0;
    await stop(server);
    await database.close();
    expect(after).toBeGreaterThan(resets);
  });
});

const address = neo4jAddress();
const onNeo4j = address ? describe : describe.skip;

onNeo4j(`${String(CLIENTS)} clients that leave in mid-answer, on Neo4j`, () => {
  it("leave no statement at work, no connection in use, and no word in the log", async () => {
    const { uri, user, password } = address ?? { uri: "", user: "", password: "" };
    const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    await quoth(["seed", CORPUS], settings);
    const server = await serve(settings);
    const engine = await openNeo4jEngine({ uri, user, password, readTimeoutMs: 10_000, retryTimeMs: 1000 });
    const start = server.said().length;
    await leaveOften(server.url);
    await untilAnswered(server.url);
    const connections = await engine.read({ text: "CALL dbms.listConnections() YIELD connectionId RETURN count(*) AS n", parameters: {} });
    const work = await engine.read({
      text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'Statement' RETURN count(*) AS n",
      parameters: {},
    });
    const said = server.said().slice(start);
    await engine.close();
    await stop(server);
    // The one that counts is the one that asks.
    expect([said, work]).toEqual(["", [{ n: 1 }]]);
    expect(Number(connections[0]?.["n"])).toBeLessThan(MAX_CONNECTIONS);
  });
});
