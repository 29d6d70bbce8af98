import type { LevelNode } from "../../nodes/level-node";
import { printCall } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { gatedPage, printOrder, printPage } from "../clauses/print-page";
import { printConditions, withWhere } from "../clauses/print-where";
import { printIndex } from "./print-along";
import { askStarts, isJoined, restOf } from "./print-asked";
import { WALK_BRANCH } from "./print-choice";
import type { ChosenStart } from "./print-start";
import { isOneStep } from "./start";
import type { Along } from "./start";

/** The variables around a walk. */
export interface Walk {
  /** The number of the branch; another one than the walk's where the walk did not fill the page. */
  readonly chosen: string;
  /** A list of what it found. */
  readonly walked: string;
  /** Tells the branch that runs where the walk did not fill the page. */
  readonly instead: string;
  readonly lists: readonly string[];
  /** Whose index it goes along, and how much that holds; null where it is that of all. */
  readonly along: Along | null;
  readonly degree: string | null;
  /** How many nodes of the index it looks at. */
  readonly reach: string;
}

/**
 * A page along the order index, as far as the walk reaches: where that does not fill it, another branch is taken
 * after all, so that what was last said long ago costs the walk and the join, and not the whole index.
 *
 * What is one step away from an entity, by its id, is tested from there, all else by the lists. Where the walk is not to run, its bound
 * is one that nothing fulfils: a condition beside it would be asked of each node, after the whole index has been walked,
 * and anything in front of the MATCH would cost the order of the index.
 */
export function printWalk(level: LevelNode, starts: readonly ChosenStart[], walk: Walk, next: NextName): string[] {
  const { variable } = level;
  const { chosen, walked, instead, lists, along, degree, reach } = walk;
  if (level.page === null) throw new Error("What is walked along an index is a page.");
  const isWalk = `${chosen} = ${WALK_BRANCH}`;
  const page = gatedPage(level.page, isWalk);
  const { match, where, carries, bounded, sorted } = printIndex(level, along, page, next);
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
      "anywhere",
      next,
    ),
    ...asked.tests,
  ];
  const lines = [
    `WITH ${[...lists, chosen].join(", ")}`,
    ...withWhere(match, [...where, ...printConditions({ ...level, page: bounded }, null, "anywhere", next)]),
    `WITH ${carried} ${printOrder(sorted)} LIMIT ${reach}`,
    ...(tests.length > 0 ? withWhere(`WITH ${carried}`, tests) : []),
    ...asked.joins,
    ...(asked.joins.length > 0 ? [`WITH DISTINCT ${kept.join(", ")}`] : []),
    ...printPage({ ...level, carries: kept }, sorted),
    `RETURN collect(${variable}) AS ${walked}`,
  ];
  const isCut = degree === null ? "" : ` AND ${degree} > ${reach}`;
  const isShort = `${isWalk} AND size(${walked}) < $${page.limitParameter ?? ""}${isCut}`;
  return [
    printCall([...lists, chosen], lines),
    `WITH ${[...lists, walked].join(", ")}, CASE WHEN ${isShort} THEN ${instead} ELSE ${chosen} END AS ${chosen}`,
  ];
}
