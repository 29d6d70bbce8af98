import { instantText } from "./instant-text";
import { DAY_MS } from "./partial-date";
import type { PartialDate } from "./partial-date";

/** The stretches of the calendar that statements are counted by, from the longest to the shortest. */
export const TIME_UNITS = ["Year", "Quarter", "Month", "Week", "Day"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const NAMES: Readonly<Record<TimeUnit, (instant: Date) => string>> = {
  Year: yearOf,
  Quarter: (instant) => `${yearOf(instant)}-Q${String(Math.floor(instant.getUTCMonth() / 3) + 1)}`,
  Month: (instant) => `${yearOf(instant)}-${twoDigits(instant.getUTCMonth() + 1)}`,
  Week: weekOf,
  Day: (instant) => `${yearOf(instant)}-${twoDigits(instant.getUTCMonth() + 1)}-${twoDigits(instant.getUTCDate())}`,
};

/**
 * The years, quarters, months, weeks (ISO 8601) and days of the calendar (UTC) in which a date lies as a whole: `2020-01`
 * has a month and a year, but no week and no day. Nothing is guessed from a date that reaches over a boundary.
 */
export function timeBuckets({ earliest, latest }: Pick<PartialDate, "earliest" | "latest">): Partial<Record<TimeUnit, string>> {
  const [first, last] = [new Date(earliest), new Date(latest)];
  const buckets: Partial<Record<TimeUnit, string>> = {};
  for (const unit of TIME_UNITS) {
    const name = NAMES[unit](first);
    if (name === NAMES[unit](last)) buckets[unit] = name;
  }
  return buckets;
}

/** The first instant of a bucket, from its name, as text in UTC; null outside the years 0 to 9999. */
export function bucketStart(unit: TimeUnit, name: string): string | null {
  return instantText(firstInstant(unit, name).getTime());
}

function firstInstant(unit: TimeUnit, name: string): Date {
  const [, year = "", rest = ""] = /^(-?\d+)-?(.*)$/.exec(name) ?? [];
  const number = Number(rest.replace(/^\D/, "").split("-", 1)[0] || "1");
  if (unit === "Week") return new Date(startOfWeeks(Number(year)) + (number - 1) * 7 * DAY_MS);
  const month = unit === "Quarter" ? (number - 1) * 3 : number - 1;
  return new Date(utc(Number(year), month, unit === "Day" ? Number(rest.split("-")[1]) : 1));
}

const QUARTER_OR_WEEK = /^-?\d{4,6}-(?:Q[1-4]|W\d{2})$/;

/** The time that a quarter or a week stands for, by its name, which is no date of EDTF. @returns null where there is no such time */
export function parseBucket(name: string): PartialDate | null {
  if (!QUARTER_OR_WEEK.test(name)) return null;
  const unit = name.includes("Q") ? "Quarter" : "Week";
  const first = firstInstant(unit, name);
  const next = new Date(first);
  if (unit === "Quarter") next.setUTCMonth(next.getUTCMonth() + 3);
  else next.setUTCDate(next.getUTCDate() + 7);
  // A year may have no week 53, and a calendar an end.
  if (Number.isNaN(next.getTime()) || NAMES[unit](first) !== name) return null;
  return { text: name, earliest: first.getTime(), latest: next.getTime() - 1 };
}

function yearOf(instant: Date): string {
  const year = instant.getUTCFullYear();
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** A week belongs to the year that its Thursday lies in. */
function weekOf(instant: Date): string {
  const thursday = new Date(instant.getTime() + (4 - (instant.getUTCDay() || 7)) * DAY_MS);
  const week = Math.floor((thursday.getTime() - startOfWeeks(thursday.getUTCFullYear())) / (7 * DAY_MS)) + 1;
  return `${yearOf(thursday)}-W${twoDigits(week)}`;
}

/** The Monday of week 1: the week with 4 January in it. */
function startOfWeeks(year: number): number {
  const fourth = utc(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * DAY_MS;
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}
