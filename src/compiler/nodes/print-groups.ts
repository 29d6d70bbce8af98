import { WALKS } from "../../model/walks";
import type { DimensionNode, DistinctNode, GroupsNode, MeasureNode } from "./groups-node";
import type { LevelNode, ShapeNode } from "./level-node";
import { printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { printPattern } from "./print-pattern";

interface GroupParts {
  /** The counted nodes may come several times. */
  readonly comesTwice: boolean;
  /** The dimensions that are bound together with them. */
  readonly bound: readonly DimensionNode[];
  /** Finished subqueries about the entities of the groups. */
  readonly below: readonly string[];
  readonly printShape: (shape: ShapeNode) => string;
  readonly next: NextName;
}

/**
 * From the nodes that were found to their groups. The nodes themselves are never built: what is carried along is the
 * node's identity and what it is grouped by.
 */
export function printGroups(level: LevelNode, groups: GroupsNode, parts: GroupParts): string[] {
  const { variable } = level;
  const { dimensions } = groups;
  const once = parts.comesTwice ? [`WITH DISTINCT ${variable}`] : [];
  const walks = dimensions.flatMap((dimension) => (parts.bound.includes(dimension) ? [] : printWalk(dimension, parts.next)));
  if (groups.report !== null) once.push(`MATCH ${printPattern(WALKS.reportsOfStatement, { from: variable, to: groups.report })}`);
  if (groups.total)
    return [...once, ...walks, ...printValues(level, dimensions, []), `RETURN ${printTotal(dimensions)} AS ${groups.alias}`];
  return [
    ...once,
    ...walks,
    ...printValues(
      level,
      dimensions,
      readsOf(groups).map(({ relation }) => relation),
    ),
    ...printCounts(variable, groups),
    ...printGroupRows(groups, parts),
  ];
}

function printWalk({ steps, from, variable: to, relation, filter, value }: DimensionNode, next: NextName): string[] {
  if (steps === null) return [];
  const far = value === null ? to : `${to}_end`;
  const match = `MATCH ${printPattern(steps, { from, to: far, bare: true, ...(relation === null ? {} : { relation }) })}`;
  return filter === null ? [match] : [match, `WHERE ${printCondition(filter, { node: far, at: "anywhere" }, next)}`];
}

/** Binds values; a node without one belongs to no group. */
function printValues({ variable }: LevelNode, dimensions: readonly DimensionNode[], relations: readonly string[]): string[] {
  const valued = dimensions.filter((dimension) => dimension.value !== null);
  if (valued.length === 0) return [];
  const entities = dimensions.filter((dimension) => dimension.value === null).map((dimension) => dimension.variable);
  const carried = [variable, ...entities, ...relations, ...valued.map(({ value, variable: name }) => `${value ?? ""} AS ${name}`)];
  return [`WITH ${carried.join(", ")}`, `WHERE ${valued.map(({ variable: name }) => `${name} IS NOT NULL`).join(" AND ")}`];
}

/** What measures read, each once. */
function readsOf({ measures }: GroupsNode): NonNullable<MeasureNode["reads"]>[] {
  const reads = measures.flatMap((each) => each.reads ?? []);
  return reads.filter(({ name }, index) => reads.findIndex((each) => each.name === name) === index);
}

function printCounts(variable: string, groups: GroupsNode): string[] {
  const { dimensions, measures, distinct, countAlias, order, limitParameter } = groups;
  const keys = dimensions.map((dimension) => dimension.variable);
  const repeats = dimensions.some((dimension) => dimension.repeats);
  const figures = [
    `count(${repeats ? `DISTINCT ${variable}` : "*"}) AS ${countAlias}`,
    ...measures.map(({ alias, expression }) => `${expression} AS ${alias}`),
    ...(distinct.length > 0 ? [`collect(DISTINCT ${variable}) AS ${countAlias}_nodes`] : []),
  ];
  const sorted = order.map(({ expression, direction }) => `${expression} ${direction}`).join(", ");
  const reads = readsOf(groups).map(({ relation, property, name }) => `${relation}.${property} AS ${name}`);
  const read = reads.length === 0 ? [] : [`WITH ${[variable, ...keys, ...reads].join(", ")}`];
  return [...read, `WITH ${[...keys, ...figures].join(", ")}`, `ORDER BY ${sorted} LIMIT $${limitParameter}`];
}

/** From the groups, sorted and cut, to their rows. */
export function printGroupRows(groups: GroupsNode, { below, printShape }: Pick<GroupParts, "below" | "printShape">): string[] {
  const { dimensions, measures, distinct, countAlias, order, alias } = groups;
  const dated = measures.flatMap(({ alias: key, separator }) => (separator === undefined ? [] : [printDate(key, separator)]));
  const counted = [...distinct.map((each) => printDistinct(each, `${countAlias}_nodes`)), ...dated];
  const again =
    below.length + counted.length > 0
      ? [`WITH * ORDER BY ${order.map(({ expression, direction }) => `${expression} ${direction}`).join(", ")}`]
      : [];
  const figures = [
    countAlias,
    ...measures.map((each) => (each.separator === undefined ? each.alias : `${each.alias}_date`)),
    ...distinct.map((each) => each.alias),
  ];
  const row = [...dimensions.map((each) => printKey(each, printShape)), ...figures].join(", ");
  return [...counted, ...below, ...again, `RETURN collect([${row}]) AS ${alias}`];
}

/** An entity as its id and name, and its row where somebody asks for it. */
function printKey({ value, variable, shapes }: DimensionNode, printShape: (shape: ShapeNode) => string): string {
  if (value !== null) return variable;
  return `[${[`${variable}.id`, `${variable}.name`, ...shapes.map(printShape)].join(", ")}]`;
}

function printDistinct({ alias, steps }: DistinctNode, nodes: string): string {
  return `CALL (${nodes}) {\n  UNWIND ${nodes} AS ${alias}_from\n  MATCH ${printPattern(steps, { from: `${alias}_from`, to: `${alias}_to`, bare: true })}\n  RETURN count(DISTINCT ${alias}_to) AS ${alias}\n}`;
}

/** Only for the groups that are shown: carrying the date along with every key would be dearer than all else. */
function printDate(key: string, separator: string): string {
  const id = `split(coalesce(${key}, ''), $${separator})[1]`;
  return `CALL (${key}) {\n  MATCH (${key}_s:Statement {id: ${id}})\n  RETURN head(collect(${key}_s.saidAt)) AS ${key}_date\n}`;
}

function printTotal(dimensions: readonly DimensionNode[]): string {
  const [only] = dimensions;
  return `count(DISTINCT ${only?.variable ?? ""})`;
}
