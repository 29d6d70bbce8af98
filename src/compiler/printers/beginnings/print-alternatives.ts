import type { LevelNode } from "../../nodes/level-node";
import { unbounded } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { keyAliases, printBinding, printPage } from "../clauses/print-page";
import { andWhere, printConditions, withWhere } from "../clauses/print-where";
import { divide, printAskedOnce } from "./print-asked-once";
import { branchOf, printChoice, WALK_BRANCH } from "./print-choice";
import { printTotal } from "./print-degree";
import { printStart } from "./print-start";
import type { ChosenStart } from "./print-start";
import { printWalk } from "./print-walk";
import type { Beginning } from "./start";

/** All starts together are one branch. */
const JOIN_BRANCH = branchOf(0);

type Alternatives = Extract<Beginning, { at: "alternatives" }>;

/**
 * What any of several demands holds for, each of which names where it begins: all that hangs on the one or the other, each node once.
 * Where the page may be read along an order index, the numbers of relations decide between the two.
 */
export function printAlternatives(level: LevelNode, { starts, rest, walksIndex }: Alternatives, next: NextName): string[] {
  // No start is asked as a test: all of them are reached from, or the walk asks the filter as it stands.
  const options = { past: null, seeksRelations: false, countedUpTo: walksIndex ? Infinity : 0 };
  const printed = starts.map((start): ChosenStart => ({ start, print: printStart(start, options, next) }));
  const lookups = printed.map(({ print }) => printCall([], print.lookup));
  const joined = [...printJoined(level, printed, next), ...printRest(level, rest, next)];
  return walksIndex ? [...lookups, ...printEither(level, printed, joined, next)] : [...lookups, ...joined];
}

/** The walk along the order index, or the nodes that hang on the starts. */
function printEither(level: LevelNode, printed: readonly ChosenStart[], joined: readonly string[], next: NextName): string[] {
  const { source, variable, carries, page } = level;
  if (source.from !== "label" || page === null) throw new Error("What is walked along an index is a page of a label.");
  const [chosen, walked, total] = [next("b"), next("w"), next("c")];
  const lists = printed.map(({ print }) => print.list);
  const sum = `(${printed.map(({ print }) => print.degree).join(" + ")})`;
  const walk = {
    chosen,
    walked,
    instead: String(JOIN_BRANCH),
    lists,
    along: null,
    degree: null,
    reach: `$${page.walk?.reachParameter ?? ""}`,
  };
  const outer = [...lists, walked, chosen];
  const returns = `RETURN ${[...carries, ...keyAliases(level)].join(", ")}`;
  return [
    printCall([], printTotal(source.label, total)),
    `WITH ${lists.join(", ")}, ${printChoice(level, [sum], null, total)} AS ${chosen}`,
    ...printWalk(level, [], walk, next),
    printUnion(outer, [
      [`WITH ${outer.join(", ")} WHERE ${chosen} = ${JOIN_BRANCH}`, ...joined, ...printPage(level, page), returns],
      [`WITH ${outer.join(", ")} WHERE ${chosen} = ${WALK_BRANCH}`, `UNWIND ${walked} AS ${variable}`, returns],
    ]),
  ];
}

/** Nodes that the one or the other start leads to, each once. */
function printJoined({ source, variable }: LevelNode, printed: readonly ChosenStart[], next: NextName): string[] {
  const label = source.from === "label" ? source.label : "";
  const branches = printed.map(({ start: { rest }, print }) => {
    const beside = rest === null ? [] : [printCondition(rest, { node: variable, at: "anywhere" }, next)];
    return [...andWhere(print.reach(variable, label), beside), `RETURN ${variable}`];
  });
  const lists = printed.map(({ print }) => print.list);
  const all = next("l");
  // Of what a subquery returns row by row, the embedded engine's WITH DISTINCT sees 2,048 rows alone.
  return [printUnion(lists, branches), `WITH collect(DISTINCT ${variable}) AS ${all}`, `UNWIND ${all} AS ${variable}`];
}

/** What is demanded beside the alternatives. */
function printRest(level: LevelNode, rest: Alternatives["rest"], next: NextName): string[] {
  const { first, dear } = divide(rest);
  const conditions = printConditions({ ...level, page: level.page && unbounded(level.page) }, first, "anywhere", next);
  const kept = conditions.length === 0 ? [] : withWhere(`WITH ${level.variable}`, conditions);
  return [...kept, ...(dear.length === 0 ? printBinding(level) : printAskedOnce(level, dear, next))];
}
