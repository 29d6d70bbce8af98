import { entryOf } from "../read-fields";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { mapOf } from "./fill-row";
import { ATTRIBUTION_FIELDS, joinAttributions } from "./join-attributions";
import { mergeMaps } from "./merge-records";
import type { Difference } from "./merge-records";
import type { RowFile } from "./row-file";
import { joinRows } from "./several-rows";
import type { RowStatement } from "./several-rows";
import { textOf } from "./survey";

/** Shorter sentences ("Thank you.") are said by many on one day; equal words of two speakers are then two statements. */
const LEAST_WORDS = 5;

/**
 * Makes one statement of those with equal words on one day that different documents report: first those whose speaker
 * is the same, then, where the words are long enough, those whose sources name another one, which becomes a second attribution.
 * Words that one document has twice were said twice.
 */
export function joinSameWords(statements: readonly RowStatement[]): RowStatement[] {
  const joined: { statement: RowStatement; documents: Set<string>; speakers: Set<string> }[] = [];
  const left: RowStatement[] = [];
  const put = (statement: RowStatement, fits: (each: (typeof joined)[number]) => boolean): boolean => {
    const documents = documentsOf(statement.entry);
    const target = joined.find((each) => documents.every((document) => !each.documents.has(document)) && fits(each));
    if (target === undefined) return false;
    const { file, entry } = joinRows(target.statement, statement);
    const slugs = [...(target.statement.joined ?? []), entry.key];
    const { path, row } = target.statement.file;
    target.statement = { file, entry: join(target.statement.entry, entry, file, `${path}:${row.line}`), joined: slugs };
    for (const document of documents) target.documents.add(document);
    target.speakers.add(speakerOf(statement.entry));
    return true;
  };
  const [first, ...others] = byDocument(statements);
  for (const statement of first ?? []) joined.push(alone(statement));
  for (const group of others) {
    left.length = 0;
    for (const statement of group) {
      const speaker = speakerOf(statement.entry);
      if (speaker === "" || !put(statement, ({ speakers }) => speakers.has(speaker))) left.push(statement);
    }
    for (const statement of left) {
      const isLong = (textOf(mapOf(statement.entry), "text") ?? "").split(/\s+/).length >= LEAST_WORDS;
      if (!isLong || !put(statement, () => true)) joined.push(alone(statement));
    }
  }
  return joined.map(({ statement }) => statement);
}

function alone(statement: RowStatement): { statement: RowStatement; documents: Set<string>; speakers: Set<string> } {
  return { statement, documents: new Set(documentsOf(statement.entry)), speakers: new Set([speakerOf(statement.entry)]) };
}

/** In the order in which documents come up first. */
function byDocument(statements: readonly RowStatement[]): RowStatement[][] {
  const groups = new Map<string, RowStatement[]>();
  for (const statement of statements) {
    const key = documentsOf(statement.entry).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()];
}

/**
 * The first one's words and slug stay; reports are put together, and so is whoever either is attributed to. What both say in
 * different ways, such as the stance towards something, a statement has room for once: the second is told in a note.
 */
function join(a: RawEntry, b: RawEntry, file: RowFile, place: string): RawEntry {
  const [first, second] = [mapOf(a), mapOf(b)];
  const differences: Difference[] = [];
  const rest = othersThan(second, ["text", ...ATTRIBUTION_FIELDS]);
  const withText = rest.map((entry) => (entry.key === "reports" ? { ...entry, value: withOwnText(entry.value, second) } : entry));
  const attributed = joinAttributions({ map: first, reports: documentsOf(a) }, { map: second, reports: documentsOf(b) }, differences);
  const kept: RawMap = { ...first, entries: othersThan(first, ATTRIBUTION_FIELDS) };
  const { entries } = mergeMaps(kept, { ...second, entries: withText }, differences);
  for (const { field, kept: before, other, at } of differences) {
    const where = `"${b.key}" is the same words of the same day as "${a.key}" (${place})`;
    file.note(at, "DUPLICATE_KEY", `${where}, but "${field}" is "${before}" there and "${other}" here; the first is kept`);
  }
  return { ...a, value: { ...first, entries: [...entries, ...attributed] } };
}

function othersThan({ entries }: RawMap, fields: readonly string[]): RawEntry[] {
  return entries.filter(({ key }) => !fields.includes(key));
}

/** A source's own wording is kept where it differs in anything. */
function withOwnText(reports: RawNode, statement: RawMap): RawNode {
  const text = entryOf(statement, "text");
  if (reports.is !== "list" || text === undefined) return reports;
  const items = reports.items.map(
    (each): RawNode => (each.is !== "map" || entryOf(each, "text") ? each : { ...each, entries: [...each.entries, text] }),
  );
  return { ...reports, items };
}

/** Slugs of its reports, which are those of their documents unless they have their own. */
function documentsOf(entry: RawEntry): string[] {
  const reports = entryOf(mapOf(entry), "reports")?.value;
  if (reports?.is !== "list") return [];
  return reports.items.flatMap((each) => (each.is === "map" ? (textOf(each, "slug") ?? textOf(each, "in") ?? []) : []));
}

function speakerOf(entry: RawEntry): string {
  const speaker = entryOf(mapOf(entry), "speaker")?.value;
  if (speaker?.is === "scalar") return speaker.text;
  return speaker?.is === "map" ? (textOf(speaker, "speaker") ?? "") : "";
}
