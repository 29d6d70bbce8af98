import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { post, send } from "../http/send";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { TOWN } from "../seeding/support/town-corpus";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { isOwnNeo4j } from "../support/neo4j-for-this-file";
import { NEO4J_TEST_PASSWORD, startNeo4j } from "../support/neo4j-process";
import type { Neo4jProcess } from "../support/neo4j-process";

const READ_TIMEOUT_MS = 3000;
const FROZEN_MS = 7000;
/** 50 questions a second. */
const EVERY_MS = 20;
const MEMORY_MB = 80;
/** Some wait in line for a while, for the version of the data, and for the read to end. */
const ANSWERED_MS = 10_000;

/** One that nobody else is asking: only where the run starts its Neo4j itself. */
const onOwnNeo4j = isOwnNeo4j() ? describe : describe.skip;

jest.setTimeout(90_000);
beforeAll(ensureBuilt, 240_000);
afterAll(removeCorpusFolders);

interface Outcome {
  readonly said: unknown;
  readonly ms: number;
}

onOwnNeo4j("a server whose database is frozen under 50 questions a second", () => {
  let database: Neo4jProcess;
  let server: ChildProcess;
  let url: string;
  let number = 0;
  beforeAll(async () => {
    database = await startNeo4j();
    const settings = { NEO4J_URI: database.uri, NEO4J_PASSWORD: NEO4J_TEST_PASSWORD };
    await quoth(["seed", corpusFolder(TOWN)], settings);
    server = startQuoth(["serve"], { ...settings, QUOTH_PORT: "0", QUOTH_READ_TIMEOUT: String(READ_TIMEOUT_MS / 1000) });
    url = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
  });
  afterAll(async () => {
    server.kill("SIGKILL");
    await exitOf(server);
    await database.stop();
  });

  /** Another alias each time, so that no answer is one that was kept. */
  async function ask(): Promise<Outcome> {
    const begin = performance.now();
    const { json } = await post(url, { query: `{ person(id: "person:ann") { a${String(number++ % 1000)}: name } }` });
    return { said: json.errors?.[0]?.extensions["code"] ?? "an answer", ms: performance.now() - begin };
  }

  async function askFor(ms: number): Promise<Promise<Outcome>[]> {
    const asked: Promise<Outcome>[] = [];
    for (const end = performance.now() + ms; performance.now() < end; await sleep(EVERY_MS)) asked.push(ask());
    return asked;
  }

  async function untilReady(status: number): Promise<number> {
    const begin = performance.now();
    while ((await send(`${url}/ready`)).status !== status) await sleep(50);
    return performance.now() - begin;
  }

  it("answers each with one error in time, is not ready within 5 s, stays small, and is well again within 5 s", async () => {
    await Promise.all(await askFor(2000));
    const before = memoryMb(server);
    const { pid } = database;
    process.kill(pid, "SIGSTOP");
    const asking = askFor(FROZEN_MS);
    let notReadyMs: number;
    let outcomes: Outcome[];
    try {
      notReadyMs = await untilReady(503);
      outcomes = await Promise.all(await asking);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    const after = memoryMb(server);
    const readyMs = await untilReady(200);
    const well = await ask();

    expect(new Set(outcomes.slice(10).map(({ said }) => said))).toEqual(new Set(["DATABASE_UNAVAILABLE"]));
    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(ANSWERED_MS);
    expect([notReadyMs < 5000, readyMs < 5000, well.said]).toEqual([true, true, "an answer"]);
    expect(after - before).toBeLessThan(MEMORY_MB);
  });
});

function memoryMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
