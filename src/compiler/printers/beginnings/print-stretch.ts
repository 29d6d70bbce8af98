import type { LevelNode } from "../../nodes/level-node";
import type { StretchNode } from "../../nodes/stretch-node";
import { printCondition } from "../clauses/print-condition";
import type { ConditionPlace, NextName } from "../clauses/print-condition";
import { printConditions, withWhere } from "../clauses/print-where";
import { printOrdered } from "./print-along";
import { divide, printAskedOnce } from "./print-asked-once";
import { printNearest } from "./print-lookup";
import type { Stretch } from "./start";

/** What some said, or what was said about some, between two times: from the index that has it in that order, so that nothing else of it is looked at. */
export function printStretch(
  level: LevelNode,
  { of, id, from, onRelation, rest }: Stretch,
  { aboveParameter, belowParameter }: StretchNode,
  place: ConditionPlace["at"],
  next: NextName,
): string[] {
  const named = id === null ? next("m") : null;
  const nearest = named === null || from === null ? [] : printNearest({ from }, named, next);
  if (nearest === null) throw new Error("A stretch is of entities that a demand names at its first step.");
  const { match, owner, key } = printOrdered(of, level.variable, next);
  const { first, dear } = divide(rest);
  const where = [
    `${owner}.${key} = ${id ?? `${named ?? ""}.id`}`,
    ...(aboveParameter === null ? [] : [`${owner}.saidKey > $${aboveParameter}`]),
    ...(belowParameter === null ? [] : [`${owner}.saidKey < $${belowParameter}`]),
    ...(onRelation === null ? [] : [printCondition(onRelation, { node: level.variable, relation: owner, at: place }, next)]),
    ...printConditions(level, first, place, next),
  ];
  return [...nearest, ...withWhere(match, where), ...printAskedOnce(level, dear, next)];
}
