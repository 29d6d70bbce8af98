import type { ConditionNode } from "./condition-node";
import { all, namesOneNode, onwardOf, partsOf } from "./condition-node";
import { indent } from "./indent";
import type { LevelNode, PageNode } from "./level-node";
import { printAlong } from "./print-along";
import type { PrintedAlong } from "./print-along";
import type { NextName } from "./print-condition";
import { gatedPage, keyAliases, printOrder, printPage } from "./print-page";
import { pairOf, printFewPairs, printPair, printSought, stepPast } from "./print-pair";
import { printSource } from "./print-source";
import { isEntity, printStart } from "./print-start";
import type { ChosenStart, PrintedStart, StartOptions } from "./print-start";
import { printConditions, withWhere } from "./print-where";
import type { Along, Beginning, Start } from "./start";

type Cheapest = Extract<Beginning, { at: "cheapest" }>;

/** One branch for each start and one for the order index, of which only the cheapest runs. */
export function printCheapest(level: LevelNode, { starts, walksIndex, along }: Cheapest, next: NextName): string[] {
  const pair = pairOf(level, starts, restOf(level, starts));
  const seeksRelations = walksIndex || (level.gives.is === "count" && level.gives.seeksRelations);
  const options = (start: Start): StartOptions => ({ past: pair && stepPast(pair, start), seeksRelations });
  const printed = starts.map((start) => ({ start, print: printStart(start, options(start), next) }));
  const lookups = printed.map(({ print }) => `CALL () {\n${indent(print.lookup.join("\n"))}\n}`);
  const chosen = next("b");
  const lists = printed.flatMap(({ print }) => [print.list, ...(print.ids === null ? [] : [print.ids])]);
  const total = walksIndex && level.source.from === "label" ? { name: next("c"), label: level.source.label } : null;
  // As an expression it would count node by node; like this the database has it at hand.
  if (total) lookups.push(`CALL () {\n  MATCH (${total.name}_n:${total.label})\n  RETURN count(${total.name}_n) AS ${total.name}\n}`);
  const degrees = printed.map(({ print }) => print.degree);
  // The demand whose own index is walked is met by every node of the walk.
  const own = printed.find(({ start }) => start.from === along?.part) ?? null;
  const fewest = printFewest(degrees);
  const [from, to] = printed;
  const ends = pair?.isSought && from !== undefined && to !== undefined ? { from, to } : null;
  const joined =
    ends === null ? fewest : `CASE WHEN ${printFewPairs(ends, printLeast(degrees))} THEN ${printed.length + 1} ELSE ${fewest} END`;
  const kept = [...lists, ...(total ? degrees : [])];
  const choice = `WITH ${kept.join(", ")}, ${total ? printChoice(level, degrees, own?.print.degree ?? null, total.name) : joined} AS ${chosen}`;
  const walked = next("w");
  const walk = walksIndex
    ? printWalk(level, printed, { chosen, walked, fewest, lists, along, degree: own?.print.degree ?? null }, next)
    : [];
  const outer = [...lists, ...(walksIndex ? [walked] : []), chosen].join(", ");
  const returns = `RETURN ${[...level.carries, ...keyAliases(level)].join(", ")}`;
  const guarded = (index: number): string => `WITH ${outer} WHERE ${chosen} = ${index}`;
  const reach = (each: ChosenStart): string[] => {
    const other = printed.find((one) => one !== each);
    return pair === null || other === undefined
      ? printJoin(level, each, printed, next)
      : printPair(pair, { from: each, to: other }, level.variable, next);
  };
  const branches = printed.map((each, index) => [guarded(index + 1), ...reach(each), returns]);
  if (pair !== null && ends !== null)
    branches.push([guarded(printed.length + 1), ...printSought(pair, ends, level.variable, next), returns]);
  if (walksIndex) branches.push([guarded(0), `UNWIND ${walked} AS ${level.variable}`, returns]);
  const calls = branches.map((lines) => indent(lines.join("\n"))).join("\n  UNION ALL\n");
  return [...lookups, choice, ...walk, `CALL (${outer}) {\n${calls}\n}`];
}

/** What a level demands beside its starts. */
function restOf({ filter }: LevelNode, starts: readonly Start[]): ConditionNode | null {
  return all(partsOf(filter).filter((part) => !starts.some(({ from }) => from === part)));
}

/** How the starts besides one ask for their lists: lines that walk on to them, and conditions. */
interface Asked {
  readonly joins: readonly string[];
  readonly tests: readonly string[];
  /** What they refer to. */
  readonly lists: readonly string[];
}

/** From a statement, which has few relations, the way is walked on; an entity may have many, of which one is enough. */
function isJoined({ source }: LevelNode, { join }: PrintedStart): boolean {
  return source.from === "label" && !isEntity(source.label) && join !== null;
}

/** @param beside the node, or a relation that has the same id beside it */
function askStarts(level: LevelNode, starts: readonly PrintedStart[], beside = level.variable): Asked {
  const { variable } = level;
  const joined = starts.filter((each) => isJoined(level, each));
  const tests = starts.filter((each) => !joined.includes(each)).map(({ test, ids }) => test(ids === null ? variable : beside));
  return {
    joins: joined.flatMap((each) => each.join?.(variable) ?? []),
    tests: tests.map(({ condition }) => condition),
    lists: [...joined, ...tests].flatMap(({ list }) => list ?? []),
  };
}

/** The page of all nodes that are reached from a start; the other starts are asked by their lists. */
function printJoin(level: LevelNode, { start, print }: ChosenStart, starts: readonly ChosenStart[], next: NextName): string[] {
  const { source, page, carries, variable } = level;
  const unbound = page === null ? null : { ...page, boundParameter: null };
  const others = starts.flatMap((each) => (each.print === print ? [] : [each.print]));
  const { joins, tests } = askStarts(level, others);
  const conditions = [
    ...printConditions(
      { ...level, page: unbound },
      restOf(
        level,
        starts.map((each) => each.start),
      ),
      "anywhere",
      next,
    ),
    ...tests,
  ];
  const reached = print.reach(variable, source.from === "label" ? source.label : "");
  const lines = [...andWhere(reached, conditions), ...joins];
  if (start.repeats || joins.length > 0) lines.push(`WITH DISTINCT ${carries.join(", ")}`);
  return page === null ? lines : [...lines, ...printPage(level, page)];
}

/** The conditions behind the last MATCH, which may have some already. */
function andWhere(lines: readonly string[], conditions: readonly string[]): string[] {
  if (conditions.length === 0) return [...lines];
  const last = lines.at(-1) ?? "";
  const joint = last.startsWith("WHERE ") ? `${last} AND ${conditions.join(" AND ")}` : null;
  return joint === null ? [...lines, `WHERE ${conditions.join(" AND ")}`] : [...lines.slice(0, -1), joint];
}

/** The variables around a walk. */
interface Walk {
  /** The number of the branch: 0 for the walk; another one where the walk did not fill the page. */
  readonly chosen: string;
  /** A list of what it found. */
  readonly walked: string;
  /** Tells the branch with the smallest start. */
  readonly fewest: string;
  readonly lists: readonly string[];
  /** Whose index it goes along, and how much that holds; null where it is that of all. */
  readonly along: Along | null;
  readonly degree: string | null;
}

/**
 * A page along the order index, as far as the walk reaches: where that does not fill it, what hangs on the smallest start is sorted after
 * all, so that what was last said long ago costs the walk and the join, and not the whole index.
 *
 * What is one step away from an entity, by its id, is tested from there, all else by the lists. Where the walk is not to run, its bound
 * is one that nothing fulfils: a condition beside it would be asked of each node, after the whole index has been walked,
 * and anything in front of the MATCH would cost the order of the index.
 */
function printWalk(level: LevelNode, starts: readonly ChosenStart[], walk: Walk, next: NextName): string[] {
  const { variable } = level;
  const { chosen, walked, fewest, lists, along, degree } = walk;
  if (level.page === null) throw new Error("What is walked along an index is a page.");
  const page = gatedPage(level.page, `${chosen} = 0`);
  const { match, where, carries, bounded, sorted } = along === null ? printAll(level, page) : printAlong(along, variable, page, next);
  const kept = [...level.carries, ...carries];
  const others = starts.filter(({ start }) => start.from !== along?.part);
  const listed = others.filter(({ start, print }) => isJoined(level, print) || print.ids !== null || !isOneStep(start));
  const asked = askStarts(
    level,
    listed.map(({ print }) => print),
    carries[0],
  );
  // A list takes its time in each row, wanted or not.
  const carried = [...kept, ...asked.lists].join(", ");
  const met = starts.filter((each) => !others.includes(each));
  const tests = [
    ...printConditions(
      { ...level, page: null },
      restOf(
        level,
        [...listed, ...met].map(({ start }) => start),
      ),
      "conjunct",
      next,
    ),
    ...asked.tests,
  ];
  const lines = [
    `WITH ${[...lists, chosen].join(", ")}`,
    ...withWhere(match, [...where, ...printConditions({ ...level, page: bounded }, null, "conjunct", next)]),
    `WITH ${carried} ${printOrder(sorted)} LIMIT $${page.reachParameter ?? ""}`,
    ...(tests.length > 0 ? withWhere(`WITH ${carried}`, tests) : []),
    ...asked.joins,
    ...(asked.joins.length > 0 ? [`WITH DISTINCT ${kept.join(", ")}`] : []),
    ...printPage({ ...level, carries: kept }, sorted),
    `RETURN collect(${variable}) AS ${walked}`,
  ];
  const isCut = degree === null ? "" : ` AND ${degree} > $${page.reachParameter ?? ""}`;
  const isShort = `${chosen} = 0 AND size(${walked}) < $${page.limitParameter ?? ""}${isCut}`;
  return [
    `CALL (${[...lists, chosen].join(", ")}) {\n${indent(lines.join("\n"))}\n}`,
    `WITH ${[...lists, walked].join(", ")}, CASE WHEN ${isShort} THEN ${fewest} ELSE ${chosen} END AS ${chosen}`,
  ];
}

/** The order index of all nodes of a label. */
function printAll({ source, variable }: LevelNode, page: PageNode): PrintedAlong {
  return { match: printSource(source, variable), where: [], carries: [], bounded: page, sorted: page };
}

function isOneStep({ from }: Start): boolean {
  return from.steps.length === 1 && onwardOf(from) === null && namesOneNode(from);
}

/** The number of the branch with the smallest start, from 1 on. */
function printFewest(degrees: readonly string[]): string {
  const cases = degrees.slice(0, -1).map((degree, index) => {
    const others = degrees.flatMap((other, at) => (at === index ? [] : [`${degree} ${at < index ? "<" : "<="} ${other}`]));
    return `WHEN ${others.join(" AND ")} THEN ${index + 1}`;
  });
  return cases.length === 0 ? "1" : `CASE ${cases.join(" ")} ELSE ${degrees.length} END`;
}

function printLeast([first = "", ...others]: readonly string[]): string {
  return others.reduce((least, degree) => `CASE WHEN ${least} <= ${degree} THEN ${least} ELSE ${degree} END`, first);
}

/**
 * The number of the branch: 0 walks the index. A walk meets a node that fulfils the filter every so often, where its
 * parts are independent, and goes on until the page is full. A join looks at every node that hangs on its start, and takes 0.7 to 1.2 times as
 * long for each (measured on a million statements, ADR 12): what is even is joined, since a walk may have to go on for longer.
 * @param own the number of relations of the one whose index is walked: all that is met there fulfils that demand
 */
function printChoice({ page }: LevelNode, degrees: readonly string[], own: string | null, total: string): string {
  const limit = page?.limitParameter ?? "";
  const least = printLeast(degrees);
  // With decimals: the product of four numbers may be beyond a whole one.
  const met = degrees.filter((degree) => degree !== own);
  const join = [`toFloat(${least})`, ...met].join(" * ");
  const walk = [`$${limit}`, ...met.map(() => `toFloat(${total})`)].join(" * ");
  return `CASE WHEN ${join} > ${walk} THEN 0 ELSE ${printFewest(degrees)} END`;
}
