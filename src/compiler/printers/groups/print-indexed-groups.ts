import { WALKS } from "../../../model/walks";
import type { DimensionNode, GroupsNode } from "../../nodes/groups-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printOrder } from "./print-groups";

/**
 * All statements by their speakers, and by year or month: an index over the two has every group, and nothing else is looked at. The
 * speakers themselves are looked up once they are counted.
 * @returns lines up to the groups, sorted and cut; null where anything else is asked for
 */
export function printIndexedGroups({ source, variable, filter, search }: LevelNode, groups: GroupsNode, next: NextName): string[] | null {
  const { dimensions, measures, distinct, report, total, countAlias, order, limitParameter } = groups;
  if (source.from !== "label" || source.label !== "Statement" || filter !== null || search !== null) return null;
  const speaker = dimensions.find(({ steps, value }) => steps === WALKS.speaker && value === null);
  const [time, ...more] = dimensions.filter((each) => each !== speaker);
  if (speaker === undefined || more.length > 0 || (time !== undefined && !isOfIndex(time, variable))) return null;
  if (measures.length > 0 || distinct.length > 0 || report !== null || total) return null;
  const id = `${speaker.variable}_id`;
  const keys = time === undefined ? [] : [time.variable];
  const value = time?.value ?? `${variable}.saidKey`;
  const counted = [
    `${variable}.speakerId AS ${id}`,
    ...(time === undefined ? [] : [`${value} AS ${time.variable}`]),
    `count(*) AS ${countAlias}`,
  ];
  const test = speaker.filter === null ? [] : [`WHERE ${printCondition(speaker.filter, { node: speaker.variable, at: "anywhere" }, next)}`];
  return [
    `MATCH (${variable}:Statement)`,
    `WHERE ${variable}.speakerId IS NOT NULL AND ${value} IS NOT NULL`,
    `WITH ${counted.join(", ")}`,
    `MATCH (${speaker.variable}:Entity {id: ${id}})`,
    ...test,
    `WITH ${[speaker.variable, ...keys, countAlias].join(", ")}`,
    `${printOrder(order)} LIMIT $${limitParameter}`,
  ];
}

function isOfIndex({ steps, value }: DimensionNode, variable: string): boolean {
  return steps === null && (value === `${variable}.saidAtYear` || value === `${variable}.saidAtMonth`);
}
