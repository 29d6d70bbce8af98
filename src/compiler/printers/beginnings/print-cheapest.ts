import { unbounded } from "../../nodes/level-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { keyAliases, printPage } from "../clauses/print-page";
import { andWhere, printConditions } from "../clauses/print-where";
import { askStarts, restOf } from "./print-asked";
import { divide, printAskedOnce } from "./print-asked-once";
import { branchOf, printChoice, printFewest, printLeast, WALK_BRANCH } from "./print-choice";
import { printTotal } from "./print-degree";
import { onlyNamed, pairOf, printFewPairs, printPair, printSought, stepPast } from "./print-pair";
import type { Pair, PairEnds } from "./print-pair";
import { speakersAboutOf, printSpeakersAbout } from "./print-speakers-about";
import { printStart } from "./print-start";
import type { ChosenStart } from "./print-start";
import { printWalk } from "./print-walk";
import type { Walk } from "./print-walk";
import type { Beginning, Start } from "./start";

type Cheapest = Extract<Beginning, { at: "cheapest" }>;

/** The starts of a level, looked up. */
interface LookedUp {
  readonly printed: readonly ChosenStart[];
  /** Those whose relations are counted, each with a branch of its own. */
  readonly compared: readonly ChosenStart[];
  /** Their lists, of which any branch may ask. */
  readonly lists: readonly string[];
}

/** One way to the nodes, which runs where its number is the one chosen. */
interface Branch {
  readonly runs: number;
  readonly lines: readonly string[];
}

/** One branch for each start and one for the order index, of which only the cheapest runs. */
export function printCheapest(level: LevelNode, cheapest: Cheapest, next: NextName): string[] {
  const { starts, walksIndex, along } = cheapest;
  const speakersAbout = speakersAboutOf({ starts, along });
  if (speakersAbout !== null) return printSpeakersAbout(level, speakersAbout, next);
  const pair = pairOf(level, starts, restOf(level, starts));
  const found = lookUp(level, cheapest, pair, next);
  const [chosen, total, walked] = [next("b"), walksIndex ? next("c") : null, next("w")];
  const choice =
    total === null ? [printJoinChoice(pair, found, chosen)] : printWalkChoice(level, found, { chosen, total, walked, along }, next);
  // What stands for a statement is no node, and so has a name of its own: the embedded engine takes a name for one of the two throughout.
  const told = next("t");
  const branches = pair === null ? nodeBranches(level, found, next) : pairBranches(pair, found, told, next);
  if (walksIndex) branches.push({ runs: WALK_BRANCH, lines: [`UNWIND ${walked} AS ${level.variable}`] });
  const outer = [...found.lists, ...(walksIndex ? [walked] : []), chosen];
  const returns = `RETURN ${(pair === null ? [...level.carries, ...keyAliases(level)] : [told]).join(", ")}`;
  const guarded = branches.map(({ runs, lines }) => [`WITH ${outer.join(", ")} WHERE ${chosen} = ${runs}`, ...lines, returns]);
  return [...found.printed.map(({ print }) => printCall([], print.lookup)), ...choice, printUnion(outer, guarded)];
}

function lookUp(level: LevelNode, { starts, walksIndex }: Cheapest, pair: Pair | null, next: NextName): LookedUp {
  const one = pair && onlyNamed(pair);
  const isCompared = (start: Start): boolean => one === null || start === one;
  const seeksRelations = walksIndex || (level.gives.is === "count" && level.gives.seeksRelations);
  const printed = starts.map((start): ChosenStart => {
    const options = { past: pair && stepPast(pair, start), seeksRelations, countedUpTo: isCompared(start) ? Infinity : 0 };
    return { start, print: printStart(start, options, next) };
  });
  return {
    printed,
    compared: printed.filter(({ start }) => isCompared(start)),
    lists: printed.flatMap(({ print }) => [print.list, ...(print.ids === null ? [] : [print.ids])]),
  };
}

function degreesOf({ compared }: LookedUp): string[] {
  return compared.map(({ print }) => print.degree);
}

/** The start with the fewest relations, or, of few pairs, each pair. */
function printJoinChoice(pair: Pair | null, found: LookedUp, chosen: string): string {
  const degrees = degreesOf(found);
  const ends = soughtEnds(pair, found);
  const fewest = printFewest(degrees);
  const branch =
    ends === null ? fewest : `CASE WHEN ${printFewPairs(ends, printLeast(degrees))} THEN ${branchOf(degrees.length)} ELSE ${fewest} END`;
  return `WITH ${[...found.lists, `${branch} AS ${chosen}`].join(", ")}`;
}

/** The walk along the order index, if that is met sooner; and the walk itself. */
function printWalkChoice(
  level: LevelNode,
  found: LookedUp,
  { chosen, total, walked, along }: Pick<Walk, "chosen" | "walked" | "along"> & { readonly total: string },
  next: NextName,
): string[] {
  const { source, page } = level;
  if (source.from !== "label") throw new Error("What is walked along an index is a page of a label.");
  const { printed, lists } = found;
  const degrees = degreesOf(found);
  // The demand whose own index is walked is met by every node of the walk.
  const degree = printed.find(({ start }) => start.from === along?.part)?.print.degree ?? null;
  const reach = `$${page?.walk?.reachParameter ?? ""}`;
  return [
    printCall([], printTotal(source.label, total)),
    `WITH ${[...lists, ...degrees, `${printChoice(level, degrees, degree, total)} AS ${chosen}`].join(", ")}`,
    ...printWalk(level, printed, { chosen, walked, instead: printFewest(degrees), lists, along, degree, reach }, next),
  ];
}

function nodeBranches(level: LevelNode, { printed, compared }: LookedUp, next: NextName): Branch[] {
  return compared.map((each, index) => ({ runs: branchOf(index), lines: printReachedPage(level, each, printed, next) }));
}

function pairBranches(pair: Pair, found: LookedUp, told: string, next: NextName): Branch[] {
  const { printed, compared } = found;
  const branches = compared.flatMap((from, index): Branch[] => {
    const to = printed.find((each) => each !== from);
    return to === undefined ? [] : [{ runs: branchOf(index), lines: printPair(pair, { from, to }, told, next) }];
  });
  const ends = soughtEnds(pair, found);
  return ends === null ? branches : [...branches, { runs: branchOf(compared.length), lines: printSought(pair, ends, told, next) }];
}

/** The two of a pair, where what the one said about the other can be looked up. */
function soughtEnds(pair: Pair | null, { printed: [from, to] }: LookedUp): PairEnds | null {
  return pair?.isSought === true && from !== undefined && to !== undefined ? { from, to } : null;
}

/** The page of all nodes that are reached from a start; the other starts are asked by their lists. */
function printReachedPage(level: LevelNode, { start, print }: ChosenStart, starts: readonly ChosenStart[], next: NextName): string[] {
  const { source, page, carries, variable } = level;
  const unbound = page === null ? null : unbounded(page);
  const { first, dear } = divide(
    restOf(
      level,
      starts.map((each) => each.start),
    ),
  );
  const others = starts.flatMap((each) => (each.print === print ? [] : [each.print]));
  const { joins, tests } = askStarts(level, others);
  const conditions = [...printConditions({ ...level, page: unbound }, first, "anywhere", next), ...tests];
  const reached = print.reach(variable, source.from === "label" ? source.label : "");
  const lines = [...andWhere(reached, conditions), ...joins, ...printAskedOnce(level, dear, next)];
  if (dear.length === 0 && (start.repeats || joins.length > 0)) lines.push(`WITH DISTINCT ${carries.join(", ")}`);
  return page === null ? lines : [...lines, ...printPage(level, page)];
}
