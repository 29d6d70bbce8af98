import { parsePartialDate } from "../../../src/model/partial-date";
import { parseWrittenDate } from "../../../src/seeding/wording/parse-written-date";

const problemOf = (text: string, order: string): string => {
  const result = parseWrittenDate(text, order);
  return "problem" in result ? result.problem : `no problem: ${result.date}`;
};

describe("parseWrittenDate", () => {
  it.each([
    ["03/12/2020", "MM/DD/YYYY", "2020-03-12"],
    ["3/5/2020", "MM/DD/YYYY", "2020-03-05"],
    ["12.03.2020", "DD.MM.YYYY", "2020-03-12"],
    ["2020-03-12", "YYYY-MM-DD", "2020-03-12"],
    ["20200312", "YYYYMMDD", "2020-03-12"],
    [" March  12,\n2020 ", "MMMM D, YYYY", "2020-03-12"],
    ["Sept. 3, 2019", "MMM D, YYYY", "2019-09-03"],
    ["MAY 3, 2019", "MMMM D, YYYY", "2019-05-03"],
    ["June 3rd, 2019", "MMMM D, YYYY", "2019-06-03"],
    ["Sunday, 3 May 2020", "dddd, D MMMM YYYY", "2020-05-03"],
    ["5-Dec", "D-MMM YYYY=2014", "2014-12-05"],
    ["Dec 2014", "MMM YYYY", "2014-12"],
    ["02/2014", "MM/YYYY", "2014-02"],
    ["2014", "YYYY", "2014"],
    ["3/5/14", "M/D/YY", "2014-03-05"],
    ["3/5/69", "M/D/YY", "1969-03-05"],
    ["29 Feb 2020", "D MMM YYYY", "2020-02-29"],
    ["on 3 May 2020", "[on] D MMM YYYY", "2020-05-03"],
    ["June 26, 2019, 9 p.m. ET", "MMMM D, YYYY*", "2019-06-26"],
  ])("reads %j in the order %s", (text, order, date) => {
    expect(parseWrittenDate(text, order)).toEqual({ date });
  });

  it.each([
    ["June 26, 2019, 9 p.m. ET", "MMMM D, YYYY, h a z", "2019-06-27T01:00:00Z"],
    ["Jan 5, 2020, 12:30 AM EST", "MMM D, YYYY, h:mm a z", "2020-01-05T05:30:00Z"],
    ["March 8, 2020, 1 a.m. ET", "MMMM D, YYYY, h a z", "2020-03-08T06:00:00Z"],
    ["March 8, 2020, 3 a.m. ET", "MMMM D, YYYY, h a z", "2020-03-08T07:00:00Z"],
    ["2020-01-05T21:30:15.250+03:30", "YYYY-MM-DDTHH:mm:ssz", "2020-01-05T18:00:15Z"],
    ["5.1.2020 07:05", "D.M.YYYY HH:mm z=CET", "2020-01-05T06:05:00Z"],
  ])("reads the instant %j in the order %s", (text, order, date) => {
    expect(parseWrittenDate(text, order)).toEqual({ date });
  });

  it("gives dates that the model takes", () => {
    const dates = [parseWrittenDate("June 26, 2019, 9 p.m. ET", "MMMM D, YYYY, h a z"), parseWrittenDate("Dec 2014", "MMM YYYY")];
    expect(dates.map((each) => "date" in each && parsePartialDate(each.date) !== null)).toEqual([true, true]);
  });

  it("takes the first of several orders that fits", () => {
    expect(["3/5/2020", "2020", "May 2020"].map((text) => parseWrittenDate(text, "M/D/YYYY or MMM YYYY or YYYY"))).toEqual([
      { date: "2020-03-05" },
      { date: "2020" },
      { date: "2020-05" },
    ]);
  });

  it("does not take a month's day for its year", () => {
    expect(problemOf("30/02/2020", "DD/MM/YYYY")).toBe('"30/02/2020" is no date in the order "DD/MM/YYYY": February 2020 has no day 30');
  });

  it("names the order that was probably meant where there is no such month", () => {
    expect(problemOf("13/05/2020", "MM/DD/YYYY")).toBe(
      '"13/05/2020" is no date in the order "MM/DD/YYYY": there is no month 13; if the day comes first, the order is "DD/MM/YYYY"',
    );
  });

  it("asks for YY where a year has two digits", () => {
    expect(problemOf("3/5/14", "M/D/YYYY")).toContain('the year "14" has not four digits; where YY stands in the order');
  });

  it.each([
    ["29 Feb 2019", "D MMM YYYY", "February 2019 has no day 29"],
    ["0/5/2019", "M/D/YYYY", "there is no month 0"],
    ["3 Brumaire 2019", "D MMMM YYYY", '"Brumaire" is no English name of a month'],
    ["June 26, 2019, 9 p.m. QT", "MMMM D, YYYY, h a z", '"QT" is no known zone'],
    ["June 26, 2019, 13 p.m. ET", "MMMM D, YYYY, h a z", "there is no hour 13"],
    ["yesterday", "YYYY", '"yesterday" is no date in the order "YYYY"'],
    ["", "YYYY", '"" is no date in the order "YYYY"'],
    ["June 26, 2019, 9 p.m. ET", "MMMM D, YYYY", "is no date in the order"],
  ])("refuses %j in the order %s", (text, order, problem) => {
    expect(problemOf(text, order)).toContain(problem);
  });

  it.each([
    ["D-MMM", "it has no year; where all rows are of one year, write it behind, such as YYYY=2014"],
    ["D YYYY", "it has a day without a month"],
    ["Q YYYY", '"Q" is no part of a date'],
    ["MM.MM.YYYY", "it asks for the month twice"],
    ["D.M.YYYY H:mm", "it has an hour without a zone"],
  ])("refuses the order %s itself", (order, problem) => {
    expect(problemOf("2020", order)).toContain(problem);
  });
});
