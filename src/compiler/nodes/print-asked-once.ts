import type { ConditionNode, Quantifier, RelatedNode } from "./condition-node";
import { all, isPlainSome, partsOf } from "./condition-node";
import type { LevelNode } from "./level-node";
import { printCall } from "./print-call";
import { printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { printBinding } from "./print-page";
import { printPattern } from "./print-pattern";
import { isDear } from "./start";

/** A filter, and what of it is to be asked at the end, of all nodes together. */
export interface Divided {
  readonly first: ConditionNode | null;
  readonly dear: readonly RelatedNode[];
}

export function divide(filter: ConditionNode | null): Divided {
  const parts = partsOf(filter);
  return { first: all(parts.filter((part) => !isDear(part))), dear: parts.filter(isDear) };
}

/** What of a level's filter is asked once: what is asked of many nodes together tells nothing of a relation that led to each, or of whatever else each carries. */
export function divideLevel({ source, carries, filter }: Pick<LevelNode, "source" | "carries" | "filter">): Divided {
  const isAlone = (source.from === "label" || (source.from === "steps" && source.distance === null)) && carries.length === 1;
  return isAlone ? divide(filter) : { first: filter, dear: [] };
}

/**
 * Lines that keep the nodes for which each demand holds, asked once of each entity that a demand is on: many nodes may have one speaker, whose
 * statements would be looked at for each of them. Each node is told once, and nothing but the node.
 */
export function printAskedOnce(level: LevelNode, dear: readonly RelatedNode[], next: NextName): string[] {
  if (dear.length === 0) return [];
  const { variable } = level;
  const lines = dear.flatMap((each) => (isPlainSome(each) ? printSome(variable, each, next) : printQuantified(variable, each, next)));
  return [...lines, `WITH DISTINCT ${variable}`, ...printBinding(level)];
}

/** An entity that fulfils it is enough. */
function printSome(variable: string, { steps, inner }: RelatedNode, next: NextName): string[] {
  const [entity, theirs] = [next("m"), next("l")];
  return [
    `MATCH ${printPattern(steps, { from: variable, to: entity })}`,
    `WITH ${entity}, collect(${variable}) AS ${theirs}`,
    ...(inner === null ? [] : [`WHERE ${printCondition(inner, { node: entity, at: "anywhere" }, next)}`]),
    `UNWIND ${theirs} AS ${variable}`,
  ];
}

/** It is counted how many there are, and how many of them fulfil it; a node may have none at all. */
function printQuantified(variable: string, { steps, inner, quantifier }: RelatedNode, next: NextName): string[] {
  const [each, entity, entities, theirs, is, fulfils] = [next("l"), next("m"), next("l"), next("l"), next("q"), next("q")];
  const test = inner === null ? "true" : printCondition(inner, { node: entity, at: "anywhere" }, next);
  return [
    // What comes from several ways would be counted as often. Of what a subquery gives, the embedded engine's WITH DISTINCT sees 2,048 rows alone.
    `WITH collect(DISTINCT ${variable}) AS ${each}`,
    `UNWIND ${each} AS ${variable}`,
    // The embedded engine looks through all entities for each row of an OPTIONAL MATCH within a subquery.
    printCall([variable], [`MATCH ${printPattern(steps, { from: variable, to: entity })}`, `RETURN collect(${entity}) AS ${entities}`]),
    `UNWIND CASE WHEN size(${entities}) = 0 THEN [null] ELSE ${entities} END AS ${entity}`,
    `WITH ${entity}, collect(${variable}) AS ${theirs}`,
    `WITH ${theirs}, CASE WHEN ${entity} IS NULL THEN 0 ELSE 1 END AS ${is}, CASE WHEN ${entity} IS NOT NULL AND ${test} THEN 1 ELSE 0 END AS ${fulfils}`,
    `UNWIND ${theirs} AS ${variable}`,
    `WITH ${variable}, sum(${is}) AS ${is}, sum(${fulfils}) AS ${fulfils}`,
    `WHERE ${fulfils} ${printWanted(quantifier, is)}`,
  ];
}

/** How many are to fulfil a demand, of as many as the variable tells. */
function printWanted(quantifier: Quantifier, all: string): string {
  switch (quantifier.is) {
    case "some":
      return "> 0";
    case "none":
      return "= 0";
    case "every":
      return `= ${all}`;
    case "count":
      return `${quantifier.operator} $${quantifier.parameter}`;
  }
}
