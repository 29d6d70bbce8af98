import type { ConditionNode } from "./condition-node";
import { all, namesOneNode, onwardOf, partsOf } from "./condition-node";
import type { LevelNode, OrderTerm, PageNode, SourceNode } from "./level-node";
import { needsDistinct } from "./level-node";
import type { ConditionPlace, NextName } from "./print-condition";
import { printCondition, printFromAnchor } from "./print-condition";
import { indent } from "./indent";
import { printLinkStatements, printNeighbours } from "./print-links";
import { printOrder } from "./print-order";
import { printNamedRelations } from "./print-paths";
import { printPattern } from "./print-pattern";
import { printRelationsSource } from "./print-relations-source";
import { printSearched } from "./print-search";
import { isEntity, printStart } from "./print-start";
import type { PrintedStart } from "./print-start";
import type { Beginning, Start } from "./start";
import { beginningOf } from "./start";

type Place = ConditionPlace["at"];
type Cheapest = Extract<Beginning, { at: "cheapest" }>;

/**
 * What a page of a joined start costs for each of its nodes, relative to a node on the order index that is tested on the
 * way: it is reached, its key is read and sorted. Measured on 100,000 statements (docs/performance.md).
 */
const JOIN_COST = 2;

/** The lines that find, filter, order and cut the nodes of a level: behind them, what the level carries is bound. */
export function printFound(level: LevelNode, place: Place, next: NextName): string[] {
  const beginning = level.search === null ? beginningOf(level) : null;
  if (beginning?.at === "cheapest") return printCheapest(level, beginning, next);
  const found = beginning === null ? printSearchedLevel(level, next) : printPlain(level, beginning, place, next);
  const { source, page, gives } = level;
  if (gives.is === "count" || gives.is === "groups") return found;
  const distance = source.from === "steps" ? source.distance : null;
  if (distance !== null) found.push(`WITH ${level.carries.join(", ")}, min(length(${distance}_path)) AS ${distance}`);
  else if (comesTwice(level)) found.push(`WITH DISTINCT ${[...level.carries, ...scoreOf(level)].join(", ")}`);
  // The embedded engine lists what is around a node only where a MATCH has bound it, and not a subquery.
  if (level.search !== null && page?.terms.some(listsNeighbours) === true) found.push(`MATCH (${level.variable})`);
  return page === null ? found : [...found, ...printPage(level, page)];
}

/** Whether a term of an order is a pattern comprehension. */
function listsNeighbours({ expression }: OrderTerm): boolean {
  return expression.includes("[(");
}

/** Whether the lines of `printFound` may bind one node several times. */
export function comesTwice(level: LevelNode): boolean {
  if (level.search !== null) return needsDistinct(level.source);
  const beginning = beginningOf(level);
  if (beginning.at === "cheapest") return false;
  return needsDistinct(level.source) || (beginning.at === "start" && beginning.start.repeats);
}

/** Whether the nodes come from one of several branches, whose order a subquery need not keep. */
export function comesFromBranches(level: LevelNode): boolean {
  return level.search === null && beginningOf(level).at === "cheapest";
}

function scoreOf({ search }: LevelNode): string[] {
  return search?.scoreAlias ? [search.scoreAlias] : [];
}

function printPlain(level: LevelNode, beginning: Beginning, place: Place, next: NextName): string[] {
  const { source, variable } = level;
  if (source.from === "label" && beginning.at === "names") {
    // The index of names is on the label that all kinds of entities have.
    const labels = [...new Set(["Entity", source.label])].join(":");
    return withWhere(`MATCH (${variable}:${labels})`, printConditions(level, level.filter, place, next));
  }
  if (beginning.at !== "start" || source.from !== "label")
    return withWhere(printSource(source, variable), printConditions(level, level.filter, place, next));
  const start = printFromAnchor(beginning.start.from, variable, source.label, next);
  return withWhere(start.match, [...start.where, ...printConditions(level, beginning.start.rest, place, next)]);
}

function printSearchedLevel(level: LevelNode, next: NextName): string[] {
  const { source, search, page, filter, variable } = level;
  if (search === null) throw new Error("The level has no search.");
  const walk = source.from === "label" || source.from === "search" ? null : printSource(source, variable);
  const unbound = page && { ...page, boundParameter: null };
  const where = (): string[] => printConditions({ ...level, page: unbound }, filter, "anywhere", next);
  const along = (runs: string | null): { where: string[]; lines: string[] } => {
    const gated = runs === null ? page : page && gatedPage(page, runs);
    const cut = page && printPage({ ...level, search: null, carries: [variable] }, page);
    return { where: printConditions({ ...level, page: gated }, null, "anywhere", next), lines: cut ?? [] };
  };
  const beyond = page === null ? [] : printKeyset(page);
  return printSearched({ level, search, walk, where, beyond, page: along }, next);
}

function withWhere(match: string, where: readonly string[]): string[] {
  return where.length === 0 ? [match] : [match, `WHERE ${where.join(" AND ")}`];
}

/** One branch for each start and one for the order index, of which only the cheapest runs. */
function printCheapest(level: LevelNode, { starts, walksIndex }: Cheapest, next: NextName): string[] {
  const printed = starts.map((start) => ({ start, print: printStart(start, next) }));
  const lookups = printed.map(({ print }) => `CALL () {\n${indent(print.lookup.join("\n"))}\n}`);
  const chosen = next("b");
  const lists = printed.map(({ print }) => print.list);
  const total = walksIndex && level.source.from === "label" ? { name: next("c"), label: level.source.label } : null;
  // As an expression it would count node by node; like this the database has it at hand.
  if (total) lookups.push(`CALL () {\n  MATCH (${total.name}_n:${total.label})\n  RETURN count(${total.name}_n) AS ${total.name}\n}`);
  const degrees = printed.map(({ print }) => print.degree);
  const fewest = printFewest(degrees);
  const kept = [...lists, ...(total ? degrees : [])];
  const choice = `WITH ${kept.join(", ")}, ${total ? printChoice(level, degrees, total.name) : fewest} AS ${chosen}`;
  const walked = next("w");
  const walk = walksIndex ? printWalk(level, printed, { chosen, walked, fewest, lists }, next) : [];
  const outer = [...lists, ...(walksIndex ? [walked] : []), chosen].join(", ");
  const returns = `RETURN ${[...level.carries, ...keyAliases(level)].join(", ")}`;
  const guarded = (index: number): string => `WITH ${outer} WHERE ${chosen} = ${index}`;
  const branches = printed.map((each, index) => [guarded(index + 1), ...printJoin(level, each, printed, next), returns]);
  if (walksIndex) branches.push([guarded(0), `UNWIND ${walked} AS ${level.variable}`, returns]);
  const calls = branches.map((lines) => indent(lines.join("\n"))).join("\n  UNION ALL\n");
  return [...lookups, choice, ...walk, `CALL (${outer}) {\n${calls}\n}`];
}

interface ChosenStart {
  readonly start: Start;
  readonly print: PrintedStart;
}

/** What a level demands beside its starts. */
function restOf({ filter }: LevelNode, starts: readonly ChosenStart[]): ConditionNode | null {
  return all(partsOf(filter).filter((part) => !starts.some(({ start }) => start.from === part)));
}

/** How the starts besides one ask for their lists: lines that walk on to them, and conditions. */
interface Asked {
  readonly joins: readonly string[];
  readonly tests: readonly string[];
}

/** From a statement, which has few relations, the way is walked on; an entity may have many, of which one is enough. */
function isJoined({ source }: LevelNode, { join }: PrintedStart): boolean {
  return source.from === "label" && !isEntity(source.label) && join !== null;
}

function askStarts(level: LevelNode, starts: readonly PrintedStart[]): Asked {
  const { variable } = level;
  return {
    joins: starts.flatMap((each) => (isJoined(level, each) ? (each.join?.(variable) ?? []) : [])),
    tests: starts.filter((each) => !isJoined(level, each)).map(({ test }) => test(variable)),
  };
}

/** The page of all nodes that are reached from a start; the other starts are asked by their lists. */
function printJoin(level: LevelNode, { start, print }: ChosenStart, starts: readonly ChosenStart[], next: NextName): string[] {
  const { source, page, carries, variable } = level;
  const unbound = page === null ? null : { ...page, boundParameter: null };
  const others = starts.flatMap((each) => (each.print === print ? [] : [each.print]));
  const { joins, tests } = askStarts(level, others);
  const conditions = [...printConditions({ ...level, page: unbound }, restOf(level, starts), "anywhere", next), ...tests];
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
}

/**
 * A page along the order index, as far as the walk reaches: where that does not fill it, what hangs on the smallest start is sorted after
 * all, so that what was last said long ago costs the walk and the join, and not the whole index.
 *
 * What is one step away from an entity, by its id, is tested from there, all else by the lists. Where the walk is not to run, its bound
 * is one that nothing fulfils: a condition beside it would be asked of each node, after the whole index has been walked,
 * and anything in front of the MATCH would cost the order of the index.
 */
function printWalk(level: LevelNode, starts: readonly ChosenStart[], { chosen, walked, fewest, lists }: Walk, next: NextName): string[] {
  const { source, variable, carries } = level;
  if (level.page === null) throw new Error("What is walked along an index is a page.");
  const page = gatedPage(level.page, `${chosen} = 0`);
  const listed = starts.filter(({ start, print }) => isJoined(level, print) || !isOneStep(start));
  const asked = askStarts(
    level,
    listed.map(({ print }) => print),
  );
  const tests = [...printConditions({ ...level, page: null }, restOf(level, listed), "conjunct", next), ...asked.tests];
  const lines = [
    `WITH ${[...lists, chosen].join(", ")}`,
    ...withWhere(printSource(source, variable), printConditions({ ...level, page }, null, "conjunct", next)),
    `WITH ${[...carries, ...lists].join(", ")} ${printOrder(page)} LIMIT $${page.reachParameter ?? ""}`,
    ...(tests.length > 0 ? withWhere(`WITH ${[...carries, ...lists].join(", ")}`, tests) : []),
    ...asked.joins,
    ...(asked.joins.length > 0 ? [`WITH DISTINCT ${carries.join(", ")}`] : []),
    ...printPage(level, page),
    `RETURN collect(${variable}) AS ${walked}`,
  ];
  const isShort = `${chosen} = 0 AND size(${walked}) < $${page.limitParameter ?? ""}`;
  return [
    `CALL (${[...lists, chosen].join(", ")}) {\n${indent(lines.join("\n"))}\n}`,
    `WITH ${[...lists, walked].join(", ")}, CASE WHEN ${isShort} THEN ${fewest} ELSE ${chosen} END AS ${chosen}`,
  ];
}

/** Bounds are parameters; here, expressions that take their places. */
function gatedPage(page: PageNode, runs: string): PageNode {
  const gate = (parameter: string): string => `CASE WHEN ${runs} THEN $${parameter} ELSE $${page.closedParameter ?? ""} END`;
  return { ...page, gate };
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

/**
 * The number of the branch: 0 walks the index. On the way of a walk, every so manieth node fulfils the filter, where its
 * parts are independent; it goes on until the page is full. A join looks at every node that hangs on its start.
 */
function printChoice({ page }: LevelNode, degrees: readonly string[], total: string): string {
  const limit = page?.limitParameter ?? "";
  const [first = ""] = degrees;
  const least = degrees.slice(1).reduce((least, degree) => `CASE WHEN ${least} <= ${degree} THEN ${least} ELSE ${degree} END`, first);
  const join = `${JOIN_COST}.0 * ${[least, ...degrees].join(" * ")}`;
  const walk = `$${limit} * ${degrees.map(() => `toFloat(${total})`).join(" * ")}`;
  return `CASE WHEN ${join} > ${walk} THEN 0 ELSE ${printFewest(degrees)} END`;
}

function printConditions(level: LevelNode, filter: ConditionNode | null, place: Place, next: NextName): string[] {
  const { source, page } = level;
  const relation = source.from === "steps" ? (source.relation ?? undefined) : undefined;
  const bound = page?.boundParameter ?? null;
  const [first] = page?.terms ?? [];
  const walk = bound === null || !first ? [] : [`${first.expression} ${first.direction === "DESC" ? "<" : ">"} ${gated(page, bound)}`];
  const own = filter === null ? [] : [printCondition(filter, { node: level.variable, relation, at: place }, next)];
  // A keyset over properties alone is part of the MATCH; one over counted values has to wait for them.
  const keyset = page !== null && page.terms.every((term) => term.alias === null) ? printKeyset(page) : [];
  return [...walk, ...own, ...keyset];
}

function gated(page: PageNode | null, parameter: string): string {
  return page?.gate?.(parameter) ?? `$${parameter}`;
}

function keyAliases({ page }: LevelNode): string[] {
  return (page?.terms ?? []).flatMap((term) => (term.alias === null ? [] : [term.alias]));
}

function printPage(level: LevelNode, page: PageNode): string[] {
  const { source } = level;
  const carried = [
    ...level.carries,
    ...(source.from === "steps" && source.distance !== null ? [source.distance] : []),
    ...(source.from === "ids" ? [source.position] : []),
  ];
  const aliases = keyAliases(level);
  // A score that is shown, but is not what the page is sorted by.
  const shown = scoreOf(level).filter((alias) => !aliases.includes(alias));
  const computed = page.terms.flatMap((term) => (term.alias === null ? [] : [`${term.expression} AS ${term.alias}`]));
  const order = printOrder(page);
  const limit = page.limitParameter === null ? "" : ` LIMIT $${page.limitParameter}`;
  if (computed.length === 0)
    return limit === "" && level.below.length > 0 ? [] : [`WITH ${[...carried, ...shown].join(", ")} ${order}${limit}`];
  const keyset = printKeyset(page);
  const filtered = keyset.length === 0 ? [] : [`WHERE ${keyset.join(" AND ")}`, `WITH ${[...carried, ...shown, ...aliases].join(", ")}`];
  return [`WITH ${[...carried, ...shown, ...computed].join(", ")}`, ...filtered, `${order}${limit}`.trim()];
}

/** Everything behind the cursor: larger by the first term, or equal there and larger by the next, and so on. */
function printKeyset(page: PageNode): string[] {
  const { terms, afterParameters } = page;
  if (afterParameters === null) return [];
  const name = (index: number): string => terms[index]?.alias ?? terms[index]?.expression ?? "";
  const beyond = (index: number): string => {
    const sign = terms[index]?.direction === "DESC" ? "<" : ">";
    const here = `${name(index)} ${sign} ${gated(page, afterParameters[index] ?? "")}`;
    return index === terms.length - 1 ? here : `(${here} OR (${name(index)} = $${afterParameters[index]} AND ${beyond(index + 1)}))`;
  };
  return [beyond(0)];
}

function printSource(source: SourceNode, variable: string): string {
  switch (source.from) {
    case "label":
      return `MATCH (${variable}:${source.label})`;
    case "search":
      throw new Error("What is searched is found by its words.");
    case "id":
      return `MATCH (${variable}:${source.label} {id: $${source.idParameter}})`;
    case "ids":
      return `UNWIND $${source.rowsParameter} AS ${source.position}_row\nMATCH (${variable}:${source.label} {id: ${source.position}_row.id})\nWITH ${variable}, ${source.position}_row.at AS ${source.position}`;
    case "steps": {
      const pattern = printPattern(source.steps, { from: source.start, to: variable, relation: source.relation ?? undefined, bare: true });
      return `MATCH ${source.distance === null ? "" : `${source.distance}_path = `}${pattern}`;
    }
    case "list":
      return `UNWIND range(0, size(${source.list}) - 1) AS ${source.position}\nWITH ${source.list}[${source.position}] AS ${variable}, ${source.position}`;
    case "namedRelations":
      return printNamedRelations(source, variable);
    case "property": {
      const ids = `${source.owner}.${source.property}`;
      return `UNWIND ${source.isList ? `coalesce(${ids}, [])` : `[${ids}]`} AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relationProperty": {
      const pattern = printPattern([source.step], { from: source.start, to: "", relation: source.relation });
      return `MATCH ${pattern}\nUNWIND coalesce(${source.relation}.${source.property}, []) AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relations":
      return printRelationsSource(source, variable);
    case "neighbours":
      return printNeighbours(source, variable);
    case "linkStatements":
      return printLinkStatements(source, variable);
  }
}
