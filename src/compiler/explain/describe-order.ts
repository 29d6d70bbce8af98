import type { LevelNode, OrderTerm, PageNode } from "../nodes/level-node";
import { HIGHEST, LOWEST } from "../page-bounds";
import type { Values } from "./describe-condition";

/** A sort key that is stored beside the nodes, and how its two directions are called. */
interface KeyWords {
  readonly name: string;
  readonly ASC: string;
  readonly DESC: string;
}

const time = (name: string): KeyWords => ({ name, ASC: "the earliest first", DESC: "the latest first" });

const text = (name: string): KeyWords => ({ name, ASC: "from A to Z", DESC: "from Z to A" });

const KEYS: Readonly<Record<string, KeyWords>> = {
  saidKey: time("when it was said"),
  recordedKey: time("when it was recorded"),
  publishedKey: time("when it was published"),
  reportedKey: time("when it was reported"),
  nameKey: text("name"),
  id: text("id"),
};

/** What a page is sorted by: `by when it was said, the latest first`. */
export function describeOrder({ terms }: PageNode, search: LevelNode["search"]): string {
  const shown = terms.map((term) => {
    if (term.alias !== null && term.alias === search?.scoreAlias) return "how well it fits the words, the best first";
    const { name, [term.direction]: direction } = wordsOf(term);
    return `${name}, ${direction}`;
  });
  return `by ${shown.join("; then by ")}`;
}

/** The order index that a page may be read along. */
export function describeOrderIndex(page: PageNode | null): string {
  const [term] = page?.terms ?? [];
  return term === undefined ? "the order index" : `the index that is sorted by ${wordsOf(term).name}`;
}

/** Whether such a walk begins or ends where the dates of the filter say, so that not all of the index is looked at. */
export function isBounded(page: PageNode | null, values: Values): boolean {
  const { boundParameter = null, farParameter = null } = page?.walk ?? {};
  const bound = values[boundParameter ?? ""] ?? null;
  return farParameter !== null || (bound !== null && bound !== HIGHEST && bound !== LOWEST);
}

function wordsOf({ expression, isNumber }: OrderTerm): KeyWords {
  const directions = { ASC: "the smallest first", DESC: "the greatest first" };
  if (isNumber === true) return { name: "a number that is counted for each", ...directions };
  const [, property = ""] = /^\w+\.(\w+)$/.exec(expression) ?? /\.(\w+Key)\b/.exec(expression) ?? [];
  return KEYS[property] ?? { name: property === "" ? "a value that is found for each" : property, ...directions };
}
