import type { Step } from "../../model/edge-types";
import { SPOKE_ABOUT } from "../../model/spoke-about";
import { WALKS } from "../../model/walks";
import type { LevelNode } from "./level-node";
import type { NextName } from "./print-condition";
import type { ChosenStart } from "./print-start";
import type { Start } from "./start";

/** Two demands on a statement, on its speaker and on what it is about, with nothing else asked of it but how many there are. */
export interface Pair {
  readonly speaker: Start;
  readonly about: Start;
}

/** The two demands of a level that only counts; null where it asks for anything else. */
export function pairOf({ gives }: LevelNode, starts: readonly Start[], rest: unknown): Pair | null {
  const [speaker, about] = [WALKS.speaker, WALKS.about].map((steps) => starts.find(({ from }) => from.steps === steps));
  if (gives.is !== "count" || rest !== null || starts.length !== 2 || speaker === undefined || about === undefined) return null;
  return { speaker, about };
}

/** The step that stands for a statement between the two, told from it to the end of the demand. */
export function stepPast({ speaker }: Pair, start: Start): Step {
  return { relation: SPOKE_ABOUT, direction: start === speaker ? "in" : "out" };
}

interface PairEnds {
  readonly from: ChosenStart;
  readonly to: ChosenStart;
}

/** Past the statements: what stands for one under its name is a relation between the two, or its key where several may lead to it. */
export function printPair(pair: Pair, { from, to }: PairEnds, variable: string, next: NextName): string[] {
  const [near, far, relation] = [next("m"), next("m"), next("r")];
  const about = from.start === pair.about ? from : to;
  const pattern = about === to ? `(${near})-[${relation}:${SPOKE_ABOUT}]->(${far})` : `(${near})<-[${relation}:${SPOKE_ABOUT}]-(${far})`;
  const conditions = [`${far} IN ${to.print.list}`, ...about.print.onRelation(relation)];
  const counted = about.start.repeats ? `DISTINCT ${relation}.saidKey` : relation;
  return [
    `UNWIND ${from.print.list} AS ${near}`,
    `MATCH ${pattern}`,
    `WHERE ${conditions.join(" AND ")}`,
    `WITH ${counted} AS ${variable}`,
  ];
}
