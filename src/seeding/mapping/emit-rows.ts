import { CORPUS_FILES } from "../../model/corpus-row";
import type { CorpusFile } from "../../model/corpus-row-types";
import type { ChunkStore } from "../draft/chunk-store";
import type { DraftNode, DraftRelation } from "../draft/draft";
import { HeapKeeper } from "../draft/heap-keeper";
import type { IdSet } from "../draft/id-set";
import type { NameDictionary } from "../naming/name-dictionary";
import type { RawEntry } from "../readers/raw-node";
import { ownId } from "../records/add-relations";
import type { RecordContext } from "../records/record-context";
import { checkSlug, registerChildren } from "../records/register-records";
import { validateRecord } from "../records/validate-record";
import { addMentions } from "./add-mentions";
import { mapOf } from "./fill-row";
import type { FilledRow, RowRecord } from "./fill-row";
import { joinSameWords } from "./join-same-words";
import { TEXT_TO_CHECK } from "./mapping";
import { mergeMaps } from "./merge-records";
import type { Difference } from "./merge-records";
import type { RowFile } from "./row-file";
import { settleKinds } from "./settle-kinds";
import { joinRows, SeveralRows } from "./several-rows";
import type { RowStatement } from "./several-rows";
import { STREAMED, textOf, wordsKey } from "./survey";
import type { Survey } from "./survey";

export interface EmitOptions {
  readonly corpusId: string;
  readonly survey: Survey;
  readonly store: ChunkStore;
  /** Ids of the records that the corpus's other files make; those of rows are added. */
  readonly taken: IdSet;
  readonly joinsWords: boolean;
  /** Statement slugs that a statement is a variant of, by its slug. */
  readonly variants: ReadonlyMap<string, readonly { readonly slug: string; readonly similarity: number }[]>;
  readonly dictionary?: NameDictionary;
  /** Ids that were given up or changed their kind. */
  readonly moved: ReadonlyMap<string, string>;
  /** Told after each record, whose rows may have been read long ago: their faults and notes can be taken. */
  readonly onDone: (file: RowFile) => void;
  /** A context for the records of one row. */
  readonly contextOf: (file: RowFile) => RecordContext;
}

interface Held {
  readonly statement: RowStatement;
  readonly of: CorpusFile;
  readonly left: number;
}

/**
 * The second time through the tables: documents, statements and claims are checked and go on their way as soon as all rows
 * that speak of them have been read.
 */
export class EmitRows {
  private readonly heap = new HeapKeeper();
  private readonly held = new Map<string, Held>();
  private readonly sameWords = new Map<string, { statements: RowStatement[]; left: number }>();

  constructor(private readonly options: EmitOptions) {}

  /** Faults go to the files of the rows. */
  add({ file, records }: FilledRow): void {
    const streamed = records.filter(({ plan }) => plan.file !== "relations" && STREAMED.includes(plan.file.shape.label));
    for (const record of streamed) this.addRecord(record, file);
    this.forgetTexts(streamed, file);
  }

  /** A text proves the spans of its own row; the next row that needs it brings it along. */
  private forgetTexts(records: readonly RowRecord[], file: RowFile): void {
    const { documents } = this.options.contextOf(file);
    for (const { plan, entry } of records) {
      if (plan.file === "relations" || plan.file.shape.label !== "Document") continue;
      const id = ownId("Document", entry.key, this.options.corpusId);
      const known = documents.get(id);
      if (known?.text === undefined) continue;
      const { text: _text, ...rest } = known;
      documents.set(id, rest);
    }
  }

  private addRecord(record: RowRecord, file: RowFile): void {
    const of = record.plan.file as CorpusFile;
    const id = ownId(of.shape.label, record.entry.key, this.options.corpusId);
    const count = this.options.survey.repeats.get(id);
    if (count === undefined) return this.complete({ entry: record.entry, file }, of);
    const before = this.held.get(id);
    if (of.shape.label === "Document") this.peek(record, file);
    const statement = before === undefined ? { entry: record.entry, file } : this.merge(before.statement, record, file);
    const left = (before?.left ?? count) - 1;
    if (left > 0) {
      this.held.set(id, { statement, of, left });
      return;
    }
    this.held.delete(id);
    this.complete(statement, of);
  }

  /** Statements of the same row may have spans in a document of which more rows speak later. */
  private peek(record: RowRecord, file: RowFile): void {
    const text = textOf(mapOf(record.entry), "text") ?? textOf(mapOf(record.entry), TEXT_TO_CHECK);
    if (text === undefined) return;
    const scratch: { nodes: DraftNode[]; relations: DraftRelation[] } = { nodes: [], relations: [] };
    this.validate(record.entry, record.plan.file as CorpusFile, { ...this.options.contextOf(file), ...scratch });
  }

  private merge(before: RowStatement, record: RowRecord, row: RowFile): RowStatement {
    const found: Difference[] = [];
    const { file, entry } = joinRows(before, { entry: record.entry, file: row });
    const value = mergeMaps(mapOf(before.entry), mapOf(entry), found);
    for (const { field, kept, other, at } of found) {
      const { line } = before.file.row;
      file.fault(
        at,
        "DUPLICATE_KEY",
        `"${record.entry.key}" has another "${field}" in line ${line}: "${short(kept)}" there, "${short(other)}" here; give them slugs of their own, or mend one`,
      );
    }
    return { file, entry: { ...before.entry, value } };
  }

  private complete(statement: RowStatement, of: CorpusFile): void {
    const key = of.shape.label === "Statement" && this.options.joinsWords ? wordsKey(mapOf(statement.entry)) : undefined;
    const count = key === undefined ? undefined : this.options.survey.repeatedWords.get(key);
    if (key === undefined || count === undefined) return this.emit(statement, of);
    const group = this.sameWords.get(key) ?? { statements: [], left: count };
    group.statements.push(statement);
    group.left -= 1;
    this.sameWords.set(key, group);
    if (group.left > 0) return;
    this.sameWords.delete(key);
    this.emitJoined(group.statements, of);
  }

  /** What is still held when the tables end: rows that were expected were left out. */
  finish(): void {
    for (const { statement, of } of this.held.values()) this.complete(statement, of);
    this.held.clear();
    const of = CORPUS_FILES.find(({ shape }) => shape.label === "Statement");
    for (const { statements } of this.sameWords.values()) {
      if (of !== undefined) this.emitJoined(statements, of);
    }
    this.sameWords.clear();
  }

  /** What answers one of them answers all of them. */
  private emitJoined(statements: readonly RowStatement[], of: CorpusFile): void {
    const idOf = (slug: string): string => ownId(of.shape.label, slug, this.options.corpusId);
    for (const statement of joinSameWords(statements)) {
      for (const slug of statement.joined ?? []) this.options.store.redirect(idOf(slug), idOf(statement.entry.key));
      this.emit(statement, of);
    }
  }

  private emit({ entry, file }: RowStatement, of: CorpusFile): void {
    const before = file instanceof SeveralRows ? 0 : file.faults.length;
    const context: RecordContext = { ...this.options.contextOf(file), nodes: [], relations: [], keepsUnverified: true };
    checkSlug(entry.key, entry.at, file);
    this.validate(of.shape.label === "Statement" ? this.finished(entry) : entry, of, context);
    this.heap.tick();
    if (file.faults.length === before) this.take(context.nodes, entry, file);
    if (file.faults.length === before) this.options.store.add({ nodes: context.nodes, relations: context.relations });
    this.options.onDone(file);
  }

  /** Rows that speak of one record were brought together before: what makes an id a second time is another record. */
  private take(nodes: readonly DraftNode[], { key, at }: RawEntry, file: RowFile | SeveralRows): void {
    const { taken } = this.options;
    const other = nodes.find(({ id }) => taken.has(id));
    if (other === undefined) for (const { id } of nodes) taken.add(id);
    else file.fault(at, "DUPLICATE_KEY", `"${key}" makes the id ${other.id}, which another record has already; give it a slug of its own`);
  }

  private finished(entry: RawEntry): RawEntry {
    const { dictionary, moved, variants } = this.options;
    if (entry.value.is !== "map") return entry;
    const settled = settleKinds(entry.value, moved);
    const value = dictionary === undefined ? settled : addMentions(settled, dictionary);
    const similar = (variants.get(entry.key) ?? []).map(({ slug, similarity }) => ({ statement: slug, similarity: String(similarity) }));
    if (similar.length === 0) return { ...entry, value };
    const at = entry.at;
    const items = similar.map((fields) => ({
      is: "map" as const,
      entries: Object.entries(fields).map(([key, text]) => ({ key, at, value: { is: "scalar" as const, text, plain: false, at } })),
      at,
    }));
    return { ...entry, value: { ...value, entries: [...value.entries, { key: "variantOf", at, value: { is: "list", items, at } }] } };
  }

  /** A text that only proves spans is given beside the record, not in it. */
  private validate(entry: RawEntry, of: CorpusFile, context: RecordContext): void {
    const map = entry.value.is === "map" ? entry.value : undefined;
    const text = map && textOf(map, TEXT_TO_CHECK);
    context.index.forget(["Report", "ClaimReview"]);
    registerChildren(entry, entry.key, of.shape, context.file, context.index);
    if (map === undefined || text === undefined) {
      validateRecord(entry, entry.key, of.shape, context);
      return;
    }
    const own: RawEntry = { ...entry, value: { ...map, entries: map.entries.filter(({ key }) => key !== TEXT_TO_CHECK) } };
    const given = new Map([[entry.key, { path: context.file.path, bytes: Buffer.from(text), isOfCorpus: true as const }]]);
    validateRecord(own, entry.key, of.shape, { ...context, givenTexts: given });
  }
}

function short(text: string): string {
  return text.length > 60 ? `${[...text].slice(0, 60).join("")}…` : text;
}
