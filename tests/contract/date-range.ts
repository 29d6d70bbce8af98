const DAY = 86_400_000;

/** First and last millisecond of a date as corpora write it, worked out by hand; an open end is infinite. */
export function dateRange(written: string): readonly [number, number] {
  const [start, end] = written.split("/");
  if (end === undefined) return pointRange(written);
  return [start === ".." ? -Infinity : pointRange(start ?? "")[0], end === ".." ? Infinity : pointRange(end)[1]];
}

/** An instant as far as DateTime can say it: of years with four digits alone. */
export function sayable(instant: number): number | null {
  const year = new Date(instant).getUTCFullYear();
  return year >= 0 && year <= 9999 ? instant : null;
}

function pointRange(written: string): readonly [number, number] {
  const date = written.replace(/[~?%]$/, "");
  if (date.includes("T")) {
    const instant = Date.parse(date);
    // Seconds are the finest that is written: the parser takes the instant itself.
    return [instant, instant];
  }
  const decade = /^(\d{3})X$/.exec(date);
  if (decade) return [yearStart(Number(decade[1]) * 10), yearStart(Number(decade[1]) * 10 + 10) - 1];
  const parts = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts) throw new Error(`The oracle cannot read ${written}.`);
  const [year, month, day] = [Number(parts[1]), parts[2] && Number(parts[2]), parts[3] && Number(parts[3])];
  if (!month) return [yearStart(year), yearStart(year + 1) - 1];
  if (!day) return [monthStart(year, month), monthStart(year, month + 1) - 1];
  const start = monthStart(year, month) + (day - 1) * DAY;
  return [start, start + DAY - 1];
}

function yearStart(year: number): number {
  return monthStart(year, 1);
}

/** `Date.UTC` takes years below 100 for those of the last century. */
function monthStart(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime();
}
