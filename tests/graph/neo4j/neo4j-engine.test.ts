import neo4j from "neo4j-driver";
import type { GraphEngine } from "../../../src/graph/engine";
import { openNeo4jEngine } from "../../../src/graph/neo4j/neo4j-engine";
import { ONTOLOGY } from "../../../src/model/ontology";
import { engines } from "../../support/engines";
import { neo4jAddress } from "../../support/neo4j-for-this-file";

const LIMITS = { readTimeoutMs: 10_000, retryTimeMs: 5000 };
const { uri, user, password } = neo4jAddress() ?? { uri: "", user: "", password: "" };
const onNeo4j = neo4jAddress() ? describe : describe.skip;

onNeo4j("the Neo4j engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await (engines.find((each) => each.name === "neo4j") as (typeof engines)[number]).open();
  });
  afterAll(async () => engine.close());

  it("names product, version and edition", async () => {
    expect(await engine.health()).toEqual({
      engine: "neo4j",
      version: expect.stringMatching(/^Neo4j \d+\.\d+\S* \w+$/) as string,
      address: uri,
    });
  });

  it("sends whole numbers as integers, deep in lists and maps", async () => {
    const text = "WITH $p_map.list[0] AS n UNWIND [1, 2, 3] AS x WITH n, x LIMIT $p_limit RETURN n / 2 AS half, x, $p_float AS float";
    expect(await engine.read({ text, parameters: { p_map: { list: [5] }, p_limit: 1, p_float: 0.5 } })).toEqual([
      { half: 2, x: 1, float: 0.5 },
    ]);
  });

  it("sees in a read what was written before", async () => {
    await engine.write([{ text: "MERGE (n:Topic {id: $p_id})", parameters: { p_id: "topic:seen" } }]);
    expect(await engine.read({ text: "MATCH (n:Topic {id: 'topic:seen'}) RETURN count(n) AS n", parameters: {} })).toEqual([{ n: 1 }]);
  });

  it("gives the rows of each statement of a write, in order", async () => {
    const text = "RETURN $p_n AS n";
    const rows = await engine.write([1, 2, 3].map((n) => ({ text, parameters: { p_n: n } })));
    expect(rows).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  });

  it("keeps nothing of a write whose last statement is refused", async () => {
    const first = { text: "CREATE (:Topic {id: 'topic:half'})", parameters: {} };
    await expect(engine.write([first, { text: "RETURN 1 / 0", parameters: {} }])).rejects.toMatchObject({ code: "STATEMENT_REFUSED" });
    expect(await engine.read({ text: "MATCH (n:Topic {id: 'topic:half'}) RETURN count(n) AS n", parameters: {} })).toEqual([{ n: 0 }]);
  });

  it("refuses to write within a read", async () => {
    await expect(engine.read({ text: "CREATE (:Topic {id: 'topic:x'})", parameters: {} })).rejects.toMatchObject({
      code: "STATEMENT_REFUSED",
    });
  });

  it("refuses a second node of one id", async () => {
    const text = "CREATE (:Entity {id: 'topic:twice'})";
    await engine.write([{ text, parameters: {} }]);
    await expect(engine.write([{ text, parameters: {} }])).rejects.toMatchObject({ code: "CONSTRAINT_VIOLATED" });
  });

  it("never puts a statement's text into an error", async () => {
    const error = (await engine.read({ text: "RETURN 'HTTP certificate' secret", parameters: {} }).catch((each: unknown) => each)) as Error;
    expect([error.name, error.message]).toEqual(["StatementRefused", "The database refused a statement of Quoth's."]);
  });

  it("refuses a value that is not storable before it is sent", async () => {
    const parameters = { p_when: new Date() as unknown as string };
    await expect(engine.read({ text: "RETURN $p_when", parameters })).rejects.toMatchObject({ code: "VALUE_NOT_STORABLE" });
  });

  it("misses nothing of the ontology's constraints and indexes once they are made", async () => {
    expect(await engine.missingSchema(ONTOLOGY)).toEqual({ constraints: [], indexes: [] });
  });

  it("names a constraint and an index that were dropped, and makes them again", async () => {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await driver.executeQuery("DROP CONSTRAINT quoth_statement_id");
    await driver.executeQuery("DROP INDEX quoth_person_name_key");
    await driver.close();
    const missing = await engine.missingSchema(ONTOLOGY);
    await engine.ensureSchema(ONTOLOGY);
    expect(missing).toEqual({ constraints: ["quoth_statement_id"], indexes: ["quoth_person_name_key"] });
    expect(await engine.missingSchema(ONTOLOGY)).toEqual({ constraints: [], indexes: [] });
  });

  it("says that an index of words is missing, and how it is made", async () => {
    const call = engine.read({ text: "CALL db.index.fulltext.queryNodes('quoth_nothing', 'x') YIELD node RETURN node.id", parameters: {} });
    await expect(call).rejects.toMatchObject({ code: "SCHEMA_MISSING", message: expect.stringContaining("quoth seed") as string });
  });

  it("makes one node of thirty parallel merges", async () => {
    const statement = { text: "MERGE (n:Entity {id: $p_id})", parameters: { p_id: "topic:parallel" } };
    await Promise.all(Array.from({ length: 30 }, async () => engine.write([statement])));
    expect(await engine.read({ text: "MATCH (n:Entity {id: 'topic:parallel'}) RETURN count(n) AS n", parameters: {} })).toEqual([{ n: 1 }]);
  });
});

onNeo4j("opening the Neo4j engine", () => {
  it("says that user or password are wrong, without the password", async () => {
    const opening = openNeo4jEngine({ uri, user: "neo4j", password: "not-the-password", ...LIMITS });
    const error = (await opening.catch((each: unknown) => each)) as Error & { code: string };
    expect([error.code, error.message.includes("not-the-password")]).toEqual(["DATABASE_LOGIN_FAILED", false]);
  });

  it("says that a database is not there", async () => {
    await expect(openNeo4jEngine({ uri, user, password, database: "nope", ...LIMITS })).rejects.toMatchObject({ code: "BAD_SETTING" });
  });

  it("works over neo4j:// as over bolt://", async () => {
    const engine = await openNeo4jEngine({ uri: uri.replace("bolt:", "neo4j:"), user, password, ...LIMITS });
    expect(await engine.read({ text: "RETURN 1 AS n", parameters: {} })).toEqual([{ n: 1 }]);
    await engine.close();
  });

  it("ends a slow question with the name of the setting", async () => {
    // The server ends it after 3.5 s, and may be 2 s late; our own timer is the last resort.
    const engine = await openNeo4jEngine({ uri, user, password, readTimeoutMs: 6000, retryTimeMs: 1000 });
    const text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n";
    await expect(engine.read({ text, parameters: {} })).rejects.toMatchObject({ code: "QUERY_TOO_SLOW" });
    await engine.close();
  });
});

describe("opening a Neo4j that is not there", () => {
  it("says within two seconds where it looked and which setting to check", async () => {
    const begin = performance.now();
    const opening = openNeo4jEngine({ uri: "bolt://127.0.0.1:1", user: "neo4j", password: "x", ...LIMITS });
    await expect(opening).rejects.toThrow(/bolt:\/\/127\.0\.0\.1:1 does not answer\. Check NEO4J_URI/);
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it("refuses an address that is none", async () => {
    await expect(openNeo4jEngine({ uri: "http://127.0.0.1:7474", user: "neo4j", password: "x", ...LIMITS })).rejects.toMatchObject({
      code: "BAD_SETTING",
    });
  });
});
