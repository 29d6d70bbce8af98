import { CsvParser } from "../../../src/seeding/readers/read-csv";
import { ownCells, parsePieces } from "../support/parse-pieces";
import type { Parsed } from "../support/parse-pieces";

const read = (
  text: string,
  size?: number,
  more: { separator?: string; skipLines?: number; columns?: string[]; header?: boolean } = {},
): Parsed =>
  parsePieces(
    (context) =>
      new CsvParser(context, more.separator ?? ",", {
        header: more.header ?? true,
        skipLines: more.skipLines ?? 0,
        ...(more.columns && { columns: more.columns }),
      }),
    text,
    size,
  );

describe.each([1, 2, 3, 7, 1000])("CSV in pieces of %i characters", (size) => {
  it("keeps separators, doubled quotes and ends of line that stand in quotes", () => {
    const { rows, faults } = read('id,said\r\n1,"one, ""two""\r\nthree"\r\n2,plain\r\n', size);
    expect([rows.map(ownCells), faults]).toEqual([
      [
        { id: "1", said: 'one, "two"\r\nthree' },
        { id: "2", said: "plain" },
      ],
      [],
    ]);
  });

  it("counts the lines within quotes, and knows where each cell begins", () => {
    const { rows } = read('id,said\n1,"a\nb"\n2,"c",\n3,d', size, { columns: ["id", "said"] });
    expect(rows.map((row) => [row.line, row.placeOf("said")])).toEqual([
      [2, { line: 2, column: 3 }],
      [5, { line: 5, column: 3 }],
    ]);
  });

  it("reports a quote that is never closed where it opens, and stops there", () => {
    const { rows, places, rejected } = read('id,said\n1,a\n2,"b\n3,c\n', size);
    expect([rows.length, places, rejected.map(({ raw }) => raw)]).toEqual([1, ["3:3 SEED_QUOTE"], ['2,"b\n3,c']]);
  });

  it("reports a quote that closes lines later, with text behind it, where it opens", () => {
    const { rows, places, rejected } = read('id,said\n1,"a\n2,"b"\n3,c\n', size);
    expect([rows.map(ownCells), places, rejected.map(({ raw }) => raw)]).toEqual([
      [{ id: "3", said: "c" }],
      ["2:3 SEED_QUOTE"],
      ['1,"a\n2,"b"'],
    ]);
  });

  it("reports text behind a closing quote at that quote, and reads the next row", () => {
    const { rows, places } = read('id,said\n1,"He said "hi""\n2,b\n', size);
    expect([rows.map(ownCells), places]).toEqual([[{ id: "2", said: "b" }], ["2:12 SEED_QUOTE"]]);
  });

  it("reports a quote mark inside a cell without quotes", () => {
    const { rows, places } = read('id,said\n1,5" pipe\n2,b\n', size);
    expect([rows.length, places]).toEqual([1, ["2:4 SEED_QUOTE"]]);
  });
});

describe("CSV", () => {
  it("reads a last line without an end, and skips blank ones", () => {
    expect(read("a,b\n\n1,2\n\r\n3,").rows.map(ownCells)).toEqual([
      { a: "1", b: "2" },
      { a: "3", b: "" },
    ]);
  });

  it("names what was expected and got where a row has too few cells", () => {
    const { faults, rejected } = read("a,b,c\n1,2\n");
    expect([faults[0]?.message, faults[0]?.line, rejected[0]?.raw]).toEqual([
      expect.stringContaining("expected 3 cells as the header has, got 2"),
      2,
      "1,2",
    ]);
  });

  it("points at the first cell too many", () => {
    expect(read("a,b\n1,2,3\n").places).toEqual(["2:5 SEED_CELL_COUNT"]);
  });

  it("reports two columns of one name at the second", () => {
    expect(read("a,b, a\n1,2,3\n").places).toEqual(["1:5 SEED_COLUMN_NAME"]);
  });

  it("calls a nameless column by its number, and reports it once where it has values", () => {
    const { rows, places } = read("a,,\n1,2,\n3,4,\n");
    expect([rows.map(ownCells), places]).toEqual([
      [
        { a: "1", "column 2": "2", "column 3": "" },
        { a: "3", "column 2": "4", "column 3": "" },
      ],
      ["1:3 SEED_COLUMN_NAME"],
    ]);
  });

  it("keeps a column that is named like a part of JavaScript", () => {
    expect(Object.entries(ownCells(read("__proto__,constructor\nx,y\n").rows[0]))).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });

  it("skips lines in front of the header, and keeps both for the rejects", () => {
    const { rows } = read('A "table\nof 2020\na;b\n1;2\n', undefined, { skipLines: 2, separator: ";" });
    expect([ownCells(rows[0]), rows[0]?.line, rows[0]?.head]).toEqual([{ a: "1", b: "2" }, 4, 'A "table\nof 2020\na;b']);
  });

  it("takes names from the list where there is no header", () => {
    expect(read("1,2\n", undefined, { header: false, columns: ["x", "y"] }).rows.map(ownCells)).toEqual([{ x: "1", y: "2" }]);
  });

  it("stops at a header that cannot be read, so that no row is taken for one", () => {
    const { rows, places } = read('a,b"c\n1,2\n3,4\n');
    expect([rows, places]).toEqual([[], ["1:4 SEED_QUOTE"]]);
  });

  it("says where a NUL stands", () => {
    expect(read("a,b\n1,x\0\n2,y\n").places).toEqual(["2:4 SEED_CHARACTER"]);
  });

  it("says so where lines end as on old Macs", () => {
    expect(read("a,b\r1,2\r3,4\r").places).toEqual(["1:4 SEED_CHARACTER"]);
  });

  it("gives up a line past ten million characters", () => {
    expect(read(`a,b\n${"x".repeat(10_000_002)}`, 1_000_000).places).toEqual(["2:1 SEED_TOO_LONG"]);
  });

  it("gives up a quote past ten million characters where it opens", () => {
    expect(read(`a,b\n1,"${"x,\n".repeat(4_000_000)}`, 1_000_000).places).toEqual(["2:3 SEED_QUOTE"]);
  });

  it("numbers the rows of a file, rejected ones too", () => {
    expect(read("a,b\n1,2\n3\n4,5\n").rows.map(({ cells }) => cells["file.number"])).toEqual(["1", "3"]);
  });
});
