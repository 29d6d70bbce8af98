import type { GroupsNode } from "../nodes/groups-node";
import type { CountNode, EdgeExpression, LevelNode, ShapeNode } from "../nodes/level-node";
import { printDegree } from "../printers/beginnings/print-degree";
import { printSaidCount } from "../printers/beginnings/print-said-count";
import { printGroupStart } from "../printers/groups/print-group-start";
import { printIndexedGroups } from "../printers/groups/print-indexed-groups";
import { printToldGroups } from "../printers/groups/print-told-groups";
import { describeBeginning, describeStart } from "./describe-beginning";
import { describeCondition } from "./describe-condition";
import type { Values } from "./describe-condition";
import { describeCount } from "./describe-count";
import { describeOrder } from "./describe-order";
import { describeSearch } from "./describe-search";
import { describeSource, nameSource } from "./describe-source";
import { nameSteps } from "./describe-steps";
import { indented } from "./indented";

/**
 * A level in words, one line a part: what it gives, where it begins, what it tests, and the levels below it.
 * @param name what the field is called in the answer that shows it
 */
export function describeLevel(level: LevelNode, name: string, values: Values): string[] {
  const names = namesBelow(level.gives);
  const below = level.below.flatMap((each) => describeLevel(each, names.get(each.gives.alias) ?? UNNAMED, values));
  const forEach = level.gives.is === "head" ? "of it:" : "of each:";
  return [
    `${name}: ${describeGiven(level, values)}`,
    ...indented([...describeFound(level, values), ...(below.length === 0 ? [] : [forEach, ...indented(below)])]),
  ];
}

/** What stands in no row: the statements that a link of neighbours is shown with. */
const UNNAMED = "examples";

function describeGiven(level: LevelNode, values: Values): string {
  const { gives, page, source, search } = level;
  const what = search === null ? nameSource(source) : nameSearched(level, search.branches);
  if (gives.is === "count") return `the number of ${what}`;
  if (gives.is === "groups") return describeGroups(gives, what, values);
  if (gives.is === "head") return describeSource(source, values) ?? `one of the ${what}`;
  const limit = page?.limitParameter ?? null;
  if (page === null || limit === null) return describeSource(source, values) ?? `all ${what}`;
  const order = source.from === "neighbours" ? "the strongest link first" : describeOrder(page, search);
  return `at most ${describeCount(limit, values)} ${what}, ${order}`;
}

function nameSearched({ source }: LevelNode, branches: readonly { readonly label: string }[]): string {
  const labels = branches.map(({ label }) => label).join(", ");
  return source.from === "search" ? `nodes of ${labels}` : nameSource(source);
}

function describeGroups({ dimensions, limitParameter, total }: GroupsNode, what: string, values: Values): string {
  const by = dimensions.map(nameDimension);
  if (total) return `how many values of ${by.join(", ")} there are among ${what}`;
  return `${what} counted by ${by.join(", ")}, at most ${describeCount(limitParameter, values)} groups`;
}

/** `speaker`, `day`, `about > stance`. */
function nameDimension({ steps, value }: GroupsNode["dimensions"][number]): string {
  const way = steps === null || steps.length === 0 ? [] : [nameSteps(steps).name];
  const property = value === null ? [] : [value.slice(value.lastIndexOf(".") + 1)];
  return [...way, ...property.map((name) => name.replace(/^saidAt([A-Z])/, (_, first: string) => first.toLowerCase()))].join(" > ");
}

/** Where its nodes are found, or why none has to be. */
function describeFound(level: LevelNode, values: Values): string[] {
  const { gives, search } = level;
  const number = gives.is === "count" ? describeNumber(level, gives) : null;
  if (number !== null) return [...(level.source.from === "label" ? describeBeginning(level, values) : []), number];
  if (gives.is === "groups") return describeGrouped(level, gives, values);
  return search === null ? describeBeginning(level, values) : describeSearch(level, search, values);
}

/** How a number is known without looking at what is counted; null where it is not. */
function describeNumber(level: LevelNode, gives: CountNode): string | null {
  if (printSaidCount(level, gives) !== null) return "looks at none of them: they are counted in the index of that speaker";
  return printDegree(level, gives.alias, unnamed) === null ? null : "looks at none of them: the database keeps their number";
}

/** The shorter ways to groups, in the order in which they are tried. */
function describeGrouped(level: LevelNode, groups: GroupsNode, values: Values): string[] {
  const demands = groups.dimensions.flatMap(({ filter, steps }) =>
    filter === null || steps === null ? [] : [`tests each ${nameSteps(steps).name}: ${describeCondition(filter, values)}`],
  );
  if (printIndexedGroups(level, groups, unnamed) !== null) return ["reads all groups off the index of speakers and times", ...demands];
  const told = printToldGroups(level, groups, unnamed);
  if (told !== null) {
    const begins = told.start === null ? "all entities" : describeStart(told.start, values);
    const looks = told.isWhole ? "reads how often each spoke about each" : "counts relations that stand for statements";
    return [`begins at ${begins}`, `${looks}, and looks at no statement`, ...demands];
  }
  if (level.filter === null && printGroupStart(level, groups, unnamed) !== null)
    return ["begins at all entities of the first thing that is grouped by", ...demands];
  const found = level.search === null ? describeBeginning(level, values) : describeSearch(level, level.search, values);
  return [...found, ...demands];
}

/** For printers that are asked only whether they know a way. */
const unnamed = (prefix: string): string => prefix;

/** What the levels below are called in the answer, by their aliases. */
function namesBelow(gives: LevelNode["gives"]): ReadonlyMap<string, string> {
  return new Map(shapesOf(gives).flatMap((shape) => namesOf(shape, "")));
}

function shapesOf(gives: LevelNode["gives"]): readonly ShapeNode[] {
  if (gives.is === "count") return [];
  if (gives.is === "groups") return gives.dimensions.flatMap(({ shapes }) => shapes);
  return gives.is === "items" ? gives.shapes : [gives.shape];
}

function namesOf({ edges }: ShapeNode, around: string): [string, string][] {
  return edges.flatMap(({ key, variants }) =>
    variants.flatMap(({ labels, expression }) => {
      const kind = labels === null || variants.length === 1 ? "" : ` (of ${labels.join(", ")})`;
      return namesIn(expression, `${around}${key}`, kind);
    }),
  );
}

function namesIn(expression: EdgeExpression, name: string, kind: string): [string, string][] {
  if (expression.is === "alias") return [[expression.alias, name + kind]];
  if (expression.is === "shape") return namesOf(expression.shape, `${name}.`);
  const { items, total, facets } = expression;
  return [
    ...(items === null ? [] : [[items, name + kind] as [string, string]]),
    ...(total === null ? [] : [[total, `${name}.totalCount${kind}`] as [string, string]]),
    ...facets.map((alias): [string, string] => [alias, `${name}.facets${kind}`]),
  ];
}
