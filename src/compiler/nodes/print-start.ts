import type { Step } from "../../model/edge-types";
import { kindOf, labelsOf } from "../../model/ontology";
import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, onwardOf, partsOf } from "./condition-node";
import { asksRelation, isIdTest, printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { printPatternReversed } from "./print-pattern";
import type { Start } from "./start";

/** A start whose nodes are looked up first, and from which the nodes that are looked for are reached. */
export interface PrintedStart {
  /** Lines that bind `list` to the nodes one step away, and `degree` to how many relations lead from them. */
  readonly lookup: readonly string[];
  readonly list: string;
  readonly degree: string;
  /** Lines that reach the nodes from the list. */
  readonly reach: (variable: string, label: string) => { readonly match: string; readonly where: readonly string[] };
}

/** One step of the path, and what is demanded at its end. */
interface Hop {
  readonly step: Step;
  readonly conditions: readonly ConditionNode[];
}

/** A counted start: every demand on its path is one step. */
export function printStart({ from }: Start, next: NextName): PrintedStart {
  const hops = hopsOf(from);
  const [list, degree, near] = [next("s"), next("d"), next("m")];
  const lookup = [
    ...printLookup(hops, near, next),
    `WITH ${near}, COUNT { ${printPatternReversed([bare(hops[0])], { from: "", to: near })} } AS ${degree}`,
  ];
  return {
    lookup: [...lookup, `RETURN collect(${near}) AS ${list}, coalesce(sum(${degree}), 0) AS ${degree}`],
    list,
    degree,
    reach: (variable, label) => {
      const { match, where } = printHop(hops[0], { near: `${variable}:${label}`, far: near, isBound: true }, next);
      return { match: `UNWIND ${list} AS ${near}\n${match}`, where };
    },
  };
}

function hopsOf(part: RelatedNode): [Hop, ...Hop[]] {
  const onward = onwardOf(part);
  const [step] = part.steps;
  if (!step) throw new Error("A demand without steps cannot be a start.");
  const hop = { step, conditions: partsOf(part.inner).filter((each) => each !== onward) };
  return onward ? [hop, ...hopsOf(onward)] : [hop];
}

/** From the far end to the nodes one step away, each node once after each hop. */
function printLookup(hops: readonly Hop[], nearest: string, next: NextName): string[] {
  const lines: string[] = [];
  let far: string | null = null;
  for (const [index, hop] of [...hops.entries()].reverse()) {
    const node = index === 0 ? nearest : next("m");
    const onNode = hop.conditions.filter((condition) => !asksRelation(condition));
    if (far === null) lines.push(...printFarEnd(hop, node, onNode, next));
    else lines.push(...printStepBack(hops[index + 1], { far, node, label: hop.step.to }, onNode, next));
    far = node;
  }
  return lines;
}

function printFarEnd({ step }: Hop, node: string, conditions: readonly ConditionNode[], next: NextName): string[] {
  const idTest = conditions.find(isIdTest);
  const where = printAll(
    conditions.filter((each) => each !== idTest),
    node,
    undefined,
    next,
  );
  // Ids are unique, and so indexed, on the label that a kind extends.
  const labels = step.to === undefined ? [] : labelsOf(kindOf(step.to));
  const id = idTest ? ` {id: $${idTest.parameter ?? ""}}` : "";
  return [`MATCH (${[node, ...labels].join(":")}${id})`, ...(where.length === 0 ? [] : [`WHERE ${where.join(" AND ")}`])];
}

function printStepBack(
  hop: Hop | undefined,
  { far, node, label }: { readonly far: string; readonly node: string; readonly label: string | undefined },
  onNode: readonly ConditionNode[],
  next: NextName,
): string[] {
  if (!hop) return [];
  const back = printHop(hop, { near: label === undefined ? node : `${node}:${label}`, far, isBound: true }, next);
  const where = [...back.where, ...printAll(onNode, node, undefined, next)];
  return [back.match, ...(where.length === 0 ? [] : [`WHERE ${where.join(" AND ")}`]), `WITH DISTINCT ${node}`];
}

/** `(far)<-[:ABOUT]-(near:Statement)`, with what is demanded of the relation between the two. */
function printHop(
  { step, conditions }: Hop,
  { near, far }: { readonly near: string; readonly far: string; readonly isBound: true },
  next: NextName,
): { match: string; where: string[] } {
  const onRelation = conditions.filter(asksRelation);
  const relation = onRelation.length > 0 ? next("r") : undefined;
  // The far end is bound: its label has been tested.
  const { to: _label, ...unlabelled } = step;
  const match = `MATCH ${printPatternReversed([unlabelled], { from: near, to: far, relation })}`;
  return { match, where: printAll(onRelation, far, relation, next) };
}

function printAll(conditions: readonly ConditionNode[], node: string, relation: string | undefined, next: NextName): string[] {
  const whole = all(conditions);
  return whole === null ? [] : [printCondition(whole, { node, ...(relation === undefined ? {} : { relation }), at: "anywhere" }, next)];
}

/** Without label and values: then the number of relations is one that the database keeps. */
function bare({ step }: Hop): Step {
  return { relation: step.relation, direction: step.direction };
}
