const { readFileSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Files that start programs or fill databases, or say themselves that they take long. */
const SLOW = /support\/(?:engines|built-cli|neo4j)|jest\.setTimeout|TIMEOUT_MS/;

/**
 * Slow files first, so that no worker ends with one while the other has nothing left: where jest has not timed the files
 * yet, as in a clean checkout, it goes by their length, and some of the slowest are short.
 */
module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const slow = new Set(sorted.filter(({ path }) => SLOW.test(readFileSync(path, "utf8"))));
    return [...slow, ...sorted.filter((test) => !slow.has(test))];
  }
};
