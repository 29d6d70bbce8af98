import type { ConditionNode, RelatedNode } from "../../../../src/compiler/nodes/condition-node";
import { all, any, compare } from "../../../../src/compiler/nodes/condition-node";
import type { ConditionPlace } from "../../../../src/compiler/printers/clauses/print-condition";
import { printCondition } from "../../../../src/compiler/printers/clauses/print-condition";
import { WALKS } from "../../../../src/model/walks";

const print = (node: ConditionNode, at: ConditionPlace["at"] = "anywhere"): string => {
  let count = 0;
  return printCondition(node, { node: "n", at }, (prefix) => `${prefix}${++count}`);
};
const related = (steps: RelatedNode["steps"], is: "some" | "none" | "every", inner: ConditionNode | null): RelatedNode => ({
  kind: "related",
  steps,
  quantifier: { is },
  inner,
});
const idTest = compare("id", "=", "p_1");

describe("printCondition", () => {
  it.each([
    ["no kinds", { kind: "labels", labels: [] }, "false"],
    ["one kind", { kind: "labels", labels: ["Person"] }, "n:Person"],
    ["two kinds", { kind: "labels", labels: ["Person", "Place"] }, "(n:Person OR n:Place)"],
    ["no parts of which one must hold", any([]), "false"],
    ["two parts of which one must hold", any([idTest, compare("name", "IS NULL")]), "(n.id = $p_1 OR n.name IS NULL)"],
    ["the opposite, where not known is no", { kind: "not", part: idTest }, "NOT coalesce(n.id = $p_1, false)"],
    ["a fallback for an absent value", { ...compare("x", "<=", "p_1"), fallbackParameter: "p_2" }, "coalesce(n.x, $p_2) <= $p_1"],
  ] satisfies [string, ConditionNode, string][])("prints %s", (_, node, expected) => {
    expect(print(node)).toBe(expected);
  });

  it("puts alternatives within a conjunction in parentheses", () => {
    const both = all([any([idTest, idTest]), idTest]);
    expect(both && print(both, "conjunct")).toBe("(n.id = $p_1 OR n.id = $p_1) AND n.id = $p_1");
  });

  it("tests existence from the selective end in a conjunction, and from the row elsewhere", () => {
    expect(print(related(WALKS.about, "some", idTest), "conjunct")).toBe("EXISTS { MATCH (m1:Entity {id: $p_1})<-[:ABOUT]-(n) }");
    expect(print(related(WALKS.about, "some", idTest))).toBe("COUNT { MATCH (n)-[:ABOUT]->(m1:Entity {id: $p_1}) } > 0");
    expect(print(related(WALKS.about, "none", idTest))).toBe("COUNT { MATCH (n)-[:ABOUT]->(m1:Entity {id: $p_1}) } = 0");
  });

  it("walks on in a MATCH of its own, so that the way back may use the same relation", () => {
    expect(print(related(WALKS.about, "some", related(WALKS.spokenAbout, "some", idTest)), "conjunct")).toBe(
      "EXISTS { MATCH (m2:Statement {id: $p_1})-[:ABOUT]->(m1) MATCH (m1:Entity)<-[:ABOUT]-(n) }",
    );
  });

  it("counts each thing once, however often a test behind it holds", () => {
    const counted: RelatedNode = {
      ...related(WALKS.said, "some", related(WALKS.about, "some", null)),
      quantifier: { is: "count", operator: "=", parameter: "p_1" },
    };
    expect(print(counted)).toBe(
      "COUNT { MATCH (n)<-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]-(m1:Statement) WHERE COUNT { MATCH (m1)-[:ABOUT]->(m2:Entity) } > 0 } = $p_1",
    );
  });

  it("asks for the number of relations that a database keeps where nothing is demanded of what they lead to", () => {
    const counted = (steps: RelatedNode["steps"], inner: ConditionNode | null): string =>
      print({ kind: "related", steps, quantifier: { is: "count", operator: ">=", parameter: "p_1" }, inner });
    expect(counted(WALKS.spokenAbout, null)).toBe("COUNT { (n)<-[:ABOUT]-() } >= $p_1");
    expect(counted(WALKS.spokenAbout, compare("text", "IS NOT NULL"))).toContain("MATCH (n)<-[:ABOUT]-(m1:Statement)");
    // Which of a statement's speakers is meant stands in the relation.
    expect(counted(WALKS.said, null)).toContain("MATCH (n)<-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]-(m1:Statement)");
  });

  it("compares all with those that fulfil it for `every`", () => {
    expect(print(related(WALKS.mentions, "every", compare("name", "IS NOT NULL")))).toBe(
      "COUNT { (n)-[:MENTIONS]->() } = COUNT { MATCH (n)-[:MENTIONS]->(m1:Entity) WHERE m1.name IS NOT NULL }",
    );
  });

  it("names the relation only where something is asked of it", () => {
    const ofRelation = { ...compare("stance", "IN", "p_1"), of: "relation" } as const;
    expect(print(related(WALKS.about, "some", { kind: "not", part: ofRelation }))).toBe(
      "COUNT { MATCH (n)-[r2:ABOUT]->(m1:Entity) WHERE NOT coalesce(r2.stance IN $p_1, false) } > 0",
    );
  });
});
