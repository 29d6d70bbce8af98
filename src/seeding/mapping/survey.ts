import type { CorpusFile } from "../../model/corpus-row-types";
import { parseId } from "../../model/id";
import { typeOfId } from "../../model/kind-of-id";
import { HeapKeeper } from "../draft/heap-keeper";
import { IdSet } from "../draft/id-set";
import type { Fault } from "../faults/fault";
import type { RawEntry, RawMap } from "../readers/raw-node";
import { ownId } from "../records/add-relations";
import { entryOf } from "../records/read-fields";
import type { KnownDocument } from "../records/record-context";
import { normalizeWording } from "../wording/normalize-wording";
import { FaultSample } from "./fault-sample";
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
  /** Fields that rows tell otherwise than a row before them, of which the first was kept. */
  readonly differences = new FaultSample();
  /** Of entities that rows take for one though their Wikidata items differ, the first such fault; by id. */
  readonly clashes = new Map<string, Fault>();
  private readonly words = new IdSet();
  private readonly heap = new HeapKeeper();
  rows = 0;

  constructor(
    private readonly corpusId: string,
    private readonly who: WhoIsWho,
    private readonly files: readonly CorpusFile[],
    private readonly joinsWords: boolean,
  ) {}

  add({ file, records }: FilledRow): void {
    this.rows += 1;
    for (const _ of records) this.heap.tick();
    const kept = file.kept();
    for (const record of records) this.addRecord(record, kept);
  }

  private addRecord(record: RowRecord, file: RowFile): void {
    const { plan, entry } = record;
    if (plan.file === "relations") this.addRelation(entry, file);
    else if (STREAMED.includes(plan.file.shape.label)) this.count(record, plan.file.shape.label, file);
    else this.addEntity(record, plan.file, file);
  }

  addEntity(record: Pick<RowRecord, "entry">, from: CorpusFile, file: RowFile): void {
    const { id, entry, of } = this.settled(record.entry, from);
    this.put(id, { slug: entry.key, entry, file, of, count: 1 });
  }

  /**
   * Those with one Wikidata item become one. Only once all rows are read: another row of the same slug may be the one that has the item, or
   * may have another one.
   */
  joinItems(): void {
    for (const [id, record] of this.entities) {
      const joined = this.who.join(id, textOf(mapOf(record.entry), "wikidataId"));
      if (joined === id) continue;
      this.entities.delete(id);
      const slug = parseId(joined)?.slug ?? record.slug;
      this.put(joined, { ...record, slug, entry: { ...record.entry, key: slug } });
    }
    this.who.followMoves();
  }

  private put(id: string, record: TableRecord & { readonly of: CorpusFile }): void {
    const before = this.entities.get(id);
    const count = (before?.count ?? 0) + record.count;
    this.entities.set(
      id,
      before === undefined ? { ...record, count } : { ...before, entry: this.merge(id, before, record.entry, record.file), count },
    );
  }

  /**
   * An entity under the id that people settle it to be, or, once all rows are read, its Wikidata item; fields that its kind does not have are
   * left out then.
   */
  settled(entry: RawEntry, from: CorpusFile): { readonly id: string; readonly entry: RawEntry; readonly of: CorpusFile } {
    const map = mapOf(entry);
    const id = this.who.movedTo(this.who.settle(from.shape.label, entry.key));
    const label = typeOfId(id) ?? "";
    const of = this.files.find(({ shape }) => shape.label === label) ?? from;
    const entries = of === from ? map.entries : map.entries.filter(({ key }) => of.shape.fields.some((field) => field.name === key));
    return { id, entry: { ...entry, key: parseId(id)?.slug ?? entry.key, value: { ...map, entries } }, of };
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
        : { ...before, entry: this.merge(entry.key, before, entry, file), count: before.count + 1 },
    );
  }

  private merge(id: string, before: TableRecord, entry: RawEntry, file: RowFile): RawEntry {
    const first = before.entry;
    if (first.value.is !== "map" || entry.value.is !== "map") return first;
    const found: Difference[] = [];
    const value = mergeMaps(first.value, entry.value, found);
    for (const difference of found) this.tell(id, difference, before.file, file);
    return { ...first, value };
  }

  /** Of other fields than the Wikidata item the first is kept, which is said. */
  private tell(id: string, difference: Difference, first: RowFile, file: RowFile): void {
    const clash = this.clash(id, difference, first, file);
    if (clash === undefined) this.differences.add(differenceFault(id, difference, first, file, "the first is kept"));
    else if (!this.clashes.has(id)) this.clashes.set(id, clash);
  }

  /** The fault of two Wikidata items for one entity: they are two things, and one of them would be lost in the other. */
  clash(id: string, difference: Difference, first: RowFile, file: RowFile): Fault | undefined {
    return difference.field === "wikidataId" ? differenceFault(id, difference, first, file, "give them slugs of their own") : undefined;
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
    const textHash = textOf(map, "textHash");
    const known: KnownDocument = {
      ...(publishedAt !== undefined && { publishedAt }),
      ...(textHash !== undefined && { textHash }),
      checkedByMakers: false,
    };
    this.documents.set(id, { ...(before ?? { slug: entry.key, file, at: entry.at }), known });
  }
}

function differenceFault(id: string, { field, kept, other, at }: Difference, first: RowFile, file: RowFile, advice: string): Fault {
  const where = `${field} of ${id} is "${kept}" by ${first.path}:${first.row.line}, and "${other}" here`;
  return { file: file.path, ...file.place(at), code: "SEED_DUPLICATE_KEY", message: `${where}; ${advice}` };
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
