import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../../src/graph/engine";
import { ONTOLOGY } from "../../../src/model/ontology";
import { ask } from "../../contract/ask";

/** One more than the engine takes from a subquery into a condition. */
const MANY = 65_537;
const MAKE = `UNWIND range(1, ${MANY}) AS i
CREATE (s:Statement {id: 'statement:many/s' + toString(i), saidKey: 's' + toString(i), text: 'Harbor walls', searchText: ' harbor  walls ', searchStemmer: 'none'})`;

describe("a subquery that returns more rows than a condition takes", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openEmbeddedEngine({ readTimeoutMs: 60_000 });
    await engine.ensureSchema(ONTOLOGY);
    await engine.write([{ text: MAKE, parameters: {} }]);
  }, 120_000);
  afterAll(() => engine.close());

  const told = "MATCH (s:Statement) RETURN s";
  const tested = "WHERE s.searchText CONTAINS $p_word RETURN count(s) AS found";

  it("fails where they are tested as they come: once it does not, `Dialect.testsAllRows` may go", async () => {
    const text = `CALL () { ${told} } WITH s ${tested}`;
    await expect(engine.read({ text, parameters: { p_word: " harbor " } })).rejects.toMatchObject({ code: "STATEMENT_REFUSED" });
  });

  it("does not where they are gathered and laid out again", async () => {
    const text = `CALL () { ${told} } WITH collect(s) AS all UNWIND all AS s WITH s ${tested}`;
    expect(await engine.read({ text, parameters: { p_word: " harbor " } })).toEqual([{ found: MANY }]);
  });

  it.each(["har*", "harbo~", "harbor", "harbor wal*", "harbor walls -towers", '"harbor walls" tower~'])(
    "is none of a search: %s",
    async (search) => {
      const source = `query ($search: String!) { search(query: $search, first: 1) { totalCount }
        statements(search: $search, first: 1) { totalCount nodes { id } } }`;
      const found = await ask(engine, source, { search });
      expect(found).toMatchObject({ search: { totalCount: MANY }, statements: { totalCount: MANY, nodes: [{}] } });
    },
    60_000,
  );
});
