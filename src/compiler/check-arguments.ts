import { BadUserInput, LimitExceeded } from "../errors";
import type { PartialDate } from "../model/partial-date";
import { PARTIAL_DATE_FORMS, parsePartialDate } from "../model/partial-date";
import type { Limits } from "./limits";
import { DEFAULT_PAGE } from "./limits";

/** How a page is asked for: so many items from one end, behind or before a cursor. */
export interface PageArguments {
  readonly size: number;
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** @throws BadUserInput for a page out of range or of mixed directions: nothing is cut silently. */
export function checkPage(given: Readonly<Record<string, unknown>>, limits: Limits): PageArguments {
  const [first, last] = [numberOrNull(given.first), numberOrNull(given.last)];
  const [after, before] = [textOrNull(given.after), textOrNull(given.before)];
  if (first !== null && last !== null) throw new BadUserInput("Give first or last, not both.");
  if (last !== null && after !== null) throw new BadUserInput("`last` goes with `before`; `after` goes with `first`.");
  if (last === null && before !== null) throw new BadUserInput("`before` goes with `last`; `first` goes with `after`.");
  const size = first ?? last ?? Math.min(DEFAULT_PAGE, limits.maxPage);
  const name = last === null ? "first" : "last";
  if (size < 1 || size > limits.maxPage) throw pageOutOfRange(name, size, limits.maxPage);
  return { size, backward: last !== null, after, before };
}

function pageOutOfRange(name: string, actual: number, limit: number): LimitExceeded {
  return new LimitExceeded(
    "BAD_USER_INPUT",
    `\`${name}\` is ${actual}; it must be 1 to ${limit} (QUOTH_MAX_PAGE). Ask for further items with a cursor.`,
    {
      limit,
      actual,
      setting: "QUOTH_MAX_PAGE",
    },
  );
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
  const date = parsePartialDate(text);
  if (!date) throw new BadUserInput(`\`${where}\` is no date (${PARTIAL_DATE_FORMS}).`);
  return date;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
