import type { Cell } from "../readers/table-row";
import { isEmpty, NotFound, RowProblem } from "./template";
import type { Blank, CallScope, ColumnName, Template } from "./template";

/** Where blanks find their values: variables first, then the row's cells. */
export interface Scope extends CallScope {
  readonly value: (name: string) => Cell | undefined;
}

/**
 * Fills in a template. A template that is one blank keeps lists and maps; one whose blanks are all empty is empty, so
 * that `Governor of <state>` says nothing where there is no state.
 * @param isExact blanks around the value of a template that is one blank are kept
 * @throws RowProblem
 */
export function fillTemplate({ parts }: Template, scope: Scope, isExact = false): Cell {
  const [only] = parts;
  if (only === undefined) return "";
  if (isExact && parts.length === 1 && typeof only !== "string") return fillBlank(only, scope);
  if (parts.length === 1) return typeof only === "string" ? only.trim() : tidy(fillBlank(only, scope));
  let text = "";
  let isFilled = false;
  let hasGap = false;
  let hasBlank = false;
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const filled = asText(fillBlank(part, scope));
    hasBlank = true;
    isFilled ||= filled !== "";
    hasGap ||= filled === "";
    text += filled;
  }
  if (hasBlank && !isFilled) return "";
  // Where a middle name is missing, its two blanks are one.
  return (hasGap ? text.replace(/[ \t]{2,}/g, " ") : text).trim();
}

/** @throws RowProblem where a list or map stands where text is wanted */
export function fillText(template: Template, scope: Scope): string {
  return asText(fillTemplate(template, scope));
}

function fillBlank({ names, calls }: Blank, scope: Scope): Cell {
  let value: Cell = "";
  for (const name of names) {
    value = find(name, scope) ?? "";
    if (!isEmpty(value)) break;
  }
  for (let at = 0; at < calls.length; at += 1) {
    const call = calls[at];
    if (call === undefined) break;
    try {
      value = call.run(value, call.args, scope);
    } catch (problem) {
      if (!(problem instanceof NotFound) || calls[at + 1]?.name !== "default") throw problem;
      value = "";
    }
  }
  return value;
}

/** The longest part of the name that something stands under, and its fields from there. */
function find({ whole, steps }: ColumnName, scope: Scope): Cell | undefined {
  const direct = scope.value(whole);
  if (direct !== undefined || steps.length === 1) return direct;
  for (let used = steps.length - 1; used > 0; used -= 1) {
    const start = scope.value(steps.slice(0, used).join("."));
    if (start !== undefined) return descend(start, steps.slice(used));
  }
  return undefined;
}

/** A field of a map, an item of a list by its number from 1, and so on. */
export function descend(start: Cell, steps: readonly string[]): Cell | undefined {
  let value: Cell | undefined = start;
  for (const step of steps) {
    if (value === undefined || typeof value === "string") return undefined;
    if (Array.isArray(value))
      value = (value as readonly Cell[]).at(step === "last" ? -1 : /^\d+$/.test(step) ? Number(step) - 1 : value.length);
    else value = Object.hasOwn(value, step) ? (value as Readonly<Record<string, Cell>>)[step] : undefined;
  }
  return value;
}

function tidy(value: Cell): Cell {
  return typeof value === "string" ? value.trim() : value;
}

function asText(value: Cell): string {
  if (typeof value === "string") return value.trim();
  if (isEmpty(value)) return "";
  const [only, ...others] = Array.isArray(value) ? (value as readonly Cell[]) : [undefined];
  if (typeof only === "string" && others.length === 0) return only.trim();
  throw new RowProblem(
    `${Array.isArray(value) ? "a list" : "a map"} stands where one text is needed; take one part of it with first, join, or <column.field>`,
  );
}
