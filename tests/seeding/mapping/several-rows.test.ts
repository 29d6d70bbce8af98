import { removeCorpusFolders } from "../support/corpus-folder";
import { checkTables } from "../support/check-tables";

afterAll(removeCorpusFolders);

/** Statements and their documents; two rows with one id or one address make one of each. */
function mappingOf(file: string): string {
  return `tables:
  said:
    files: ${file}
    records:
      documents: { <url | slug>: { title: <title>, genre: NEWS } }
      statements: { <id>: { text: <text>, saidAt: <day>, reports: [{ in: <url | slug>, type: DIRECT }] } }
`;
}

const FIELDS = ["id", "text", "day", "url", "title"] as const;
type Row = readonly [id: string, text: string, day: string, url: string, title: string];

/** The same rows in every form in which a row may have several lines, and in one where it has not. */
const FORMS: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  "flat.csv": (rows) => [FIELDS, ...rows].map((row) => `${row.join(",")}\n`).join(""),
  "broken-lines.csv": (rows) =>
    [FIELDS, ...rows]
      .map((row, at) => `${row.map((cell, column) => (at > 0 && column === 1 ? `"${cell}\nAnd so on."` : cell)).join(",")}\n`)
      .join(""),
  "pretty.json": (rows) => JSON.stringify(rows.map(objectOf), null, 2),
  "one-line.json": (rows) => JSON.stringify(rows.map(objectOf)),
  "block.yaml": (rows) => rows.map((row) => `- ${FIELDS.map((name, at) => `${name}: ${JSON.stringify(row[at])}`).join("\n  ")}\n`).join(""),
};

function objectOf(row: Row): object {
  return Object.fromEntries(FIELDS.map((name, at) => [name, row[at]]));
}

const GOOD: Row = ["9", "Good.", "2024-01-01", "u9", "Nine"];

describe("a fault of a record that several rows make", () => {
  const BAD: readonly [string, readonly Row[], string, number][] = [
    [
      "a statement with two texts",
      [["1", "One.", "2024-01-01", "u1", "A"], ["1", "Two.", "2024-01-01", "u1", "A"], GOOD],
      "DUPLICATE_KEY",
      1,
    ],
    [
      "a document with two titles",
      [["1", "One.", "2024-01-01", "u1", "A"], ["2", "Two.", "2024-01-01", "u1", "B"], GOOD],
      "DUPLICATE_KEY",
      1,
    ],
    ["a date that there is not", [["1", "One.", "2023-02-31", "u1", "A"], ["1", "One.", "2023-02-31", "u2", "B"], GOOD], "DATE", 1],
  ];
  const inEachForm = BAD.flatMap(([what, rows, code, count]) => Object.keys(FORMS).map((form) => [what, form, rows, code, count] as const));

  it.each(inEachForm)("is told: %s, in %s", async (_, form, rows, code, count) => {
    const files = { "mapping.yaml": mappingOf(form), [form]: FORMS[form]?.(rows) ?? "" };
    const { faults } = await checkTables(files);
    expect(faults.map((fault) => fault.replace(/^.* /, ""))).toEqual(Array.from({ length: count }, () => code));
    expect(faults[0]).toMatch(new RegExp(`^${form}:`));
  });

  it.each(inEachForm)("leaves its rows out, and no other, where bad rows may be left out: %s, in %s", async (_, form, rows) => {
    const files = { "mapping.yaml": mappingOf(form), [form]: FORMS[form]?.(rows) ?? "" };
    const left: string[] = [];
    const { faults, says } = await checkTables(files, { onBadRow: ({ cells }) => left.push(JSON.stringify(cells["id"])) });
    expect([faults, left.sort(), says]).toEqual([
      [],
      rows.slice(0, 2).map(([id]) => JSON.stringify(id)),
      [expect.stringContaining("Good.")],
    ]);
  });
});
