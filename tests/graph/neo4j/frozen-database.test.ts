import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import { holdNeo4jForThisFile, isOwnNeo4j, neo4jAddress, neo4jPid } from "../../support/neo4j-for-this-file";

const ONE = { text: "RETURN 1 AS n", parameters: {} };
const onOwnNeo4j = isOwnNeo4j() ? describe : describe.skip;

holdNeo4jForThisFile();

onOwnNeo4j("a database that is frozen", () => {
  it("costs each read one error within its time limit, and is well again when it goes on", async () => {
    const address = neo4jAddress() ?? { uri: "", user: "", password: "" };
    const engine = await openNeo4jEngine({ ...address, readTimeoutMs: 4000, retryTimeMs: 1000 });
    const pid = await neo4jPid();
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
