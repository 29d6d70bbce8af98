import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import { mapOf } from "./fill-row";
import { ATTRIBUTION_FIELDS, JoinedAttributions } from "./join-attributions";
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
  const joined: Joined[] = [];
  const put = (statement: RowStatement, fits: (each: Joined) => boolean): boolean => {
    const documents = documentsOf(statement.entry);
    const target = joined.find((each) => each.hasNoneOf(documents) && fits(each));
    target?.join(statement, documents);
    return target !== undefined;
  };
  const [first, ...others] = byDocument(statements);
  for (const statement of first ?? []) joined.push(new Joined(statement));
  for (const group of others) {
    const left = group.filter((statement) => {
      const source = sourceOf(statement.entry);
      return source === "" || !put(statement, (each) => each.hasSource(source));
    });
    for (const statement of left) {
      const isLong = (textOf(mapOf(statement.entry), "text") ?? "").split(/\s+/).length >= LEAST_WORDS;
      if (!isLong || !put(statement, () => true)) joined.push(new Joined(statement));
    }
  }
  return joined.map((each) => each.statement());
}

/** In the order in which documents come up first. */
function byDocument(statements: readonly RowStatement[]): RowStatement[][] {
  const groups = new Map<string, RowStatement[]>();
  for (const statement of statements) {
    const key = documentsOf(statement.entry).join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return [...groups.values()];
}

/**
 * One statement of several: the first one's words and slug stay; reports are put together, and so is whoever any of them is attributed
 * to. What two say in different ways, such as the stance towards something, a statement has room for once: the later is told in a note.
 */
class Joined {
  private readonly documents: Set<string>;
  private readonly sources: Set<string>;
  private readonly slugs: string[] = [];
  private readonly place: string;
  private readonly attributions: JoinedAttributions;
  private file: RowFile;
  private rest: RawMap;

  constructor(private readonly first: RowStatement) {
    const map = mapOf(first.entry);
    const documents = documentsOf(first.entry);
    this.documents = new Set(documents);
    this.sources = new Set([sourceOf(first.entry)]);
    this.place = `${first.file.path}:${first.file.row.line}`;
    this.file = first.file;
    this.attributions = new JoinedAttributions({ map, reports: documents });
    this.rest = { ...map, entries: othersThan(map, ATTRIBUTION_FIELDS) };
  }

  hasNoneOf(documents: readonly string[]): boolean {
    return documents.every((document) => !this.documents.has(document));
  }

  hasSource(source: string): boolean {
    return this.sources.has(source);
  }

  join(statement: RowStatement, documents: readonly string[]): void {
    const { file, entry } = joinRows({ ...this.first, file: this.file }, statement);
    const differences: Difference[] = [];
    const map = mapOf(entry);
    this.attributions.add({ map, reports: documents }, differences);
    this.rest = mergeMaps(this.rest, restOf(map), differences);
    for (const { field, kept, other, at } of differences) {
      const where = `"${entry.key}" is the same words of the same day as "${this.first.entry.key}" (${this.place})`;
      file.note(at, "DUPLICATE_KEY", `${where}, but "${field}" is "${kept}" there and "${other}" here; the first is kept`);
    }
    for (const document of documents) this.documents.add(document);
    this.sources.add(sourceOf(statement.entry));
    this.slugs.push(entry.key);
    this.file = file;
  }

  statement(): RowStatement {
    const { entry } = this.first;
    if (this.slugs.length === 0) return this.first;
    const entries = [...this.rest.entries, ...this.attributions.fields()];
    const joined = [...(this.first.joined ?? []), ...this.slugs];
    return { file: this.file, entry: { ...entry, value: { ...mapOf(entry), entries } }, joined };
  }
}

/** What a later statement adds: its own words only to its reports. */
function restOf(map: RawMap): RawMap {
  const rest = othersThan(map, ["text", ...ATTRIBUTION_FIELDS]);
  return { ...map, entries: rest.map((entry) => (entry.key === "reports" ? { ...entry, value: withOwnText(entry.value, map) } : entry)) };
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

/** The speaker; of a name that stays open, all whom it may mean. Empty where nobody is named. */
function sourceOf(entry: RawEntry): string {
  const { speaker, attributions } = Object.fromEntries(ATTRIBUTION_FIELDS.map((name) => [name, entryOf(mapOf(entry), name)?.value]));
  const named = nameOf(speaker);
  if (named !== "" || attributions?.is !== "list") return named;
  return attributions.items.map(nameOf).sort().join(" ").trim();
}

function nameOf(attribution: RawNode | undefined): string {
  if (attribution?.is === "scalar") return attribution.text;
  return attribution?.is === "map" ? (textOf(attribution, "speaker") ?? "") : "";
}
