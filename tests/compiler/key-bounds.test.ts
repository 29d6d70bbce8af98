import type { CypherValue } from "../../src/graph/cypher-statement";
import { keyBounds } from "../../src/compiler/key-bounds";
import type { ConditionNode } from "../../src/compiler/nodes/condition-node";
import { LATEST_INSTANT } from "../../src/model/partial-date";
import { dateKey } from "../../src/seeding/stored/node-row";

const at = Date.parse("2020-01-03T00:00:00Z");
/** The conditions side by side, each a property, an operator and a value. */
function boundsOf(conditions: readonly (readonly [string, ">=" | "<=", CypherValue])[], key = "saidKey"): ReturnType<typeof keyBounds> {
  const values = Object.fromEntries(conditions.map(([, , value], index) => [`p${String(index)}`, value]));
  const parts = conditions.map(([property, operator], index): ConditionNode => {
    return { kind: "comparison", of: "node", property, operator, parameter: `p${String(index)}` };
  });
  return keyBounds({ kind: "all", parts }, "Statement", key, values);
}

describe("keyBounds", () => {
  it("holds all that begins by an instant and nothing that begins later", () => {
    const { above, below } = boundsOf([["saidAtEarliest", "<=", at]]);
    expect(above).toBeNull();
    const keys = [undefined, at - 1, at, at + 1].map((instant) => dateKey(instant, "statement:a/\u{10FFFF}"));
    expect(keys.map((key) => key < (below ?? ""))).toEqual([true, true, true, false]);
  });

  it("holds all that begins from an instant on and nothing that begins before", () => {
    const { above, below } = boundsOf([["saidAtEarliest", ">=", at]]);
    expect(below).toBeNull();
    const keys = [undefined, at - 1, at, at + 1].map((instant) => dateKey(instant, ""));
    expect(keys.map((key) => key > (above ?? ""))).toEqual([false, false, true, true]);
  });

  it("takes the narrowest of several", () => {
    const wide = boundsOf([
      ["saidAtEarliest", "<=", at + 9],
      ["saidAtEarliest", "<=", at],
      ["saidAtEarliest", ">=", at - 9],
      ["saidAtEarliest", ">=", at - 5],
    ]);
    expect(wide).toEqual(
      boundsOf([
        ["saidAtEarliest", "<=", at],
        ["saidAtEarliest", ">=", at - 5],
      ]),
    );
  });

  it("knows instants as they are written", () => {
    const written = "2026-01-01T00:00:00.000Z";
    const { above, below } = boundsOf(
      [
        ["recordedAt", ">=", written],
        ["recordedAt", "<=", written],
      ],
      "recordedKey",
    );
    const keys = ["2025-12-31T23:59:59.999Z", written, "2026-01-01T00:00:00.001Z"].map((each) => `${each}\tstatement:a/b`);
    expect(keys.map((key) => key > (above ?? "") && key < (below ?? ""))).toEqual([false, true, false]);
  });

  it.each([
    ["what ends by an instant", [["saidAtLatest", "<=", at]], "saidKey"],
    ["where another date ends", [["saidAtLatest", ">=", at]], "recordedKey"],
    ["another date", [["saidAtEarliest", "<=", at]], "recordedKey"],
    ["the end of time", [["saidAtEarliest", "<=", LATEST_INSTANT]], "saidKey"],
    ["a key that it does not have", [["saidAtEarliest", "<=", at]], "nameKey"],
  ] as const)("says nothing of %s", (_, conditions, key) => {
    expect(boundsOf(conditions, key)).toEqual({ above: null, below: null, goesOn: null });
  });

  it("tells at which instant a date has to go on, the latest of several", () => {
    const { above, goesOn } = boundsOf([
      ["saidAtLatest", ">=", at - 5],
      ["saidAtLatest", ">=", at],
      ["saidAtLatest", ">=", at - 9],
    ]);
    expect([above, goesOn]).toEqual([null, { date: { label: "Statement", property: "saidAt" }, at }]);
  });

  it("says nothing of what only one of several conditions demands, or of what lies behind relations", () => {
    const inner: ConditionNode = { kind: "comparison", of: "node", property: "saidAtEarliest", operator: "<=", parameter: "p" };
    const others: ConditionNode[] = [
      { kind: "any", parts: [inner] },
      { kind: "not", part: inner },
      { ...inner, of: "relation" },
      { ...inner, of: "relation", property: "saidAtLatest", operator: ">=" },
      { kind: "not", part: { ...inner, property: "saidAtLatest", operator: ">=" } },
      { kind: "related", steps: [], quantifier: { is: "some" }, inner },
    ];
    for (const filter of [null, ...others])
      expect(keyBounds(filter, "Statement", "saidKey", { p: at })).toEqual({ above: null, below: null, goesOn: null });
  });
});
