import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld } from "./ask";
import { readPage } from "./walk-pages";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
const LIST = "Query.statements SAID_AT:DESC";

describeOnEngines("cursors", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const cursorOf = async (path: string, argumentsText = ""): Promise<string> => {
    const page = await readPage(engine, { path, argumentsText }, "first: 1");
    return page.edges[0]?.cursor ?? "";
  };

  it.each([
    ["of another order", "statements", "orderBy: [{ by: SAID_AT, direction: ASC }]", "statements", ""],
    ["of another key", "statements", "orderBy: [{ by: REPORT_COUNT }]", "statements", "orderBy: [{ by: RESPONSE_COUNT }]"],
    ["of another list", "people", "", "organizations", ""],
    ["of an edge", 'person(id: "person:zoe-dutra") { said', "", "statements", ""],
    ["of another edge", 'entity(id: "person:zoe-dutra") { spokenAbout', "", 'person(id: "person:zoe-dutra") { said', ""],
  ])("%s are refused", async (_, from, fromArguments, to, toArguments) => {
    const cursor = await cursorOf(from, fromArguments);
    const ends = "}".repeat(to.split("{").length - 1);
    const given = [toArguments, `after: "${cursor}"`].filter((part) => part !== "").join(", ");
    expect((await refusal(engine, `{ ${to}(${given}) { nodes { id } } ${ends} }`)).code).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["no base64", "not a cursor!"],
    ["nothing", ""],
    ["no list", encode({ list: LIST })],
    ["a number alone", encode(7)],
    ["too few values", encode([LIST])],
    ["too many values", encode([LIST, "a", "b"])],
    ["null", encode([LIST, null])],
    ["a fraction", encode([LIST, 0.5])],
    ["a list", encode([LIST, ["a"]])],
    ["NUL", encode([LIST, "\0"])],
    ["half a surrogate pair", encode([LIST, "\ud800"])],
    ["other blanks", Buffer.from(`["${LIST}", "a"]`).toString("base64url")],
    ["padding", `${encode([LIST, "a"])}=`],
    ["ten thousand characters", encode([LIST, "a".repeat(10_000)])],
  ])("that hold %s are refused", async (_, cursor) => {
    for (const end of ["first: 1, after", "last: 1, before"]) {
      const source = `query ($cursor: String) { statements(${end}: $cursor) { nodes { id } } }`;
      expect((await refusal(engine, source, { cursor })).code).toBe("BAD_USER_INPUT");
    }
  });

  it("that somebody makes up are values, never Cypher", async () => {
    // Nothing sorts below it, not even what has no date.
    const after = encode([LIST, "\u0001' OR 1=1 RETURN n //"]);
    const { statements } = await ask<{ statements: { nodes: unknown[] } }>(
      engine,
      "query ($after: String) { statements(first: 1, after: $after) { nodes { id } } }",
      { after },
    );
    expect(statements.nodes).toEqual([]);
  });

  it("stay right while items are added and removed around them", async () => {
    const list = { path: "people", argumentsText: "" };
    const first = await readPage(engine, list, "first: 10");
    const rest = (await readPage(engine, list, `first: 100, after: "${first.pageInfo.endCursor ?? ""}"`)).nodes.map((each) => each.id);
    const node = (id: string, nameKey: string): Record<string, string> => ({
      id,
      name: id,
      nameKey,
      namesText: "",
      dataset: "dataset:x",
      recordedAt: "2026-01-01T00:00:00.000Z",
    });
    const rows = [node("person:before-all", "!"), node("person:behind-all", "\u{10FFFD}|z")];
    const text = "UNWIND $p_rows AS row MERGE (n:Entity {id: row.id}) SET n:Person, n += row";
    await engine.write([{ text, parameters: { p_rows: rows } }]);
    // The very item that the cursor stands on goes, too.
    const gone = first.nodes.at(-1)?.id ?? "";
    await engine.write([{ text: "MATCH (n:Person {id: $p_id}) REMOVE n:Person", parameters: { p_id: gone } }]);
    const after = await readPage(engine, list, `first: 100, after: "${first.pageInfo.endCursor ?? ""}"`);
    expect(after.nodes.map((each) => each.id)).toEqual([...rest, "person:behind-all"]);
  });
});
