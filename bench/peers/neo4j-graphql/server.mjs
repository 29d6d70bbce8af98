// `node server.mjs PORT URI USER PASSWORD FULLTEXT_INDEX`: @neo4j/graphql 7 on Apollo Server, standalone; says READY.
// Apollo's own caches of parsed documents are on, as by default, its cache-control plugin and landing page off. Filters that a
// user has to ask for are on; so is the reading of plans from the database's cache, by parameters, as the library does by itself.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const [port, uri, user, password, index] = process.argv.slice(2);
const written = readFileSync(new URL("type-definitions.graphql", import.meta.url), "utf8");
// Without a full-text index the directive would have nothing to name.
const typeDefs = index ? written.replace("FULLTEXT_INDEX", index) : written.replace(/ @fulltext\(.*$/m, " {");
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const features = { filters: { String: { GT: true, GTE: true, LT: true, LTE: true, CASE_INSENSITIVE: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const server = new ApolloServer({
  schema,
  introspection: false,
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
});
await startStandaloneServer(server, { listen: { port: Number(port), host: "127.0.0.1" } });
console.log("READY");
