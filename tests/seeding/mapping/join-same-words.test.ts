import { joinSameWords } from "../../../src/seeding/mapping/join-same-words";
import { RowFile } from "../../../src/seeding/mapping/row-file";
import type { RowStatement } from "../../../src/seeding/mapping/several-rows";
import { plain, rawMap } from "../support/raw-nodes";

const WORDS = "The bridge opens in June.";

/** A statement of one row, numbered like its line; `fields` is YAML beside its text and report. */
function said(line: number, fields: string, { text = WORDS, document = `doc-${line}` } = {}): RowStatement {
  const row = { file: "said.csv", line, cells: {}, raw: "", placeOf: () => ({ line, column: 1 }) };
  const reports = document === "" ? "" : `reports: [{ in: ${document} }]\n`;
  const value = rawMap(`text: ${JSON.stringify(text)}\nsaidAt: 2024-01-01\n${fields}${reports}`);
  return { entry: { key: `s${line}`, at: 0, value }, file: new RowFile(row, { path: "mapping.yaml", places: [] }) };
}

const texts = (statements: readonly RowStatement[]): unknown[] => statements.map(({ entry }) => plain(entry.value));
const notesOf = ({ file }: RowStatement): string[] => file.notes.map(({ line, code, message }) => `${line} ${code} ${message}`);

/** The one statement that they become. */
function joined(...statements: RowStatement[]): { statement: RowStatement; fields: Record<string, unknown> } {
  const [statement, ...others] = joinSameWords(statements);
  if (statement === undefined || others.length > 0) throw new Error(`${1 + others.length} statements`);
  return { statement, fields: plain(statement.entry.value) as Record<string, unknown> };
}

describe("statements with equal words", () => {
  it("come to nothing where there are none", () => {
    expect(joinSameWords([])).toEqual([]);
  });

  it("stay as it is where there is one", () => {
    const alone = said(1, "speaker: ann\n");
    expect(joinSameWords([alone])).toEqual([alone]);
  });

  it("become one with the reports of all, each with its own wording where another's is kept", () => {
    const { statement, fields } = joined(said(1, "speaker: ann\n"), said(2, "speaker: ann\n", { text: "the bridge opens in June" }));
    expect([statement.entry.key, statement.joined, notesOf(statement)]).toEqual(["s1", ["s2"], []]);
    expect(fields).toEqual({
      text: WORDS,
      saidAt: "2024-01-01",
      reports: [{ in: "doc-1" }, { in: "doc-2", text: "the bridge opens in June" }],
      speaker: { speaker: "ann", rank: "PREFERRED", reports: ["doc-1", "doc-2"] },
    });
  });

  it("keep a second speaker as an attribution with the reports that name them", () => {
    const { fields } = joined(said(1, "speaker: ann\n"), said(2, "speaker: { speaker: bo, position: mayor }\n"), said(3, "speaker: bo\n"));
    expect([fields["speaker"], fields["attributions"]]).toEqual([
      { speaker: "ann", rank: "PREFERRED", reports: ["doc-1"] },
      [{ speaker: "bo", position: "mayor", rank: "NORMAL", reports: ["doc-2", "doc-3"] }],
    ]);
  });

  it("keep what both say they are about, and tell of a stance that differs, with the line of each", () => {
    const { statement, fields } = joined(
      said(1, "speaker: ann\nabout: [{ entity: tax, stance: AGAINST }]\n"),
      said(2, "speaker: ann\nabout: [{ entity: tax, stance: FAVOUR }, rent]\n"),
    );
    expect(fields["about"]).toEqual([{ entity: "tax", stance: "AGAINST" }, "rent"]);
    expect(notesOf(statement)).toEqual([
      '2 SEED_DUPLICATE_KEY "s2" is the same words of the same day as "s1" (said.csv:1), but "stance" is "AGAINST" there and "FAVOUR" here; the first is kept',
    ]);
  });

  it("take over a field that only the second one fills", () => {
    expect(joined(said(1, "speaker: ann\n"), said(2, "speaker: ann\nlanguage: en\nspeechAct: PROMISE\n")).fields).toMatchObject({
      language: "en",
      speechAct: "PROMISE",
    });
  });

  it("stay two where one document has them twice: they were said twice", () => {
    const twice = [said(1, "speaker: ann\n", { document: "doc" }), said(2, "speaker: ann\n", { document: "doc" })];
    expect(texts(joinSameWords(twice))).toEqual(texts(twice));
  });

  it("are joined in pairs, first with first, where two documents have them twice", () => {
    const statements = [1, 2, 3, 4].map((line) => said(line, "speaker: ann\n", { document: line < 3 ? "a" : "b" }));
    expect(joinSameWords(statements).map((each) => [each.entry.key, each.joined])).toEqual([
      ["s1", ["s3"]],
      ["s2", ["s4"]],
    ]);
  });

  it("go to that one of two whose speaker is theirs, however they are ordered", () => {
    const statements = [
      said(1, "speaker: ann\n", { document: "a" }),
      said(2, "speaker: bo\n", { document: "a" }),
      said(3, "speaker: bo\n", { document: "b" }),
      said(4, "speaker: ann\n", { document: "b" }),
    ];
    expect(joinSameWords(statements).map((each) => [each.entry.key, each.joined])).toEqual([
      ["s1", ["s4"]],
      ["s2", ["s3"]],
    ]);
  });

  it.each([
    ["two speakers", "speaker: ann\n", "speaker: bo\n"],
    ["a speaker and nobody", "speaker: ann\n", ""],
    ["nobody and nobody", "", ""],
    ["two open names", "attributions: [{ speaker: ann }, { speaker: bo }]\n", "attributions: [{ speaker: ann }, { speaker: cy }]\n"],
  ])("stay two where they are few, of %s", (_, a, b) => {
    expect(joinSameWords([said(1, a, { text: "Thank you so much." }), said(2, b, { text: "Thank you so much." })])).toHaveLength(2);
  });

  it("become one where they are few, of one name that stays open", () => {
    const [one, other] = ["[{ speaker: ann }, { speaker: bo }]", "[{ speaker: bo }, { speaker: ann }]"];
    const { statement, fields } = joined(
      said(1, `attributions: ${one}\n`, { text: "Thank you." }),
      said(2, `attributions: ${other}\n`, { text: "Thank you." }),
    );
    expect(statement.joined).toEqual(["s2"]);
    expect(fields["attributions"]).toMatchObject([{ speaker: "ann" }, { speaker: "bo" }]);
  });

  it("become one where they are few, of one speaker", () => {
    expect(
      joined(said(1, "speaker: ann\n", { text: "Thank you." }), said(2, "speaker: ann\n", { text: "Thank you." })).statement.joined,
    ).toEqual(["s2"]);
  });
});
