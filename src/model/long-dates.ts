import { kindOf, orderKeysOf, propertyOf } from "./ontology";
import { DAY_MS, EARLIEST_INSTANT } from "./partial-date";
import type { PartialDate } from "./partial-date";

/** More days than lie between the two ends of time: for what is longer than a decade, and for open intervals. */
const ANY_NUMBER_OF_DAYS = 200_000_001;

/** Dates that are longer than a day are told apart by length: up to a week, a month, a year, a decade, and the rest. In days. */
export const DATE_LENGTHS: readonly number[] = [7, 31, 366, 3653, ANY_NUMBER_OF_DAYS];

/** A date that an order key sorts by, such as saidAt of Statement. */
export interface KeyDate {
  readonly label: string;
  readonly property: string;
}

/** What the graph has of dates of one length. */
export interface LongDates {
  /** One of DATE_LENGTHS. */
  readonly days: number;
  /** The instant to which the last of them goes on. */
  readonly latest: number;
  /** The instant at which the first of them begins. */
  readonly earliest: number;
}

/** The dates of a kind that its order keys sort by. */
export function keyDatesOf(label: string): readonly KeyDate[] {
  const dates = orderKeysOf(kindOf(label)).filter(({ by }) => propertyOf(label, by).type === "date");
  return dates.map(({ by }) => ({ label, property: by }));
}

/** The helpers that hold where such a date begins and ends, in milliseconds. */
export function instantNames({ property }: KeyDate): readonly [earliest: string, latest: string] {
  return [`${property}Earliest`, `${property}Latest`];
}

/** The helper that holds the length of such a date, one of DATE_LENGTHS; it is absent where the date is no longer than a day. */
export function lengthName(property: string): string {
  return `${property}MaxDays`;
}

/** @returns the first of DATE_LENGTHS that the date fits into; null for a day and less */
export function dateLength({ earliest, latest }: Pick<PartialDate, "earliest" | "latest">): number | null {
  const span = latest - earliest;
  return span < DAY_MS ? null : (DATE_LENGTHS.find((days) => span < days * DAY_MS) ?? ANY_NUMBER_OF_DAYS);
}

/**
 * The instant before which nothing began that still went on at another one. One long date says this of its own length alone: that something was
 * said in the eighties says nothing of what went on last week.
 */
export function earliestBeginning(goesOnAt: number, longDates: readonly LongDates[]): number {
  const within = (days: number): number => goesOnAt - days * DAY_MS + 1;
  const longer = longDates.filter(({ latest }) => latest >= goesOnAt).map(({ days, earliest }) => Math.max(earliest, within(days)));
  return Math.max(EARLIEST_INSTANT, Math.min(within(1), ...longer));
}
