import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, partsOf } from "./condition-node";
import { printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { printPattern } from "./print-pattern";
import { isDear } from "./start";

/** A filter, and what of it is to be asked at the end, of all nodes together. */
export interface Divided {
  readonly first: ConditionNode | null;
  readonly dear: readonly RelatedNode[];
}

export function divide(filter: ConditionNode | null): Divided {
  const parts = partsOf(filter);
  const dear = parts.filter(isDear);
  return { first: all(parts.filter((part) => !dear.some((each) => each === part))), dear };
}

/**
 * Lines that keep the nodes for which each demand holds, asked once of each entity that a demand is on: many nodes may have one speaker, whose
 * statements would be looked at for each of them. Each node is told once, and nothing but the node.
 */
export function printAskedOnce(variable: string, dear: readonly RelatedNode[], next: NextName): string[] {
  const lines = dear.flatMap(({ steps, inner }) => {
    const [entity, theirs] = [next("m"), next("l")];
    return [
      `MATCH ${printPattern(steps, { from: variable, to: entity })}`,
      `WITH ${entity}, collect(${variable}) AS ${theirs}`,
      ...(inner === null ? [] : [`WHERE ${printCondition(inner, { node: entity, at: "anywhere" }, next)}`]),
      `UNWIND ${theirs} AS ${variable}`,
    ];
  });
  return dear.length === 0 ? [] : [...lines, `WITH DISTINCT ${variable}`];
}
