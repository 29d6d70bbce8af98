import { MarkdownParser } from "../../../src/seeding/readers/read-markdown";
import { ownCells, parsePieces } from "../support/parse-pieces";
import type { Parsed } from "../support/parse-pieces";

const read = (text: string): Parsed => parsePieces((context) => new MarkdownParser(context), text, 2);

describe("Markdown with front matter", () => {
  it.each(["\n", "\r\n"])("is one row of its fields and its body, with ends of line %j", (end) => {
    const lines = [
      "---",
      "title: One and 'two'",
      "sources:",
      "  - url: http://a.example",
      "date: 2020-01-03",
      "---",
      "",
      "The *body*",
      "---",
      "more",
      "",
    ];
    const { rows, faults } = read(lines.join(end));
    expect([ownCells(rows[0]), faults]).toEqual([
      { title: "One and 'two'", sources: [{ url: "http://a.example" }], date: "2020-01-03", body: `The *body*${end}---${end}more` },
      [],
    ]);
  });

  it("has its fields' places in the file", () => {
    const [row] = read("---\na: 1\nb:\n  - 2\n---\n\nbody\n").rows;
    expect([row?.placeOf("a"), row?.placeOf("b"), row?.placeOf("body")]).toEqual([
      { line: 2, column: 4 },
      { line: 3, column: 1 },
      { line: 7, column: 1 },
    ]);
  });

  it("may have no fields at all", () => {
    const { rows, faults } = read("---\n---\nbody\n");
    expect([rows.map(ownCells), faults]).toEqual([[{ body: "body" }], []]);
  });

  it.each([
    ["Just text\n", "1:1 SEED_FRONT_MATTER"],
    ["---\na: 1\n", "1:1 SEED_FRONT_MATTER"],
    ["---\n- a\n---\n", "2:1 SEED_FRONT_MATTER"],
    ["---\na: 1\na: 2\n---\n", "3:1 SEED_DUPLICATE_KEY"],
    ["---\na: [1\n---\n", "3:1 SEED_YAML"],
  ])("is a fault in %j", (text, place) => {
    expect([read(text).rows, read(text).places[0]]).toEqual([[], place]);
  });
});
