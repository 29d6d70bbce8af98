import type { ConditionNode } from "../../nodes/condition-node";
import type { LevelNode, PageNode } from "../../nodes/level-node";
import { printCondition } from "./print-condition";
import type { ConditionPlace, NextName } from "./print-condition";
import { gated, printKeyset } from "./print-page";

export function printConditions(level: LevelNode, filter: ConditionNode | null, place: ConditionPlace["at"], next: NextName): string[] {
  const { source, page } = level;
  const relation = source.from === "steps" ? (source.relation ?? undefined) : undefined;
  const walk = page === null ? [] : printBounds(page);
  const own = filter === null ? [] : [printCondition(filter, { node: level.variable, relation, at: place }, next)];
  // A keyset over properties alone is part of the MATCH; one over counted values has to wait for them.
  const keyset = page !== null && page.terms.every((term) => term.alias === null) ? printKeyset(page) : [];
  return [...walk, ...own, ...keyset];
}

/** Where a walk along an order index begins and ends. */
function printBounds(page: PageNode): string[] {
  const [first] = page.terms;
  if (page.walk === null || first === undefined) return [];
  const { boundParameter, farParameter } = page.walk;
  const [onward, back] = first.direction === "DESC" ? ["<", ">"] : [">", "<"];
  return [
    ...(boundParameter === null ? [] : [`${first.expression} ${onward} ${gated(page, boundParameter)}`]),
    ...(farParameter === null ? [] : [`${first.expression} ${back} $${farParameter}`]),
  ];
}

export function withWhere(match: string, where: readonly string[]): string[] {
  return where.length === 0 ? [match] : [match, `WHERE ${where.join(" AND ")}`];
}

/** The conditions behind the last MATCH, which may have some already. */
export function andWhere(lines: readonly string[], conditions: readonly string[]): string[] {
  if (conditions.length === 0) return [...lines];
  const last = lines.at(-1) ?? "";
  const joint = last.startsWith("WHERE ") ? `${last} AND ${conditions.join(" AND ")}` : null;
  return joint === null ? [...lines, `WHERE ${conditions.join(" AND ")}`] : [...lines.slice(0, -1), joint];
}
