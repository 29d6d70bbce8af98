import { buildQuothSchema } from "../../src/api/build-schema";
import { readConfig } from "../../src/config/read-config";
import { explainQuestion } from "../../src/http/explain-question";
import type { Explanation } from "../../src/http/explain-question";
import type { QuothServer } from "../../src/http/quoth-server";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";
import { ask, toyServer } from "./toy-server";

const SETTINGS = { QUOTH_MAX_COST: "5000", QUOTH_MAX_DEPTH: "4", QUOTH_INTROSPECTION: "off" };
const explain = (query: string, variables = {}, operationName?: string): Promise<Explanation> =>
  explainQuestion({ query, variables, operationName }, readConfig({}, SETTINGS), NEO4J_DIALECT);

/** The real schema over an engine without rows. */
let server: QuothServer;
beforeAll(async () => {
  const engine = { name: "neo4j", dialect: NEO4J_DIALECT, read: () => Promise.resolve([]), health: () => Promise.resolve() } as never;
  server = await toyServer(SETTINGS, undefined, undefined, { schema: buildQuothSchema(), engine });
});
afterAll(() => server.close());

describe("explainQuestion", () => {
  it.each<[string, string, object?]>([
    ["what is no GraphQL", "{ people {"],
    ["what the schema does not have", "{ peeple { id } people { nodes { nme } } }"],
    ["what is hidden", "{ __schema { types { name } } }"],
    ["what is no query", "mutation { people }"],
    ["what is too deep", "{ people { nodes { said { nodes { speaker { said { nodes { id } } } } } } } }"],
    ["what is too costly", "{ people(first: 100) { nodes { said(first: 100) { nodes { id } } } } }"],
    ["what its variables make too costly", "query ($n: Int) { people { nodes { said(first: $n) { nodes { id } } } } }", { n: 1000 }],
    ["too many words and signs", `{ people { ${"totalCount ".repeat(1000)} } }`],
    ["a variable of another type", "query ($n: Int) { people(first: $n) { totalCount } }", { n: "x" }],
    ["a variable that is not given", "query ($id: ID!) { person(id: $id) { id } }"],
    ["a page that is too large", "{ people(first: 101) { totalCount } }"],
    ["a cursor of something else", '{ people(after: "x") { totalCount } }'],
    ["entities that have no room", '{ network(around: ["person:x", "person:y"], limit: 1) { truncated } }'],
  ])("refuses as the server does: %s", async (_, query, variables = {}) => {
    const { body } = await ask(server, query, variables);
    const { refusals } = await explain(query, variables);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.map(({ code, message }) => ({ code, message }))).toEqual(
      body.errors?.map(({ message, extensions }) => ({ code: extensions["code"], message })),
    );
  });

  it("measures as the server does", async () => {
    const query = "{ people(first: 3) { totalCount nodes { name said { totalCount } } } datasets { id } }";
    const { body } = await ask(server, query, {}, { "quoth-cost": "1" });
    const { cost, fields } = await explain(query);
    expect(cost).toBe((body as { extensions?: { cost: { requested: number } } }).extensions?.cost.requested);
    expect(fields.reduce((sum, { explained }) => sum + (explained?.cost ?? 0), 0)).toBe(cost);
  });

  it("tells the fields in the order of the answer, and which need no database", async () => {
    const { fields } = await explain("{ b: people { totalCount } __typename a: datasets { id } }");
    expect(fields.map(({ name, explained }) => [name, explained !== null])).toEqual([
      ["b", true],
      ["__typename", false],
      ["a", true],
    ]);
  });

  it("explains the operation that is named, and says which there are where none is", async () => {
    const query = "query A { people { totalCount } } query B { datasets { id } }";
    expect((await explain(query, {}, "B")).fields.map(({ name }) => name)).toEqual(["datasets"]);
    for (const name of [undefined, "C"])
      expect((await explain(query, {}, name)).refusals).toEqual([
        expect.objectContaining({
          code: "OPERATION_RESOLUTION_FAILURE",
          message: expect.stringMatching(/ Name one of them: A, B\.$/) as string,
        }),
      ]);
  });

  it("takes an empty text for one without a question", async () => {
    expect((await explain("")).refusals).toEqual([expect.objectContaining({ code: "GRAPHQL_PARSE_FAILED", line: 1 })]);
  });
});
