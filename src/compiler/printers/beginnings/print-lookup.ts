import type { Step } from "../../../model/edge-types";
import { isKindOf } from "../../../model/ontology";
import type { ConditionNode, RelatedNode } from "../../nodes/condition-node";
import { all, asksRelation, onwardOf, partsOf } from "../../nodes/condition-node";
import { isIdTest, printCondition } from "../clauses/print-condition";
import type { ConditionPlace, NextName } from "../clauses/print-condition";
import { printLookedUp, printPatternReversed, withoutEndLabel } from "../clauses/print-pattern";
import { withWhere } from "../clauses/print-where";
import type { Start } from "./start";

/** One demand on the path, and what is asked at its end. */
export interface Hop {
  readonly steps: readonly Step[];
  readonly conditions: readonly ConditionNode[];
}

export function hopsOf(part: RelatedNode): Hop[] {
  const onward = onwardOf(part);
  const hop = { steps: part.steps, conditions: partsOf(part.inner).filter((each) => each !== onward) };
  return onward ? [hop, ...hopsOf(onward)] : [hop];
}

/** The place of the first hop that ends at entities: of these there are few, where statements and reports are many. */
export function splitOf(hops: readonly Hop[]): number {
  const at = hops.findIndex(({ steps }) => isEntity(steps.at(-1)?.to));
  return at < 0 ? hops.length - 1 : at;
}

export function isEntity(label: string | undefined): boolean {
  return label !== undefined && isKindOf(label, ["Entity"]);
}

/**
 * Lines that bind the entities at which a start's first hop ends, each once, under a name of the caller's.
 * @returns null where something stands between them and the nodes that are looked for
 */
export function printNearest({ from }: Pick<Start, "from">, name: string, next: NextName): string[] | null {
  const [first, ...beyond] = hopsOf(from);
  if (first === undefined || !isEntity(first.steps.at(-1)?.to) || first.conditions.some(asksRelation)) return null;
  return printLookup(first, beyond, name, next);
}

/** From the far end to the nearest entities, each node once after each hop. */
export function printLookup(last: Hop | undefined, beyond: readonly Hop[], node: string, next: NextName): string[] {
  const names = [node, ...beyond.map(() => next("m"))];
  const hops = last ? [last, ...beyond] : beyond;
  const lines: string[] = [];
  for (let at = hops.length - 1; at >= 0; at--) {
    const hop = hops[at];
    const name = names[at];
    if (hop === undefined || name === undefined) continue;
    const own = onNode(hop.conditions);
    if (at === hops.length - 1) lines.push(...printNamedEnd(hop, name, own, next));
    else lines.push(...printBack(hops[at + 1], { far: names[at + 1] ?? "", near: name }, own, next), `WITH DISTINCT ${name}`);
  }
  return lines;
}

function printNamedEnd({ steps }: Hop, node: string, conditions: readonly ConditionNode[], next: NextName): string[] {
  const idTest = conditions.find(isIdTest);
  const others = conditions.filter((each) => each !== idTest);
  return withWhere(`MATCH ${printLookedUp(node, steps.at(-1)?.to, idTest?.parameter ?? null)}`, printAll(others, { node }, next));
}

/** One hop from a bound node to the one before it on the path. @param near its name; with its label where nothing is demanded of it */
export function printBack(
  hop: Hop | undefined,
  { far, near }: { readonly far: string; readonly near: string },
  onNear: readonly ConditionNode[],
  next: NextName,
): string[] {
  if (!hop) return [];
  const demands = onRelation(hop.conditions);
  const relation = demands.length > 0 ? next("r") : undefined;
  const pattern = printPatternReversed(withoutEndLabel(hop.steps), { from: near, to: far, relation });
  return withWhere(`MATCH ${pattern}`, [...printAll(demands, { node: far, relation }, next), ...printAll(onNear, { node: near }, next)]);
}

/** All of the conditions on a node, and on the relation that leads to it, as one; none where there are none. */
export function printAll(conditions: readonly ConditionNode[], place: Omit<ConditionPlace, "at">, next: NextName): string[] {
  const whole = all(conditions);
  return whole === null ? [] : [printCondition(whole, { ...place, at: "anywhere" }, next)];
}

export function onNode(conditions: readonly ConditionNode[]): ConditionNode[] {
  return conditions.filter((condition) => !asksRelation(condition));
}

export function onRelation(conditions: readonly ConditionNode[]): ConditionNode[] {
  return conditions.filter(asksRelation);
}
