import type { Step } from "../../../model/edge-types";
import { WALKS } from "../../../model/walks";
import { asksAround, asksRelation, isPlainSome } from "../../nodes/condition-node";
import { isIdTest, printSomeBehind } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printCall } from "../clauses/print-call";
import { nearEnd, printPattern, printPatternReversed, withoutEndLabel } from "../clauses/print-pattern";
import { printBehindStretch, printNearer } from "./print-behind-stretch";
import { hopsOf, onNode, onRelation, printAll, printBack, printLookup, splitOf } from "./print-lookup";
import type { Hop } from "./print-lookup";
import type { Start } from "./start";

/** A start whose few nodes are looked up first, and from which the nodes that are looked for are reached, or tested. */
export interface PrintedStart {
  /** Lines that give `list`, the nearest entities on the path, `degree`, and `ids` if there are any. */
  readonly lookup: readonly string[];
  readonly list: string;
  /** How many relations lead on from them; absent from the lookup where these are not counted. */
  readonly degree: string;
  /** Their ids, where the nodes that are looked for have that of theirs beside them (ADR 18): then the test asks for that. */
  readonly ids: string | null;
  /** Lines that reach the nodes from the list; some may be reached several times. */
  readonly reach: (variable: string, label: string) => string[];
  /** The same demand as a test of one node, or of a relation that has what it has beside it. */
  readonly test: (variable: string) => PrintedTest;
  /** The same as lines that lead on from a node that has few relations, once for each way; null where the way has several hops, or none is needed. */
  readonly join: ((variable: string) => string[]) | null;
  /** What is demanded of the first relation, as conditions on one of this name. */
  readonly onRelation: (relation: string) => readonly string[];
}

/** A condition, and the list without which it cannot be asked. */
export interface PrintedTest {
  readonly condition: string;
  readonly list: string | null;
}

/** A start and how it is printed. */
export interface ChosenStart {
  readonly start: Start;
  readonly print: PrintedStart;
}

export interface StartOptions {
  /** The relation whose number tells how much hangs on the start, where nodes are passed by, and none is tested. */
  readonly past: Step | null;
  /** The engine finds relations by what they hold. */
  readonly seeksRelations: boolean;
  /** Of how many nodes the relations are counted, all if not told; of more than that there are none, and with 0 there is no such number. */
  readonly countedUpTo?: number;
}

export function printStart({ from }: Start, { past, seeksRelations, countedUpTo }: StartOptions, next: NextName): PrintedStart {
  const hops = hopsOf(from);
  const split = splitOf(hops);
  const [near, beyond] = [hops.slice(0, split + 1), hops.slice(split + 1)];
  const [list, degree, node] = [next("s"), next("d"), next("m")];
  const ids = past === null && isFavouredSpeaker(near) ? next("i") : null;
  const counted = `COUNT { ${printPatternReversed([past ?? bare(near[split])], { from: "", to: node })} }`;
  const lookup = [...printLookup(near[split], beyond, node, next), ...printGathered({ node, list, degree, ids }, counted, countedUpTo)];
  return {
    lookup: countedUpTo === 0 ? lookup : printNearer(lookup, from, { list, degree }, next),
    list,
    degree,
    ids,
    reach: (variable, label) =>
      printBehindStretch(from, { variable, label, list }, next) ?? printReach(near, { list, node, variable, label }, next),
    test: (variable) => {
      if (ids !== null) return { condition: `${variable}.speakerId IN ${ids}`, list: ids };
      const seek = seeksRelations ? printSeek(near, variable, next) : null;
      return seek === null ? { condition: printTest(near, { list, variable }, next), list } : { condition: seek, list: null };
    },
    join: near.length === 1 && ids === null ? (variable) => printOnward(near[0], { list, variable }, next) : null,
    onRelation: (relation) => printAll(onRelation(near[0]?.conditions ?? []), { node, relation }, next),
  };
}

interface Gathered {
  readonly node: string;
  readonly list: string;
  readonly degree: string;
  readonly ids: string | null;
}

/** Lines that gather the nodes, and count as many of their relations as is wanted. */
function printGathered({ node, list, degree, ids }: Gathered, counted: string, upTo = Infinity): string[] {
  const lists = [`collect(${node}) AS ${list}`, ...(ids === null ? [] : [`collect(${node}.id) AS ${ids}`])];
  const sum = `coalesce(sum(${degree}), 0) AS ${degree}`;
  if (upTo === 0) return [`RETURN ${lists.join(", ")}`];
  if (upTo === Infinity) return [`WITH ${node}, ${counted} AS ${degree}`, `RETURN ${[...lists, sum].join(", ")}`];
  const few = [`WITH ${list} WHERE size(${list}) <= ${upTo}`, `UNWIND ${list} AS ${node}`, `WITH ${counted} AS ${degree}`, `RETURN ${sum}`];
  return [`WITH ${lists.join(", ")}`, printCall([list], few), `RETURN ${[list, ...(ids === null ? [] : [ids]), degree].join(", ")}`];
}

/** Whether a start's list is that of the favoured speakers of the statements that are looked for, by their ids. */
export function listsSpeakers({ from }: Start): boolean {
  const hops = hopsOf(from);
  return isFavouredSpeaker(hops.slice(0, splitOf(hops) + 1));
}

/** Whether nothing but who the favoured speaker of a statement is decides. */
function isFavouredSpeaker([hop, ...more]: readonly Hop[]): boolean {
  return more.length === 0 && hop?.steps === WALKS.speaker && !hop.conditions.some(asksRelation);
}

function printReach(
  hops: readonly Hop[],
  { list, node, variable, label }: { readonly list: string; readonly node: string; readonly variable: string; readonly label: string },
  next: NextName,
): string[] {
  const lines = [`UNWIND ${list} AS ${node}`];
  let far = node;
  for (let at = hops.length - 1; at > 0; at--) {
    const near = next("m");
    lines.push(...printBack(hops[at], { far, near }, onNode(hops[at - 1]?.conditions ?? []), next), `WITH DISTINCT ${near}`);
    far = near;
  }
  return [...lines, ...printBack(hops[0], { far, near: nearEnd(hops[0]?.steps ?? [], variable, label) }, [], next)];
}

/** The nodes that are tested, and those at the other end of the way. */
interface Ends {
  readonly list: string;
  readonly variable: string;
}

/**
 * What one of an id was told by the node, or told about it: ABOUT has the ids of both, and an index over them (ADR 18), so that whatever
 * else they said, or is said about it, is not looked at.
 * @returns null where more, or anything else, is demanded
 */
function printSeek(hops: readonly Hop[], variable: string, next: NextName): string | null {
  const [first, last, ...beyond] = hops;
  if (first === undefined || last === undefined || beyond.length > 0) return null;
  const isSpeaker = first.steps === WALKS.said && last.steps === WALKS.about;
  if (!isSpeaker && (first.steps !== WALKS.spokenAbout || last.steps !== WALKS.speaker)) return null;
  const [about, attributed] = isSpeaker ? [last, first] : [first, last];
  const [idTest, ...others] = onNode(last.conditions);
  if (idTest === undefined || !isIdTest(idTest) || others.length > 0 || attributed.conditions.some(asksRelation)) return null;
  const [statement, relation, thing] = [next("m"), next("r"), next("m")];
  const [own, theirs] = isSpeaker ? ["speakerId", "aboutId"] : ["aboutId", "speakerId"];
  const ofStatement = onNode(first.conditions);
  // One way that is demanded may be walked on; of several, each would be walked again for every other one.
  const [behind, ...more] = ofStatement.filter(isPlainSome);
  const walked = more.length === 0 ? behind : undefined;
  const where = [
    `${relation}.${theirs} = $${idTest.parameter ?? ""}`,
    `${relation}.${own} = ${variable}.id`,
    ...printAll(onRelation(about.conditions), { node: isSpeaker ? thing : statement, relation }, next),
    ...printAll(
      ofStatement.filter((condition) => condition !== walked),
      { node: statement },
      next,
    ),
  ];
  const onward = walked === undefined ? "" : ` ${printSomeBehind(walked, statement, next)}`;
  return `COUNT { MATCH (${statement})-[${relation}:ABOUT]->(${thing}) WHERE ${where.join(" AND ")}${onward} } > 0`;
}

/** A way from the node to one of the list. */
function printTest(hops: readonly Hop[], { list, variable }: Ends, next: NextName): string {
  const [patterns, where]: [string[], string[]] = [[], []];
  let near = variable;
  for (const [index, hop] of hops.entries()) {
    const far = next("m");
    const isLast = index === hops.length - 1;
    const walk = printHop(hop, { near, far, steps: isLast ? withoutEndLabel(hop.steps) : hop.steps }, next);
    patterns.push(walk.pattern);
    where.push(...walk.where);
    if (isLast) where.push(`${far} IN ${list}`);
    else {
      const own = onNode(hop.conditions);
      const around = own.filter(asksAround);
      where.push(
        ...printAll(
          own.filter((condition) => !around.includes(condition)),
          { node: far },
          next,
        ),
      );
      if (around.length > 0) {
        // Within a test of its own, so that the list, which few nodes pass, is asked before what is dear: left the choice, a planner takes the other.
        where.push(printTest(hops.slice(index + 1), { list, variable: far }, next), ...printAll(around, { node: far }, next));
        break;
      }
    }
    near = far;
  }
  return `COUNT { ${patterns.join(" ")} WHERE ${where.join(" AND ")} } > 0`;
}

/** A hop on from the node, for whatever of the list lies there. */
function printOnward(hop: Hop | undefined, { list, variable }: Ends, next: NextName): string[] {
  if (!hop) return [];
  const far = next("m");
  const { pattern, where } = printHop(hop, { near: variable, far, steps: withoutEndLabel(hop.steps) }, next);
  return [pattern, `WHERE ${[`${far} IN ${list}`, ...where].join(" AND ")}`];
}

function printHop(
  { conditions }: Hop,
  { near, far, steps }: { readonly near: string; readonly far: string; readonly steps: readonly Step[] },
  next: NextName,
): { readonly pattern: string; readonly where: readonly string[] } {
  const demands = onRelation(conditions);
  const relation = demands.length > 0 ? next("r") : undefined;
  return {
    pattern: `MATCH ${printPattern(steps, { from: near, to: far, relation })}`,
    where: printAll(demands, { node: far, relation }, next),
  };
}

/** The last step of a hop whose number the database keeps: without label and values, and not one that may be left out. */
function bare(hop: Hop | undefined): Step {
  const step = [...(hop?.steps ?? [])].reverse().find((each) => !each.hops);
  if (!step) throw new Error("A demand without steps cannot be a start.");
  return { relation: step.relation, direction: step.direction };
}
