import { readDateOrders } from "./date-order";
import type { DateOrder, DatePart } from "./date-order";
import { daysInMonth, monthName, monthOf } from "./month-of";
import { ZONE_FORMS, zoneOffsetMs } from "./zone-offset";

/** A date in EDTF, or in words why there is none. */
export type WrittenDate = { readonly date: string } | { readonly problem: string };

type Fields = Partial<Record<DatePart, string>>;

/** Of two-digit years, those up to here are of this century (POSIX). */
const LAST_OF_THIS_CENTURY = 68;

/**
 * A date as tables write it, in the order that the mapping states, as precise as the order is: `MM/DD/YYYY` gives a day,
 * `MMM YYYY` a month, an order with an hour and a zone an instant in UTC. Names of months are English, full or short;
 * nothing is guessed from the date itself.
 * @param order one order or several with `or` between them, of which the first that fits is taken: see `DATE_ORDER_LETTERS`
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseWrittenDate(text: string, order: string): WrittenDate {
  const orders = readDateOrders(order);
  if (typeof orders === "string") return { problem: orders };
  const written = text.trim().replace(/\s+/gu, " ");
  const problems: string[] = [];
  for (const each of orders) {
    const result = readInOrder(written, each);
    if ("date" in result) return result;
    problems.push(result.problem);
  }
  const problem = problems.find((each) => each !== "") ?? "";
  return { problem: `"${written}" is no date in the order "${order}"${problem === "" ? "" : `: ${problem}`}` };
}

/** @returns an empty problem where the text has another shape altogether */
function readInOrder(text: string, order: DateOrder): WrittenDate {
  const match = order.matcher.exec(text);
  if (!match) return { problem: shapeProblem(text, order) };
  const fields: Fields = { ...order.given };
  order.parts.forEach((part, at) => (fields[part] = match[at + 1] ?? ""));
  const year = fields.shortYear === undefined ? Number(fields.year) : fullYear(Number(fields.shortYear));
  const month = fields.monthName === undefined ? Number(fields.month ?? "0") : monthOf(fields.monthName);
  if (month === undefined) return { problem: `"${fields.monthName ?? ""}" is no English name of a month` };
  const hasMonth = fields.month !== undefined || fields.monthName !== undefined;
  if (!hasMonth) return { date: digits(year, 4) };
  const day = fields.day === undefined ? undefined : Number.parseInt(fields.day, 10);
  const problem = calendarProblem(year, month, day, order);
  if (problem !== undefined) return { problem };
  const date = `${digits(year, 4)}-${digits(month, 2)}`;
  if (day === undefined) return { date };
  return fields.hour === undefined ? { date: `${date}-${digits(day, 2)}` } : readInstant(Date.UTC(year, month - 1, day), fields);
}

function shapeProblem(text: string, order: DateOrder): string {
  const at = order.parts.indexOf("year");
  const year = at < 0 ? undefined : order.anyYear.exec(text)?.[at + 1];
  if (year === undefined) return "";
  const advice = year.length === 2 ? "; where YY stands in the order, 00 to 68 are 2000 to 2068" : "";
  return `the year "${year}" has not four digits${advice}`;
}

function calendarProblem(year: number, month: number, day: number | undefined, order: DateOrder): string | undefined {
  if (month < 1 || month > 12) {
    const swapped = swapDayAndMonth(order.text);
    const isSwapped = day !== undefined && day <= 12 && month <= 31 && swapped !== order.text;
    return `there is no month ${String(month)}${isSwapped ? `; if the day comes first, the order is "${swapped}"` : ""}`;
  }
  if (day === undefined || (day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return `${monthName(month)} ${String(year)} has no day ${String(day)}`;
}

function swapDayAndMonth(order: string): string {
  return order.replace(/M{1,2}(?!M)|D{1,2}/gu, (part) => (part.startsWith("M") ? "D" : "M").repeat(part.length));
}

function readInstant(midnight: number, fields: Fields): WrittenDate {
  const [hour, minute, second] = [Number(fields.hour), Number(fields.minute ?? "0"), Number(fields.second ?? "0")];
  const half = fields.half?.charAt(0).toLowerCase();
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return { problem: `there is no hour ${String(hour)}` };
  if (minute > 59 || second > 59) return { problem: `there is no minute or second past 59` };
  const hours = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  const local = midnight + ((hours * 60 + minute) * 60 + second) * 1000;
  const offset = zoneOffsetMs(fields.zone ?? "", local);
  if (offset === undefined) return { problem: `"${fields.zone ?? ""}" is no known zone (${ZONE_FORMS})` };
  return { date: new Date(local - offset).toISOString().replace(".000Z", "Z") };
}

function fullYear(short: number): number {
  return short <= LAST_OF_THIS_CENTURY ? 2000 + short : 1900 + short;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
