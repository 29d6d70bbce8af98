import type { GraphEngine } from "../../../src/graph/engine";
import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import { findLostRows } from "../../support/refuse-lost-rows";
import { loadSkewedGraph, STATEMENTS } from "../../support/skewed-graph";

const ROWS = "CALL () {\n  MATCH (n:Statement)\n  RETURN n\n}";
const BRANCHES =
  "CALL () {\n  MATCH (n:Statement)\n  WHERE false\n  RETURN n\n  UNION ALL\n  MATCH (n:Statement)\n  WITH DISTINCT n\n  RETURN n\n}";
const LIST = "CALL () {\n  MATCH (n:Statement)\n  RETURN collect(n) AS l\n}\nUNWIND l AS n";

describe("what the embedded engine makes of many rows", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openEmbeddedEngine({ readTimeoutMs: 30_000 });
    await loadSkewedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const count = async (text: string): Promise<unknown> => (await engine.read({ text, parameters: {} }))[0]?.["c"];

  // Where this fails the engine has been mended: what tests refuse, and the comment in print-asked-once.ts, may go.
  it.each([
    ["a subquery", `${ROWS}\nWITH DISTINCT n\nRETURN count(n) AS c`],
    ["the branches of one", `${BRANCHES}\nWITH DISTINCT n\nRETURN count(n) AS c`],
    ["one, behind a condition", `${BRANCHES}\nWITH n\nWHERE n.id <> 'x'\nWITH DISTINCT n\nRETURN count(n) AS c`],
  ])("WITH DISTINCT loses some of what comes out of %s, and is found", async (_, text) => {
    expect(await count(text)).toBe(2048);
    expect(findLostRows(text)).toBe("WITH DISTINCT n");
  });

  it.each([
    ["all rows of a subquery", `${ROWS}\nRETURN count(n) AS c`],
    ["different rows, counted", `${BRANCHES}\nRETURN count(DISTINCT n) AS c`],
    ["different rows, listed", `${ROWS}\nWITH collect(DISTINCT n) AS l\nUNWIND l AS n\nRETURN count(n) AS c`],
    ["different rows of a list", `${LIST}\nWITH DISTINCT n\nRETURN count(n) AS c`],
    ["different rows of a MATCH", "MATCH (n:Statement)-[:ABOUT]->()\nWITH DISTINCT n\nRETURN count(n) AS c"],
  ])("it keeps %s", async (_, text) => {
    expect(await count(text)).toBe(STATEMENTS);
    expect(findLostRows(text)).toBeNull();
  });
});
