import { setTimeout as sleep } from "node:timers/promises";
import type { GraphEngine } from "../../../src/graph/engine";
import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import { holdNeo4jForThisFile, neo4jAddress } from "../../support/neo4j-for-this-file";

const onNeo4j = neo4jAddress() ? describe : describe.skip;
const AT_WORK = {
  text: "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery STARTS WITH 'UNWIND range' AND NOT status STARTS WITH 'Terminated' RETURN count(*) AS n",
  parameters: {},
};
/** Minutes of work. */
const SLOW = { text: "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n", parameters: {} };
const SOON_MS = 5000;

holdNeo4jForThisFile();

onNeo4j("a statement that nobody waits for any more", () => {
  let engine: GraphEngine;
  let watch: GraphEngine;
  beforeAll(async () => {
    const address = neo4jAddress() ?? { uri: "", user: "", password: "" };
    engine = await openNeo4jEngine({ ...address, readTimeoutMs: 5000, retryTimeMs: 1000 });
    watch = await openNeo4jEngine({ ...address, readTimeoutMs: 10_000, retryTimeMs: 1000 });
  });
  afterAll(async () => {
    await engine.close();
    await watch.close();
  });

  async function atWork(): Promise<unknown> {
    const [row] = await watch.read(AT_WORK);
    return row?.["n"];
  }

  async function untilAtWork(wanted: number): Promise<unknown> {
    let seen = await atWork();
    for (const end = performance.now() + SOON_MS; seen !== wanted && performance.now() < end; seen = await atWork()) await sleep(50);
    return seen;
  }

  it("is ended on the server when whoever asked leaves", async () => {
    const leaving = new AbortController();
    const asking = engine.read(SLOW, leaving.signal).catch((error: unknown) => (error as { code: string }).code);
    const before = await untilAtWork(1);
    leaving.abort();
    expect([before, await asking, await untilAtWork(0)]).toEqual([1, "CLIENT_LEFT", 0]);
  });

  it("is ended on the server when its time is over", async () => {
    const asking = engine.read(SLOW).catch((error: unknown) => (error as { code: string }).code);
    const before = await untilAtWork(1);
    // Our own timer may be quicker than the server where that is busy.
    expect(["QUERY_TOO_SLOW", "DATABASE_UNAVAILABLE"]).toContain(await asking);
    expect([before, await untilAtWork(0)]).toEqual([1, 0]);
  });
});
