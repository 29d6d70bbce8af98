import type { GraphEngine } from "../../../src/graph/engine";
import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import { readDataVersion } from "../../../src/seeding/stored/read-data-version";
import type { Fault, Routes, ScriptedBolt } from "../../support/scripted-bolt/scripted-bolt";
import { startScriptedBolt } from "../../support/scripted-bolt/scripted-bolt";

const TIMES = { readTimeoutMs: 2500, retryTimeMs: 10_000 };
const MERGE = { text: "MERGE (n:Topic {id: 'topic:a'})", parameters: {} };
/** Any read; in other words than those by which the engine asks the leader. */
const ONE = { text: "RETURN 'one' AS one", parameters: {} };
const VERSION = /\(v:DataVersion/;

type FaultOf = (name: string, count: number, text: string) => Fault | undefined;
type Name = "first" | "second" | "third";

/** Three members that know of each other: one takes the writes, the others the reads. */
class ScriptedCluster {
  readonly members = {} as Record<Name, ScriptedBolt>;
  /** What a member fails at; none unless set. */
  readonly faults: Partial<Record<Name, FaultOf>> = {};
  /** Null while they are too few to choose one. */
  leader: Name | null = "first";
  /** Those in the table, alive or not. */
  private readonly names: readonly Name[] = ["first", "second", "third"];
  private commits = 0;

  static async start(): Promise<ScriptedCluster> {
    const cluster = new ScriptedCluster();
    for (const name of cluster.names) {
      cluster.members[name] = await startScriptedBolt({
        answers: [
          [/^RETURN 'one'/, [{ one: 1 }]],
          [VERSION, [{ version: "v1" }]],
        ],
        fault: (...message) => cluster.faults[name]?.(...message),
        routes: () => cluster.routes(),
        bookmark: () => `${name}:${String(++cluster.commits)}`,
      });
    }
    return cluster;
  }

  open(): Promise<GraphEngine> {
    return openNeo4jEngine({ uri: this.members.first.uri.replace("bolt", "neo4j"), user: "neo4j", password: "secret", ...TIMES });
  }

  /** Names of the members that got a statement of that text. */
  who(pattern: RegExp): Name[] {
    return this.names.filter((name) => this.members[name].statements.some(({ text }) => pattern.test(text)));
  }

  /** The bookmarks that statements of that text came with. */
  bookmarks(pattern: RegExp): (readonly string[])[] {
    return this.names.flatMap((name) =>
      this.members[name].statements.filter(({ text }) => pattern.test(text)).map((each) => each.bookmarks),
    );
  }

  async close(): Promise<void> {
    for (const name of this.names) await this.members[name].close();
  }

  private routes(): Routes {
    const addressOf = (name: Name): string => this.members[name].uri.replace("bolt://", "");
    const followers = this.names.filter((name) => name !== this.leader);
    return {
      ROUTE: this.names.map(addressOf),
      READ: followers.map(addressOf),
      WRITE: this.leader === null ? [] : [addressOf(this.leader)],
    };
  }
}

let cluster: ScriptedCluster;
let engine: GraphEngine;

beforeEach(async () => {
  cluster = await ScriptedCluster.start();
  engine = await cluster.open();
});
afterEach(async () => {
  await engine.close();
  await cluster.close();
});

const times = async <T>(count: number, act: () => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let turn = 0; turn < count; turn++) results.push(await act());
  return results;
};

describe("in a cluster", () => {
  it("reads go to the members that follow, and writes to the one that leads", async () => {
    await engine.write([MERGE]);
    await times(6, () => engine.read(ONE));
    expect([cluster.who(/^MERGE/), cluster.who(/^RETURN 'one'/)]).toEqual([["first"], ["second", "third"]]);
    expect(cluster.members.second.statements.some(({ isWrite }) => isWrite)).toBe(false);
  });

  it("a read waits for what this process wrote", async () => {
    await engine.write([MERGE]);
    await engine.read(ONE);
    const [[bookmark]] = cluster.bookmarks(/^RETURN 'one'/) as [[string]];
    expect(bookmark).toMatch(/^first:/);
  });

  it("the first read of a process waits for all that the leader had", () => {
    // The question for a sign of life, which opening ends with.
    const [[bookmark]] = cluster.bookmarks(/dbms\.components/) as [[string]];
    expect([cluster.who(/dbms\.components/).includes("first"), bookmark]).toEqual([false, "first:1"]);
  });

  it("the data version, and reads after it, wait for all that the leader had when it was asked", async () => {
    const before = cluster.members.first.statements.length;
    const version = await readDataVersion(engine);
    await engine.read(ONE);
    const asked = cluster.members.first.statements.slice(before);
    expect([version, asked.map(({ text, isWrite }) => [text, isWrite])]).toEqual(["v1", [["RETURN 1 AS one", true]]]);
    const [bookmarks] = cluster.bookmarks(VERSION) as [string[]];
    expect(bookmarks).toEqual([expect.stringMatching(/^first:/)]);
    // The answer of the member that was waited for is at least as new.
    expect(cluster.bookmarks(/^RETURN 'one'/)[0]).toEqual([expect.stringMatching(/^(second|third):/)]);
  });

  it("the data version is not known while no member leads, and what the others have is still read", async () => {
    cluster.leader = null;
    const leaderless = await cluster.open();
    await expect(readDataVersion(leaderless)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    expect(await leaderless.read(ONE)).toEqual([{ one: 1 }]);
    await leaderless.close();
  });

  it("a member that is gone costs its readers no error", async () => {
    await cluster.members.third.close();
    expect(await times(8, () => engine.read(ONE))).toEqual(Array(8).fill([{ one: 1 }]));
    expect(cluster.who(/^RETURN 'one'/)).toEqual(["second"]);
  });

  it("a write finds the new leader when the old one takes no writes any more", async () => {
    await engine.write([MERGE]);
    const wasTold = cluster.members.first.counts["ROUTE"] ?? 0;
    cluster.leader = "second";
    cluster.faults.first = (name, _, text) =>
      name === "RUN" && text === MERGE.text ? { code: "Neo.ClientError.Cluster.NotALeader" } : undefined;
    await engine.write([MERGE]);
    const tables = Object.values(cluster.members).reduce((sum, { counts }) => sum + (counts["ROUTE"] ?? 0), 0);
    expect([cluster.who(/^MERGE/), tables > wasTold]).toEqual([["first", "second"], true]);
  });

  it("a member that lags for ever ends a read in time, and the next one still asks for all that the leader had", async () => {
    await engine.catchUp();
    const lagging: FaultOf = (name, _, text) => (name === "RUN" && text === ONE.text ? "hang" : undefined);
    Object.assign(cluster.faults, { second: lagging, third: lagging });
    const begin = performance.now();
    await expect(engine.read(ONE)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    const took = performance.now() - begin;
    Object.assign(cluster.faults, { second: undefined, third: undefined });
    expect([await engine.read(ONE), took < TIMES.readTimeoutMs]).toEqual([[{ one: 1 }], true]);
    expect(cluster.bookmarks(/^RETURN 'one'/)).toEqual([[expect.stringMatching(/^first:/)]]);
  });
});

describe("on one server by bolt://", () => {
  it("catching up asks nobody, and the data version costs one statement", async () => {
    const bolt = await startScriptedBolt({ answers: [[VERSION, [{ version: "v1" }]]] });
    const single = await openNeo4jEngine({ uri: bolt.uri, user: "neo4j", password: "secret", ...TIMES });
    const before = bolt.statements.length;
    await readDataVersion(single);
    expect(bolt.statements.slice(before).map(({ text, isWrite }) => [VERSION.test(text), isWrite])).toEqual([[true, false]]);
    await single.close();
    await bolt.close();
  });
});
