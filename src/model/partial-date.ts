import edtf from "edtf";

/**
 * A point or stretch of time as precisely as it is known: EDTF levels 0 and 1.
 * `earliest` and `latest` are milliseconds since 1970-01-01T00:00:00Z, both inclusive; an open or unknown end of an
 * interval reaches to the end of time.
 * @see https://www.loc.gov/standards/datetime/
 */
export interface PartialDate {
  /** As written; never rewritten. */
  readonly text: string;
  readonly earliest: number;
  readonly latest: number;
}

/** The ends of time that a JavaScript date can hold. */
export const EARLIEST_INSTANT = -8_640_000_000_000_000;
export const LATEST_INSTANT = 8_640_000_000_000_000;

const SORT_DIGITS = 17;
const ISO_LIKE = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?[~?%]?$/;

/** `2020-21` to `2020-24`, spring to winter: EDTF does not say of which hemisphere, so that it may be any time of the year. */
const SEASON = /(?<=^-?\d{4})-2[1-4]$/;

/** A plain day of a year that `Date.UTC` takes for itself: 99 would be 1999. */
const PLAIN_DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;
export const DAY_MS = 86_400_000;

/** In words, for messages. */
export const PARTIAL_DATE_FORMS = "EDTF: 2020, 2020-02, 2020-02-03, 2020-02-03T21:30:00Z, 2020~, 2020-01/2020-03";

/** @returns null where the text is no date of EDTF level 0 or 1, or names a day that no calendar has. */
export function parsePartialDate(text: string): PartialDate | null {
  if (text === "" || text.length > 64 || text !== text.trim() || /^[./]+$/.test(text)) return null;
  if (!text.split("/").every(isCalendarDay)) return null;
  if (PLAIN_DAY.test(text)) return plainDay(text);
  try {
    const parsed = edtf(text.replace(SEASON, ""), { level: 1 });
    return bounded(text, parsed.min, parsed.max);
  } catch {
    // The parser's own messages show its grammar; the caller says what is wanted in words.
    return null;
  }
}

/** What the parser says of a day, a hundred times quicker: corpora hold them by the million. */
function plainDay(text: string): PartialDate {
  const earliest = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)));
  return { text, earliest, latest: earliest + DAY_MS - 1 };
}

/** Only full dates can name a day that does not exist; the parser lets 2021-02-29 pass. */
function isCalendarDay(text: string): boolean {
  const parts = ISO_LIKE.exec(text);
  if (!parts) return true;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function bounded(text: string, min: number | null, max: number | null): PartialDate | null {
  const earliest = Math.max(min ?? EARLIEST_INSTANT, EARLIEST_INSTANT);
  const latest = Math.min(max ?? LATEST_INSTANT, LATEST_INSTANT);
  if (Number.isNaN(earliest) || Number.isNaN(latest) || earliest > latest) return null;
  return { text, earliest, latest };
}

/** A string of fixed length that sorts, code point by code point, as instants do in time. */
export function sortableInstant(milliseconds: number): string {
  return (BigInt(milliseconds) + BigInt(LATEST_INSTANT)).toString().padStart(SORT_DIGITS, "0");
}
