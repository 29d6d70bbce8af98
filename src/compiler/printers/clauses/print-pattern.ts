import type { Step } from "../../../model/edge-types";
import { isImplied, kindOf, labelsOf } from "../../../model/ontology";

/** The two ends of a path and what is known of them. */
export interface PatternEnds {
  readonly from: string;
  readonly to: string;
  /** Names the last relation, so that its properties can be asked for. */
  readonly relation?: string;
  /** A parameter that the id of the far end equals. */
  readonly idParameter?: string;
  /**
   * Leaves out the label of the far end where the relation implies it: one access less for each node. Not of nodes on the
   * way and not within existence tests, where the embedded engine loses a node without a label (Grafeo 0.6.0).
   */
  readonly bare?: boolean;
}

/** `(n1)-[:IN_DOCUMENT]->(:Document)-[:PUBLISHED_BY]->()<-[:OWNS*0..1]-(n2:Entity)`, from the near end to the far one. */
export function printPattern(steps: readonly Step[], ends: PatternEnds): string {
  const hops = steps.map((step, index) => printStep(step, index === steps.length - 1 ? ends : null) + farNode(steps, index, ends));
  return `(${ends.from})${hops.join("")}`;
}

/** The same path told from its far end: for engines that start where the pattern does. */
export function printPatternReversed(steps: readonly Step[], ends: PatternEnds): string {
  const parts = [farNode(steps, steps.length - 1, ends)];
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (!step) continue;
    parts.push(printStep(reverse(step), index === steps.length - 1 ? ends : null));
    parts.push(index === 0 ? `(${ends.from})` : farNode(steps, index - 1, ends));
  }
  return parts.join("");
}

/** How many nodes lie one step away, all of them: a number that the database keeps; null where they have to be looked at. */
export function printNumber(steps: readonly Step[], node: string): string | null {
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0 || !isBare(step)) return null;
  const { relation, direction, to } = step;
  if (to !== undefined && !isImplied(to, relation, direction === "in" ? "in" : "out")) return null;
  return `COUNT { ${printPattern([{ relation, direction }], { from: node, to: "" })} }`;
}

/** How many statements one has said, from the index of them (ADR 18): of their relations, each would be asked for its rank. */
export function printNumberSaid(speaker: string): string {
  return `COUNT { MATCH (said:Statement) WHERE said.speakerId = ${speaker}.id AND said.saidKey IS NOT NULL }`;
}

/** Whether a step is one relation of one type and one direction, whatever it holds. */
export function isBare(step: Step): boolean {
  return !step.hops && !step.where && step.direction !== "both" && typeof step.relation === "string";
}

/** The near end of a path as a node: what the first relation comes from need not be tested where it can be nothing else. */
export function nearEnd([first]: readonly Step[], variable: string, label: string): string {
  if (first === undefined || first.hops || first.direction === "both") return `${variable}:${label}`;
  return isImplied(label, first.relation, first.direction === "out" ? "in" : "out") ? variable : `${variable}:${label}`;
}

/** The same steps where the far end is bound, and so has been tested, or is named with its label by the caller. */
export function withoutEndLabel(steps: readonly Step[]): Step[] {
  return steps.map((step, index) => {
    if (index < steps.length - 1) return step;
    const { to: _label, ...rest } = step;
    return rest;
  });
}

function reverse(step: Step): Step {
  return step.direction === "both" ? step : { ...step, direction: step.direction === "in" ? "out" : "in" };
}

function printStep(step: Step, ends: PatternEnds | null): string {
  const types = [step.relation].flat().join("|");
  const hops = step.hops ? `*${step.hops[0]}..${step.hops[1] ?? ""}` : "";
  const where = step.where
    ? ` {${Object.entries(step.where)
        .map(([name, value]) => `${name}: '${value}'`)
        .join(", ")}}`
    : "";
  const body = `-[${ends?.relation ?? ""}:${types}${hops}${where}]-`;
  if (step.direction === "in") return `<${body}`;
  return step.direction === "out" ? `${body}>` : body;
}

function farNode(steps: readonly Step[], index: number, ends: PatternEnds): string {
  const isEnd = index === steps.length - 1;
  const label = isEnd && ends.bare === true ? testedLabel(steps[index]) : steps[index]?.to;
  if (!isEnd) return label === undefined ? "()" : `(:${label})`;
  if (ends.idParameter === undefined) return `(${ends.to}${label === undefined ? "" : `:${label}`})`;
  return printLookedUp(ends.to, steps[index]?.to, ends.idParameter);
}

/**
 * A node that a statement begins at, by its id if there is one. Ids are unique, and so indexed, on the label that a kind extends: an organization's
 * on Entity.
 */
export function printLookedUp(variable: string, label: string | undefined, idParameter: string | null): string {
  const labels = label === undefined ? [] : labelsOf(kindOf(label));
  return `(${[variable, ...labels].join(":")}${idParameter === null ? "" : ` {id: $${idParameter}}`})`;
}

/** The label that has to be tested behind a step: none where the relation says as much. */
function testedLabel(step: Step | undefined): string | undefined {
  if (step?.to === undefined || step.hops || step.direction === "both") return step?.to;
  return isImplied(step.to, step.relation, step.direction) ? undefined : step.to;
}
