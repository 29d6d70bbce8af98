// `npm run fuzz`: many more random queries and corpora than `npm test` takes.
process.env.QUOTH_FUZZ ??= "2000";
module.exports = {
  ...require("./jest.config.cjs"),
  testMatch: ["<rootDir>/tests/fuzz/**/*.test.ts"],
};
