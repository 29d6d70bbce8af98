import type { ConditionNode, Quantifier, RelatedNode } from "../../nodes/condition-node";
import { all, isPlainSome, partsOf, replaceParts } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCall } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printBinding } from "../clauses/print-page";
import { printPattern } from "../clauses/print-pattern";
import { isAskedOnce, isDear } from "./start";

/** A filter, and what of it is to be asked at the end, of all nodes together. */
export interface Divided {
  readonly first: ConditionNode | null;
  readonly dear: readonly ConditionNode[];
}

export function divide(filter: ConditionNode | null): Divided {
  const parts = partsOf(filter);
  return { first: all(parts.filter((part) => !isAskedOnce(part))), dear: parts.filter(isAskedOnce) };
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
export function printAskedOnce(level: LevelNode, dear: readonly ConditionNode[], next: NextName): string[] {
  if (dear.length === 0) return [];
  const { variable } = level;
  const lines = dear.flatMap((each) => {
    if (!isDear(each)) return printMixed(variable, each, next);
    return isPlainSome(each) ? printSome(variable, each, next) : printQuantified(variable, each, next);
  });
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

function printQuantified(variable: string, part: RelatedNode, next: NextName): string[] {
  const { lines, wanted } = printCounted(variable, [], part, next);
  return [...lines, `WHERE ${wanted}`];
}

/** Dear demands under OR and NOT: it is found out of each whether the node fulfils it, and then asked for the whole. */
function printMixed(variable: string, part: ConditionNode, next: NextName): string[] {
  const told: string[] = [];
  const lines: string[] = [];
  const whole = replaceParts(part, (each) => {
    if (!isDear(each)) return each;
    const counted = printCounted(variable, told, each, next);
    const fulfils = next("q");
    lines.push(...counted.lines, `WITH ${[variable, ...told].join(", ")}, ${counted.wanted} AS ${fulfils}`);
    told.push(fulfils);
    return { kind: "told", variable: fulfils };
  });
  return [...lines, `WHERE ${printCondition(whole, { node: variable, at: "anywhere" }, next)}`];
}

/**
 * It is counted how many there are of what a demand is on, and how many of them fulfil it; a node may have none at all.
 * @param beside what is carried beside the node
 * @returns the lines, and the condition on their figures under which a node fulfils it
 */
function printCounted(
  variable: string,
  beside: readonly string[],
  { steps, inner, quantifier }: RelatedNode,
  next: NextName,
): { readonly lines: readonly string[]; readonly wanted: string } {
  const [each, entity, entities, theirs, is, fulfils] = [next("l"), next("m"), next("l"), next("l"), next("q"), next("q")];
  const test = inner === null ? "true" : printCondition(inner, { node: entity, at: "anywhere" }, next);
  const row = [variable, ...beside];
  const packed = beside.length === 0 ? variable : `[${row.join(", ")}]`;
  const unpacked = (list: string, carried: readonly string[]): string[] => {
    if (beside.length === 0) return [`UNWIND ${list} AS ${variable}`];
    const packet = next("r");
    const names = row.map((name, at) => `${packet}[${String(at)}] AS ${name}`);
    return [`UNWIND ${list} AS ${packet}`, `WITH ${[...names, ...carried].join(", ")}`];
  };
  const lines = [
    // What comes from several ways would be counted as often. Of what a subquery gives, the embedded engine's WITH DISTINCT sees 2,048 rows alone.
    `WITH collect(DISTINCT ${packed}) AS ${each}`,
    ...unpacked(each, []),
    // The embedded engine looks through all entities for each row of an OPTIONAL MATCH within a subquery.
    printCall([variable], [`MATCH ${printPattern(steps, { from: variable, to: entity })}`, `RETURN collect(${entity}) AS ${entities}`]),
    `UNWIND CASE WHEN size(${entities}) = 0 THEN [null] ELSE ${entities} END AS ${entity}`,
    `WITH ${entity}, collect(${packed}) AS ${theirs}`,
    `WITH ${theirs}, CASE WHEN ${entity} IS NULL THEN 0 ELSE 1 END AS ${is}, CASE WHEN ${entity} IS NOT NULL AND ${test} THEN 1 ELSE 0 END AS ${fulfils}`,
    ...unpacked(theirs, [is, fulfils]),
    `WITH ${row.join(", ")}, sum(${is}) AS ${is}, sum(${fulfils}) AS ${fulfils}`,
  ];
  return { lines, wanted: `${fulfils} ${printWanted(quantifier, is)}` };
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
