import type { QuothServer } from "../../src/http/quoth-server";
import { toyServer } from "./toy-server";

let server: QuothServer;
beforeAll(async () => {
  server = await toyServer();
});
afterAll(async () => server.close());

const WITH_FILTER = "query ($filter: Filter) { hello(filter: $filter) }";
/** As text: written as an object, `__proto__` would be none of its fields. */
const NAMES: readonly [string, string][] = [
  ["__proto__", '{ "filter": { "__proto__": { "language": "en" } } }'],
  ["__proto__", '{ "filter": { "language": "en", "__proto__": null } }'],
  ["constructor", '{ "filter": { "constructor": { "prototype": { "language": "en" } } } }'],
  ["constructor", '{ "filter": { "constructor": "en" } }'],
  ["toString", '{ "filter": { "toString": "en" } }'],
];

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function post(query: string, variables: string): Promise<Answer> {
  const payload = `{ "query": ${JSON.stringify(query)}, "variables": ${variables} }`;
  const response = await server.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json" }, payload });
  return response.json<Answer>();
}

async function get(query: string, variables: string): Promise<Answer> {
  const url = `/graphql?${new URLSearchParams({ query, variables }).toString()}`;
  return (await server.app.inject({ url, headers: { "apollo-require-preflight": "1" } })).json<Answer>();
}

describe.each([
  ["POST", post],
  ["GET", get],
])("a name that JavaScript's objects have of their own, by %s", (_, ask) => {
  it.each(NAMES)("is an unknown field like any other: %s in %s", async (name, variables) => {
    // The third time, compiled code would run.
    for (let time = 1; time <= 3; time++) {
      const { data, errors = [] } = await ask(WITH_FILTER, variables);
      expect(data).toBeUndefined();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
      expect(errors[0]?.message).toContain(`Field "${name}" is not defined by type "Filter"`);
    }
  });

  it.each(['{ __proto__: { language: "en" } }', '{ constructor: "en" }'])("is one within the query, too: %s", async (filter) => {
    const { data, errors = [] } = await ask(`{ hello(filter: ${filter}) }`, "{}");
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([undefined, ["GRAPHQL_VALIDATION_FAILED"]]);
  });

  it("does no harm as a variable that nobody asks for, which is passed by like any other", async () => {
    const answer = await ask("{ hello }", '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }');
    expect([answer, ({} as { polluted?: unknown }).polluted]).toEqual([{ data: { hello: "Hello, you" } }, undefined]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "may name a variable, which has the value that is given and no other: %s",
    async (name) => {
      for (let time = 1; time <= 3; time++) {
        const query = `query ($${name}: String) { hello(name: $${name}) }`;
        expect([await ask(query, `{ "${name}": "Ann" }`), await ask(query, "{}")]).toEqual([
          { data: { hello: "Hello, Ann" } },
          { data: { hello: "Hello, you" } },
        ]);
      }
    },
  );
});

it("is no harm among extensions, of which what nobody knows is passed by", async () => {
  const payload =
    '{ "query": "{ hello }", "extensions": { "__proto__": { "persistedQuery": { "version": 2 } } }, "__proto__": { "query": "{ nope }" } }';
  const response = await server.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json" }, payload });
  expect(response.json()).toEqual({ data: { hello: "Hello, you" } });
});
