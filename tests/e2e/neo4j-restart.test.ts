import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import { graphDump } from "../seeding/support/graph-dump";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { isOwnNeo4j } from "../support/neo4j-for-this-file";
import type { Neo4jProcess } from "../support/neo4j-process";
import { freePort, NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../support/neo4j-process";

const CORPUS = join(__dirname, "..", "corpora", "harbour-2021");
/** A server of its own, since it is killed: only where the run starts one itself. */
const onOwnNeo4j = isOwnNeo4j() ? describe : describe.skip;

jest.setTimeout(240_000);
beforeAll(ensureBuilt, 240_000);

onOwnNeo4j("a Neo4j that is killed and started again", () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-restart-"));
  let database: Neo4jProcess;
  let server: ChildProcess | undefined;
  afterAll(async () => {
    server?.kill("SIGKILL");
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("costs a server only the questions of the meantime, and a seeder nothing", async () => {
    const port = await freePort();
    database = await startNeo4j({ ports: [port], folder });
    const environment = { NEO4J_URI: database.uri, NEO4J_PASSWORD: NEO4J_TEST_PASSWORD, QUOTH_PORT: "0" };
    const clean = await quoth(["seed", CORPUS, "--json"], environment);
    server = startQuoth(["serve"], environment);
    const address = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
    const loaded = await dump(database);

    // Not long after the seeder has said that it is done (E20).
    process.kill(database.pid, "SIGKILL");
    await database.stop();
    const meanwhile = await ask(address);
    const notReady = await statusBecomes(`${address}/ready`, 503);
    database = await startNeo4j({ ports: [port], folder });
    const ready = await statusBecomes(`${address}/ready`, 200);
    const kept = await dump(database);
    const again = await quoth(["seed", CORPUS, "--json"], environment);
    const after = await ask(address);

    server.kill("SIGTERM");
    const exitCode = await exitOf(server);
    expect([clean.exitCode, meanwhile.status, meanwhile.code, notReady, ready]).toEqual([0, 503, "DATABASE_UNAVAILABLE", true, true]);
    expect([loaded.length > 100, kept]).toEqual([true, loaded]);
    expect([again.exitCode, (JSON.parse(again.stdout) as { changed: boolean }).changed]).toEqual([0, false]);
    expect([after.status, after.code, exitCode]).toEqual([200, undefined, 0]);
  });
});

/** All that it holds, read past the server. */
async function dump({ uri }: Neo4jProcess): Promise<string[]> {
  const times = { readTimeoutMs: 30_000, retryTimeMs: 5000 };
  const engine = await openNeo4jEngine({ uri, user: NEO4J_TEST_USER, password: NEO4J_TEST_PASSWORD, ...times });
  const lines = await graphDump(engine);
  await engine.close();
  return lines;
}

async function ask(address: string): Promise<{ status: number; code: unknown }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${address}/graphql`, { method: "POST", headers, body: '{"query":"{ people(first: 1) { totalCount } }"}' });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

async function statusBecomes(url: string, status: number): Promise<boolean> {
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    if ((await fetch(url)).status === status) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
