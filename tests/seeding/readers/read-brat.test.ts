import { readBrat } from "../../../src/seeding/readers/read-brat";
import type { TableRow } from "../../../src/seeding/readers/table-row";
import { collectFaults, ownCells, shortFault } from "../support/parse-pieces";

function read(text: string, ann: string): { rows: TableRow[]; places: string[] } {
  const { context, faults } = collectFaults();
  const rows = readBrat({ name: "doc", text, ann, annotator: "anna" }, context);
  return { rows, places: faults.map(shortFault) };
}

const TEXT = "😀 Ann said “yes, he sang” to us and “no”.";
const SPANS = ["T1\tSource 2 5\tAnn", "T2\tCue 6 10\tsaid", "T3\tContent 11 25;36 40\t“yes, he sang” “no”", "T4\tAttribution 6 10\tsaid"];
const NESTED = ["T5\tSource 17 19\the", "T6\tCue 20 24\tsang", "T7\tAttribution 20 24\tsang"];
const EVENTS = ["E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3", "E2\tAttribution:T7 Source:T5 Cue:T6 Content2:E1"];

describe("readBrat", () => {
  it("gives an event's roles as stretches in code points, past an emoji", () => {
    const { rows, places } = read(TEXT, [...SPANS, EVENTS[0]].join("\n"));
    const points = [...TEXT];
    const content = rows[0]?.cells.content as { start: string; end: string; text: string }[];
    expect(places).toEqual([]);
    expect(rows[0]?.cells.source).toEqual([{ start: "2", end: "5", text: "Ann", type: "Source", id: "T1" }]);
    expect(content.map(({ text }) => text)).toEqual(["“yes, he sang”", "“no”"]);
    expect(content.map(({ start, end }) => points.slice(Number(start), Number(end)).join(""))).toEqual(["“yes, he sang”", "“no”"]);
  });

  it("gives a row for each event, one nested in another too, and strips the numbers of roles", () => {
    const { rows } = read(TEXT, [...SPANS, ...NESTED, ...EVENTS].join("\r\n"));
    expect(rows.map(({ cells }) => [cells.id, cells.type, cells["file.number"]])).toEqual([
      ["E1", "Attribution", "1"],
      ["E2", "Attribution", "2"],
    ]);
    expect(rows[1]?.cells.content).toEqual([{ start: "6", end: "10", text: "said", type: "Attribution", id: "E1" }]);
  });

  it("names the ends of a relation by the types of what they are", () => {
    const { rows } = read(TEXT, [...SPANS, "R1\tSays Arg1:T1 Arg2:T3"].join("\n"));
    expect([rows.length, rows[0]?.cells.source, rows[0]?.cells.arg1]).toEqual([1, rows[0]?.cells.arg1, rows[0]?.cells.source]);
    expect(rows[0]?.placeOf("content")).toEqual({ line: 5, column: 17 });
  });

  it("gives a row for each text-bound annotation where there are no others", () => {
    expect(read("Ann sang.", "T1\tName 0 3\tAnn\nT2\tVerb 4 8\tsang\n").rows.map((row) => ownCells(row).type)).toEqual(["Name", "Verb"]);
  });

  it("goes on with a text that is written over several lines", () => {
    const { rows, places } = read("one\n\ntwo three", "T1\tX 0 8;9 14\tone\n\ntwo three\nE1\tX:T1\n");
    expect([places, rows[0]?.cells.trigger]).toEqual([
      [],
      [
        { start: "0", end: "8", text: "one\n\ntwo", type: "X", id: "T1" },
        { start: "9", end: "14", text: "three", type: "X", id: "T1" },
      ],
    ]);
  });

  it.each([
    ["a no-break space that is annotated", "She said\u00A0it.", "T1\tCue 4 9\tsaid\u00A0\n", "said\u00A0"],
    ["a line break that is annotated", "one\ntwo", "T1\tX 0 4\tone\n\nT2\tY 4 7\ttwo\n", "one\n"],
    ["blanks behind what is annotated", "She said it.", "T1\tCue 4 8\tsaid  \t\r\n", "said"],
    ["words that the offsets do not fit", "She said it.", "T1\tCue 4 6\tsaid \n", "said"],
  ])("keeps of %s what the offsets take in", (_, text, ann, kept) => {
    const { rows, places } = read(text, `${ann}E1\tSaying:T1\n`);
    expect([places, rows[0]?.cells["trigger"]]).toEqual([[], [expect.objectContaining({ text: kept })]]);
  });

  it("gives attributes, normalisations and notes", () => {
    const ann = [
      ...SPANS,
      EVENTS[0],
      "A1\tNegated E1",
      "A2\tCertainty T3 high",
      "N1\tReference T1 Wikidata:Q1\tAnn",
      "#1\tAnnotatorNotes E1\tsure?",
    ];
    const cells = read(TEXT, ann.join("\n")).rows[0]?.cells;
    expect([cells?.negated, (cells?.content as Record<string, string>[])[0]?.certainty, cells?.normalisations, cells?.notes]).toEqual([
      "true",
      "high",
      [{ of: "T1", type: "reference", text: "Wikidata:Q1" }],
      [{ of: "E1", type: "AnnotatorNotes", text: "sure?" }],
    ]);
  });

  it("reports an event that names what is not there, at that role", () => {
    const { rows, places } = read("x", "T1\tA 0 1\tx\nE1\tA:T1 B:T9\n");
    expect([rows, places]).toEqual([[], ["2:9 SEED_MISSING_REF"]]);
  });

  it("reports a line that is no annotation", () => {
    expect(read("x", "T1\tA 0\tx\nT2\tA 0 1\tx\n").places).toEqual(["1:1 SEED_BRAT"]);
  });
});
