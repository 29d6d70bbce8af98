module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/tests/**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", {}] },
  globalSetup: "<rootDir>/tests/support/start-engines.ts",
  globalTeardown: "<rootDir>/tests/support/stop-engines.ts",
  testTimeout: 30000,
};
