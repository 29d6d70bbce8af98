import { TsvParser } from "../../../src/seeding/readers/read-tsv";
import { ownCells, parsePieces } from "../support/parse-pieces";
import type { Parsed } from "../support/parse-pieces";

const read = (text: string, size?: number): Parsed =>
  parsePieces((context) => new TsvParser(context, { header: true, skipLines: 0 }), text, size);

describe.each([1, 3, 1000])("TSV in pieces of %i characters", (size) => {
  it("takes a quote mark for a letter, alone or around a cell", () => {
    const { rows, faults } = read('id\tsaid\r\n1\t"open\r\n2\t"both"\r\n3\tin "it"\r\n', size);
    expect([rows.map(({ cells }) => cells.said), faults]).toEqual([['"open', '"both"', 'in "it"'], []]);
  });

  it("finds the place of a cell", () => {
    expect(read("a\tb\nxx\tyy\n", size).rows[0]?.placeOf("b")).toEqual({ line: 2, column: 4 });
  });

  it("reports a row with a tab too many, and reads on", () => {
    const { rows, places } = read("a\tb\n1\t2\t3\n4\t\n", size);
    expect([rows.map(ownCells), places]).toEqual([[{ a: "4", b: "" }], ["2:5 SEED_CELL_COUNT"]]);
  });
});
