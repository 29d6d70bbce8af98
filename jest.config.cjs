// Files that use Neo4j take turns at it; the second worker goes on with the others meanwhile.
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/tests/**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", {}] },
  modulePathIgnorePatterns: ["<rootDir>/dist"],
  globalSetup: "<rootDir>/tests/support/start-engines.ts",
  globalTeardown: "<rootDir>/tests/support/stop-engines.ts",
  testTimeout: 30000,
  maxWorkers: 2,
};
