// `node server.mjs PORT URL`: PostGraphile 5 with its Amber preset on grafserv and node:http; says READY.
// What its documentation says for production: no watching, no GraphiQL, no explanations. Filters, aggregates and short names
// are its usual plugins; the filter plugin asks for leave to compare related rows and functions.
import "./with-resolvers.mjs";
import { createServer } from "node:http";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import { PgSimplifyInflectionPreset } from "@graphile/simplify-inflection";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const [port, url] = process.argv.slice(2);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PgAggregatesPreset, PostGraphileConnectionFilterPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ["public"], poolConfig: { max: 10 } })],
  schema: { connectionFilterRelations: true, defaultBehavior: "" },
  grafast: { explain: false },
  grafserv: { watch: false, graphiql: false, graphqlPath: "/graphql" },
});
const server = createServer();
server.on("error", (error) => {
  console.error(error);
  process.exitCode = 1;
});
const serv = instance.createServ(grafserv);
await serv.addTo(server);
if (process.env.BENCH_PRINT_SCHEMA) {
  const { printSchema } = await import("graphql");
  console.log(printSchema(await instance.getSchema()));
}
server.listen(Number(port), "127.0.0.1", () => console.log("READY"));
