import type { Step } from "../../../model/edge-types";
import { isImplied, isOnceBetween } from "../../../model/ontology";
import { namesOneNode, partsOf } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import { isIdTest } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { isBare, printLookedUp, printNumber, printPatternReversed } from "../clauses/print-pattern";
import { beginningOf } from "./start";

/**
 * A count that is the number of relations of one node: the database keeps it, and looks at none of them.
 * @returns null where the nodes themselves have to be looked at
 */
export function printDegree(level: LevelNode, alias: string, next: NextName): string[] | null {
  const { source, filter, search } = level;
  if (search !== null) return null;
  if (source.from === "label") return printNamedDegree(level, alias, next);
  const number = filter === null && source.from === "steps" ? printNumber(source.steps, source.start) : null;
  return number === null ? null : [`RETURN ${number} AS ${alias}`];
}

/** Lines that count the nodes of a label: an expression would count node by node; like this the database has the number at hand. */
export function printTotal(label: string, alias: string): string[] {
  return [`MATCH (${alias}_n:${label})`, `RETURN count(${alias}_n) AS ${alias}`];
}

/** Nodes of a label that a named thing is one step away from, and nothing else is demanded. */
function printNamedDegree(level: LevelNode, alias: string, next: NextName): string[] | null {
  const { source } = level;
  const beginning = beginningOf(level);
  if (source.from !== "label" || beginning.at !== "start" || beginning.start.rest !== null) return null;
  const { from } = beginning.start;
  const [step, ...more] = from.steps;
  const [test, ...others] = partsOf(from.inner);
  if (step === undefined || more.length > 0 || !isBare(step) || !namesOneNode(from)) return null;
  if (test === undefined || others.length > 0 || !isIdTest(test)) return null;
  const type = [step.relation].flat()[0] ?? "";
  // Two relations of a type between two nodes would count twice.
  if (!isOnceBetween(type) || !isImplied(source.label, type, step.direction === "out" ? "in" : "out")) return null;
  const [node, degree] = [next("m"), next("d")];
  return [
    `MATCH ${printLookedUp(node, step.to, test.parameter)}`,
    `WITH COUNT { ${printPatternReversed([withoutLabel(step)], { from: "", to: node })} } AS ${degree}`,
    `RETURN coalesce(sum(${degree}), 0) AS ${alias}`,
  ];
}

function withoutLabel({ relation, direction }: Step): Step {
  return { relation, direction };
}
