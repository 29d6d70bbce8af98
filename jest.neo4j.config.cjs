// `npm run test:neo4j`: what runs on a real Neo4j, and a failure where there is none.
process.env.QUOTH_REQUIRE_NEO4J = "1";
const folders = ["contract", "graph", "seeding", "e2e", "chaos", "fuzz"];
module.exports = {
  ...require("./jest.config.cjs"),
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
};
