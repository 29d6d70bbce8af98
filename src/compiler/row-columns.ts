import { instantText } from "../model/instant-text";
import { parsePartialDate } from "../model/partial-date";
import type { AnswerRow } from "./answer-row";
import type { SelectedField, Selection } from "./selection";

/** One column of a statement as a flat row: what has to be asked of the statement, and how its text comes of it. */
export interface RowColumn {
  readonly name: string;
  readonly asks: readonly SelectedField[];
  readonly read: (statement: AnswerRow) => unknown;
}

const JOINT = "; ";
/** Of a statement that more sources carry, the earliest are shown. */
const REPORTS_SHOWN = 100;

function field(
  name: string,
  inner: readonly SelectedField[] | null = null,
  type = "",
  given: Readonly<Record<string, unknown>> = {},
): SelectedField {
  const selection: Selection | null = inner && { type, isAbstract: type === "Entity" || type === "Speaker", fields: inner };
  return { responseKey: name, name, onTypes: null, arguments: given, selection };
}

const id = field("id");
const name = field("name");
const ABOUT = field("about", [field("entity", [id, name], "Entity")], "AboutLink");
const SPEAKER = field("speaker", [id, name], "Speaker");
const SAID_IN = field("saidIn", [id, name, field("latitude"), field("longitude")], "Place");
const publisher = field("publisher", [id, name], "Entity");
const document = field("document", [field("url"), publisher], "Document");
const report = field("nodes", [field("type"), field("cue"), document], "Report");
const REPORTS = field("reports", [report], "ReportConnection", { first: REPORTS_SHOWN });

/** A row further in, by the fields that lead there. */
function within(row: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((each, key) => (each as AnswerRow | null)?.edges?.[key] ?? null, row);
}

function value(row: unknown, key: string): unknown {
  return (row as AnswerRow | null)?.[key] ?? null;
}

/** Each text once, in the order of the list; null where there is none. */
function join(texts: readonly unknown[]): string | null {
  const [only] = texts;
  if (texts.length <= 1) return typeof only === "string" ? only : null;
  const known = new Set(texts.filter((text) => typeof text === "string"));
  return known.size === 0 ? null : [...known].join(JOINT);
}

function reports(row: AnswerRow): readonly unknown[] {
  return within(row, "reports", "nodes") as readonly unknown[];
}

function about(row: AnswerRow): readonly unknown[] {
  return (within(row, "about") as readonly unknown[]).map((link) => within(link, "entity"));
}

const plain = (column: string): RowColumn => ({ name: column, asks: [field(column)], read: (row) => value(row, column) });

const COLUMNS: readonly RowColumn[] = [
  plain("id"),
  plain("text"),
  plain("saidAt"),
  { name: "time", asks: [field("saidAt")], read: (row) => startOf(value(row, "saidAt")) },
  { name: "speaker", asks: [SPEAKER], read: (row) => value(within(row, "speaker"), "name") },
  { name: "speakerId", asks: [SPEAKER], read: (row) => value(within(row, "speaker"), "id") },
  { name: "about", asks: [ABOUT], read: (row) => join(about(row).map((each) => value(each, "name"))) },
  { name: "aboutIds", asks: [ABOUT], read: (row) => join(about(row).map((each) => value(each, "id"))) },
  { name: "saidIn", asks: [SAID_IN], read: (row) => value(within(row, "saidIn"), "name") },
  { name: "saidInId", asks: [SAID_IN], read: (row) => value(within(row, "saidIn"), "id") },
  { name: "latitude", asks: [SAID_IN], read: (row) => value(within(row, "saidIn"), "latitude") },
  { name: "longitude", asks: [SAID_IN], read: (row) => value(within(row, "saidIn"), "longitude") },
  { name: "saidDuring", asks: [field("saidDuring", [id, name], "Event")], read: (row) => value(within(row, "saidDuring"), "name") },
  {
    name: "publisher",
    asks: [REPORTS],
    read: (row) => join(reports(row).map((each) => value(within(each, "document", "publisher"), "name"))),
  },
  { name: "url", asks: [REPORTS], read: (row) => join(reports(row).map((each) => value(within(each, "document"), "url"))) },
  { name: "quotationType", asks: [REPORTS], read: (row) => join(reports(row).map((each) => value(each, "type"))) },
  { name: "cue", asks: [REPORTS], read: (row) => join(reports(row).map((each) => value(each, "cue"))) },
  plain("dataset"),
];

/** The first instant that a date may mean, for tools that want a time. */
function startOf(date: unknown): string | null {
  const parsed = typeof date === "string" ? parsePartialDate(date) : null;
  // A stretch without a beginning has no first instant: it begins at the end of time, which has no text.
  return parsed && instantText(parsed.earliest);
}

/** The columns that are asked for. */
export function columnsOf(names: ReadonlySet<string>): RowColumn[] {
  return COLUMNS.filter((column) => names.has(column.name));
}

/** A page of statements as flat rows. */
export function readFlat(page: AnswerRow, columns: readonly RowColumn[]): AnswerRow {
  const statements = (page.edges?.["nodes"] ?? []) as readonly AnswerRow[];
  const { endCursor, hasNextPage } = page["pageInfo"] as Record<string, unknown>;
  const rows = statements.map((statement) => readColumns(statement, columns));
  return { rows, endCursor, hasNextPage, totalCount: page["totalCount"] };
}

function readColumns(statement: AnswerRow, columns: readonly RowColumn[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const { name, read } of columns) row[name] = read(statement);
  return row;
}
