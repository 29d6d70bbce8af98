import type { BadRow } from "./bad-row";

const TEXT = "“Nobody” saw 🦭 it. The quay is closed, said Ann.";
const WITH_TEXT = `doc-b:\n  genre: NEWS\n  text: ${TEXT}\n`;
const WITHOUT_TEXT = "doc-b:\n  genre: NEWS\n";

/** A statement whose report has one span of content, in line 8; the text above is its document's. */
function spanRow(name: string, span: string, faults: readonly string[], says?: string, document = WITH_TEXT): BadRow {
  const statement = `s1:\n  text: The quay is closed\n  reports:\n    - in: doc-b\n      type: DIRECT\n      spans:\n        content:\n          - ${span}\n`;
  return {
    name,
    file: "statements.yaml",
    content: statement,
    faults,
    ...(says !== undefined && { says }),
    others: { "documents.yaml": document },
  };
}

/** Spans against the text of their document. */
export const BAD_SPAN_ROWS: readonly BadRow[] = [
  spanRow("a span behind the end of the text", "{ start: 19, end: 99 }", ["8:31 SPAN"], "the span ends at 99, the text has 48 characters"),
  spanRow("a span that ends before it starts", "{ start: 19, end: 18 }", ["8:31 SPAN"]),
  spanRow("words that stand elsewhere", "{ start: 17, end: 35 }", ["8:13 SPAN_MOVED"], "the words stand at 19 to 37, not at 17"),
  spanRow(
    "words that the text does not have",
    "{ start: 19, end: 37, exact: The harbour is open }",
    ["8:42 SPAN"],
    'at 19 stands "The quay is closed"',
  ),
  spanRow("words with other quotes", "{ start: 1, end: 9, exact: '\"Nobody\"' }", ["8:40 SPAN"], 'at 0 to 8 stands "“Nobody”"'),
  spanRow("a role of no name", "x\n        contnt: []", ["8:13 SHAPE", "9:9 UNKNOWN_FIELD"], 'did you mean "content"?'),
  spanRow("a span that denotes nobody", "{ start: 19, end: 37, denotes: an }", ["8:44 MISSING_REF"], 'did you mean "ann"?'),
  spanRow(
    "words of another length than the span, without the text",
    "{ start: 19, end: 37, exact: The quay }",
    ["8:42 SPAN"],
    "has 8 characters",
    WITHOUT_TEXT,
  ),
  spanRow("a span without its words, without the text", "{ start: 19, end: 29 }", ["8:13 REQUIRED"], 'needs "exact"', WITHOUT_TEXT),
  {
    name: "a text of another hash, without a word on its spans",
    file: "documents.yaml",
    content: `doc-a:\n  genre: NEWS\n  text: Another text\n  textHash: sha256:${"0".repeat(64)}\n`,
    faults: ["4:13 TEXT_HASH"],
    says: "the text at hand has the hash sha256:",
  },
];
