import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import { isOwnNeo4j } from "../../support/neo4j-for-this-file";
import { NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../../support/neo4j-process";
import type { Neo4jProcess } from "../../support/neo4j-process";

const ONE = { text: "RETURN 1 AS n", parameters: {} };
/** One that nobody else is asking: only where the run starts its Neo4j itself. */
const onOwnNeo4j = isOwnNeo4j() ? describe : describe.skip;

onOwnNeo4j("a database that is frozen", () => {
  let database: Neo4jProcess;
  beforeAll(async () => {
    database = await startNeo4j();
  }, 120_000);
  afterAll(async () => database.stop());

  it("costs each read one error within its time limit, and is well again when it goes on", async () => {
    const { uri, pid } = database;
    const times = { readTimeoutMs: 4000, retryTimeMs: 1000 };
    const engine = await openNeo4jEngine({ uri, user: NEO4J_TEST_USER, password: NEO4J_TEST_PASSWORD, ...times });
    process.kill(pid, "SIGSTOP");
    try {
      const codes = await Promise.all(Array.from({ length: 150 }, async () => codeAndSeconds(engine.read(ONE))));
      expect(new Set(codes)).toEqual(new Set(["DATABASE_UNAVAILABLE in time"]));
      expect(await codeAndSeconds(engine.read(ONE))).toBe("DATABASE_UNAVAILABLE in time");
    } finally {
      process.kill(pid, "SIGCONT");
    }
    expect(await engine.read(ONE)).toEqual([{ n: 1 }]);
    await engine.close();
  });
});

async function codeAndSeconds(reading: Promise<unknown>): Promise<string> {
  const begin = performance.now();
  const code = await reading.then(
    () => "an answer",
    (error: unknown) => (error as { code: string }).code,
  );
  return `${code} ${performance.now() - begin < 4200 ? "in time" : "late"}`;
}
