import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import { CLI, ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { killedCorpora } from "./support/killed-corpora";

const HARBOUR = join(__dirname, "..", "corpora", "harbour-2021");
const AWKWARD = join(__dirname, "..", "corpora", "awkward");
const READ_TIMEOUT_MS = 20_000;

/** Root passes over the rights of files, unless it gives that up. */
const asOwnerAlone = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : ["env"];
const canGiveUp = process.platform === "linux" && spawnSync(asOwnerAlone[0] ?? "", [...asOwnerAlone.slice(1), "true"]).status === 0;
/** Blocks of 1,024 bytes, past which no file may grow. */
const limitedTo = (blocks: number): string[] => ["bash", "-c", `ulimit -f ${String(blocks)}; exec "$0" "$@"`];
const hasLimits = spawnSync("bash", ["-c", "ulimit -f 100"]).status === 0;

jest.setTimeout(60_000);
const root = mkdtempSync(join(tmpdir(), "quoth-folder-"));
let number = 0;
const newStore = (): string => join(root, `store-${String(number++)}`);

beforeAll(ensureBuilt, 240_000);
afterAll(() => {
  for (const folder of readdirSync(root)) chmodSync(join(root, folder), 0o755);
  rmSync(root, { recursive: true, force: true });
  removeCorpusFolders();
});

/** `quoth` under another program that restricts it. */
function quothUnder([program = "", ...before]: readonly string[], words: readonly string[]): { exitCode: number | null; said: string } {
  const { status, stderr } = spawnSync(program, [...before, process.execPath, CLI, ...words], { encoding: "utf8" });
  return { exitCode: status, said: stderr };
}

async function hashOf(folder: string): Promise<string> {
  const engine = await openEmbeddedEngine({ folder, readTimeoutMs: READ_TIMEOUT_MS });
  const { hash } = await graphHash(engine);
  await engine.close();
  return hash;
}

async function cleanHash(corpora: readonly string[]): Promise<string> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: READ_TIMEOUT_MS });
  for (const corpus of corpora) await runSeed([corpus], engine, { texts: new Map(), dryRun: false, now: () => new Date() });
  const { hash } = await graphHash(engine);
  await engine.close();
  return hash;
}

(hasLimits ? describe : describe.skip)("a disk that is full", () => {
  it.each([40, 400, 900])("ends a load with 2, path and reason, and the next one goes on from there (%d kB)", async (kilobytes) => {
    const store = newStore();
    const [corpus] = killedCorpora();
    const { exitCode, said } = quothUnder(limitedTo(kilobytes), ["seed", corpus, "--data-dir", store]);
    expect([exitCode, said.trim().split("\n").at(-1)]).toEqual([
      2,
      expect.stringMatching(/^STORE_UNUSABLE .*store-\d+.* the disk is full/),
    ]);
    const again = await quoth(["seed", corpus], { QUOTH_DATA_DIR: store });
    expect([again.exitCode, await hashOf(store)]).toEqual([0, await cleanHash([corpus])]);
  });

  it("loses nothing of the load before", async () => {
    const store = newStore();
    await quoth(["seed", HARBOUR], { QUOTH_DATA_DIR: store });
    const { exitCode } = quothUnder(limitedTo(600), ["seed", killedCorpora()[0], "--data-dir", store]);
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: READ_TIMEOUT_MS });
    const kept = await graphHash(engine, "harbour-2021");
    await engine.close();
    expect([exitCode, kept.hash]).toEqual([2, await cleanHash([HARBOUR])]);
  });
});

(canGiveUp ? describe : describe.skip)("a data folder that is read-only", () => {
  const store = newStore();
  beforeAll(async () => {
    await quoth(["seed", HARBOUR], { QUOTH_DATA_DIR: store });
    for (const file of readdirSync(store)) chmodSync(join(store, file), 0o444);
    chmodSync(store, 0o555);
  });

  it("is served", async () => {
    const [program = "", ...before] = asOwnerAlone;
    const words = [...before, process.execPath, CLI, "serve", "--port", "0", "--data-dir", store];
    const server = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    const url = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
    const headers = { "content-type": "application/json" };
    const body = '{"query":"{ statements { totalCount } }"}';
    const answer: unknown = await (await fetch(`${url}/graphql`, { method: "POST", headers, body })).json();
    server.kill("SIGTERM");
    expect([answer, await exitOf(server)]).toEqual([{ data: { statements: { totalCount: 8 } } }, 0]);
  });

  it("refuses a load with 2, path and reason", () => {
    const { exitCode, said } = quothUnder(asOwnerAlone, ["seed", AWKWARD, "--data-dir", store]);
    expect([exitCode, said.trim().split("\n").at(-1)]).toEqual([2, expect.stringMatching(/^STORE_UNUSABLE .*store-\d+ .*read-only/)]);
  });
});

describe("a data folder", () => {
  it("is taken by one of two seeders at once; the other one ends with STORE_IN_USE, or has found it free again", async () => {
    const store = newStore();
    const [corpus] = killedCorpora();
    const both = await Promise.all([1, 2].map(async () => quoth(["seed", corpus], { QUOTH_DATA_DIR: store })));
    const said = both.map(({ exitCode, stderr }) => (exitCode === 0 ? "done" : stderr.trim().split("\n").at(-1)));
    for (const each of said) expect(each).toMatch(/^(done|STORE_IN_USE .*store-\d+)/);
    expect([said.includes("done"), await hashOf(store)]).toEqual([true, await cleanHash([corpus])]);
  });

  it("has everything when the server that filled it is killed two seconds later", async () => {
    const store = newStore();
    const server = startQuoth(["serve"], { QUOTH_DATA_DIR: store, QUOTH_PORT: "0" });
    await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/);
    await sleep(2000);
    server.kill("SIGKILL");
    await exitOf(server);
    expect(await hashOf(store)).toBe(await cleanHash([join(__dirname, "../../seed/soleimani-2020")]));
  });
});
