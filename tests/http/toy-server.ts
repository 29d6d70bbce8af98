import { buildSchema, GraphQLError } from "graphql";
import { readConfig } from "../../src/config/read-config";
import { DatabaseUnavailable, EngineBusy, LimitExceeded, StatementRefused } from "../../src/errors";
import { createServer } from "../../src/http/create-server";
import type { ServerParts } from "../../src/http/create-server";
import type { QuothServer } from "../../src/http/quoth-server";
import { VERSION_LEASE_MS } from "../../src/model/version-lease";

const FAILURES: Readonly<Record<string, () => Error>> = {
  unavailable: () => new DatabaseUnavailable("The database at bolt://10.0.0.1:7687 does not answer."),
  busy: () => new EngineBusy("The database is busy. Ask again in a moment."),
  refused: () => new StatementRefused("The database refused a statement of Quoth's."),
  crash: () => new Error("password hunter2 at /srv/quoth/file.js"),
  limit: () => new LimitExceeded("PAGE_TOO_LARGE", "At most 100.", { limit: 100, actual: 101, setting: "QUOTH_MAX_PAGE" }),
};

/** A schema with a field for every way to end, so that these tests depend on nothing but src/http. */
const schema = buildSchema(`
  type Query { hello(name: String = "you", filter: Filter): String fail(how: String!): String wait(ms: Int!): String long: String read: Int }
  input Filter { language: String }
`);
const resolvers: Readonly<Record<string, (args: never) => unknown>> = {
  hello: ({ name }: { name: string }) => `Hello, ${name}`,
  fail({ how }: { how: string }) {
    throw FAILURES[how]?.() ?? new GraphQLError(how);
  },
  wait: async ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(() => resolve("done"), ms).unref()),
  long: () => "words ".repeat(2000),
  // Once for each call: two answers with the same number are one answer.
  read: () => ++reads,
};
let reads = 0;
for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = (_source, args) => resolvers[name]?.(args as never);
}

/** A server of src/http over that schema, for `app.inject` or, after `listen`, for real connections. */
export async function toyServer(
  environment: Record<string, string> = {},
  health: () => Promise<unknown> = () => Promise.resolve(),
  readVersion: () => Promise<string | null> = () => Promise.resolve("v1"),
  more: Partial<ServerParts> = {},
): Promise<QuothServer> {
  return createServer({
    config: readConfig({}, { QUOTH_PORT: "0", QUOTH_LOG: "silent", ...environment }),
    engine: { health, load: () => ({ atWork: 0, atOnce: 2, waiting: 0 }) } as never,
    readDataChange: () => Promise.resolve(new Date(Date.now() - 60_000).toISOString()),
    schema,
    dataVersion: { read: readVersion, leaseMs: VERSION_LEASE_MS },
    quoth: "0.0.0",
    questions: [{ corpus: "toy", name: "hello", question: 'Who says "hello" & why?', note: "", query: '{ hello(name: "<b>") }' }],
    ...more,
    readDatasets: () =>
      Promise.resolve([{ id: "dataset:toy", name: "Toy", version: "1", statements: 7, entities: 3, documents: 1, isLoading: false }]),
  });
}

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: { data?: Record<string, unknown>; errors?: { message: string; extensions: Record<string, unknown> }[] };
  readonly error: { message: string; extensions: Record<string, unknown> } | undefined;
}

/** POSTs a query and reads the answer. */
export async function ask(server: QuothServer, query: string, variables?: object, headers: Record<string, string> = {}): Promise<Asked> {
  const response = await server.app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: JSON.stringify({ query, variables }),
  });
  const body = response.json<Asked["body"]>();
  return { status: response.statusCode, headers: response.headers, body, error: body.errors?.[0] };
}
