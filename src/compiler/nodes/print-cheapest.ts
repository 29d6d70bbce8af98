import { unbounded } from "./level-node";
import type { LevelNode } from "./level-node";
import { askStarts, restOf } from "./print-asked";
import { divide, printAskedOnce } from "./print-asked-once";
import { printCall, printUnion } from "./print-call";
import type { NextName } from "./print-condition";
import { printTotal } from "./print-degree";
import { printChoice, printFewest, printLeast } from "./print-choice";
import { keyAliases, printPage } from "./print-page";
import { onlyNamed, pairOf, printFewPairs, printPair, printSought, stepPast } from "./print-pair";
import { speakersAboutOf, printSpeakersAbout } from "./print-speakers-about";
import { printStart } from "./print-start";
import type { ChosenStart, StartOptions } from "./print-start";
import { printWalk } from "./print-walk";
import { andWhere, printConditions } from "./print-where";
import type { Beginning, Start } from "./start";

type Cheapest = Extract<Beginning, { at: "cheapest" }>;

/** One branch for each start and one for the order index, of which only the cheapest runs. */
export function printCheapest(level: LevelNode, { starts, walksIndex, along }: Cheapest, next: NextName): string[] {
  const speakersAbout = speakersAboutOf({ starts, along });
  if (speakersAbout !== null) return printSpeakersAbout(level, speakersAbout, next);
  const pair = pairOf(level, starts, restOf(level, starts));
  const one = pair && onlyNamed(pair);
  const seeksRelations = walksIndex || (level.gives.is === "count" && level.gives.seeksRelations);
  const options = (start: Start): StartOptions => ({
    past: pair && stepPast(pair, start),
    seeksRelations,
    countedUpTo: one === null || start === one ? Infinity : 0,
  });
  const printed = starts.map((start) => ({ start, print: printStart(start, options(start), next) }));
  const chosen = next("b");
  const lists = printed.flatMap(({ print }) => [print.list, ...(print.ids === null ? [] : [print.ids])]);
  const total = walksIndex && level.source.from === "label" ? { name: next("c"), label: level.source.label } : null;
  const lookups = [...printed.map(({ print }) => print.lookup), ...(total ? [printTotal(total.label, total.name)] : [])];
  const compared = printed.filter(({ start }) => one === null || start === one);
  const degrees = compared.map(({ print }) => print.degree);
  // The demand whose own index is walked is met by every node of the walk.
  const own = printed.find(({ start }) => start.from === along?.part) ?? null;
  const fewest = printFewest(degrees);
  const [from, to] = printed;
  const ends = pair?.isSought && from !== undefined && to !== undefined ? { from, to } : null;
  const joined =
    ends === null ? fewest : `CASE WHEN ${printFewPairs(ends, printLeast(degrees))} THEN ${compared.length + 1} ELSE ${fewest} END`;
  const kept = [...lists, ...(total ? degrees : [])];
  const choice = `WITH ${kept.join(", ")}, ${total ? printChoice(level, degrees, own?.print.degree ?? null, total.name) : joined} AS ${chosen}`;
  const walked = next("w");
  const walk = walksIndex
    ? printWalk(
        level,
        printed,
        {
          chosen,
          walked,
          instead: fewest,
          lists,
          along,
          degree: own?.print.degree ?? null,
          reach: `$${level.page?.walk?.reachParameter ?? ""}`,
        },
        next,
      )
    : [];
  const outer = [...lists, ...(walksIndex ? [walked] : []), chosen];
  // What stands for a statement is no node, and so has a name of its own: the embedded engine takes a name for one of the two throughout.
  const told = next("t");
  const returns = `RETURN ${(pair === null ? [...level.carries, ...keyAliases(level)] : [told]).join(", ")}`;
  const guarded = (index: number): string => `WITH ${outer.join(", ")} WHERE ${chosen} = ${index}`;
  const reach = (each: ChosenStart): string[] => {
    const other = printed.find((one) => one !== each);
    return pair === null || other === undefined
      ? printJoin(level, each, printed, next)
      : printPair(pair, { from: each, to: other }, told, next);
  };
  const branches = compared.map((each, index) => [guarded(index + 1), ...reach(each), returns]);
  if (pair !== null && ends !== null) branches.push([guarded(compared.length + 1), ...printSought(pair, ends, told, next), returns]);
  if (walksIndex) branches.push([guarded(0), `UNWIND ${walked} AS ${level.variable}`, returns]);
  return [...lookups.map((lines) => printCall([], lines)), choice, ...walk, printUnion(outer, branches)];
}

/** The page of all nodes that are reached from a start; the other starts are asked by their lists. */
function printJoin(level: LevelNode, { start, print }: ChosenStart, starts: readonly ChosenStart[], next: NextName): string[] {
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
