import { WALKS } from "../../../model/walks";
import type { DimensionNode, GroupsNode, MeasureNode } from "../../nodes/groups-node";
import type { LevelNode, ShapeNode } from "../../nodes/level-node";
import { printCall } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printPattern } from "../clauses/print-pattern";
import { isCountedAlong, needsNodes, nodesOf, printDistinct } from "./print-distinct";

interface GroupParts {
  /** The counted nodes may come several times. */
  readonly comesTwice: boolean;
  /** The dimensions that are bound together with them. */
  readonly bound: readonly DimensionNode[];
  /** The thing of each group, where the groups are all that is said about things: who spoke about it is one relation away. */
  readonly spokenAbout: string | null;
  /** How many a group has counted, where something tells of several of the counted nodes; null where each stands for itself. */
  readonly count: string | null;
  /** Lines that bind what a group has counted once more; null where that takes more than the group itself. */
  readonly ofGroup: readonly string[] | null;
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
  const walks = dimensions.flatMap((dimension) => (parts.bound.includes(dimension) ? [] : printDimension(dimension, parts.next)));
  if (groups.report !== null) once.push(`MATCH ${printPattern(WALKS.reportsOfStatement, { from: variable, to: groups.report })}`);
  if (groups.total)
    return [...once, ...walks, ...printValues(level, dimensions, []), `RETURN ${printNumberOfGroups(dimensions)} AS ${groups.alias}`];
  const later = groups.measures.length === 0 ? null : parts.ofGroup;
  const counted: GroupsNode = later === null ? groups : { ...groups, measures: [] };
  return [
    ...once,
    ...walks,
    ...printValues(
      level,
      dimensions,
      readsOf(counted).map(({ relation }) => relation),
    ),
    ...printCounts(variable, counted, parts),
    ...(later === null ? [] : [printMeasures(variable, groups, later)]),
    ...printGroupRows(groups, parts),
  ];
}

/** Figures of the groups that are shown alone: of all groups, they take twice as long as counting. */
function printMeasures(variable: string, groups: GroupsNode, ofGroup: readonly string[]): string {
  const reads = readsOf(groups).map(({ property, name }) => `${variable}.${property} AS ${name}`);
  const keys = groups.dimensions.map((dimension) => dimension.variable);
  const figures = groups.measures.map(({ alias, expression }) => `${expression} AS ${alias}`);
  const read = reads.length === 0 ? [] : [`WITH ${[variable, ...reads].join(", ")}`];
  return printCall(keys, [...ofGroup, ...read, `RETURN ${figures.join(", ")}`]);
}

function printDimension({ steps, from, variable: to, relation, filter, value }: DimensionNode, next: NextName): string[] {
  if (steps === null) return [];
  const far = value === null ? to : `${to}_end`;
  const match = `MATCH ${printPattern(steps, { from, to: far, bare: true, relation: relation ?? undefined })}`;
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

function printCounts(variable: string, groups: GroupsNode, parts: GroupParts): string[] {
  const { dimensions, measures, distinct, countAlias } = groups;
  const keys = dimensions.map((dimension) => dimension.variable);
  const repeats = dimensions.some((dimension) => dimension.repeats);
  const once = repeats ? "DISTINCT " : "";
  const figures = [
    [parts.count ?? `count(${repeats ? `${once}${variable}` : "*"})`, countAlias],
    ...measures.map(({ alias, expression }) => [expression, alias]),
    ...distinct.filter((each) => isCountedAlong(each, groups)).map(({ alias }) => [`count(DISTINCT ${variable}.speakerId)`, alias]),
    ...(distinct.some((each) => needsNodes(each, groups, parts.spokenAbout)) ? [[`collect(${once}${variable})`, nodesOf(groups)]] : []),
  ];
  const reads = readsOf(groups).map(({ relation, property, name }) => `${relation}.${property} AS ${name}`);
  const read = reads.length === 0 ? [] : [`WITH ${[variable, ...keys, ...reads].join(", ")}`];
  return [
    ...read,
    `WITH ${[...keys, ...figures.map((figure) => figure.join(" AS "))].join(", ")}`,
    ...printCut(groups, [...keys, ...figures.map(([, alias]) => alias)]),
  ];
}

/**
 * Sorts and cuts. Where the count decides, groups are sorted by that alone at first: a database that has them in that order reads the names
 * of those that tie at the end of the page, instead of everybody's.
 */
function printCut({ dimensions, order, countAlias, limitParameter }: GroupsNode, carried: readonly (string | undefined)[]): string[] {
  const [first] = order;
  const hasNames = dimensions.some(({ value }) => value === null);
  const early = first?.expression === countAlias && hasNames ? [printOrder([first]), `WITH ${carried.join(", ")}`] : [];
  return [...early, `${printOrder(order)} LIMIT $${limitParameter}`];
}

export function printOrder(order: GroupsNode["order"]): string {
  return `ORDER BY ${order.map(({ expression, direction }) => `${expression} ${direction}`).join(", ")}`;
}

/** From the groups, sorted and cut, to their rows. */
export function printGroupRows(
  groups: GroupsNode,
  { below, printShape, ofGroup, spokenAbout }: Pick<GroupParts, "below" | "printShape" | "ofGroup" | "spokenAbout">,
): string[] {
  const { dimensions, measures, distinct, countAlias, order, alias } = groups;
  const dated = measures.flatMap(({ alias: key, separator }) => (separator === undefined ? [] : [printDate(key, separator)]));
  const later = distinct.filter((each) => !isCountedAlong(each, groups));
  const counted = [...later.map((each) => printDistinct(each, groups, spokenAbout)), ...dated];
  const isAfterCalls = below.length + counted.length + (ofGroup === null ? 0 : measures.length) > 0;
  const again = isAfterCalls ? [`WITH * ${printOrder(order)}`] : [];
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

/** Only for the groups that are shown: carrying the date along with every key would be dearer than all else. */
function printDate(key: string, separator: string): string {
  const id = `split(coalesce(${key}, ''), $${separator})[1]`;
  return printCall([key], [`MATCH (${key}_s:Statement {id: ${id}})`, `RETURN head(collect(${key}_s.saidAt)) AS ${key}_date`]);
}

/** Of the one dimension of a facet. */
function printNumberOfGroups([only]: readonly DimensionNode[]): string {
  return `count(DISTINCT ${only?.variable ?? ""})`;
}
