import { parsePartialDate } from "../../src/model/partial-date";
import { bucketStart, parseBucket, timeBuckets } from "../../src/model/time-bucket";
import type { TimeUnit } from "../../src/model/time-bucket";

const bucketsOf = (text: string): Partial<Record<TimeUnit, string>> => {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`${text} is no date.`);
  return timeBuckets(date);
};

describe("timeBuckets", () => {
  it.each([
    ["2020-01-03", { Year: "2020", Quarter: "2020-Q1", Month: "2020-01", Week: "2020-W01", Day: "2020-01-03" }],
    ["2020-01", { Year: "2020", Quarter: "2020-Q1", Month: "2020-01" }],
    ["2020", { Year: "2020" }],
    ["2020-01-03T23:30:00-05:00", { Year: "2020", Quarter: "2020-Q1", Month: "2020-01", Week: "2020-W01", Day: "2020-01-04" }],
    ["2020-02/2020-03", { Year: "2020", Quarter: "2020-Q1" }],
    ["2019-12-30/2020-01-02", { Week: "2020-W01" }],
    ["2020-22", { Year: "2020" }],
    ["2021-01-03", { Year: "2021", Quarter: "2021-Q1", Month: "2021-01", Week: "2020-W53", Day: "2021-01-03" }],
    ["-0044-03-15", { Year: "-0044", Quarter: "-0044-Q1", Month: "-0044-03", Week: "-0044-W11", Day: "-0044-03-15" }],
    ["../2001-06", {}],
    ["0050", { Year: "0050" }],
  ])("puts %s where it lies as a whole", (text, buckets) => {
    expect(bucketsOf(text)).toEqual(buckets);
  });
});

describe("bucketStart", () => {
  it.each([
    ["Year", "2020", "2020-01-01T00:00:00.000Z"],
    ["Year", "0050", "0050-01-01T00:00:00.000Z"],
    ["Quarter", "2020-Q3", "2020-07-01T00:00:00.000Z"],
    ["Month", "2020-12", "2020-12-01T00:00:00.000Z"],
    ["Week", "2020-W01", "2019-12-30T00:00:00.000Z"],
    ["Week", "2020-W53", "2020-12-28T00:00:00.000Z"],
    ["Day", "2020-02-29", "2020-02-29T00:00:00.000Z"],
    ["Year", "0000", "0000-01-01T00:00:00.000Z"],
    ["Day", "9999-12-31", "9999-12-31T00:00:00.000Z"],
    ["Month", "-0044-03", null],
    ["Week", "0000-W01", "0000-01-03T00:00:00.000Z"],
    ["Year", "12000", null],
  ] as const)("of %s %s is its first instant", (unit, name, start) => {
    expect(bucketStart(unit, name)).toBe(start);
  });

  it("lies within the bucket, for every day of many years", () => {
    for (let day = Date.UTC(1998, 11, 20); day < Date.UTC(2012, 0, 20); day += 86_400_000) {
      const buckets = timeBuckets({ earliest: day, latest: day });
      for (const [unit, name] of Object.entries(buckets)) {
        const start = Date.parse(bucketStart(unit as TimeUnit, name) ?? "");
        expect([name, timeBuckets({ earliest: start, latest: start })[unit as TimeUnit]]).toEqual([name, name]);
        expect(timeBuckets({ earliest: start - 1, latest: start - 1 })[unit as TimeUnit]).not.toBe(name);
      }
    }
  });
});

describe("parseBucket", () => {
  it("gives each quarter and week the time that its dates lie in", () => {
    for (let day = Date.UTC(1998, 11, 20); day < Date.UTC(2012, 0, 20); day += 86_400_000) {
      const { Quarter, Week } = timeBuckets({ earliest: day, latest: day });
      for (const [unit, name] of Object.entries({ Quarter, Week })) {
        const date = parseBucket(name ?? "");
        expect(date && [timeBuckets(date)[unit as TimeUnit], date.earliest <= day && day <= date.latest]).toEqual([name, true]);
      }
    }
  });

  it.each(["2020-Q0", "2020-Q5", "2021-W53", "2020-W00", "2020-W54", "999999-Q1", "202001", "20200103", "2020", "Q1", ""])(
    "knows no %s",
    (name) => {
      expect(parseBucket(name)).toBeNull();
    },
  );
});
