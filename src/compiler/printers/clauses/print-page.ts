import type { LevelNode, PageNode } from "../../nodes/level-node";
import { printBySpeakers } from "./print-by-speakers";

export function printPage(level: LevelNode, page: PageNode): string[] {
  const { source } = level;
  const carried = [
    ...level.carries,
    ...(source.from === "steps" && source.distance !== null ? [source.distance] : []),
    ...(source.from === "ids" ? [source.position] : []),
  ];
  const aliases = keyAliases(level);
  // A score that is shown, but is not what the page is sorted by.
  const shown = scoreOf(level).filter((alias) => !aliases.includes(alias));
  const speakers = printBySpeakers(level, page);
  const known = speakers === null ? [] : page.terms.slice(0, 1);
  const computed = page.terms.flatMap((term) => {
    if (term.alias === null) return [];
    return [known.includes(term) ? term.alias : `${term.expression} AS ${term.alias}`];
  });
  const order = printOrder(page);
  const limit = page.limitParameter === null ? "" : ` LIMIT $${page.limitParameter}`;
  if (computed.length === 0)
    return limit === "" && level.below.length > 0 ? [] : [`WITH ${[...carried, ...shown].join(", ")} ${order}${limit}`];
  const keyset = printKeyset(page);
  const all = `WITH ${[...carried, ...shown, ...aliases].join(", ")}`;
  const filtered = keyset.length === 0 ? [] : [`WHERE ${keyset.join(" AND ")}`, all];
  const early = source.from === "neighbours" ? [printEarly(page), all] : [];
  return [...(speakers ?? []), `WITH ${[...carried, ...shown, ...computed].join(", ")}`, ...filtered, ...early, `${order}${limit}`.trim()];
}

/** By what is known already: a database that has them in that order reads what settles ties of those alone that tie where the page ends. */
function printEarly(page: PageNode): string {
  return printOrder({ ...page, terms: page.terms.filter(({ alias }) => alias !== null) });
}

/**
 * A MATCH of what is bound already, where a term of the order is a pattern comprehension: the embedded engine lists what is around a node
 * only where a MATCH has bound it, and neither a subquery nor a list.
 */
export function printBinding({ variable, page }: LevelNode): string[] {
  return page?.terms.some(({ expression }) => expression.includes("[(")) === true ? [`MATCH (${variable})`] : [];
}

/** Everything behind the cursor: larger by the first term, or equal there and larger by the next, and so on. */
export function printKeyset(page: PageNode): string[] {
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

export function keyAliases({ page }: LevelNode): string[] {
  return (page?.terms ?? []).flatMap((term) => (term.alias === null ? [] : [term.alias]));
}

export function scoreOf({ search }: LevelNode): string[] {
  return search?.scoreAlias ? [search.scoreAlias] : [];
}

/** Bounds are parameters; here, expressions that take their places. */
export function gatedPage(page: PageNode, runs: string): PageNode {
  return { ...page, walk: page.walk && { ...page.walk, runs } };
}

export function gated({ walk }: PageNode, parameter: string): string {
  if (walk === null || walk.runs === null) return `$${parameter}`;
  return `CASE WHEN ${walk.runs} THEN $${parameter} ELSE $${walk.closedParameter ?? ""} END`;
}

export function printOrder(page: PageNode): string {
  return `ORDER BY ${page.terms.map((term) => `${term.alias ?? term.expression} ${term.direction}`).join(", ")}`;
}
