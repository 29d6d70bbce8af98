const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

/** @returns the number of a month, from 1, by its English name or the first three or four letters of it */
export function monthOf(name: string): number | undefined {
  const bare = name.toLowerCase().replace(/\.$/u, "");
  if (bare.length < 3) return undefined;
  const at = MONTHS.findIndex((month) => month === bare || (bare.length <= 4 && month.startsWith(bare)));
  return at < 0 ? undefined : at + 1;
}

/** @returns the English name of a month, by its number from 1 */
export function monthName(month: number): string {
  const name = MONTHS[month - 1] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many days a month of the Gregorian calendar has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
