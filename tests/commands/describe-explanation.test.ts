import { describeExplanation } from "../../src/commands/describe-explanation";
import type { Shown } from "../../src/commands/describe-explanation";

const STATEMENT = { text: "MATCH (n)\nRETURN n", parameters: { p_1: "a\u009bb" }, when: null, filledIn: ["p_1"] };
const SHOWN: Shown = {
  file: "-",
  engine: "embedded",
  limit: 50_000,
  explanation: {
    cost: 1043,
    fields: [
      { name: "people", explained: { name: "people", cost: 1, tree: ["items: all"], statements: [STATEMENT] } },
      { name: "__typename", explained: null },
    ],
    refusals: [
      { code: "BAD_USER_INPUT", message: "No.", line: 3, column: 7 },
      { code: "QUERY_TOO_DEEP", message: "Too deep.", line: null, column: null },
    ],
  },
};

describe("describeExplanation", () => {
  it("says first what is refused and where, then the cost, also of what is not run, and then each field", () => {
    expect(describeExplanation(SHOWN, false).split("\n")).toEqual([
      "stdin:3:7 BAD_USER_INPUT No.",
      "stdin QUERY_TOO_DEEP Too deep.",
      "",
      "Costs 1,043 points of at most 50,000 (QUOTH_MAX_COST); 1,042 points of that for fields that are refused or skipped. Compiled for the embedded engine; no database was asked.",
      "",
      "people: 1 point, one statement",
      "  items: all",
      "",
      "__typename: known from the schema, needs no database",
    ]);
  });

  it("shows a statement with its parameters, and nothing in them that a terminal would obey", () => {
    expect(describeExplanation(SHOWN, true)).toContain(
      '\n  Cypher:\n    MATCH (n)\n    RETURN n\n\n    $p_1 = "a\\u009bb"  (filled in when it is asked)\n',
    );
  });
});
