import type { Step } from "../../model/edge-types";
import { instantNames, keyDatesOf } from "../../model/long-dates";
import { isIdentifying, isKindOf } from "../../model/ontology";
import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "../../model/spoke-about";
import type { StretchNode } from "./stretch-node";

/** What a filter demands, as a tree; values stand in parameters, names come from the ontology. */
export type ConditionNode = ComparisonNode | LabelsNode | AllNode | AnyNode | NotNode | RelatedNode | ToldNode | ListedNode;

export type Operator = "=" | "<" | "<=" | ">" | ">=" | "IN" | "CONTAINS" | "STARTS WITH" | "IS NULL" | "IS NOT NULL" | "CONTAINS ANY OF";

/** A property against a parameter. A property that is absent never fulfils it, but `IS NULL`. */
export interface ComparisonNode {
  readonly kind: "comparison";
  /** Of the node, or of the relation that led to it. */
  readonly of: "node" | "relation";
  readonly property: string;
  readonly operator: Operator;
  readonly parameter: string | null;
  /** Compares in lower case; for properties without a folded copy. */
  readonly lowerCase?: true;
  /** Stands in for an absent number. */
  readonly fallbackParameter?: string;
}

export interface LabelsNode {
  readonly kind: "labels";
  readonly labels: readonly string[];
}

export interface AllNode {
  readonly kind: "all";
  readonly parts: readonly ConditionNode[];
}

export interface AnyNode {
  readonly kind: "any";
  readonly parts: readonly ConditionNode[];
}

export interface NotNode {
  readonly kind: "not";
  readonly part: ConditionNode;
}

/** What was found out before; true or false. */
export interface ToldNode {
  readonly kind: "told";
  readonly variable: string;
}

/** Being one of those that were found before. */
export interface ListedNode {
  readonly kind: "listed";
  readonly list: string;
}

export type Quantifier =
  | { readonly is: "some" | "none" | "every" }
  | { readonly is: "count"; readonly operator: "=" | ">=" | "<="; readonly parameter: string };

/** A demand on what lies behind relations of the node. */
export interface RelatedNode {
  readonly kind: "related";
  readonly steps: readonly Step[];
  readonly quantifier: Quantifier;
  /** On the node at the end, and on the last relation. */
  readonly inner: ConditionNode | null;
  /** Of a demand that some statement lies there: where in the order of time all of these lie, if that is known and an index has them in that order. */
  readonly stretch?: StretchNode;
  /** Of a number of statements that one has said: an index tells it. */
  readonly isIndexed?: true;
}

/** All parts hold; parts that are conjunctions themselves are flattened, since deep chains are dear to plan. */
export function all(parts: readonly ConditionNode[]): ConditionNode | null {
  const flat = parts.flatMap((part) => (part.kind === "all" ? part.parts : [part]));
  return flat.length <= 1 ? (flat[0] ?? null) : { kind: "all", parts: flat };
}

/** At least one part holds; an empty list holds for nothing. */
export function any(parts: readonly ConditionNode[]): ConditionNode {
  const flat = parts.flatMap((part) => (part.kind === "any" ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: "any", parts: flat };
}

export function compare(property: string, operator: Operator, parameter: string | null = null): ComparisonNode {
  return { kind: "comparison", of: "node", property, operator, parameter };
}

/** Whether the demand is that something of one certain id lies at the end of the path. */
export function namesOneNode(part: ConditionNode): part is RelatedNode {
  return farEnd(part, (each) => each.property === "id" && each.operator === "=");
}

/** Whether it is that one of a list of ids lies there. */
function namesListedNodes(part: ConditionNode): part is RelatedNode {
  return farEnd(part, (each) => each.property === "id" && each.operator === "IN");
}

/** Whether it is that something of a certain name, or another value that identifies it, lies there: few things have it. */
function namesFewNodes(part: ConditionNode): part is RelatedNode {
  return farEnd(part, (each, label) => each.property === "namesText" || isLookUp(each, label), "alternatives too");
}

/** Whether a value is asked for that few nodes of the label have. */
export function isLookUp({ of, property, operator }: ComparisonNode, label: string | undefined): boolean {
  if (label === undefined || of !== "node" || (operator !== "=" && operator !== "IN")) return false;
  return isIdentifying(label, property);
}

/** Whether it is that something of a certain time lies there: an index has what is of one, however much it is. */
export function namesTime(part: ConditionNode): part is RelatedNode {
  return farEnd(part, isOfTime);
}

/** Whether a date is asked for of which an index has the instants. */
export function isOfTime({ of, operator, property }: ComparisonNode, label: string | undefined): boolean {
  if (label === undefined || of !== "node" || (operator !== ">=" && operator !== "<=")) return false;
  return keyDatesOf(label).some((date) => instantNames(date).includes(property));
}

/** Whether something is demanded of an entity, or an office, that lies there: of these there are few beside what is said, reported and published. */
export function describesEntity(part: ConditionNode): part is RelatedNode {
  if (!isPlainSome(part) || part.inner === null || asksRelation(part.inner)) return false;
  const onward = onwardOf(part);
  const end = part.steps.at(-1)?.to;
  return onward === null ? end !== undefined && isKindOf(end, ["Entity", "Position"]) : describesEntity(onward);
}

/** Whether it is that one of a few nodes lies there, which an id, a list of ids or a name tells. */
export function namesNodes(part: ConditionNode): part is RelatedNode {
  return namesOneNode(part) || namesFewNodes(part) || namesListedNodes(part);
}

/** Demands within demands, from this length on, are walked hop by hop. */
const LONG_PATH = 3;

/** Whether so many demands stand one in another that the ways through them would outnumber the nodes. */
export function isLongPath(part: ConditionNode): part is RelatedNode {
  return pathLength(part) >= LONG_PATH;
}

function pathLength(part: ConditionNode): number {
  if (!isPlainSome(part)) return 0;
  const onward = onwardOf(part);
  return 1 + (onward ? pathLength(onward) : 0);
}

/**
 * Whether a path of several demands leads past statements (ADR 18): most of what somebody spoke about somebody else spoke about as well, and behind each
 * way to it are all ways that go on from there.
 */
export function multipliesWays(part: RelatedNode): boolean {
  const onward = onwardOf(part);
  if (onward === null) return false;
  return multipliesWays(onward) || [part, onward].some(({ steps }) => steps.some(leadsPast));
}

/** The parts of what is demanded at the end of a step, each of which has to hold. */
export function partsOf(condition: ConditionNode | null): readonly ConditionNode[] {
  if (condition === null) return [];
  return condition.kind === "all" ? condition.parts : [condition];
}

/** The demand, among those at the end of a step, along which the path goes on: the first that something lies there. */
export function onwardOf({ inner }: RelatedNode): RelatedNode | null {
  return partsOf(inner).find(isPlainSome) ?? null;
}

export function isPlainSome(part: ConditionNode): part is RelatedNode {
  return part.kind === "related" && part.quantifier.is === "some";
}

function farEnd(
  part: ConditionNode,
  holds: (comparison: ComparisonNode, label: string | undefined) => boolean,
  alternatives: "alternatives too" | "one" = "one",
): part is RelatedNode {
  if (!isPlainSome(part)) return false;
  const onward = onwardOf(part);
  const isHeld = (each: ConditionNode): boolean =>
    each.kind === "any"
      ? alternatives === "alternatives too" && each.parts.length > 0 && each.parts.every(isHeld)
      : each.kind === "comparison" && each.of === "node" && holds(each, part.steps.at(-1)?.to);
  // Only the far end of the path can be its start.
  return onward ? farEnd(onward, holds, alternatives) : partsOf(part.inner).some(isHeld);
}

/** Whether a condition is about the relation that led to a node, too. */
export function asksRelation(condition: ConditionNode): boolean {
  return hasPart(condition, (part) => part.kind === "comparison" && part.of === "relation");
}

/** Whether a condition looks beyond the node itself, along its relations. */
export function asksAround(condition: ConditionNode): boolean {
  return hasPart(condition, (part) => part.kind === "related");
}

function leadsPast({ relation }: Step): boolean {
  return relation === SPOKE_ABOUT || relation === SPOKE_ABOUT_TOTAL;
}

/** Whether the statements of an entity have to be looked at, or as many relations past them (SPOKE_ABOUT). */
export function asksStatements(condition: ConditionNode): boolean {
  return hasPart(condition, (part) => {
    if (part.kind !== "related") return false;
    return part.quantifier.is !== "some" || part.steps.at(-1)?.to === "Statement" || (part.inner !== null && asksStatements(part.inner));
  });
}

/** The same condition with other parts in place of some; what is demanded behind relations of the node is no part of it. */
export function replaceParts(condition: ConditionNode, replace: (part: ConditionNode) => ConditionNode): ConditionNode {
  switch (condition.kind) {
    case "all":
    case "any":
      return { ...condition, parts: condition.parts.map((part) => replaceParts(part, replace)) };
    case "not":
      return { ...condition, part: replaceParts(condition.part, replace) };
    default:
      return replace(condition);
  }
}

/** Whether some part of a condition on one node is such; what is demanded behind its relations is no part of it. */
export function hasPart(condition: ConditionNode, isSuch: (part: ConditionNode) => boolean): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.parts.some((part) => hasPart(part, isSuch));
    case "not":
      return hasPart(condition.part, isSuch);
    default:
      return isSuch(condition);
  }
}
