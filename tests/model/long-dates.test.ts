import { Random } from "../../bench/random";
import { DATE_LENGTHS, dateLength, earliestBeginning, keyDatesOf } from "../../src/model/long-dates";
import type { LongDates } from "../../src/model/long-dates";
import { EARLIEST_INSTANT, LATEST_INSTANT, parsePartialDate } from "../../src/model/partial-date";
import type { PartialDate } from "../../src/model/partial-date";

function dated(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === null) throw new Error(`No date: ${text}`);
  return date;
}

/** As an index has them. */
function longDatesOf(dates: readonly PartialDate[]): LongDates[] {
  return DATE_LENGTHS.flatMap((days) => {
    const some = dates.filter((date) => dateLength(date) === days);
    if (some.length === 0) return [];
    return [{ days, latest: Math.max(...some.map(({ latest }) => latest)), earliest: Math.min(...some.map(({ earliest }) => earliest)) }];
  });
}

describe("dateLength", () => {
  const anyLength = DATE_LENGTHS.at(-1);
  it.each([
    ["2020-01-03T10:00:00Z", null],
    ["2020-01-03", null],
    ["2020-01-03/2020-01-04", 7],
    ["2020-01-01/2020-01-07", 7],
    ["2020-01-01/2020-01-08", 31],
    ["2020-01", 31],
    ["2020-02~", 31],
    ["2020-01-15/2020-02-15", 366],
    ["2020", 366],
    ["2020-21", 366],
    ["2019/2020", 3653],
    ["200X", 3653],
    ["19XX", anyLength],
    ["../2019", anyLength],
    ["2019/..", anyLength],
    ["-5000/..", anyLength],
  ])("of %s is %p", (text, days) => {
    expect(dateLength(dated(text))).toBe(days);
  });

  it("holds all of time", () => {
    expect(dateLength({ earliest: EARLIEST_INSTANT, latest: LATEST_INSTANT })).toBe(anyLength);
  });
});

describe("earliestBeginning", () => {
  const at = Date.parse("2020-01-03T00:00:00Z");

  it("is a day before where nothing is longer, since a day may have begun then", () => {
    expect(earliestBeginning(at, [])).toBe(at - 86_400_000 + 1);
  });

  it("is told by what still went on, however long other things were", () => {
    const longDates = longDatesOf(["198X", "../2018", "2019"].map(dated));
    expect(earliestBeginning(at, longDates)).toBe(earliestBeginning(at, []));
    const fromMay = Date.parse("2020-05-03T00:00:00Z");
    expect(earliestBeginning(fromMay, longDatesOf(["198X", "../2018", "2020"].map(dated)))).toBe(Date.UTC(2020, 0));
  });

  it("reaches to where what is open began, and no further", () => {
    expect(earliestBeginning(at, longDatesOf([dated("2011-06/..")]))).toBe(Date.UTC(2011, 5));
    expect(earliestBeginning(at, longDatesOf([dated("../2020-01")]))).toBe(EARLIEST_INSTANT);
  });

  it("never is later than the beginning of anything that goes on then", () => {
    const random = new Random(20200103);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
    const year = (): string => String(1990 + Math.floor(random.next() * 40));
    const texts = [
      () => year(),
      () => `${year()}-0${String(1 + Math.floor(random.next() * 9))}`,
      () => `${year()}-03-0${String(1 + Math.floor(random.next() * 9))}`,
      () => `${year().slice(0, 3)}X`,
      () => `../${year()}`,
      () => `${year()}/..`,
      () => `${year()}-01-0${String(1 + Math.floor(random.next() * 9))}/2031`,
    ];
    for (let run = 0; run < 300; run++) {
      const dates = Array.from({ length: 1 + Math.floor(random.next() * 6) }, () => dated(pick(texts)()));
      const longDates = longDatesOf(dates);
      for (const { earliest, latest } of dates)
        for (const instant of [earliest, latest, Math.max(earliest, latest - 5_000_000_000), at])
          if (latest >= instant) expect(earliestBeginning(instant, longDates)).toBeLessThanOrEqual(Math.max(earliest, EARLIEST_INSTANT));
    }
  });
});

describe("keyDatesOf", () => {
  it("knows the dates that pages are sorted by", () => {
    expect(["Statement", "Document", "Report", "Person"].map((label) => keyDatesOf(label).map(({ property }) => property))).toEqual([
      ["saidAt"],
      ["publishedAt"],
      ["reportedAt"],
      [],
    ]);
  });
});
