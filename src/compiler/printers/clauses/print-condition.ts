import type { ComparisonNode, ConditionNode, RelatedNode } from "../../nodes/condition-node";
import { all, asksRelation, isLongPath, isPlainSome, multipliesWays, namesOneNode, onwardOf, partsOf } from "../../nodes/condition-node";
import { eitherEnd } from "./print-either-end";
import { nearEnd, printLookedUp, printNumber, printNumberSaid, printPattern, printPatternReversed } from "./print-pattern";

/** Gives names that no other part of the statement has. */
export type NextName = (prefix: string) => string;

/** Where a condition stands, which decides the shape that both engines answer fast. */
export interface ConditionPlace {
  readonly node: string;
  readonly relation?: string;
  /**
   * `conjunct`: part of the conjunction behind a statement's first MATCH, where an engine (`Dialect.asksOnce`) asks an existence test once, from
   * its selective end. `anywhere`: under OR, NOT or in a subquery, where it is asked for each row, from that row.
   */
  readonly at: "conjunct" | "anywhere";
}

export function printCondition(node: ConditionNode, place: ConditionPlace, next: NextName): string {
  const inside: ConditionPlace = { ...place, at: "anywhere" };
  switch (node.kind) {
    case "comparison":
      return printComparison(node, place);
    case "labels":
      return node.labels.length === 0
        ? "false"
        : parenthesized(
            node.labels.map((label) => `${place.node}:${label}`),
            " OR ",
          );
    case "all":
      return parenthesized(
        node.parts.map((part) => printCondition(part, place, next)),
        " AND ",
        place.at === "conjunct",
      );
    case "any":
      return node.parts.length === 0
        ? "false"
        : parenthesized(
            node.parts.map((part) => printCondition(part, inside, next)),
            " OR ",
          );
    case "not":
      if (isPlainSome(node.part)) return printRelated({ ...node.part, quantifier: { is: "none" } }, place, next);
      // Null is "not known", and what is not known to hold does not hold.
      return `NOT coalesce(${printCondition(node.part, inside, next)}, false)`;
    case "related":
      return printRelated(node, place, next);
    case "told":
      return node.variable;
    case "listed":
      return `${place.node} IN ${node.list}`;
  }
}

function parenthesized(parts: readonly string[], joint: string, bare = false): string {
  const text = parts.join(joint);
  return bare || parts.length === 1 ? text : `(${text})`;
}

function printComparison(node: ComparisonNode, place: ConditionPlace): string {
  const owner = node.of === "node" ? place.node : place.relation;
  if (owner === undefined) throw new Error(`No relation is bound to ask for ${node.property}.`);
  const plain = `${owner}.${node.property}`;
  const value = node.parameter === null ? "" : `$${node.parameter}`;
  switch (node.operator) {
    case "IS NULL":
    case "IS NOT NULL":
      return `${plain} ${node.operator}`;
    case "CONTAINS ANY OF":
      return `any(x IN ${value} WHERE ${plain} CONTAINS x)`;
    default: {
      const property = node.fallbackParameter === undefined ? plain : `coalesce(${plain}, $${node.fallbackParameter})`;
      return `${node.lowerCase ? `toLower(${property})` : property} ${node.operator} ${value}`;
    }
  }
}

function printRelated(node: RelatedNode, place: ConditionPlace, next: NextName): string {
  const { quantifier } = node;
  if (quantifier.is === "every") return printEvery(node, place, next);
  if (quantifier.is === "count") return `${printCount(node, place, next)} ${quantifier.operator} $${quantifier.parameter}`;
  if (place.at === "anywhere") return `COUNT { ${matchRelated(node, place, next, "any")} } ${quantifier.is === "some" ? "> 0" : "= 0"}`;
  // Without an id at its far end, a path told from there is walked from everything that could be one.
  const shape = namesOneNode({ ...node, quantifier: { is: "some" } }) ? "selectiveEndFirst" : "any";
  return `${quantifier.is === "none" ? "NOT " : ""}EXISTS { ${matchRelated(node, place, next, shape)} }`;
}

function printEvery(node: RelatedNode, place: ConditionPlace, next: NextName): string {
  const whole: RelatedNode = { ...node, inner: null };
  return `${printCount(whole, place, next)} = ${printCount(node, place, next)}`;
}

function printCount(node: RelatedNode, place: ConditionPlace, next: NextName): string {
  const number = node.inner !== null ? null : node.isIndexed === true ? printNumberSaid(place.node) : printNumber(node.steps, place.node);
  return number ?? `COUNT { ${matchRelated(node, place, next, "each")} }`;
}

/** A demand that something is there, as lines behind another MATCH of an existence test. */
export function printSomeBehind(node: RelatedNode, variable: string, next: NextName): string {
  return matchRelated(node, { node: variable, at: "anywhere" }, next, "any");
}

/** `each` gives one row for each related node; the others ask whether there is one, and may give several for it. */
type PathShape = "each" | "any" | "selectiveEndFirst";

function matchRelated(node: RelatedNode, place: ConditionPlace, next: NextName, shape: PathShape): string {
  const path = pathTo(node, place, next, shape);
  const where = whereOf(path);
  return `${printMatch(path)}${where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`}`;
}

/**
 * One MATCH a hop. Within one, no relation is walked twice, so a path that comes back along the type that led there
 * would lose its start; and the embedded engine answers wrongly where a COUNT follows two patterns of one MATCH.
 */
function printMatch({ hops }: Path): string {
  return hops.map(({ pattern }) => `MATCH ${pattern}`).join(" ");
}

function whereOf({ hops, farWhere }: Path): string[] {
  return [...farWhere, ...hops.flatMap((hop) => hop.where)];
}

/** A path from the node that a demand names to the nodes that are looked for, as the beginning of a statement. */
export function printFromAnchor(
  anchor: RelatedNode,
  variable: string,
  label: string,
  next: NextName,
): { match: string; where: readonly string[] } {
  const path = pathTo(anchor, { node: nearEnd(anchor.steps, variable, label), at: "anywhere" }, next, "selectiveEndFirst");
  if (isLongPath(anchor) || multipliesWays(anchor)) return printHopByHop(path);
  if (namesOneNode(anchor) || path.farWhere.length === 0) return { match: printMatch(path), where: whereOf(path) };
  // First the few that have the name, then what hangs on them: planners cannot know how few they are.
  return { match: `${printAnchor(path)}\n${printMatch(path)}`, where: whereOf({ ...path, farWhere: [] }) };
}

function printAnchor({ far, farLabel, farWhere }: Path): string {
  return `MATCH ${printLookedUp(far, farLabel, null)}\nWHERE ${farWhere.join(" AND ")}\nWITH DISTINCT ${far}`;
}

/** Each node once after each hop: the ways to it multiply with the length of the path, the nodes do not. */
function printHopByHop(path: Path): { match: string; where: readonly string[] } {
  const start = path.farWhere.length === 0 ? [] : [printAnchor(path)];
  const between = path.hops.slice(0, -1).map(({ pattern, where, near }) => {
    return `MATCH ${pattern}${where.length === 0 ? "" : `\nWHERE ${where.join(" AND ")}`}\nWITH DISTINCT ${near}`;
  });
  const last = path.hops.at(-1);
  return { match: [...start, ...between, `MATCH ${last?.pattern ?? ""}`].join("\n"), where: last?.where ?? [] };
}

/** One step of demands: from a node to what is demanded of its surroundings. */
interface Hop {
  readonly pattern: string;
  readonly where: readonly string[];
  /** The end that lies nearer to the nodes that are looked for. */
  readonly near: string;
}

interface Path {
  /** In the order in which they are matched. */
  readonly hops: readonly Hop[];
  /** The node at the far end of the longest path, and what is demanded of it alone. */
  readonly far: string;
  readonly farLabel: string;
  readonly farWhere: readonly string[];
}

/** The path with its conditions; an existence test at its end makes the path longer: never one test inside another. */
function pathTo(node: RelatedNode, place: ConditionPlace, next: NextName, shape: PathShape, isOnward = false): Path {
  const parts = partsOf(node.inner);
  const onward = shape === "each" ? null : onwardOf(node);
  const idTest = onward ? undefined : parts.find(isIdTest);
  const rest = parts.filter((part) => part !== onward && part !== idTest);
  const to = next("m");
  const onRelation = all(rest.filter(asksRelation));
  const onNode = all(rest.filter((part) => !asksRelation(part)));
  const relation = onRelation === null ? undefined : next("r");
  // Asked for each row, a way of several steps is to begin at the row: told as an id, its far end tempts a planner to begin
  // there, and to walk all that hangs on it once for every row.
  const isFar = idTest !== undefined && shape !== "selectiveEndFirst" && place.at === "anywhere" && (node.steps.length > 1 || isOnward);
  const either = isFar && shape === "any" && onNode === null && onRelation === null ? eitherEnd(node.steps) : null;
  const steps = either?.steps ?? node.steps;
  const ends = { from: place.node, to, relation, idParameter: isFar ? undefined : (idTest?.parameter ?? undefined) };
  const print = (condition: ConditionNode | null): string[] =>
    condition === null ? [] : [printCondition(condition, { node: to, relation, at: "anywhere" }, next)];
  // What is demanded of the far end alone can be asked before the path is walked.
  const isFarOwn = !onward && idTest === undefined;
  const nodeWhere = print(onNode);
  const where = [
    ...(isFarOwn ? [] : nodeWhere),
    ...print(onRelation),
    ...(isFar ? [either?.hasId(to, idTest.parameter ?? "", next) ?? `coalesce(${to}.id, '') = $${idTest.parameter ?? ""}`] : []),
  ];
  const beyond: Path = onward
    ? pathTo(onward, { node: to, at: "anywhere" }, next, shape, true)
    : { hops: [], far: to, farLabel: node.steps.at(-1)?.to ?? "", farWhere: isFarOwn ? nodeWhere : [] };
  const reversed = shape === "selectiveEndFirst";
  const pattern = reversed ? printPatternReversed(steps, ends) : printPattern(steps, ends);
  const hop: Hop = { pattern, where, near: place.node };
  return { ...beyond, hops: reversed ? [...beyond.hops, hop] : [hop, ...beyond.hops] };
}

export function isIdTest(part: ConditionNode): part is ComparisonNode {
  return part.kind === "comparison" && part.of === "node" && part.property === "id" && part.operator === "=";
}
