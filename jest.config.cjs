// Each worker has a Neo4j of its own; see tests/support/start-engines.ts.
module.exports = {
  testEnvironment: "<rootDir>/tests/support/test-environment.cjs",
  testMatch: ["<rootDir>/tests/**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", {}] },
  modulePathIgnorePatterns: ["<rootDir>/dist"],
  globalSetup: "<rootDir>/tests/support/start-engines.ts",
  globalTeardown: "<rootDir>/tests/support/stop-engines.ts",
  testSequencer: "<rootDir>/tests/support/slow-first.cjs",
  testTimeout: 30000,
  // What test files leave behind in a worker slows every collection after them.
  workerIdleMemoryLimit: "200MB",
  maxWorkers: 2,
};
