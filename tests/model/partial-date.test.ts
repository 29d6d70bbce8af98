import { EARLIEST_INSTANT, LATEST_INSTANT, parsePartialDate, sortableInstant } from "../../src/model/partial-date";

const DAY = 86_400_000;

describe("parsePartialDate", () => {
  it.each([
    ["2020-02-29", Date.UTC(2020, 1, 29), Date.UTC(2020, 1, 29) + DAY - 1],
    ["2016-11", Date.UTC(2016, 10, 1), Date.UTC(2016, 11, 1) - 1],
    ["2016", Date.UTC(2016, 0, 1), Date.UTC(2017, 0, 1) - 1],
    ["2020-01/2020-03", Date.UTC(2020, 0, 1), Date.UTC(2020, 3, 1) - 1],
    ["2020/..", Date.UTC(2020, 0, 1), LATEST_INSTANT],
    ["../2020", EARLIEST_INSTANT, Date.UTC(2021, 0, 1) - 1],
    ["2020-21", Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1) - 1],
    ["2020-24", Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1) - 1],
  ])("reads %s with its earliest and latest instant", (text, earliest, latest) => {
    expect(parsePartialDate(text)).toEqual({ text, earliest, latest });
  });

  it.each(["1000-01-01", "1900-02-28", "2000-02-29", "2020-12-31", "9999-12-31"])(
    "gives the plain day %s the instants that the parser gives an uncertain one",
    (text) => {
      const { earliest, latest } = parsePartialDate(`${text}?`) ?? {};
      expect(parsePartialDate(text)).toEqual({ text, earliest, latest });
    },
  );

  it.each(["2020-01-03~", "2020?", "2020-01-03T21:30:00Z"])("takes %s", (text) => {
    expect(parsePartialDate(text)?.text).toBe(text);
  });

  it.each([
    "2019-02-29",
    "2016-13-01",
    "31/12/2016",
    "2016-1-1",
    "yesterday",
    "0000-00-00",
    "2016-11-08T25:00:00Z",
    "",
    " 2020",
    "2016.10",
    "007",
    "1e3",
    "1:30",
    "2020-03/2020-01",
  ])("refuses %j", (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });
});

describe("sortableInstant", () => {
  it("sorts as text the way instants follow each other, before 1970 too", () => {
    const instants = [EARLIEST_INSTANT, -1e14, -1, 0, 1, 1_577_836_800_000, LATEST_INSTANT];
    const texts = instants.map(sortableInstant);
    expect([...texts].sort()).toEqual(texts);
    expect(new Set(texts.map((text) => text.length))).toEqual(new Set([17]));
  });
});
