import { gzipSync } from "node:zlib";
import type { QuothServer } from "../../src/http/quoth-server";
import { ask, toyServer } from "./toy-server";

const MODERN = { accept: "application/graphql-response+json" };
let server: QuothServer;
beforeAll(async () => {
  server = await toyServer();
});
afterAll(async () => server.close());

describe("an answer", () => {
  it("is the data, as JSON, without a trace of the software behind it", async () => {
    const { status, headers, body } = await ask(server, "{ hello }");
    expect([status, body]).toEqual([200, { data: { hello: "Hello, you" } }]);
    expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "x-content-type-options": "nosniff" });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("comes to GET with the header that a cross-site page cannot set", async () => {
    const response = await server.app.inject({ url: "/graphql?query=%7Bhello%7D", headers: { "apollo-require-preflight": "1" } });
    expect(response.json()).toEqual({ data: { hello: "Hello, you" } });
  });

  it("is packed where the client takes it and it is long", async () => {
    const { headers } = await server.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", "accept-encoding": "gzip" },
      payload: '{"query":"{ long }"}',
    });
    expect(headers["content-encoding"]).toBe("gzip");
  });

  it.each(["gzip", "GZIP"])("comes to a question that is packed as %s", async (encoding) => {
    const headers = { "content-type": "application/json", "content-encoding": encoding };
    const response = await server.app.inject({ method: "POST", url: "/graphql", headers, payload: gzipSync('{"query":"{hello}"}') });
    expect(response.json()).toEqual({ data: { hello: "Hello, you" } });
  });
});

describe("an error within GraphQL", () => {
  it.each([
    ["{ nope }", "GRAPHQL_VALIDATION_FAILED"],
    ["qwerty { abc }", "GRAPHQL_PARSE_FAILED"],
    ["mutation { __typename }", "READ_ONLY"],
    ['{ fail(how: "limit") }', "PAGE_TOO_LARGE"],
    ['{ fail(how: "unavailable") }', "DATABASE_UNAVAILABLE"],
    ['{ fail(how: "busy") }', "ENGINE_BUSY"],
    ['{ fail(how: "refused") }', "INTERNAL_SERVER_ERROR"],
    ['{ fail(how: "crash") }', "INTERNAL_SERVER_ERROR"],
    ["query ($x: Int!) { wait(ms: $x) }", "BAD_USER_INPUT"],
    ["query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE"],
  ])("for %s carries the code %s, no stack, and is not cached", async (query, code) => {
    const { error, headers } = await ask(server, query, query.includes("$x") ? { x: "many" } : undefined);
    expect(error?.extensions["code"]).toBe(code);
    expect(error?.extensions["stacktrace"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("shows neither address nor path nor password of the server", async () => {
    const answers = await Promise.all(["unavailable", "refused", "crash"].map(async (how) => ask(server, `{ fail(how: "${how}") }`)));
    expect(JSON.stringify(answers.map((each) => each.body))).not.toMatch(/10\.0\.0\.1|hunter2|\/srv/);
  });

  it("that is masked carries an id for the log", async () => {
    const { error } = await ask(server, '{ fail(how: "crash") }');
    expect(error?.message).toContain(String(error?.extensions["id"]));
  });

  it("carries the figures of a limit", async () => {
    const { error } = await ask(server, '{ fail(how: "limit") }');
    expect(error?.extensions).toEqual({ code: "PAGE_TOO_LARGE", limit: 100, actual: 101, setting: "QUOTH_MAX_PAGE" });
  });

  it("is status 400 for clients of graphql-response+json and 200 for those of plain JSON", async () => {
    const modern = await ask(server, "{ nope }", undefined, MODERN);
    const plain = await ask(server, "{ nope }", undefined, { accept: "application/json" });
    expect([modern.status, modern.headers["content-type"], plain.status]).toEqual([
      400,
      "application/graphql-response+json; charset=utf-8",
      200,
    ]);
  });

  it("is status 503 with Retry-After when the database is away and there is no data", async () => {
    const { status, headers } = await ask(server, '{ fail(how: "unavailable") }');
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  });

  it("names limit and setting when the query has too many words", async () => {
    const { error } = await ask(server, `{ ${"hello ".repeat(1001)} }`);
    expect(error?.message).toMatch(/at least 1001 words and signs, at most 1000 \(QUOTH_MAX_TOKENS\)/);
    expect(error?.extensions).toEqual({ code: "TOO_MANY_TOKENS", limit: 1000, actual: 1001, setting: "QUOTH_MAX_TOKENS" });
  });

  it("comes at most six times in one answer", async () => {
    const { body } = await ask(server, `{ ${Array.from({ length: 50 }, (_, index) => `nope${String(index)}`).join(" ")} }`);
    expect(body.errors?.length).toBeLessThanOrEqual(6);
  });
});

describe("a request that never reaches GraphQL", () => {
  const json = { "content-type": "application/json" };
  it.each([
    ["a list of operations", { method: "POST", url: "/graphql", headers: json, payload: '[{"query":"{hello}"}]' }, 400],
    ["malformed JSON", { method: "POST", url: "/graphql", headers: json, payload: '{"query":' }, 400],
    ["an empty body", { method: "POST", url: "/graphql", headers: json, payload: "" }, 400],
    ["GET without the preflight header", { method: "GET", url: "/graphql?query=%7Bhello%7D" }, 400],
    [
      "a GET mutation",
      { method: "GET", url: "/graphql?query=mutation%7B__typename%7D", headers: { "apollo-require-preflight": "1" } },
      405,
    ],
    ["text/plain", { method: "POST", url: "/graphql", headers: { "content-type": "text/plain" }, payload: '{"query":"{hello}"}' }, 415],
    [
      "a form",
      { method: "POST", url: "/graphql", headers: { "content-type": "application/x-www-form-urlencoded" }, payload: "query=%7Bhello%7D" },
      415,
    ],
    [
      "another charset",
      { method: "POST", url: "/graphql", headers: { "content-type": "application/json; charset=ebcdic" }, payload: "{}" },
      415,
    ],
    [
      "another encoding",
      { method: "POST", url: "/graphql", headers: json, payload: Buffer.from('{"query":"{hello} #\xe9"}', "latin1") },
      415,
    ],
    ["PUT", { method: "PUT", url: "/graphql", headers: json, payload: '{"query":"{hello}"}' }, 405],
    ["DELETE", { method: "DELETE", url: "/graphql" }, 405],
    ["an unknown path", { method: "GET", url: "/no/such/path" }, 404],
    ["a path with dots", { method: "GET", url: "/..%2f..%2fetc/passwd" }, 404],
    ["a path that is no text", { method: "GET", url: "/%ff" }, 400],
    [
      "a body over the limit",
      {
        method: "POST",
        url: "/graphql",
        headers: json,
        payload: JSON.stringify({ query: "{hello}", variables: { x: "a".repeat(262_144) } }),
      },
      413,
    ],
    [
      "a packed body over the limit",
      {
        method: "POST",
        url: "/graphql",
        headers: { ...json, "content-encoding": "gzip" },
        payload: gzipSync(JSON.stringify({ query: "{hello}", variables: { x: "a".repeat(20e6) } })),
      },
      413,
    ],
  ] as const)("%s is refused as JSON with a code", async (_name, request, status) => {
    const response = await server.app.inject(request as never);
    const { errors } = response.json<{ errors: { extensions: { code: string } }[] }>();
    expect([response.statusCode, response.headers["cache-control"]]).toEqual([status, "no-store"]);
    expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
  });

  it.each([
    ["an Accept that takes no JSON", { accept: "application/xml" }, 406, "BAD_REQUEST"],
    ["a GET with a content-type of another kind", { "content-type": "text/plain" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
  ])("for %s has the status and the code that are documented", async (_, headers, status, code) => {
    const response = await server.app.inject({
      url: "/graphql?query=%7Bhello%7D",
      headers: { "apollo-require-preflight": "1", ...headers },
    });
    const { errors } = response.json<{ errors: { extensions: { code: string } }[] }>();
    expect([response.statusCode, errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]]);
  });

  it.each(["mutation", "subscription"])("says of a %s by GET what it says by POST, and that GET is not how to send it", async (kind) => {
    const query = `${kind} { __typename }`;
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const response = await server.app.inject({ url, headers: { "apollo-require-preflight": "1" } });
    const { error } = await ask(server, query);
    expect(error?.extensions).toEqual({ code: "READ_ONLY" });
    expect([response.statusCode, response.headers["allow"], response.json()]).toEqual([405, "POST", { errors: [error] }]);
  });

  it("says how GET is done where the preflight header is missing", async () => {
    const response = await server.app.inject({ url: "/graphql?query=%7Bhello%7D" });
    expect(response.body).toContain("apollo-require-preflight: 1");
  });

  it("names limit, figure and setting of a body that is too large", async () => {
    const payload = JSON.stringify({ query: "{hello}", variables: { x: "a".repeat(262_144) } });
    const response = await server.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json" }, payload });
    const { errors } = response.json<{ errors: [{ extensions: object }] }>();
    expect(errors[0].extensions).toEqual({ code: "BODY_TOO_LARGE", limit: 262_144, actual: payload.length, setting: "QUOTH_MAX_BODY" });
  });

  it("answers or refuses variables nested 50,000 deep, without failing", async () => {
    const payload = `{"query":"{hello}","variables":{"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`;
    const response = await server.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json" }, payload });
    expect(response.statusCode).toBeLessThan(500);
  });
});

describe("introspection", () => {
  it("is answered by default, and a misspelt name gets a suggestion", async () => {
    expect((await ask(server, "{ __schema { queryType { name } } }")).body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
    expect((await ask(server, "{ helo }")).error?.message).toContain("Did you mean");
  });

  it("is refused when switched off, and nothing is suggested any more", async () => {
    const closed = await toyServer({ QUOTH_INTROSPECTION: "off" });
    const answers = [
      await ask(closed, "{ __schema { queryType { name } } }"),
      await ask(closed, "{ helo }"),
      await ask(closed, "query ($f: Filter) { hello(filter: $f) }", { f: { langage: "en" } }),
    ];
    await closed.close();
    expect(answers.map((each) => each.body.data)).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(answers.map((each) => each.body.errors))).not.toMatch(/Did you mean|language/);
  });
});

describe("another origin", () => {
  const preflight = { origin: "https://other.example", "access-control-request-method": "POST" };
  it("is let in only where the settings name it", async () => {
    const open = await toyServer({ QUOTH_CORS_ORIGINS: "https://other.example" });
    const named = await open.app.inject({ method: "OPTIONS", url: "/graphql", headers: preflight });
    await open.close();
    const unnamed = await server.app.inject({ method: "OPTIONS", url: "/graphql", headers: preflight });
    expect([named, unnamed].map((each) => each.headers["access-control-allow-origin"])).toEqual(["https://other.example", undefined]);
  });

  const listed = (value: unknown): string[] => String(value).split(", ");
  it("may ask whether what it has still holds, and read by what to ask", async () => {
    const open = await toyServer({ QUOTH_CORS_ORIGINS: "https://other.example" });
    const { headers } = await open.app.inject({ method: "OPTIONS", url: "/graphql", headers: preflight });
    const answer = await ask(open, "{ hello }", undefined, { origin: "https://other.example" });
    await open.close();
    expect(listed(headers["access-control-allow-headers"])).toContain("if-none-match");
    expect(listed(answer.headers["access-control-expose-headers"])).toContain("etag");
  });
});
