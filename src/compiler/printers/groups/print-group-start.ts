import { WALKS } from "../../../model/walks";
import type { DimensionNode, GroupsNode } from "../../nodes/groups-node";
import type { LevelNode } from "../../nodes/level-node";
import { divide } from "../beginnings/print-asked-once";
import { isEntity, printNearest } from "../beginnings/print-lookup";
import { beginningOf } from "../beginnings/start";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { nearEnd, printPatternReversed } from "../clauses/print-pattern";

/** Lines that bind both the counted nodes, each once for each value of a dimension, and that dimension. */
export interface GroupStart {
  readonly lines: readonly string[];
  readonly bound: readonly DimensionNode[];
}

/**
 * Groups that begin at the entities of a dimension: a database keeps the relations of an entity by type, where those of a statement have to
 * be gone through for the one that is wanted, which takes twice as many accesses.
 * @returns null where the counted nodes come from elsewhere
 */
export function printGroupStart(level: LevelNode, groups: GroupsNode, next: NextName): GroupStart | null {
  if (level.source.from !== "label" || level.search !== null) return null;
  return level.filter === null ? printFromAll(level, groups, next) : printFromDemanded(level, groups, next);
}

/** Everything is counted: from all entities of the first dimension that is one step away. */
function printFromAll({ source, variable }: LevelNode, { dimensions, report }: GroupsNode, next: NextName): GroupStart | null {
  const dimension = dimensions.find(({ steps, from }) => from === variable && steps?.length === 1 && steps.every(({ hops }) => !hops));
  const [step] = dimension?.steps ?? [];
  if (source.from !== "label" || report !== null || dimension === undefined || step === undefined || !isEntity(step.to)) return null;
  const { variable: to, value, relation, filter } = dimension;
  const far = value === null ? to : `${to}_end`;
  const ends = { from: nearEnd([step], variable, source.label), to: far, relation: relation ?? undefined };
  const where = filter === null ? [] : [`WHERE ${printCondition(filter, { node: far, at: "anywhere" }, next)}`];
  return { lines: [`MATCH ${printPatternReversed([step], ends)}`, ...where], bound: [dimension] };
}

/** What is demanded of the favoured speaker names those whom a dimension is about: a statement has one. */
function printFromDemanded(level: LevelNode, { dimensions, report }: GroupsNode, next: NextName): GroupStart | null {
  const { source, variable } = level;
  const beginning = beginningOf(level);
  const dimension = dimensions.find(({ steps, filter, value }) => steps === WALKS.speaker && filter === null && value === null);
  if (source.from !== "label" || report !== null || dimension === undefined) return null;
  if (beginning.at !== "start" || beginning.start.from.steps !== WALKS.speaker) return null;
  const nearest = printNearest(beginning.start, dimension.variable, next);
  if (nearest === null) return null;
  const { rest } = beginning.start;
  if (divide(rest).dear.length > 0) return null;
  const pattern = printPatternReversed(WALKS.speaker, { from: variable, to: dimension.variable, bare: true });
  const where = rest === null ? [] : [`WHERE ${printCondition(rest, { node: variable, at: "anywhere" }, next)}`];
  return { lines: [...nearest, `MATCH ${pattern}`, ...where], bound: [dimension] };
}
