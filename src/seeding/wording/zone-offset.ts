/** Zones that keep one time all year round, and the names of one half of the year, in hours ahead of UTC. */
const FIXED: ReadonlyMap<string, number> = new Map([
  ["Z", 0],
  ["UTC", 0],
  ["GMT", 0],
  ["WET", 0],
  ["BST", 1],
  ["CET", 1],
  ["CEST", 2],
  ["EET", 2],
  ["EEST", 3],
  ["MSK", 3],
  ["JST", 9],
  ["EDT", -4],
  ["EST", -5],
  ["CDT", -5],
  ["CST", -6],
  ["MDT", -6],
  ["MST", -7],
  ["PDT", -7],
  ["PST", -8],
  ["AKDT", -8],
  ["AKST", -9],
  ["HST", -10],
]);
/** Names that mean summer time in summer. */
const CLOCKS: ReadonlyMap<string, number> = new Map([
  ["ET", -5],
  ["CT", -6],
  ["MT", -7],
  ["PT", -8],
]);
const HOUR_MS = 3_600_000;

/** In words, for messages. */
export const ZONE_FORMS = "Z, +01:00, UTC, GMT, ET, CT, MT, PT, EST, EDT, CET, CEST, BST, JST and their like";

/**
 * How far a zone is ahead of UTC, in milliseconds.
 * @param local what the clock shows, as if it were UTC
 * @returns undefined where the zone is not known
 */
export function zoneOffsetMs(zone: string, local: number): number | undefined {
  const name = zone.toUpperCase();
  const offset = /^([+-])(\d\d):?(\d\d)$/u.exec(name);
  if (offset) {
    const hours = Number(offset[2]) + Number(offset[3]) / 60;
    return hours > 14 ? undefined : (offset[1] === "-" ? -hours : hours) * HOUR_MS;
  }
  const clock = CLOCKS.get(name);
  const hours = clock === undefined ? FIXED.get(name) : clock + (isSummerTime(local) ? 1 : 0);
  return hours === undefined ? undefined : hours * HOUR_MS;
}

/** By the rule of the United States since 2007: from 2 a.m. of March's second Sunday to November's first. */
function isSummerTime(local: number): boolean {
  const year = new Date(local).getUTCFullYear();
  return local >= sunday(year, 2, 8) + 2 * HOUR_MS && local < sunday(year, 10, 1) + 2 * HOUR_MS;
}

/** Midnight of the first Sunday from a day on; months count from 0. */
function sunday(year: number, month: number, from: number): number {
  const weekday = new Date(Date.UTC(year, month, from)).getUTCDay();
  return Date.UTC(year, month, from + ((7 - weekday) % 7));
}
