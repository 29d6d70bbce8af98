import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { get, post } from "../http/send";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { TOWN, TOWN_2 } from "../seeding/support/town-corpus";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { engines } from "../support/engines";
import { neo4jAddress } from "../support/neo4j-for-this-file";

const ANN = { query: '{ person(id: "person:ann") { name } }' };
const ADDRESS = /API\s+(http:\/\/\S+)\/graphql/;

jest.setTimeout(120_000);
beforeAll(ensureBuilt, 240_000);
afterAll(removeCorpusFolders);

async function serve(settings: Record<string, string>, started: ChildProcess[]): Promise<string> {
  const server = startQuoth(["serve"], { ...settings, QUOTH_PORT: "0" });
  started.push(server);
  return (await untilSaid(server, ADDRESS))[1] ?? "";
}

async function stop(servers: readonly ChildProcess[], signal: NodeJS.Signals): Promise<void> {
  for (const server of servers) server.kill(signal);
  await Promise.all(servers.map(exitOf));
}

async function seed(folder: string, settings: Record<string, string>): Promise<boolean> {
  const { exitCode, stdout, stderr } = await quoth(["seed", folder, "--json"], settings);
  if (exitCode !== 0) throw new Error(stderr + stdout);
  return (JSON.parse(stdout) as { changed: boolean }).changed;
}

const nameAt = async (address: string): Promise<unknown> => (await post(address, ANN)).json.data?.["person"];
const tagAt = async (address: string): Promise<string> => (await get(address, ANN)).headers.etag ?? "";
const statusAt = async (address: string, tag: string): Promise<number> => (await get(address, ANN, { "if-none-match": tag })).status;

describe("answers of an embedded store", () => {
  const folder = mkdtempSync(join(tmpdir(), "quoth-follow-"));
  const settings = { QUOTH_DATA_DIR: join(folder, "store") };
  const started: ChildProcess[] = [];
  afterAll(async () => {
    await stop(started, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  /** One life of a server: what it answers, and with which tag. */
  async function live(): Promise<{ name: unknown; tag: string }> {
    const address = await serve(settings, started);
    const seen = { name: await nameAt(address), tag: await tagAt(address) };
    await stop(started.splice(0), "SIGTERM");
    return seen;
  }

  it("keep their tag while the data stays the same, and get another one when it changes", async () => {
    const [town, town2] = [corpusFolder(TOWN), corpusFolder(TOWN_2)];
    await seed(town, settings);
    const first = await live();
    const unchanged = [await seed(town, settings), await live()];
    const changed = [await seed(town2, settings), await live()] as const;
    expect(first.name).toEqual({ name: "Ann Grey" });
    expect(unchanged).toEqual([false, first]);
    expect([changed[0], changed[1].name]).toEqual([true, { name: "Ann Grey-Green" }]);
    expect(changed[1].tag).not.toBe(first.tag);
  });
});

const neo4j = engines.find(({ name }) => name === "neo4j");
const address = neo4jAddress();
const onNeo4j = neo4j && address ? describe : describe.skip;

onNeo4j("three servers on one Neo4j", () => {
  const settings = { NEO4J_URI: address?.uri ?? "", NEO4J_USER: address?.user ?? "", NEO4J_PASSWORD: address?.password ?? "" };
  const started: ChildProcess[] = [];
  afterAll(() => stop(started, "SIGKILL"));

  it("answer from what they keep, and from the new data as soon as a load says that it is done", async () => {
    const engine = await neo4j?.open();
    if (!engine) throw new Error("There is no Neo4j.");
    const folders = [corpusFolder(TOWN), corpusFolder(TOWN_2)] as const;
    await seed(folders[0], settings);
    // The third one reads as in a cluster, where the leader is asked for its bookmark first.
    const routed = { ...settings, NEO4J_URI: settings.NEO4J_URI.replace("bolt:", "neo4j:") };
    const servers = await Promise.all([settings, settings, routed].map((each) => serve(each, started)));
    const names = async (): Promise<unknown[]> => Promise.all(servers.map(nameAt));
    const statuses = async (tag: string): Promise<number[]> => Promise.all(servers.map((each) => statusAt(each, tag)));
    // Questions all the time: leases that are renewed are those that could outlive a load.
    const busy = setInterval(() => void names().catch(() => undefined), 20);
    const [firstNames, tags] = [await names(), await Promise.all(servers.map(tagAt))];

    // What no load did, no version tells of: who still sees the old name has it from the cache.
    await engine.write([{ text: "MATCH (n:Person {id: 'person:ann'}) SET n.name = 'By hand'", parameters: {} }]);
    const kept = [await names(), await statuses(tags[0] ?? "")];
    const rounds: unknown[] = [];
    const roundTags: string[][] = [];
    for (const round of [1, 0, 1, 0]) {
      await seed(folders[round] ?? "", settings);
      rounds.push(await names());
      roundTags.push(await Promise.all(servers.map(tagAt)));
    }
    const afterwards = await statuses(tags[0] ?? "");
    clearInterval(busy);
    await engine.close();
    await stop(started.splice(0), "SIGTERM");

    const [old, fresh] = [{ name: "Ann Grey" }, { name: "Ann Grey-Green" }];
    expect([firstNames, new Set(tags).size]).toEqual([[old, old, old], 1]);
    expect(kept).toEqual([
      [old, old, old],
      [304, 304, 304],
    ]);
    expect(rounds).toEqual([
      [fresh, fresh, fresh],
      [old, old, old],
      [fresh, fresh, fresh],
      [old, old, old],
    ]);
    // One tag for all servers, and another one after each load.
    expect(roundTags.map((each) => new Set(each).size)).toEqual([1, 1, 1, 1]);
    expect(new Set([...roundTags, tags].flat()).size).toBe(5);
    expect(afterwards).toEqual([200, 200, 200]);
  });

  it("hold what goes on from a day on, as soon as a load brings something that is longer than all before", async () => {
    const engine = await neo4j?.open();
    if (!engine) throw new Error("There is no Neo4j.");
    const dated = (date: string): string => {
      const statements = String(TOWN["statements.yaml"]).replace("saidAt: 2020-01-03", `saidAt: ${date}`);
      return corpusFolder({ ...TOWN, "statements.yaml": statements });
    };
    await seed(dated("2020-01-03"), settings);
    // One keeps answers, the other one asks each time.
    const servers = await Promise.all([settings, { ...settings, QUOTH_ANSWER_CACHE: "0" }].map((each) => serve(each, started)));
    const query = '{ statements(where: { saidAt: { from: "2020-06-01" } }, first: 5) { nodes { saidAt } } }';
    const dates = async (): Promise<unknown[]> =>
      Promise.all(servers.map(async (each) => (await post(each, { query })).json.data?.["statements"]));
    const busy = setInterval(() => void dates().catch(() => undefined), 20);
    const rounds: unknown[] = [await dates()];
    for (const date of ["2020", "202X", "2020-01-03", "2015/..", "../2020-07", "2020-05"]) {
      await seed(dated(date), settings);
      rounds.push(await dates());
    }
    clearInterval(busy);
    await engine.close();
    await stop(started.splice(0), "SIGTERM");
    const found = (...saidAt: string[]): unknown => ({ nodes: saidAt.map((each) => ({ saidAt: each })) });
    const expected = [found(), found("2020"), found("202X"), found(), found("2015/.."), found("../2020-07"), found()];
    expect(rounds).toEqual(expected.map((each) => [each, each]));
  });
});
