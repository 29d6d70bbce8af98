import { BadUserInput, LimitExceeded } from "../errors";
import { parseAskedDate } from "../model/asked-date";
import type { PartialDate } from "../model/partial-date";
import { PARTIAL_DATE_FORMS } from "../model/partial-date";
import type { Limits } from "./limits";
import { DEFAULT_PAGE, DEFAULT_ROWS } from "./limits";

/** How a page is asked for: so many items from one end, behind or before a cursor. */
export interface PageArguments {
  readonly size: number;
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** How much a page of some list may hold, and holds where nothing is asked. */
export interface PageLimit {
  readonly usual: number;
  readonly most: number;
  readonly setting: string;
}

/** The pages of lists of things. */
export function pageLimit({ maxPage }: Limits): PageLimit {
  return { usual: DEFAULT_PAGE, most: maxPage, setting: "QUOTH_MAX_PAGE" };
}

/** Rows and counts, flat and for machines. */
export function rowLimit({ maxRows }: Limits): PageLimit {
  return { usual: DEFAULT_ROWS, most: maxRows, setting: "QUOTH_MAX_ROWS" };
}

/** @throws BadUserInput for a page out of range or of mixed directions: nothing is cut silently. */
export function checkPage(given: Readonly<Record<string, unknown>>, limit: PageLimit): PageArguments {
  const [first, last] = [numberOrNull(given.first), numberOrNull(given.last)];
  const [after, before] = [textOrNull(given.after), textOrNull(given.before)];
  if (first !== null && last !== null) throw new BadUserInput("Give first or last, not both.");
  if (last !== null && after !== null) throw new BadUserInput("`last` goes with `before`; `after` goes with `first`.");
  if (last === null && before !== null) throw new BadUserInput("`before` goes with `last`; `first` goes with `after`.");
  const name = last === null ? "first" : "last";
  const size = checkFirst(first ?? last, name, limit);
  return { size, backward: last !== null, after, before };
}

/** How many items somebody asks for. @throws LimitExceeded */
export function checkFirst(given: unknown, name: string, { usual, most, setting }: PageLimit): number {
  const size = numberOrNull(given) ?? Math.min(usual, most);
  if (size >= 1 && size <= most) return size;
  throw new LimitExceeded("BAD_USER_INPUT", `\`${name}\` is ${size}; it must be 1 to ${most} (${setting}).`, {
    limit: most,
    actual: size,
    setting,
  });
}

/** @throws LimitExceeded, BadUserInput for a text that is too long or that no engine can hold. */
export function checkText(text: string, where: string, limits: Limits): string {
  const length = text.length <= limits.maxText ? text.length : [...text].length;
  if (length > limits.maxText) {
    throw new LimitExceeded(
      "TEXT_TOO_LONG",
      `\`${where}\` is too long: ${length} characters, at most ${limits.maxText} (QUOTH_MAX_TEXT). Shorten it.`,
      { limit: limits.maxText, actual: length, setting: "QUOTH_MAX_TEXT" },
    );
  }
  if (text.includes("\0")) throw new BadUserInput(`\`${where}\` holds a NUL character. Remove it.`);
  if (/\p{Surrogate}/u.test(text)) throw new BadUserInput(`\`${where}\` holds half a surrogate pair, which is no character. Remove it.`);
  return text;
}

/** @throws LimitExceeded for a list of more items than allowed. */
export function checkList<Item>(items: readonly Item[], where: string, limits: Limits): readonly Item[] {
  if (items.length > limits.maxListItems) {
    throw new LimitExceeded(
      "LIST_TOO_LONG",
      `\`${where}\` is too long: ${items.length} items, at most ${limits.maxListItems} (QUOTH_MAX_LIST_ITEMS). Ask in several queries.`,
      { limit: limits.maxListItems, actual: items.length, setting: "QUOTH_MAX_LIST_ITEMS" },
    );
  }
  return items;
}

/** @throws BadUserInput for what is no date. */
export function checkDate(text: string, where: string): PartialDate {
  const date = parseAskedDate(text);
  if (!date) throw new BadUserInput(`\`${where}\` is no date (${PARTIAL_DATE_FORMS}).`);
  return date;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
