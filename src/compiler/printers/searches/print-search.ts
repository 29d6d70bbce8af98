import { printCall } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { printAlongOrder } from "./print-along-order";
import { printBestFirst } from "./print-best-first";
import { casesOf, hitsOf, printCandidates, printTested } from "./print-candidates";
import type { Few, SearchPlace } from "./print-candidates";
import { boundWords, printTests } from "./print-search-tests";
import { printSearchedSoon } from "./print-searched-soon";

/**
 * Lines that bind the nodes in which the words occur, and their score. Whatever the engine's index finds is tested by the
 * same conditions on both engines, so that both find the same; and once, whichever index it comes from: a database's planner needs a
 * second for a long statement.
 */
export function printSearched(place: SearchPlace, next: NextName): string[] {
  const { level, search, walk, askedOnce } = place;
  if (search.best !== null && walk === null && askedOnce === null) return printBestFirst(place, search.best, next);
  const few = search.fewParameter === null ? null : { hits: next("q"), parameter: search.fewParameter };
  const strict = few === null ? [] : [printStrictCount(place, few)];
  if (walk !== null) return [...strict, walk, ...printTested(place, few, level.carries)];
  const soon = askedOnce === null ? printAlongOrder(place, few, next) : printSearchedSoon(place, few, next);
  if (soon !== null) return [...strict, ...soon];
  return [...strict, ...printCandidates(place, casesOf(search, few), hitsOf(few)), ...printTested(place, few, [level.variable])];
}

/** How many nodes have all of it, on all pages: what a list is of must not change from page to page. */
function printStrictCount(place: SearchPlace, few: Few): string {
  const { level, search, walk, demands, askedOnce } = place;
  const { variable, imports, carries } = level;
  const found = walk === null ? printCandidates(place, casesOf(search, null)) : [walk];
  const { words, bound } = boundWords(search, variable);
  const conditions = [...printTests(search, null, words), ...demands()];
  const keep = [...new Set([variable, ...(walk === null ? [] : carries)]), ...bound].join(", ");
  const lines = [
    ...found,
    `WITH ${keep}`,
    `WHERE ${conditions.join(" AND ")}`,
    ...(askedOnce?.() ?? []),
    // Several ways may lead to one node: a place lies in two that lie in one.
    `WITH ${walk === null ? "" : "DISTINCT "}${variable} LIMIT $${few.parameter}`,
    `RETURN count(${variable}) AS ${few.hits}`,
  ];
  return printCall(imports, lines);
}
