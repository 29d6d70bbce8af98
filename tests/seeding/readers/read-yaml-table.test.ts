import { YamlParser } from "../../../src/seeding/readers/read-yaml-table";
import { ownCells, parsePieces } from "../support/parse-pieces";
import type { Parsed } from "../support/parse-pieces";

const read = (text: string, records?: string): Parsed => parsePieces((context) => new YamlParser(context, records), text, 3);

describe("YAML as a table", () => {
  it("reads a list of maps, scalars as they are written", () => {
    const { rows, faults } = read(
      "- id: 007\n  phone: (202) 225-2171\n  born: 1950-01-03\n  none: null\n  said: 'null'\n- id: ~\n  on: yes\n",
    );
    expect([rows.map(ownCells), faults]).toEqual([
      [
        { id: "007", phone: "(202) 225-2171", born: "1950-01-03", none: "", said: "null" },
        { id: "", on: "yes" },
      ],
      [],
    ]);
  });

  it("finds the places of fields", () => {
    expect(read("- a: 1\n- a: 2\n  b:\n    c: 3\n").rows[1]?.placeOf("b")).toEqual({ line: 3, column: 3 });
  });

  it("gives the key of a map of records, and of a map of lists of them", () => {
    const keys = (text: string): unknown => read(text).rows.map(({ cells }) => [cells["file.key"], cells.a]);
    expect([keys("x:\n  a: 1\ny:\n  a: 2\n"), keys("x:\n  - a: 1\n  - a: 2\ny:\n  - a: 3\n")]).toEqual([
      [
        ["x", "1"],
        ["y", "2"],
      ],
      [
        ["x", "1"],
        ["x", "2"],
        ["y", "3"],
      ],
    ]);
  });

  it("follows a path to the records", () => {
    expect(read("top:\n  list:\n    - a: 1\n", "top.list").rows.map(ownCells)).toEqual([{ a: "1" }]);
  });

  it("reads aliases and merge keys", () => {
    expect(read("- &base\n  a: 1\n  b: 2\n- <<: *base\n  b: 3\n").rows.map(ownCells)).toEqual([
      { a: "1", b: "2" },
      { a: "1", b: "3" },
    ]);
  });

  it("refuses a map that holds itself", () => {
    expect(read("- &a\n  b: *a\n").places).toEqual(["2:3 SEED_YAML"]);
  });

  it("reports a doubled key at the second, and keeps the other records", () => {
    const { rows, places } = read("- a: 1\n  a: 2\n- a: 3\n");
    expect([rows.map(ownCells), places]).toEqual([[{ a: "3" }], ["2:3 SEED_DUPLICATE_KEY"]]);
  });

  it("reads nothing of a file whose structure is broken", () => {
    const { rows, places } = read("- a: [1\n- a: 2\n");
    expect([rows, places[0]]).toEqual([[], "2:1 SEED_YAML"]);
  });
});
