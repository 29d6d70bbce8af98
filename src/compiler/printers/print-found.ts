import type { LevelNode, PageNode } from "../nodes/level-node";
import { needsDistinct, unbounded } from "../nodes/level-node";
import { printAlong } from "./beginnings/print-along";
import { printAlternatives } from "./beginnings/print-alternatives";
import { printBehindStretch } from "./beginnings/print-behind-stretch";
import { divide, divideLevel, printAskedOnce } from "./beginnings/print-asked-once";
import { printCheapest } from "./beginnings/print-cheapest";
import { printSoon } from "./beginnings/print-soon";
import { printSpeakersOf } from "./beginnings/print-speakers-of";
import { printStretch } from "./beginnings/print-stretch";
import type { Beginning, Start } from "./beginnings/start";
import { beginningOf } from "./beginnings/start";
import type { ConditionPlace, NextName } from "./clauses/print-condition";
import { printFromAnchor } from "./clauses/print-condition";
import { gatedPage, printBinding, printKeyset, printPage, scoreOf } from "./clauses/print-page";
import { printLookedUp } from "./clauses/print-pattern";
import { andWhere, printConditions, withWhere } from "./clauses/print-where";
import { printSearched } from "./searches/print-search";
import { printSource } from "./sources/print-source";

type Place = ConditionPlace["at"];

/** The lines that find, filter, order and cut the nodes of a level: behind them, what the level carries is bound. */
export function printFound(level: LevelNode, place: Place, next: NextName): string[] {
  const beginning = level.search === null ? beginningOf(level) : null;
  if (beginning?.at === "cheapest") return printCheapest(level, beginning, next);
  if (beginning?.at === "alternatives" && beginning.walksIndex) return printAlternatives(level, beginning, next);
  if (beginning?.at === "soon") return printSoon(level, beginning, printInstead(unwalked(level), beginning.instead, next), next);
  if (beginning?.at === "along" && level.page !== null) return printAlongPage(level, level.page, beginning, place, next);
  const found = beginning === null ? printSearchedLevel(level, next) : printPlain(level, beginning, place, next);
  const { source, page, gives } = level;
  if (gives.is === "count" || gives.is === "groups") return found;
  const distance = source.from === "steps" ? source.distance : null;
  if (distance !== null) found.push(`WITH ${level.carries.join(", ")}, min(length(${distance}_path)) AS ${distance}`);
  else if (comesTwice(level)) found.push(`WITH DISTINCT ${[...level.carries, ...scoreOf(level)].join(", ")}`);
  if (level.search !== null) found.push(...printBinding(level));
  return page === null ? found : [...found, ...printPage(level, page)];
}

/** Whether the lines of `printFound` may bind one node several times. */
export function comesTwice(level: LevelNode): boolean {
  if (level.search !== null) return needsDistinct(level.source);
  const beginning = beginningOf(level);
  if (["cheapest", "soon", "alternatives"].includes(beginning.at)) return false;
  if (beginning.at === "stretch") return isMetAgain(beginning);
  return needsDistinct(level.source) || (beginning.at === "start" && isMetAgain(beginning.start));
}

/** Whether several ways from a start bind one node, and nothing behind it makes one of it. */
function isMetAgain({ repeats, rest }: Pick<Start, "repeats" | "rest">): boolean {
  return repeats && divide(rest).dear.length === 0;
}

/** Whether the nodes come from one of several branches, whose order a subquery need not keep. */
export function comesFromBranches(level: LevelNode): boolean {
  if (level.search !== null) return false;
  const beginning = beginningOf(level);
  return beginning.at === "cheapest" || beginning.at === "soon" || (beginning.at === "alternatives" && beginning.walksIndex);
}

function printPlain(level: LevelNode, beginning: Beginning, place: Place, next: NextName): string[] {
  const { source, variable } = level;
  if (source.from === "label" && beginning.at === "names") {
    // The indexes of entities are on the label that all kinds of them have.
    return withWhere(`MATCH ${printLookedUp(variable, source.label, null)}`, printConditions(level, level.filter, place, next));
  }
  if (beginning.at === "alternatives") return printAlternatives(level, beginning, next);
  if (beginning.at === "stretch" && level.stretch !== undefined) return printStretch(level, beginning, level.stretch, place, next);
  return beginning.at === "start" ? printStarted(level, beginning.start, place, next) : printOfSource(level, place, next);
}

/** All nodes of a level whose page was not filled along an index. */
function printInstead(level: LevelNode, start: Start | null, next: NextName): string[] {
  if (start === null) return printOfSource(level, "anywhere", next);
  const lines = printStarted(level, start, "anywhere", next);
  return isMetAgain(start) ? [...lines, `WITH DISTINCT ${level.carries.join(", ")}`] : lines;
}

/** All nodes of the source that fulfil the filter. */
function printOfSource(level: LevelNode, place: Place, next: NextName): string[] {
  const { first, dear } = divideLevel(level);
  return [
    ...withWhere(printSource(level.source, level.variable), printConditions(level, first, place, next)),
    ...printAskedOnce(level, dear, next),
  ];
}

/** All nodes that hang on what a demand names and fulfil the others. */
function printStarted(level: LevelNode, start: Start, place: Place, next: NextName): string[] {
  const { source, variable } = level;
  if (source.from !== "label") throw new Error("Only nodes of a label are found from what a demand names.");
  const { first, dear } = divide(start.rest);
  const speakers = printSpeakersOf(level, start, place, next);
  if (speakers !== null) return [...speakers, ...printAskedOnce(level, dear, next)];
  const behind = printBehindStretch(start.from, { variable, label: source.label, list: null }, next);
  if (behind !== null) return [...andWhere(behind, printConditions(level, first, place, next)), ...printAskedOnce(level, dear, next)];
  const { match, where } = printFromAnchor(start.from, variable, source.label, next);
  return [...withWhere(match, [...where, ...printConditions(level, first, place, next)]), ...printAskedOnce(level, dear, next)];
}

/** The same level with a page that is not read along an index. */
function unwalked(level: LevelNode): LevelNode {
  return { ...level, page: level.page && unbounded(level.page) };
}

/** A page that is read off an index of one named thing. */
function printAlongPage(
  level: LevelNode,
  page: PageNode,
  { along, rest }: Pick<Extract<Beginning, { at: "along" }>, "along" | "rest">,
  place: Place,
  next: NextName,
): string[] {
  const { match, where, carries, bounded, sorted } = printAlong(along, level.variable, page, next);
  const conditions = printConditions({ ...level, page: bounded }, rest, place, next);
  return [...withWhere(match, [...where, ...conditions]), ...printPage({ ...level, carries: [...level.carries, ...carries] }, sorted)];
}

function printSearchedLevel(level: LevelNode, next: NextName): string[] {
  const { source, search, page, variable } = level;
  if (search === null) throw new Error("The level has no search.");
  const walk = source.from === "label" || source.from === "search" ? null : printSource(source, variable);
  const { first, dear } = divideLevel(level);
  const unbound = page && unbounded(page);
  const demands = (): string[] => printConditions({ ...level, page: null }, first, "anywhere", next);
  const where = (): string[] => printConditions({ ...level, page: unbound }, first, "anywhere", next);
  const along = (runs: string | null): { where: string[]; lines: string[] } => {
    const gated = runs === null ? page : page && gatedPage(page, runs);
    const cut = page && printPage({ ...level, search: null, carries: [variable] }, page);
    return { where: printConditions({ ...level, page: gated }, null, "anywhere", next), lines: cut ?? [] };
  };
  const beyond = page === null ? [] : printKeyset(page);
  const askedOnce = dear.length === 0 ? null : (): string[] => printAskedOnce(level, dear, next);
  return printSearched({ level, search, walk, demands, where, askedOnce, beyond, page: along }, next);
}
