import type { NameAnswer } from "../../../src/seeding/mapping/name-request";
import { filledRows } from "../support/filled-rows";
import type { Cells } from "../support/filled-rows";
import { plain } from "../support/raw-nodes";

/** What one row gives for the fields of a statement `s`; `fields` is YAML. */
function fill(
  fields: string,
  cells: Cells,
  answers: Readonly<Record<string, NameAnswer>> = {},
): { fields: Record<string, unknown>; faults: string[] } {
  const [row] = filledRows(`statements:\n  s:\n${fields.replace(/^(?=.)/gm, "    ")}`, [cells], answers);
  if (row === undefined) throw new Error("There is no row.");
  return {
    fields: (plain(row.records[0]?.entry.value) ?? {}) as Record<string, unknown>,
    faults: row.file.faults.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`),
  };
}

/** The slugs of statements that one row gives; `records` is YAML. */
const slugs = (records: string, cells: Cells): string[] =>
  filledRows(`statements:\n${records}`, [cells]).flatMap((row) => row.records.map(({ entry }) => entry.key));

describe("a field of a record", () => {
  it.each<[string, string, Cells, Record<string, unknown>]>([
    ["a text without the blanks around it", "text: <said>\n", { said: "  Yes.  No. \n" }, { text: "Yes.  No." }],
    ["the mapping's own words around what the row has", "text: said <a> and <b>\n", { a: "x", b: "y" }, { text: "said x and y" }],
    ["nothing where the cell is empty", "text: <said>\nlanguage: en\n", { said: " " }, { language: "en" }],
    ["a list of one for one value, where the field takes a list", "mentions: [<a>]\n", { a: "x" }, { mentions: ["x"] }],
    ["each value of a list once", "mentions: <a | split ;>\n", { a: "x; y; x" }, { mentions: ["x", "y"] }],
    ["the items of several lists in one", "mentions: [<a | split ;>, <b>, z]\n", { a: "x;y", b: "x" }, { mentions: ["x", "y", "z"] }],
    ["nothing for a list without values", "text: <t>\nmentions: [<a>, <b>]\n", { t: "Yes.", a: "", b: "" }, { text: "Yes." }],
    ["text that looks like something else as it is", "text: <t>\n", { t: "constructor" }, { text: "constructor" }],
  ])("holds %s", (_, fields, cells, expected) => {
    expect(fill(fields, cells)).toEqual({ fields: expected, faults: [] });
  });

  it("is a fault, at its cell, where a list or map stands for a text", () => {
    expect(fill("text: <t>\n", { id: "1", t: { a: "b" } }).faults).toEqual([
      expect.stringMatching(/^2:2 SEED_MAPPING a list or map stands where a text is needed; .* \(as mapping.yaml:7:\d+ has it\)$/),
    ]);
  });

  it("is a fault, at its cell, where a function cannot read the value, and other fields are filled in", () => {
    const { fields, faults } = fill("text: <t>\nsaidAt: <day | date DD.MM.YYYY>\n", { t: "Yes.", day: "soon" });
    expect([fields, faults]).toEqual([{ text: "Yes.", saidAt: "(broken)" }, [expect.stringMatching(/^2:2 SEED_MAPPING .*soon/)]]);
  });
});

describe("a map of a record", () => {
  it("is left out where its condition is empty, or what it must not have is there", () => {
    const fields = "reports:\n  - { when: <url>, in: a, type: DIRECT }\n  - { unless: <url>, in: b, type: DIRECT }\n";
    expect([fill(fields, { url: "x" }).fields, fill(fields, { url: "" }).fields]).toEqual([
      { reports: [{ in: "a", type: "DIRECT" }] },
      { reports: [{ in: "b", type: "DIRECT" }] },
    ]);
  });

  it("stands once for each item of a list", () => {
    const fields = "reports: [{ each: <sources>, in: <item.id>, type: DIRECT, cue: <cue> }]\n";
    expect(fill(fields, { sources: [{ id: "a" }, { id: "b" }], cue: "said" }).fields).toEqual({
      reports: [
        { in: "a", type: "DIRECT", cue: "said" },
        { in: "b", type: "DIRECT", cue: "said" },
      ],
    });
  });

  it("is left out for a list without items", () => {
    expect(fill("text: <t>\nreports: [{ each: <sources>, in: <item>, type: DIRECT }]\n", { t: "Yes.", sources: [] }).fields).toEqual({
      text: "Yes.",
    });
  });

  it("is left out where the row fills in nothing but the mapping's own words about a target that it lacks", () => {
    const fields = "text: <t>\nrespondsTo: { statement: <to>, kind: COMMENTS }\n";
    expect([fill(fields, { t: "Yes.", to: "" }).fields, fill(fields, { t: "Yes.", to: "a" }).fields]).toEqual([
      { text: "Yes." },
      { text: "Yes.", respondsTo: [{ statement: "a", kind: "COMMENTS" }] },
    ]);
  });
});

describe("a name in a record", () => {
  const SPEAKER = "speaker: { name: <who> }\nreports: [{ in: a, type: DIRECT }]\n";
  const REPORTS = { reports: [{ in: "a", type: "DIRECT" }] };

  it.each<[string, NameAnswer, Record<string, unknown>]>([
    ["whom it means", { id: "person:ada" }, { speaker: "person:ada", ...REPORTS }],
    [
      "whom it means, with the office that stood before it",
      { id: "person:ada", position: "mayor" },
      { speaker: { speaker: "person:ada", position: "mayor" }, ...REPORTS },
    ],
    [
      "nobody, and its report says of what kind the source is",
      { sourceKind: "UNNAMED" },
      { reports: [{ in: "a", type: "DIRECT", sourceKind: "UNNAMED" }] },
    ],
    [
      "whoever may be meant, each with a probability",
      {
        candidates: [
          { id: "person:a", probability: 0.6666 },
          { id: "person:b", probability: 0.3334 },
        ],
      },
      {
        ...REPORTS,
        attributions: [
          { speaker: "person:a", rank: "NORMAL", probability: "0.667" },
          { speaker: "person:b", rank: "NORMAL", probability: "0.333" },
        ],
      },
    ],
  ])("becomes %s", (_, answer, expected) => {
    expect(fill(SPEAKER, { who: "Ada" }, { Ada: answer })).toEqual({ fields: expected, faults: [] });
  });

  it("is asked for in no row without it", () => {
    expect(fill(SPEAKER, { who: " " }).fields).toEqual(REPORTS);
  });

  it("keeps what stands beside it", () => {
    expect(fill("about: [{ each: <who | split ;>, name: <item>, kind: person, stance: AGAINST }]\n", { who: "a; b" }).fields).toEqual({
      about: [
        { entity: "a", stance: "AGAINST" },
        { entity: "b", stance: "AGAINST" },
      ],
    });
  });
});

describe("the records of a row", () => {
  it("have the slugs that the row fills in, once each", () => {
    expect(slugs("  each: <ids | split ,>\n  s<item>: { text: <t> }\n", { ids: "1, 2, 1", t: "Yes." })).toEqual(["s1", "s2"]);
  });

  it("are none, which is a fault, where a statement's slug is empty", () => {
    const [row] = filledRows("statements:\n  <id>: { text: <t> }\n", [{ id: "", t: "Yes." }]);
    expect([row?.records, row?.file.faults.map(({ code }) => code)]).toEqual([[], ["SEED_REQUIRED"]]);
  });

  it("are none, without a fault, where a condition leaves them out", () => {
    const [row] = filledRows("statements:\n  <id>: { when: <t>, text: <t> }\n", [{ id: "1", t: "" }]);
    expect([row?.records, row?.file.faults]).toEqual([[], []]);
  });
});
