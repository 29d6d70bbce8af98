/** The parts that an order can ask for; `zone` is a name or an offset, `half` is a.m. or p.m. */
export type DatePart = "year" | "shortYear" | "monthName" | "month" | "day" | "weekday" | "hour" | "minute" | "second" | "half" | "zone";

/** One way in which a date may be written, ready to be tried on texts. */
export interface DateOrder {
  /** As written in the mapping. */
  readonly text: string;
  readonly matcher: RegExp;
  /** What each group of the matcher holds. */
  readonly parts: readonly DatePart[];
  /** The same with any number of digits for the year, to tell what is wrong with one. */
  readonly anyYear: RegExp;
  /** `YYYY=2014` and `z=ET` behind an order hold for all that is read with it. */
  readonly given: Readonly<Partial<Record<DatePart, string>>>;
}

const TOKENS: ReadonlyMap<string, DatePart> = new Map([
  ["YYYY", "year"],
  ["YY", "shortYear"],
  ["MMMM", "monthName"],
  ["MMM", "monthName"],
  ["MM", "month"],
  ["M", "month"],
  ["DD", "day"],
  ["D", "day"],
  ["dddd", "weekday"],
  ["ddd", "weekday"],
  ["HH", "hour"],
  ["H", "hour"],
  ["hh", "hour"],
  ["h", "hour"],
  ["mm", "minute"],
  ["ss", "second"],
  ["a", "half"],
  ["z", "zone"],
]);

const SHAPES: Readonly<Record<DatePart, string>> = {
  year: "(\\d{4})",
  shortYear: "(\\d{2})",
  monthName: "(\\p{L}{3,9}\\.?)",
  month: "(\\d{1,2})",
  day: "(\\d{1,2}(?:st|nd|rd|th)?)",
  weekday: "(\\p{L}{2,9}\\.?)",
  hour: "(\\d{1,2})",
  minute: "(\\d{2})",
  second: "(\\d{2})(?:\\.\\d+)?",
  half: "([ap]\\.?m\\.?)",
  zone: "(Z|[+-]\\d{2}:?\\d{2}|\\p{Lu}{1,5})",
};

const PIECE = /(YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|ss|a|z)|\[([^\]]*)\]|(\s+)|(\*)|(.)/gsu;
const NUMBERS: ReadonlySet<DatePart> = new Set<DatePart>(["year", "shortYear", "month", "day", "hour", "minute", "second"]);
const GIVEN = /\s+(?:YYYY=(?<year>\d{4})|z=(?<zone>[A-Z]{1,5}|[+-]\d\d:?\d\d))$/u;
const known = new Map<string, readonly DateOrder[] | string>();
const MAX_KNOWN = 500;

/** The letters of an order, for messages and the reference page. */
export const DATE_ORDER_LETTERS =
  "YYYY YY MMMM MMM MM M DD D dddd HH H hh h mm ss a z, words in [brackets], * for a rest that does not matter";

/**
 * The orders that one text lists, `MM/DD/YYYY or YYYY`, remembered: a column has one order and many rows.
 * @returns in words what is wrong with it, where something is
 */
export function readDateOrders(order: string): readonly DateOrder[] | string {
  const before = known.get(order);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const orders = order
    .trim()
    .split(/\s+or\s+/u)
    .map(compileOrder);
  const problem = orders.find((each) => typeof each === "string");
  const result = problem ?? orders.filter((each) => typeof each !== "string");
  known.set(order, result);
  return result;
}

function compileOrder(text: string): DateOrder | string {
  const { bare, given } = splitGiven(text);
  const parts: DatePart[] = [];
  let [shape, stray] = ["", ""];
  const pieces = [...bare.matchAll(PIECE)];
  pieces.forEach(([, token, words, blank, rest, other = ""], at) => {
    const part = TOKENS.get(token ?? "");
    if (part !== undefined) {
      parts.push(part);
      shape += touches(pieces, at) ? SHAPES[part].replace("\\d{1,2}", "\\d{2}") : SHAPES[part];
    } else if (blank !== undefined) shape += "\\s+";
    else if (rest !== undefined) shape += ".*?";
    else {
      if (other !== "T" && /\p{L}/u.test(other)) stray ||= other;
      shape += escape(words ?? other);
    }
  });
  const problem = stray === "" ? faultOf(parts, given) : `"${stray}" is no part of a date (${DATE_ORDER_LETTERS})`;
  if (problem !== undefined) return `the order "${text}" cannot be used: ${problem}`;
  return { text, parts, given, matcher: whole(shape), anyYear: whole(shape.replace("(\\d{4})", "(\\d+)")) };
}

function splitGiven(text: string): { bare: string; given: Partial<Record<DatePart, string>> } {
  let bare = text;
  const given: Partial<Record<DatePart, string>> = {};
  for (let match = GIVEN.exec(bare); match; match = GIVEN.exec(bare)) {
    if (match.groups?.year !== undefined) given.year = match.groups.year;
    if (match.groups?.zone !== undefined) given.zone = match.groups.zone;
    bare = bare.slice(0, match.index);
  }
  return { bare, given };
}

/** Without a sign between them, numbers are told apart by their width alone: YYYYMMDD. */
function touches(pieces: readonly RegExpMatchArray[], at: number): boolean {
  return [at - 1, at + 1].some((beside) => {
    const part = TOKENS.get(pieces[beside]?.[1] ?? "");
    return part !== undefined && NUMBERS.has(part);
  });
}

function faultOf(parts: readonly DatePart[], given: DateOrder["given"]): string | undefined {
  const has = (...wanted: DatePart[]): boolean => wanted.some((part) => parts.includes(part));
  const doubled = parts.find((part, at) => parts.indexOf(part) !== at);
  const year = has("year", "shortYear");
  if (doubled !== undefined) return `it asks for the ${doubled} twice`;
  if (year && given.year !== undefined) return "it has a year of its own, so none can be given for all";
  if (has("zone") && given.zone !== undefined) return "it has a zone of its own, so none can be given for all";
  if (!year && given.year === undefined) return "it has no year; where all rows are of one year, write it behind, such as YYYY=2014";
  if (has("day") && !has("month", "monthName")) return "it has a day without a month";
  if (has("hour") && !has("day")) return "it has an hour without a day";
  if (has("minute", "second", "half", "zone") && !has("hour")) return "it has a part of a time without an hour";
  // An hour of no zone would be another instant on another machine.
  if (has("hour") && !has("zone") && given.zone === undefined) {
    return "it has an hour without a zone; add z, write one behind for all, such as z=UTC, or write * for a time that does not matter";
  }
  return undefined;
}

function whole(shape: string): RegExp {
  return new RegExp(`^${shape}$`, "isu");
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
