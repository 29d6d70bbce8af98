import type { Step } from "../../../model/edge-types";
import { SPOKE_ABOUT } from "../../../model/spoke-about";
import { WALKS } from "../../../model/walks";
import type { LevelNode } from "../../nodes/level-node";
import type { NextName } from "../clauses/print-condition";
import { saidAbout } from "../clauses/said-about";
import type { ChosenStart } from "./print-start";
import { isOneStep } from "./start";
import type { Start } from "./start";

/** Two demands on a statement, on its speaker and on what it is about, with nothing else asked of it but how many there are. */
export interface Pair {
  readonly speaker: Start;
  readonly about: Start;
  /** What one said about the other can be looked up, too, pair by pair. */
  readonly isSought: boolean;
}

/** To look one pair up takes as long as to go through so many relations (measured with 100,000 statements). */
export const RELATIONS_A_PAIR = 25;

/** The two demands of a level that only counts; null where it asks for anything else. */
export function pairOf({ gives }: LevelNode, starts: readonly Start[], rest: unknown): Pair | null {
  const [speaker, about] = [WALKS.speaker, WALKS.about].map((steps) => starts.find(({ from }) => from.steps === steps));
  if (gives.is !== "count" || rest !== null || starts.length !== 2 || speaker === undefined || about === undefined) return null;
  return { speaker, about, isSought: gives.seeksRelations };
}

/**
 * Of two demands the one that names one thing, where the other may mean many. Those are not counted then: to look all of their pairs up takes
 * some twice as long as counting their relations, so that it may as well be done where the one has more relations than that.
 * @returns null where both are alike, or nothing can be looked up
 */
export function onlyNamed({ speaker, about, isSought }: Pair): Start | null {
  const named = [speaker, about].filter(isOneStep);
  return isSought && named.length === 1 ? (named[0] ?? null) : null;
}

/** The step that stands for a statement between the two, told from it to the end of the demand. */
export function stepPast({ speaker }: Pair, start: Start): Step {
  return { relation: SPOKE_ABOUT, direction: start === speaker ? "in" : "out" };
}

/** The two of a pair, looked up: the one to begin at, and the other. */
export interface PairEnds {
  readonly from: ChosenStart;
  readonly to: ChosenStart;
}

/** Past the statements: what stands for one, as `told`, is a relation between the two, or its key where several may lead to it. */
export function printPair(pair: Pair, { from, to }: PairEnds, told: string, next: NextName): string[] {
  const [near, far, relation] = [next("m"), next("m"), next("r")];
  const about = from.start === pair.about ? from : to;
  const pattern = about === to ? `(${near})-[${relation}:${SPOKE_ABOUT}]->(${far})` : `(${near})<-[${relation}:${SPOKE_ABOUT}]-(${far})`;
  return [
    `UNWIND ${from.print.list} AS ${near}`,
    `MATCH ${pattern}`,
    ...printTold(about, [`${far} IN ${to.print.list}`], { relation, told }),
  ];
}

/** A test whether few pairs are asked for: for each, what the speaker said about the thing is looked up, by the ids that ABOUT has of the two. */
export function printFewPairs({ from, to }: PairEnds, least: string): string {
  return `${RELATIONS_A_PAIR} * size(${from.print.list}) * size(${to.print.list}) < ${least}`;
}

/** Pair by pair from the index. */
export function printSought(pair: Pair, { from, to }: PairEnds, told: string, next: NextName): string[] {
  const [speaker, thing, relation] = [next("m"), next("m"), next("r")];
  const [speakers, about] = from.start === pair.speaker ? [from, to] : [to, from];
  return [
    `UNWIND ${speakers.print.list} AS ${speaker}`,
    `UNWIND ${about.print.list} AS ${thing}`,
    `MATCH ()-[${relation}:ABOUT]->()`,
    ...printTold(about, saidAbout(relation, `${speaker}.id`, `${thing}.id`), { relation, told }),
  ];
}

function printTold(
  { start, print }: ChosenStart,
  conditions: readonly string[],
  { relation, told }: { readonly relation: string; readonly told: string },
): string[] {
  return [
    `WHERE ${[...conditions, ...print.onRelation(relation)].join(" AND ")}`,
    `WITH ${start.repeats ? `DISTINCT ${relation}.saidKey` : relation} AS ${told}`,
  ];
}
