import { JsonParser } from "../../../src/seeding/readers/read-json";
import { JsonLinesParser } from "../../../src/seeding/readers/read-json-lines";
import { ownCells, parsePieces } from "../support/parse-pieces";
import type { Parsed } from "../support/parse-pieces";

const read = (text: string, size?: number, records?: string): Parsed =>
  parsePieces((context) => new JsonParser(context, records), text, size);
const readLines = (text: string, size?: number): Parsed => parsePieces((context) => new JsonLinesParser(context), text, size);

describe.each([1, 4, 1000])("JSON in pieces of %i characters", (size) => {
  it("reads a list of records with their places", () => {
    const { rows, faults } = read('[\n {"a": "x]}\\"", "n": 1.10},\r\n {"a": [1, {"b": null}]}\n]\n', size);
    expect([rows.map(ownCells), rows.map((row) => row.placeOf("a")), faults]).toEqual([
      [{ a: 'x]}"', n: "1.10" }, { a: ["1", { b: "" }] }],
      [
        { line: 2, column: 8 },
        { line: 3, column: 8 },
      ],
      [],
    ]);
  });

  it("gives the key of a map of records", () => {
    const { rows } = read('{"ann": {"a": 1}, "bo\\u0062": {"a": 2}}', size);
    expect(rows.map(({ cells }) => [cells["file.key"], cells.a])).toEqual([
      ["ann", "1"],
      ["bob", "2"],
    ]);
  });

  it("finds the records at a path, past what stands beside it", () => {
    const { rows, faults } = read(
      '{"meta": {"data": [9]}, "n": 1, "data": {"x": "]", "items": [{"a": 1}, {"a": 2}]}, "end": []}',
      size,
      "data.items",
    );
    expect([rows.map(({ cells }) => cells.a), faults]).toEqual([["1", "2"], []]);
  });

  it("takes an object whose first field is no record for one record", () => {
    expect(read('{"title": "T", "tags": ["a"]}', size).rows.map(ownCells)).toEqual([{ title: "T", tags: ["a"] }]);
  });

  it("reports a broken record at its place, and reads the next", () => {
    const { rows, places } = read('[{"a": 1},\n {"a" 2},\n {"a": 3}]', size);
    expect([rows.map(({ cells }) => cells.a), places]).toEqual([["1", "3"], ["2:7 SEED_JSON"]]);
  });

  it("reports a missing comma between records, and stops", () => {
    const { rows, places } = read('[{"a": 1}\n {"a": 2}]', size);
    expect([rows.length, places]).toEqual([1, ["2:2 SEED_JSON"]]);
  });

  it("reports a file that is cut off", () => {
    expect(read('[{"a": 1},\n {"a": ', size).places).toEqual(["2:8 SEED_JSON"]);
  });

  it("names the fields that there are where the path leads nowhere", () => {
    const { faults } = read('{"data": {"list": [1]}, "more": 2}', size, "data.items");
    expect(faults.map(({ message }) => message)).toEqual(["the file has no records at data.items; fields on the way are data, list, more"]);
  });
});

describe.each([1, 5, 1000])("JSON lines in pieces of %i characters", (size) => {
  it("skips blank lines and leaves out the reason of a rejects file", () => {
    expect(readLines('{"a": 1}\r\n\r\n{"a": 2, "rejectReason": "x"}', size).rows.map(ownCells)).toEqual([{ a: "1" }, { a: "2" }]);
  });

  it("reports line and column of a fault, and reads on", () => {
    const { rows, places, rejected } = readLines('{"a": 1}\n{"a": tru}\n[1]\n{"a": 3}\n', size);
    expect([rows.map(({ cells }) => cells.a), places, rejected.map(({ raw }) => raw)]).toEqual([
      ["1", "3"],
      ["2:7 SEED_JSON", "3:1 SEED_SHAPE"],
      ['{"a": tru}', "[1]"],
    ]);
  });
});
