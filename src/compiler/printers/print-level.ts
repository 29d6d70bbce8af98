import type { GroupsNode } from "../nodes/groups-node";
import type { EdgeExpression, LevelNode, ShapeNode } from "../nodes/level-node";
import { printDegree } from "./beginnings/print-degree";
import { printSaidCount } from "./beginnings/print-said-count";
import { printCall } from "./clauses/print-call";
import type { ConditionPlace, NextName } from "./clauses/print-condition";
import { keyAliases, printOrder } from "./clauses/print-page";
import { printGroupStart } from "./groups/print-group-start";
import { printGroupRows, printGroups } from "./groups/print-groups";
import { printIndexedGroups } from "./groups/print-indexed-groups";
import { printToldGroups } from "./groups/print-told-groups";
import { comesFromBranches, comesTwice, printFound } from "./print-found";
import { printGathered } from "./sources/print-gathered";

/** The body of a level: from MATCH to RETURN. */
export function printLevel(level: LevelNode, place: ConditionPlace["at"], next: NextName): string {
  const { gives } = level;
  const number = gives.is === "count" ? (printSaidCount(level, gives) ?? printDegree(level, gives.alias, next)) : null;
  if (number !== null) return number.join("\n");
  if (gives.is === "groups") return printGrouped(level, gives, place, next);
  return [...printReached(level, place, next), ...printTold(level)].join("\n");
}

/** The same, with each item of a page as a record. */
export function printItems(level: LevelNode, place: ConditionPlace["at"], next: NextName): string {
  const { gives, page } = level;
  if (gives.is !== "items" || page === null) throw new Error("Only the items of a page are records.");
  return [...printReached(level, place, next), `RETURN ${printItem(level, gives)} AS ${gives.alias} ${printOrder(page)}`].join("\n");
}

function printReached(level: LevelNode, place: ConditionPlace["at"], next: NextName): string[] {
  const found = printFound(level, place, next);
  const gathered = level.gathers === undefined ? [] : printGathered(level.gathers, [...level.carries, ...keyAliases(level)]);
  return [...found, ...gathered, ...level.below.map((each) => printSubquery(each, next))];
}

function printGrouped(level: LevelNode, groups: GroupsNode, place: ConditionPlace["at"], next: NextName): string {
  const below = level.below.map((each) => printSubquery(each, next));
  const indexed = printIndexedGroups(level, groups, next);
  if (indexed !== null) return [...indexed, ...printGroupRows(groups, { below, printShape, ofGroup: null, spokenAbout: null })].join("\n");
  const told = printToldGroups(level, groups, next);
  const start = told ?? printGroupStart(level, groups, next);
  const found = start?.lines ?? printFound(level, place, next);
  const bound = start?.bound ?? [];
  const [ofGroup, spokenAbout] = [told?.ofPair ?? null, told?.spokenAbout ?? null];
  const parts = {
    comesTwice: start === null && comesTwice(level),
    bound,
    count: told?.count ?? null,
    spokenAbout,
    ofGroup,
    below,
    printShape,
    next,
  };
  return [...found, ...printGroups(level, groups, parts)].join("\n");
}

/** `CALL (n1) { … }` */
export function printSubquery(level: LevelNode, next: NextName, place: ConditionPlace["at"] = "anywhere"): string {
  return printCall(level.imports, [printLevel(level, place, next)]);
}

/** The last lines: what the level gives to the one above. */
function printTold(level: LevelNode): string[] {
  const { gives, page, below, variable } = level;
  if (gives.is === "groups") return [];
  if (gives.is === "count") return [`RETURN count(${comesTwice(level) ? `DISTINCT ${variable}` : "*"}) AS ${gives.alias}`];
  // Subqueries in between may change the order of rows: it is made anew on the few that are left.
  const again = page !== null && (below.length > 0 || comesFromBranches(level)) ? [`WITH * ${printOrder(page)}`] : [];
  if (gives.is === "head") return [...again, `RETURN head(collect(${printShape(gives.shape)})) AS ${gives.alias}`];
  if (gives.is === "list") return [...again, `RETURN collect(${printShape(gives.shape)}) AS ${gives.alias}`];
  return [...again, `RETURN collect(${printItem(level, gives)}) AS ${gives.alias}`];
}

/** The row itself, or a list of its sort keys, its place and its rows: as much of it as is wanted. */
function printItem(
  { page, source, variable }: LevelNode,
  { shapes, withKeys, hit, extras }: Extract<LevelNode["gives"], { is: "items" }>,
): string {
  const keys = withKeys ? [`[${(page?.terms ?? []).map((term) => term.alias ?? term.expression).join(", ")}]`] : [];
  const shown =
    hit === null ? [] : [...(hit.scoreAlias === null ? [] : [hit.scoreAlias]), ...hit.fields.map((field) => `${variable}.${field}`)];
  const found = hit === null ? [] : [`[${shown.join(", ")}]`];
  const place = source.from === "ids" ? [source.position] : [];
  const rows = shapes.map(printShape);
  const [row] = rows;
  return keys.length === 0 && found.length === 0 && extras.length === 0 && place.length === 0 && rows.length === 1 && row !== undefined
    ? row
    : `[${[...keys, ...found, ...extras, ...place, ...rows].join(", ")}]`;
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
      return `[${[expression.items ?? "null", expression.total ?? "null", ...expression.facets].join(", ")}]`;
    case "shape":
      if (expression.label === null) return printShape(expression.shape);
      return `CASE WHEN ${expression.shape.variable}:${expression.label} THEN ${printShape(expression.shape)} END`;
  }
}
