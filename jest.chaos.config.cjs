// `npm run chaos`: many more runs than `npm test` takes.
process.env.QUOTH_CHAOS ??= "500";
module.exports = {
  ...require("./jest.config.cjs"),
  testMatch: ["<rootDir>/tests/chaos/**/*.test.ts"],
};
