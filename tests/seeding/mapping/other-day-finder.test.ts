import { OtherDayFinder } from "../../../src/seeding/mapping/other-day-finder";
import { filledRows, tableRow } from "../support/filled-rows";

const RECORDS = "statements:\n  <id>:\n    text: <text>\n    saidAt: <day>\n    reports: [{ in: <document>, type: DIRECT }]\n";
const [MONDAY, TUESDAY] = ["2020-09-28", "2020-09-29"];

/** A long sentence like no other. */
const sentence = (at: number): string => `This is what was said as number ${at} of many sentences.`;

interface Filed {
  readonly document: string;
  readonly day: string;
  readonly text: string;
}
const filed = (document: string, day: string, numbers: readonly number[]): Filed[] =>
  numbers.map((at) => ({ document, day, text: sentence(at) }));
const numbers = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

/** What is said of rows that stand in one file, in this order. */
function notesOf(rows: readonly Filed[]): string[] {
  const finder = new OtherDayFinder();
  const cells = rows.map((row, at) => tableRow({ ...row, id: `s${at}` }, at + 2));
  for (const row of filledRows(RECORDS, cells)) finder.look(row);
  return finder.notes().map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

/** One debate in two transcripts, and a stretch of it that one of them has under another day. */
const TWO_TRANSCRIPTS = [
  ...filed("a", MONDAY, numbers(0, 30)),
  ...filed("b", MONDAY, numbers(0, 10)),
  ...filed("b2", TUESDAY, numbers(10, 12)),
];

describe("rows that are filed under a wrong day", () => {
  it("are none where there are no rows", () => {
    expect(notesOf([])).toEqual([]);
  });

  it("are none where each day's documents have the same sentences", () => {
    expect(
      notesOf([...filed("a", MONDAY, numbers(0, 30)), ...filed("b", MONDAY, numbers(0, 30)), ...filed("c", TUESDAY, numbers(30, 30))]),
    ).toEqual([]);
  });

  it("are told with first and last line, the two documents and days, and how many sentences show it", () => {
    expect(notesOf(TWO_TRANSCRIPTS)).toContain(
      "said.csv:42 SEED_OTHER_DAY lines 42 to 53 are filed under b2 of 2020-09-29, but 12 of their sentences stand in a of 2020-09-28 and in no other document of 2020-09-29; look whether they belong there",
    );
  });

  it("are none where fewer than ten sentences are equal", () => {
    const few = [...filed("a", MONDAY, numbers(0, 30)), ...filed("b", TUESDAY, [...numbers(0, 9), ...numbers(100, 20)])];
    expect(notesOf(few)).toEqual([]);
  });

  it("are none where the sentences are short: those are said on many days", () => {
    const short = (document: string, day: string): Filed[] =>
      numbers(0, 20).map((at) => ({ document, day, text: `Thank you, number ${at}.` }));
    expect(notesOf([...short("a", MONDAY), ...short("b", TUESDAY)])).toEqual([]);
  });

  it("are none where the words were said on several other days: those are standing phrases", () => {
    const days = [MONDAY, TUESDAY, "2020-09-30"];
    expect(notesOf(days.flatMap((day, at) => filed(`doc-${at}`, day, numbers(0, 12))))).toEqual([]);
  });

  it("are none without a day or a document", () => {
    expect(
      notesOf([...filed("a", MONDAY, numbers(0, 12)), ...filed("b", "2020", numbers(0, 12)), ...filed("", TUESDAY, numbers(0, 12))]),
    ).toEqual([]);
  });

  it("are one stretch across rows that nobody else has, and two where they lie far apart", () => {
    const other = filed("a", MONDAY, numbers(0, 24));
    const apart = (gap: number): Filed[] => [
      ...other,
      ...filed("b", TUESDAY, numbers(0, 12)),
      ...filed("b", TUESDAY, numbers(1000, gap)),
      ...filed("b", TUESDAY, numbers(12, 12)),
    ];
    const ofB = (rows: Filed[]): string[] => notesOf(rows).filter((note) => note.includes("filed under b "));
    expect([ofB(apart(100)).length, ofB(apart(200)).length]).toEqual([1, 2]);
  });

  it("are told with the file of their rows", () => {
    const finder = new OtherDayFinder();
    const row = ({ document, day, text }: Filed, at: number, file: string): ReturnType<typeof tableRow> =>
      tableRow({ document, day, text, id: `s${at}` }, at + 2, file);
    const rows = [
      ...filed("a", MONDAY, numbers(0, 12)).map((each, at) => row(each, at, "monday.csv")),
      ...filed("b", TUESDAY, numbers(0, 12)).map((each, at) => row(each, at, "tuesday.csv")),
    ];
    for (const each of filledRows(RECORDS, rows)) finder.look(each);
    expect(finder.notes().map(({ file, line }) => `${file}:${line}`)).toEqual(["monday.csv:2", "tuesday.csv:2"]);
  });
});
