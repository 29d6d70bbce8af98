import { anchorOf } from "./anchor";
import type { ConditionNode } from "./condition-node";
import type { ConditionPlace, NextName } from "./print-condition";
import { printCondition, printFromAnchor } from "./print-condition";
import type { EdgeExpression, LevelNode, PageNode, ShapeNode, SourceNode } from "./level-node";
import { needsDistinct } from "./level-node";
import { printPattern } from "./print-pattern";
import { printRelationsSource } from "./print-relations-source";

/** The body of a level: from MATCH to RETURN. */
export function printLevel(level: LevelNode, place: ConditionPlace["at"], next: NextName): string {
  return [...printFound(level, place, next), ...level.below.map((below) => printSubquery(below, next)), ...printGathered(level)].join("\n");
}

/** `CALL (n1) { … }` */
export function printSubquery(level: LevelNode, next: NextName): string {
  const body = printLevel(level, level.imports.length === 0 ? "conjunct" : "anywhere", next);
  return `CALL (${level.imports.join(", ")}) {\n${indent(body)}\n}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

/** The lines that find, filter, order and cut the nodes. */
function printFound(level: LevelNode, place: ConditionPlace["at"], next: NextName): string[] {
  const { source, page, gives } = level;
  const { match, where } = printMatch(level, place, next);
  const found = where.length === 0 ? [match] : [match, `WHERE ${where.join(" AND ")}`];
  if (gives.is === "count") return found;
  const distance = source.from === "steps" ? source.distance : null;
  if (distance !== null) found.push(`WITH ${level.carries.join(", ")}, min(length(${distance}_path)) AS ${distance}`);
  else if (comesTwice(level)) found.push(`WITH DISTINCT ${level.carries.join(", ")}`);
  return page === null ? found : [...found, ...printPage(level, page, distance)];
}

function comesTwice(level: LevelNode): boolean {
  return needsDistinct(level.source) || (anchorOf(level)?.repeats ?? false);
}

function printMatch(level: LevelNode, place: ConditionPlace["at"], next: NextName): { match: string; where: readonly string[] } {
  const { source, variable } = level;
  const anchor = anchorOf(level);
  if (anchor === null || source.from !== "label")
    return { match: printSource(source, variable), where: printConditions(level, level.filter, place, next) };
  const start = printFromAnchor(anchor.from, variable, source.label, next);
  return { match: start.match, where: [...start.where, ...printConditions(level, anchor.rest, place, next)] };
}

function printConditions(level: LevelNode, filter: ConditionNode | null, place: ConditionPlace["at"], next: NextName): string[] {
  const { source, page } = level;
  const relation = source.from === "steps" ? (source.relation ?? undefined) : undefined;
  const bound = page?.boundParameter ?? null;
  const [first] = page?.terms ?? [];
  const walk = bound === null || !first ? [] : [`${first.expression} ${first.direction === "DESC" ? "<" : ">"} $${bound}`];
  const own = filter === null ? [] : [printCondition(filter, { node: level.variable, relation, at: place }, next)];
  // A keyset over properties alone is part of the MATCH; one over counted values has to wait for them.
  const keyset = page !== null && page.terms.every((term) => term.alias === null) ? printKeyset(page) : [];
  return [...walk, ...own, ...keyset];
}

function printPage(level: LevelNode, page: PageNode, distance: string | null): string[] {
  const carried = [
    ...level.carries,
    ...(distance === null ? [] : [distance]),
    ...(level.source.from === "ids" ? [level.source.position] : []),
  ];
  const computed = page.terms.flatMap((term) => (term.alias === null ? [] : [`${term.expression} AS ${term.alias}`]));
  const order = printOrder(page);
  const limit = page.limitParameter === null ? "" : ` LIMIT $${page.limitParameter}`;
  if (computed.length === 0) return limit === "" && level.below.length > 0 ? [] : [`WITH ${carried.join(", ")} ${order}${limit}`];
  const aliases = page.terms.flatMap((term) => (term.alias === null ? [] : [term.alias]));
  const keyset = printKeyset(page);
  const filtered = keyset.length === 0 ? [] : [`WHERE ${keyset.join(" AND ")}`, `WITH ${[...carried, ...aliases].join(", ")}`];
  return [`WITH ${[...carried, ...computed].join(", ")}`, ...filtered, `${order}${limit}`.trim()];
}

function printOrder(page: PageNode): string {
  return `ORDER BY ${page.terms.map((term) => `${term.alias ?? term.expression} ${term.direction}`).join(", ")}`;
}

/** Everything behind the cursor: larger by the first term, or equal there and larger by the next, and so on. */
function printKeyset(page: PageNode): string[] {
  const { terms, afterParameters } = page;
  if (afterParameters === null) return [];
  const name = (index: number): string => terms[index]?.alias ?? terms[index]?.expression ?? "";
  const beyond = (index: number): string => {
    const sign = terms[index]?.direction === "DESC" ? "<" : ">";
    const here = `${name(index)} ${sign} $${afterParameters[index]}`;
    return index === terms.length - 1 ? here : `(${here} OR (${name(index)} = $${afterParameters[index]} AND ${beyond(index + 1)}))`;
  };
  return [beyond(0)];
}

/** The last lines: what the level gives to the one above. */
function printGathered(level: LevelNode): string[] {
  const { gives, page, below, variable } = level;
  if (gives.is === "count") return [`RETURN count(${comesTwice(level) ? `DISTINCT ${variable}` : "*"}) AS ${gives.alias}`];
  // Subqueries in between may change the order of rows: it is made anew on the few that are left.
  const again = page !== null && below.length > 0 ? [`WITH * ${printOrder(page)}`] : [];
  if (gives.is === "head") return [...again, `RETURN head(collect(${printShape(gives.shape)})) AS ${gives.alias}`];
  if (gives.is === "list") return [...again, `RETURN collect(${printShape(gives.shape)}) AS ${gives.alias}`];
  return [...again, `RETURN collect(${printItem(level, gives)}) AS ${gives.alias}`];
}

/** The row itself, or a list of its sort keys, its place and its rows: as much of it as is wanted. */
function printItem({ page, source }: LevelNode, { shapes, withKeys }: Extract<LevelNode["gives"], { is: "items" }>): string {
  const keys = withKeys ? [`[${(page?.terms ?? []).map((term) => term.alias ?? term.expression).join(", ")}]`] : [];
  const place = source.from === "ids" ? [source.position] : [];
  const rows = shapes.map(printShape);
  const [row] = rows;
  return keys.length === 0 && place.length === 0 && rows.length === 1 && row !== undefined
    ? row
    : `[${[...keys, ...place, ...rows].join(", ")}]`;
}

/**
 * A row as a list: its scalars, then its edges, in the order of the row plan. Names would have to travel with every row
 * otherwise, which takes the database and the driver about half as long again.
 */
function printShape(shape: ShapeNode): string {
  const scalars = shape.scalars.map((scalar) => scalar.expression);
  return `[${[...scalars, ...shape.edges.map((slot) => printSlot(slot, shape.variable))].join(", ")}]`;
}

function printSlot(slot: ShapeNode["edges"][number], variable: string): string {
  const [only] = slot.variants;
  if (slot.variants.length === 1 && only) return printExpression(only.expression);
  const cases = slot.variants.map(({ labels, expression }) => {
    const test = (labels ?? []).map((label) => `${variable}:${label}`).join(" OR ");
    return labels === null ? `ELSE ${printExpression(expression)}` : `WHEN ${test} THEN ${printExpression(expression)}`;
  });
  return `CASE ${cases.join(" ")} END`;
}

function printExpression(expression: EdgeExpression): string {
  switch (expression.is) {
    case "alias":
      return expression.alias;
    case "page":
      return `[${expression.items ?? "null"}, ${expression.total ?? "null"}]`;
    case "shape":
      if (expression.label === null) return printShape(expression.shape);
      return `CASE WHEN ${expression.shape.variable}:${expression.label} THEN ${printShape(expression.shape)} END`;
  }
}

function printSource(source: SourceNode, variable: string): string {
  switch (source.from) {
    case "label":
      return `MATCH (${variable}:${source.label})`;
    case "id":
      return `MATCH (${variable}:${source.label} {id: $${source.idParameter}})`;
    case "ids":
      return `UNWIND $${source.rowsParameter} AS ${source.position}_row\nMATCH (${variable}:${source.label} {id: ${source.position}_row.id})\nWITH ${variable}, ${source.position}_row.at AS ${source.position}`;
    case "steps": {
      const pattern = printPattern(source.steps, { from: source.start, to: variable, relation: source.relation ?? undefined });
      return `MATCH ${source.distance === null ? "" : `${source.distance}_path = `}${pattern}`;
    }
    case "property": {
      const ids = `${source.owner}.${source.property}`;
      return `UNWIND ${source.isList ? `coalesce(${ids}, [])` : `[${ids}]`} AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relationProperty": {
      const pattern = printPattern([source.step], { from: source.start, to: "", relation: source.relation });
      return `MATCH ${pattern}\nUNWIND coalesce(${source.relation}.${source.property}, []) AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relations":
      return printRelationsSource(source, variable);
  }
}
