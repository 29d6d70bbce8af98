import type { GraphEngine } from "../../../src/graph/engine";
import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import type { Fault, Script, ScriptedBolt } from "../../support/scripted-bolt/scripted-bolt";
import { startScriptedBolt } from "../../support/scripted-bolt/scripted-bolt";

const TIMES = { readTimeoutMs: 2500, retryTimeMs: 20_000 };
const MERGE = { text: "MERGE (n:Topic {id: 'topic:a'})", parameters: {} };
const ONE = { text: "RETURN 1 AS one", parameters: {} };

const started: { engine?: GraphEngine; bolt: ScriptedBolt }[] = [];

/** An engine on a server that is well while it is opened, and follows its script from then on. */
async function openOn(script: Script, scheme = "bolt"): Promise<{ engine: GraphEngine; bolt: ScriptedBolt }> {
  let isOpen = false;
  const fault: Script["fault"] = (...message) => (isOpen ? script.fault?.(...message) : undefined);
  const bolt = await startScriptedBolt({ answers: [[/^RETURN 1/, [{ one: 1 }]], ...(script.answers ?? [])], fault });
  const engine = await openNeo4jEngine({ uri: bolt.uri.replace("bolt", scheme), user: "neo4j", password: "secret", ...TIMES });
  isOpen = true;
  started.push({ engine, bolt });
  return { engine, bolt };
}

/** The fault comes with the first messages of that name, as often as is said. */
function first(times: number, of: string, fault: Fault): Script["fault"] {
  let left = times;
  return (name) => (name === of && left-- > 0 ? fault : undefined);
}

afterEach(async () => {
  for (const { engine, bolt } of started.splice(0)) {
    await engine?.close();
    await bolt.close();
  }
});

describe("a write", () => {
  it("is tried again, and done once, after three deadlocks, changes of leader, and connections that break", async () => {
    const cases = [
      { scheme: "bolt", fault: first(3, "RUN", { code: "Neo.TransientError.Transaction.DeadlockDetected" }) },
      { scheme: "neo4j", fault: first(3, "RUN", { code: "Neo.ClientError.Cluster.NotALeader" }) },
      { scheme: "bolt", fault: first(3, "RUN", "close") },
    ];
    // Side by side, since the driver waits for seven seconds in all between its tries.
    const tries = cases.map(async ({ scheme, fault }) => {
      const { engine, bolt } = await openOn({ fault }, scheme);
      await engine.write([MERGE]);
      return [bolt.counts["BEGIN"], bolt.counts["COMMIT"]];
    });
    expect(await Promise.all(tries)).toEqual(Array(3).fill([4, 1]));
  });

  it("says that a member of a cluster takes no writes, and which address would find the one that does", async () => {
    const code = "Neo.ClientError.Cluster.NotALeader";
    const { engine } = await openOn({ fault: (name) => (name === "RUN" ? { code } : undefined) });
    await expect(engine.write([MERGE])).rejects.toThrow(/takes no writes now\. In a cluster write neo4j:\/\//);
  });

  it("ends in one error, without another try, when the login has expired", async () => {
    const code = "Neo.ClientError.Security.CredentialsExpired";
    const { engine, bolt } = await openOn({ fault: (name) => (name === "RUN" ? { code } : undefined) });
    await expect(engine.write([MERGE])).rejects.toMatchObject({ code: "DATABASE_LOGIN_FAILED" });
    expect(bolt.counts["BEGIN"]).toBe(1);
  });
});

describe("a login that somebody else's wrong passwords have locked", () => {
  it("is told as what it is, and not as a wrong password", async () => {
    const code = "Neo.ClientError.Security.AuthenticationRateLimit";
    const { engine } = await openOn({ fault: (name) => (name === "RUN" ? { code } : undefined) });
    await expect(engine.read(ONE)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message: expect.stringMatching(/lets nobody in as ".*" for some seconds, since somebody tried wrong passwords/) as string,
    });
  });
});

describe("a read", () => {
  it.each([
    ["a deadlock", { code: "Neo.TransientError.Transaction.DeadlockDetected" } as const],
    ["a connection that breaks", "close" as const],
  ])("is tried again after %s", async (_, fault) => {
    const { engine } = await openOn({ fault: first(2, "RUN", fault) });
    expect(await engine.read(ONE)).toEqual([{ one: 1 }]);
  });

  it("ends in one error within its time when the answer never comes, and the next one is asked on a new connection", async () => {
    const { engine, bolt } = await openOn({ fault: first(1, "RUN", "hang") });
    const begin = performance.now();
    await expect(engine.read(ONE)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    expect(performance.now() - begin).toBeLessThan(TIMES.readTimeoutMs);
    const greetings = bolt.counts["HELLO"] ?? 0;
    expect([await engine.read(ONE), bolt.counts["HELLO"]]).toEqual([[{ one: 1 }], greetings + 1]);
  });

  it("says that it took too long when the server ends it", async () => {
    const code = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration";
    const { engine } = await openOn({ fault: first(1, "RUN", { code }) });
    await expect(engine.read(ONE)).rejects.toMatchObject({ code: "QUERY_TOO_SLOW" });
  });

  it("is ended on the server, by RESET, as soon as whoever asked has left", async () => {
    const { engine, bolt } = await openOn({ fault: first(1, "RUN", { afterMs: 1000 }) });
    const resets = bolt.counts["RESET"] ?? 0;
    const leaving = AbortSignal.timeout(100);
    const begin = performance.now();
    await expect(engine.read(ONE, leaving)).rejects.toMatchObject({ code: "CLIENT_LEFT" });
    expect(performance.now() - begin).toBeLessThan(800);
    expect(await engine.read(ONE)).toEqual([{ one: 1 }]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((bolt.counts["RESET"] ?? 0) - resets).toBeGreaterThan(0);
  });
});

describe("opening", () => {
  it("gives up within its time on a server that takes connections and says nothing", async () => {
    const bolt = await startScriptedBolt({ fault: (name) => (name === "HELLO" ? "hang" : undefined) });
    started.push({ bolt });
    const begin = performance.now();
    const opening = openNeo4jEngine({ uri: bolt.uri, user: "neo4j", password: "secret", ...TIMES });
    await expect(opening).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
