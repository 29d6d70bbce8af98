import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { post, send } from "../http/send";
import { ensureBuilt, exitOf, startQuoth, untilSaid } from "../support/built-cli";
import type { ScriptedBolt } from "../support/scripted-bolt/scripted-bolt";
import { startBoltThatHears } from "../support/scripted-bolt/bolt-that-hears";

const ANN = { query: '{ person(id: "person:ann") { name } }' };

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);

interface End {
  readonly first: unknown;
  readonly later: unknown;
  readonly exitCode: number | null;
  readonly ms: number;
}

describe("quoth serve, told to stop while a question is at work", () => {
  const servers: ChildProcess[] = [];
  const databases: ScriptedBolt[] = [];
  afterAll(async () => {
    for (const server of servers) server.kill("SIGKILL");
    await Promise.all(servers.map(exitOf));
    await Promise.all(databases.map(async (database) => database.close()));
  });

  /** What becomes of a question whose statement takes so long, and of one that comes after the signal. */
  async function stopDuring(statementMs: number, signal: NodeJS.Signals): Promise<End> {
    const { database, isAsked } = await startBoltThatHears({ afterMs: statementMs });
    databases.push(database);
    const server = startQuoth(["serve"], { NEO4J_URI: database.uri, NEO4J_PASSWORD: "x", QUOTH_PORT: "0", QUOTH_READ_TIMEOUT: "30" });
    servers.push(server);
    const url = (await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql/))[1] ?? "";
    const first = post(url, ANN).then(
      ({ status }) => status,
      () => "cut",
    );
    await isAsked;
    const begin = performance.now();
    server.kill(signal);
    await sleep(200);
    const later = await send(`${url}/ready`).then(
      ({ status }) => status,
      () => "refused",
    );
    return { first: await first, later, exitCode: await exitOf(server), ms: performance.now() - begin };
  }

  // Side by side, for time.
  let ends: { readonly SIGTERM: End; readonly SIGINT: End; readonly long: End };
  beforeAll(async () => {
    const [SIGTERM, SIGINT, long] = await Promise.all([
      stopDuring(2000, "SIGTERM"),
      stopDuring(2000, "SIGINT"),
      stopDuring(20_000, "SIGTERM"),
    ]);
    ends = { SIGTERM, SIGINT, long };
  }, 60_000);

  it.each(["SIGTERM", "SIGINT"] as const)("answers one of 2 s, takes no new one, and ends with 0 within 3 s (%s)", (signal) => {
    const { first, later, exitCode, ms } = ends[signal];
    // Three seconds are the promise; a busy test machine gets some grace.
    expect([first, exitCode, ms < 4000]).toEqual([200, 0, true]);
    expect(["refused", 503]).toContain(later);
  });

  it("cuts one of 20 s when the grace time is over, and ends with 0 within 10 s", () => {
    const { first, exitCode, ms } = ends.long;
    expect([first, exitCode, ms < 10_000]).toEqual(["cut", 0, true]);
    expect(ms).toBeGreaterThan(7000);
  });
});
