import { all, partsOf } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { printOrder, printPage } from "../clauses/print-page";
import { printConditions, withWhere } from "../clauses/print-where";
import { printIndex } from "./print-along";
import { divide, printAskedOnce } from "./print-asked-once";
import type { Beginning } from "./start";

/** So many pages of nodes are asked what is dear before it is asked of all. */
const PAGES = 10;
/** As many of the lists of each node of a level above, since what they ask is asked again for each of these. */
const PAGES_OF_EACH = 3;

/**
 * The page among the first nodes of an order index; where these do not fill it, from all that hang on what a demand names.
 *
 * Most such demands hold for much, so that a few nodes are enough. One that holds for next to nothing would walk the whole index, and look
 * at all statements of an entity for each of its own.
 * @param instead lines that bind all nodes of the level
 */
export function printSoon(
  level: LevelNode,
  { along }: Pick<Extract<Beginning, { at: "soon" }>, "along">,
  instead: readonly string[],
  next: NextName,
): string[] {
  const { variable, filter, page, carries } = level;
  if (page === null) throw new Error("What is walked along an index is a page.");
  const walked = next("w");
  const limit = `$${page.limitParameter ?? ""}`;
  const { match, where, carries: beside, bounded, sorted } = printIndex(level, along, page, next);
  const { first, dear } = divide(all(partsOf(filter).filter((part) => part !== along?.part)));
  const carried = [...carries, ...beside].join(", ");
  const lines = [
    ...withWhere(match, [...where, ...printConditions({ ...level, page: bounded }, null, "anywhere", next)]),
    `WITH ${carried} ${printOrder(sorted)} LIMIT $${page.walk?.reachParameter ?? ""}`,
    ...(first === null ? [] : withWhere(`WITH ${carried}`, printConditions({ ...level, page: null }, first, "anywhere", next))),
    `WITH ${carries.join(", ")} LIMIT ${level.imports.length === 0 ? PAGES : PAGES_OF_EACH} * ${limit}`,
    ...printAskedOnce(level, dear, next),
    ...printPage(level, page),
    `RETURN collect(${variable}) AS ${walked}`,
  ];
  const outer = [...level.imports, walked];
  const returns = `RETURN ${carries.join(", ")}`;
  // In a subquery of its own: a condition before a MATCH is asked behind it, of all nodes that it begins at.
  const again = printCall(level.imports, [...instead, ...printPage(level, page), returns]);
  return [
    printCall(level.imports, lines),
    printUnion(outer, [
      [`WITH ${outer.join(", ")} WHERE size(${walked}) >= ${limit}`, `UNWIND ${walked} AS ${variable}`, returns],
      [`WITH ${outer.join(", ")} WHERE size(${walked}) < ${limit}`, again, returns],
    ]),
  ];
}
