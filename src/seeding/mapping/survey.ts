import type { CorpusFile } from "../../model/corpus-row-types";
import { parseId } from "../../model/id";
import { kindOf, kindOfPrefix } from "../../model/ontology";
import { ownId } from "../add-relations";
import { IdSet } from "../id-set";
import { entryOf } from "../read-fields";
import type { KnownDocument } from "../record-context";
import type { RawEntry, RawMap } from "../readers/raw-node";
import { normalizeWording } from "../wording/normalize-wording";
import { mapOf } from "./fill-row";
import type { FilledRow, RowRecord } from "./fill-row";
import { mergeMaps } from "./merge-records";
import type { Difference } from "./merge-records";
import type { RowFile } from "./row-file";
import type { WhoIsWho } from "./who-is-who";

/** What all rows together say of one entity or relation. */
export interface TableRecord {
  readonly slug: string;
  readonly entry: RawEntry;
  /** The row that spoke of it first. */
  readonly file: RowFile;
  /** How often rows speak of it. */
  readonly count: number;
}

/** Kinds of which a table may have millions: their records are never all in memory. */
export const STREAMED = ["Document", "Statement", "Claim"];

/**
 * The first time through the tables: everything that has to be known before the first statement can be made. Entities and
 * relations are kept whole; of statements, claims and documents only what tells whether several rows speak of the same one.
 */
export class Survey {
  /** By id. */
  readonly entities = new Map<string, TableRecord & { readonly file: RowFile; readonly of: CorpusFile }>();
  readonly relations = new Map<string, TableRecord>();
  /** Of other files' records: how many rows speak of it, where that is more than one. By id. */
  readonly repeats = new Map<string, number>();
  /** The same of statements with equal words on one day, by `wordsKey`. */
  readonly repeatedWords = new Map<string, number>();
  readonly documents = new Map<
    string,
    { readonly slug: string; readonly file: RowFile; readonly at: number; readonly known: KnownDocument }
  >();
  /** Ids of statements and claims. */
  readonly streamed = new IdSet();
  readonly differences: (Difference & { readonly id: string })[] = [];
  private readonly words = new IdSet();
  rows = 0;

  constructor(
    private readonly corpusId: string,
    private readonly who: WhoIsWho,
    private readonly files: readonly CorpusFile[],
    private readonly joinsWords: boolean,
  ) {}

  add({ file, records }: FilledRow): void {
    this.rows += 1;
    const kept = file.kept();
    for (const record of records) this.addRecord(record, kept);
  }

  private addRecord(record: RowRecord, file: RowFile): void {
    const { plan, entry } = record;
    if (plan.file === "relations") this.addRelation(entry, file);
    else if (STREAMED.includes(plan.file.shape.label)) this.count(record, plan.file.shape.label, file);
    else this.addEntity(record, plan.file, file);
  }

  /** An entity under the id that people, or a Wikidata item, settle it to be; fields that its kind does not have are left out then. */
  addEntity(record: Pick<RowRecord, "entry">, from: CorpusFile, file: RowFile): void {
    const map = mapOf(record.entry);
    const id = this.who.settle(from.shape.label, record.entry.key, textOf(map, "wikidataId"));
    const label = kindOfPrefix(parseId(id)?.kind ?? "")?.label ?? "";
    const of = this.files.find(({ shape }) => shape.label === label) ?? from;
    const fields = of === from ? map.entries : map.entries.filter(({ key }) => of.shape.fields.some((field) => field.name === key));
    const slug = parseId(id)?.slug ?? record.entry.key;
    const own: RawEntry = { ...record.entry, key: slug, value: { ...map, entries: fields } };
    const before = this.entities.get(id);
    this.entities.set(
      id,
      before === undefined
        ? { slug, entry: own, file, of, count: 1 }
        : { ...before, entry: this.merge(id, before.entry, own), count: before.count + 1 },
    );
  }

  /** Of what was kept, names become ids. */
  answerNames(answer: (entry: RawEntry) => RawEntry): void {
    for (const [id, record] of this.entities) this.entities.set(id, { ...record, entry: answer(record.entry) });
    for (const [slug, record] of this.relations) this.relations.set(slug, { ...record, entry: answer(record.entry) });
  }

  private addRelation(entry: RawEntry, file: RowFile): void {
    const before = this.relations.get(entry.key);
    this.relations.set(
      entry.key,
      before === undefined
        ? { slug: entry.key, entry, file, count: 1 }
        : { ...before, entry: this.merge(entry.key, before.entry, entry), count: before.count + 1 },
    );
  }

  private merge(id: string, a: RawEntry, b: RawEntry): RawEntry {
    if (a.value.is !== "map" || b.value.is !== "map") return a;
    const found: Difference[] = [];
    const value = mergeMaps(a.value, b.value, found);
    this.differences.push(...found.map((each) => ({ ...each, id })));
    return { ...a, value };
  }

  private count(record: RowRecord, label: string, file: RowFile): void {
    const id = ownId(label, record.entry.key, this.corpusId);
    if (this.streamed.has(id)) this.repeats.set(id, (this.repeats.get(id) ?? 1) + 1);
    else this.streamed.add(id);
    const map = mapOf(record.entry);
    if (label === "Document") this.addDocument(id, record.entry, map, file);
    const key = label === "Statement" && this.joinsWords ? wordsKey(map) : undefined;
    if (key === undefined) return;
    if (this.words.has(key)) this.repeatedWords.set(key, (this.repeatedWords.get(key) ?? 1) + 1);
    else this.words.add(key);
  }

  private addDocument(id: string, entry: RawEntry, map: RawMap, file: RowFile): void {
    const publishedAt = textOf(map, "publishedAt");
    const before = this.documents.get(id);
    if (before !== undefined && (before.known.publishedAt !== undefined || publishedAt === undefined)) return;
    const known: KnownDocument = { ...(publishedAt !== undefined && { publishedAt }), checkedByMakers: false };
    this.documents.set(id, { ...(before ?? { slug: entry.key, file, at: entry.at }), known });
  }
}

/** Equal for statements with equal words on one day; undefined where the day is not known. */
export function wordsKey(statement: RawMap): string | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(textOf(statement, "saidAt") ?? "")?.[0];
  const wording = normalizeWording(textOf(statement, "text") ?? "");
  return day === undefined || wording === "" ? undefined : `${day} ${wording}`;
}

export function textOf(map: RawMap, name: string): string | undefined {
  const value = entryOf(map, name)?.value;
  return value?.is === "scalar" && !value.broken && value.text !== "" ? value.text : undefined;
}

/** Whether ids of the kind belong to all corpora. */
export function isShared(label: string): boolean {
  return kindOf(label).scope === "shared";
}
