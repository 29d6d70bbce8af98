import type { ConditionNode } from "../../src/compiler/nodes/condition-node";

/** What a filter demands in words, one line a part, indented by depth. */
export function describeCondition(node: ConditionNode, depth = 0): string {
  const indent = "  ".repeat(depth);
  switch (node.kind) {
    case "comparison":
      return `${indent}${node.of === "relation" ? "relation." : ""}${node.property} ${node.operator}${node.parameter === null ? "" : ` $${node.parameter}`}`;
    case "labels":
      return `${indent}is ${node.labels.join(" or ")}`;
    case "told":
      return `${indent}${node.variable}`;
    case "listed":
      return `${indent}is in ${node.list}`;
    case "not":
      return `${indent}not\n${describeCondition(node.part, depth + 1)}`;
    case "related": {
      const walk = node.steps.map(
        (step) => `${step.direction === "in" ? "<" : ""}${[step.relation].flat().join("|")}${step.direction === "out" ? ">" : ""}`,
      );
      const quantifier =
        node.quantifier.is === "count" ? `count ${node.quantifier.operator} $${node.quantifier.parameter}` : node.quantifier.is;
      return [`${indent}${quantifier} ${walk.join(" ")}`, ...(node.inner ? [describeCondition(node.inner, depth + 1)] : [])].join("\n");
    }
    default:
      return [`${indent}${node.kind} of`, ...node.parts.map((part) => describeCondition(part, depth + 1))].join("\n");
  }
}
