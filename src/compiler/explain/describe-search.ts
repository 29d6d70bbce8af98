import type { LevelNode } from "../nodes/level-node";
import type { SearchNode } from "../nodes/search-node";
import { divideLevel } from "../printers/beginnings/print-asked-once";
import { describeTests } from "./describe-beginning";
import type { Values } from "./describe-condition";
import { describeOrderIndex } from "./describe-order";

/** Where a level begins whose nodes are found by words. */
export function describeSearch(level: LevelNode, search: SearchNode, values: Values): string[] {
  return [...describeWays(level, search), ...describeFew(search), ...describeTests(divideLevel(level), values)];
}

function describeWays(level: LevelNode, search: SearchNode): string[] {
  const { source, page } = level;
  const isWhole = source.from === "label" || source.from === "search";
  if (!isWhole) return ["tests each for the words"];
  if (search.best !== null && divideLevel(level).dear.length === 0)
    return ["begins at what is kept as the best for the word; where that does not fill the page, at the index of words"];
  const lacking = search.branches.filter(({ calls }) => calls.all === null).map(({ label }) => label);
  const index = lacking.length === 0 ? "begins at the index of words" : `tests all ${lacking.join(", ")} for the words: no index can`;
  if (search.walk === null) return [index];
  return [
    index,
    `or along ${describeOrderIndex(page)}, where the words are frequent (the database decides which, when the statement runs, by how many have them)`,
  ];
}

function describeFew({ fewParameter }: SearchNode): string[] {
  return fewParameter === null ? [] : ["counts first what has all of the words; where that is next to nothing, any of them is enough"];
}
