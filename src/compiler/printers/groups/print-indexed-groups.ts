import { WALKS } from "../../../model/walks";
import type { DimensionNode, GroupsNode } from "../../nodes/groups-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printOrder } from "./print-groups";

/**
 * All statements by their speakers, and by year or month: an index over the two has every group, and nothing else is looked at. The
 * speakers themselves are looked up once they are counted.
 * @returns lines up to the groups, sorted and cut; null where anything else is asked for
 */
export function printIndexedGroups({ source, variable, filter, search }: LevelNode, groups: GroupsNode, next: NextName): string[] | null {
  const { dimensions, measures, distinct, report, total, countAlias, order, limitParameter, seeksRelations } = groups;
  if (source.from !== "label" || source.label !== "Statement" || filter !== null || search !== null) return null;
  const speaker = dimensions.find(({ steps, value }) => steps === WALKS.speaker && value === null);
  const [time, ...more] = dimensions.filter((each) => each !== speaker);
  if (speaker === undefined || more.length > 0 || (time !== undefined && !isOfIndex(time, variable))) return null;
  if (measures.length > 0 || distinct.length > 0 || report !== null || total) return null;
  const id = `${speaker.variable}_id`;
  const keys = time === undefined ? [] : [time.variable];
  const value = time?.value ?? `${variable}.saidKey`;
  const grouped = [`${variable}.speakerId AS ${id}`, ...(time === undefined ? [] : [`${value} AS ${time.variable}`])];
  const counted = [
    `MATCH (${variable}:Statement)`,
    `WHERE ${variable}.speakerId IS NOT NULL AND ${value} IS NOT NULL`,
    `WITH ${[...grouped, `count(*) AS ${countAlias}`].join(", ")}`,
  ];
  const test = speaker.filter === null ? [] : [`WHERE ${printCondition(speaker.filter, { node: speaker.variable, at: "anywhere" }, next)}`];
  const [first] = order;
  const isCut = time !== undefined && test.length === 0 && first?.expression === countAlias && first.direction === "DESC";
  return [
    ...(isCut && seeksRelations
      ? printLargest(counted, { columns: [id, ...keys], countAlias, limit: `$${limitParameter}` }, next)
      : counted),
    `MATCH (${speaker.variable}:Entity {id: ${id}})`,
    ...test,
    `WITH ${[speaker.variable, ...keys, countAlias].join(", ")}`,
    `${printOrder(order)} LIMIT $${limitParameter}`,
  ];
}

interface Cut {
  /** What tells the groups apart. */
  readonly columns: readonly string[];
  readonly countAlias: string;
  readonly limit: string;
}

/** While groups are counted, so many times those that are shown are kept, for those that tie at the end. */
const KEPT = 10;

/**
 * The groups with the largest counts, and all that tie with the last of them. To sort them all took more than half of the time with a million statements; if more
 * tie than are kept, all are counted once more, which takes less.
 */
function printLargest(counted: readonly string[], { columns, countAlias, limit }: Cut, next: NextName): string[] {
  const [kept, least, again, row] = [next("l"), next("m"), next("a"), next("r")];
  const all = [...columns, countAlias];
  const last = all.length - 1;
  const returns = `RETURN ${all.join(", ")}`;
  const fromKept = [
    `UNWIND CASE WHEN size(${again}) > 0 THEN [] ELSE ${kept} END AS ${row}`,
    `WITH ${row} WHERE ${row}[${last}] >= ${least}`,
    `RETURN ${all.map((name, index) => `${row}[${index}] AS ${name}`).join(", ")}`,
  ];
  // From a list that is empty where it is not to run: a condition before a MATCH is asked behind it.
  const countedAgain = [`UNWIND ${again} AS ${row}`, printCall([least], [...counted, `WHERE ${countAlias} >= ${least}`, returns]), returns];
  return [
    printCall([], [...counted, `ORDER BY ${countAlias} DESC LIMIT ${KEPT} * ${limit}`, `RETURN collect([${all.join(", ")}]) AS ${kept}`]),
    `WITH ${kept}, CASE WHEN size(${kept}) < ${limit} THEN 0 ELSE ${kept}[${limit} - 1][${last}] END AS ${least}`,
    `WITH ${kept}, ${least}, CASE WHEN size(${kept}) = ${KEPT} * ${limit} AND ${kept}[-1][${last}] = ${least} THEN [0] ELSE [] END AS ${again}`,
    printUnion([kept, least, again], [fromKept, countedAgain]),
  ];
}

function isOfIndex({ steps, value }: DimensionNode, variable: string): boolean {
  return steps === null && (value === `${variable}.saidAtYear` || value === `${variable}.saidAtMonth`);
}
