import { CORPUS_FILES } from "../../model/corpus-row";
import type { ChunkStore } from "../chunk-store";
import { readTable } from "../open-table";
import { entryOf } from "../read-fields";
import type { RecordContext } from "../record-context";
import type { Fault } from "../readers/fault";
import type { RawEntry } from "../readers/raw-node";
import type { TableRow } from "../readers/table-row";
import { register, registerChildren } from "../register-records";
import type { SlugIndex } from "../slug-index";
import { validateRecord } from "../validate-record";
import { knownRelations, validateRelations } from "../validate-relations";
import { checkDecisions } from "./check-decisions";
import { EmitRows } from "./emit-rows";
import { FaultSample } from "./fault-sample";
import { fillRow, mapOf } from "./fill-row";
import type { FilledRow, FillOptions } from "./fill-row";
import { VariantFinder } from "./find-variants";
import type { KnownEntity } from "./known-entity";
import { loadLookups } from "./load-lookups";
import type { Mapping, TablePlan } from "./mapping";
import { MentionFinder } from "./mention-finder";
import { OtherDayFinder } from "./other-day-finder";
import { findSimilarNames } from "../naming/find-similar-names";
import { openNames } from "./open-names";
import { proposeDecisions } from "./propose-decisions";
import type { SeenEntity } from "./propose-decisions";
import { NO_DECISIONS } from "./read-entity-decisions";
import type { EntityDecisions } from "./read-entity-decisions";
import type { RowFile } from "./row-file";
import { faultsByRow } from "./several-rows";
import { MissingColumns } from "./missing-columns";
import { Survey, textOf } from "./survey";
import { WhoIsWho } from "./who-is-who";
import type { NewEntity } from "./who-is-who";
import { namesIn } from "./written-entities";

export interface MappingOptions {
  readonly corpusId: string;
  readonly mapping: Mapping;
  readonly decisions?: EntityDecisions;
  /** Entities of other corpora. */
  readonly known: AsyncIterable<KnownEntity>;
  /** Entities that the corpus's own YAML files define. */
  readonly written: readonly KnownEntity[];
  readonly index: SlugIndex;
  readonly contextOf: (file: RowFile) => RecordContext;
  /** Rows of each table that are read; all unless given. */
  readonly limit?: number;
  /** Takes rows that cannot be loaded, so that the others may; without it, a bad row is a fault. */
  readonly onBadRow?: (row: TableRow, faults: readonly Fault[], table: TablePlan) => void;
  /** Rows that turned out to be bad before, and are no part of the table now. */
  readonly isLeftOut?: (row: TableRow) => boolean;
  /** Rows whose records were made, of all; told the second time through, when it is known how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Sees each row as it is read, the first time through. */
  readonly onRow?: (row: TableRow, table: TablePlan) => void;
}

const ROWS_PER_TICK = 100;
/** What readers tell that hinders nothing. */
const NOTES: readonly string[] = ["SEED_NO_ANNOTATIONS", "SEED_NO_FIELD"];

/** What is known of a corpus's tables after they were gone through once. */
export class MappingRun {
  readonly faults: Fault[] = [];
  readonly notes: Fault[] = [];
  private readonly who: WhoIsWho;
  private readonly survey: Survey;
  private readonly mentions: MentionFinder;
  private readonly variants: VariantFinder;
  private readonly sample = new FaultSample();
  private readonly otherDays = new OtherDayFinder();
  private lookups: FillOptions["lookups"] = new Map();
  private readonly foreign = new Set<string>();
  /** The row that is being read. */
  private current: RowFile | undefined;

  constructor(private readonly options: MappingOptions) {
    const { mapping, decisions = NO_DECISIONS, corpusId } = options;
    this.who = new WhoIsWho(decisions);
    this.survey = new Survey(corpusId, this.who, CORPUS_FILES, mapping.sameWords);
    this.mentions = new MentionFinder(mapping.mentions);
    this.variants = new VariantFinder(mapping.variants);
  }

  /** The first time through: who and what there is. Enters it in the index, so that references find it. */
  async readAll(): Promise<void> {
    const { options, who, survey } = this;
    for await (const entity of options.known) {
      who.know(entity);
      this.foreign.add(entity.id);
    }
    for (const entity of options.written) who.know(entity, { isWritten: true });
    this.lookups = await loadLookups(options.mapping, this.faults);
    await this.mentions.open();
    const refer: FillOptions["refer"] = (request, file) => who.note(request, file);
    for await (const [table, row] of this.rows(refer, () => undefined)) {
      options.onRow?.(row.file.row, table);
      survey.add(row);
      this.mentions.look(row);
      this.variants.look(row);
      if (options.mapping.sameWords) this.otherDays.look(row);
    }
    survey.joinItems();
    this.notes.push(...this.otherDays.notes(), ...survey.differences.faults());
    this.faults.push(...survey.clashes.faults());
    // Before any name is looked up, so that a name may mean what a table defines.
    for (const [id, { entry, of, count }] of survey.entities)
      who.know({ id, label: of.shape.label, names: namesIn(mapOf(entry)) }, { isSettled: true, count });
    const answered = who.answer();
    this.checkDecisions(answered);
    for (const entity of answered) {
      const of = CORPUS_FILES.find(({ shape }) => shape.label === entity.label);
      const at = entity.number;
      const name: RawEntry = { key: "name", at, value: { is: "scalar", text: entity.name, plain: false, at } };
      const entries = entity.record.some(({ key }) => key === "name") ? entity.record : [name, ...entity.record];
      if (of) survey.addEntity({ entry: { key: slugOf(entity.id), at, value: { is: "map", entries, at } } }, of, entity.file);
    }
    survey.answerNames((entry) => who.answerIn(entry));
    this.notes.push(...openNames([...who.open()], options.mapping.path));
    this.mentions.addPlaces(survey);
    this.register();
  }

  /** Of the first rows alone nobody can tell what there is. */
  private checkDecisions(answered: readonly NewEntity[]): void {
    const { decisions = NO_DECISIONS, limit } = this.options;
    if (limit !== undefined) return;
    const { faults, notes } = checkDecisions(decisions.named, this.who.given, new Set(answered.map(({ id }) => id)));
    this.faults.push(...faults);
    this.notes.push(...notes);
  }

  private register(): void {
    const { index } = this.options;
    for (const [id, { entry, file, of }] of this.survey.entities) {
      if (this.foreign.has(id)) registerChildren(entry, entry.key, of.shape, file, index);
      else register(entry, entry.key, of.shape, file, index);
    }
    for (const [id, { slug, file, at, known }] of this.survey.documents) {
      index.define(slug, { label: "Document", id, place: { file: file.path, ...file.place(at) } });
      this.options.contextOf(file).documents.set(id, known);
    }
    index.stream(this.survey.streamed, this.who.moved, this.foreign);
  }

  /** Checks entities and relations, which go into the context that the YAML files' records go into. */
  checkEntities(): void {
    const files = new Set<RowFile>();
    for (const [id, { entry, file, of }] of this.survey.entities) {
      const context = this.options.contextOf(file);
      const { nodes } = context;
      const before = nodes.length;
      validateRecord(entry, entry.key, of.shape, context);
      // Another corpus defines it: what hangs on it is ours, it itself is not.
      if (this.foreign.has(id))
        nodes.splice(
          nodes.findIndex((node, at) => at >= before && node.id === id),
          1,
        );
      files.add(file);
    }
    let seen: Map<string, string> | undefined;
    for (const { entry, file } of this.survey.relations.values()) {
      const context = this.options.contextOf(file);
      seen ??= knownRelations(context);
      files.add(file);
      if (lacksEnd(entry, file)) continue;
      validateRelations({ file, content: { entries: [entry], unreadable: false, incomplete: false } }, context, seen);
    }
    for (const file of files) for (const fault of file.faults.splice(0)) this.sample.add(fault);
  }

  /** The second time through: statements, documents and claims. */
  async emit(store: ChunkStore): Promise<void> {
    const { options, survey, who } = this;
    const dictionary = this.mentions.dictionary(this.survey, options.written);
    const emit = new EmitRows({
      corpusId: options.corpusId,
      survey,
      store,
      joinsWords: options.mapping.sameWords,
      variants: this.variants.found(),
      ...(dictionary && { dictionary }),
      moved: who.moved,
      onDone: (file) => this.takeFrom(file),
      contextOf: options.contextOf,
    });
    let count = 0;
    for await (const [table, row] of this.rows(
      (request, file) => who.refer(request, file),
      (fault, bad, of) => this.bad([fault], bad, of),
    )) {
      this.current = row.file;
      if (row.file.faults.length === 0) emit.add(row);
      this.notes.push(...row.file.notes.splice(0));
      if (row.file.faults.length > 0) this.bad(row.file.faults.splice(0), row.file.row, table);
      count += 1;
      if (count % ROWS_PER_TICK === 0) options.onProgress?.(count, survey.rows);
    }
    this.current = undefined;
    emit.finish();
    this.faults.push(...this.sample.faults());
    this.notes.push(...who.unnamed.notes(options.mapping.path));
  }

  /** Of a record that several rows make, none can be loaded without the others; those of one row are taken together, after it. */
  private takeFrom(file: RowFile): void {
    if (file === this.current) return;
    this.notes.push(...file.notes.splice(0));
    const [first] = file.faults;
    if (first === undefined) return;
    for (const [{ row, table }, faults] of faultsByRow(file)) {
      const because = { ...first, message: `belongs together with line ${first.line}: ${first.message}` };
      if (table !== undefined && (faults.length > 0 || this.options.onBadRow)) this.bad(faults.length > 0 ? faults : [because], row, table);
    }
  }

  /** A file of decisions on who is who, to be edited: what looks like one thing, or like no person, and names left open. */
  propose(): string {
    return proposeDecisions(this.seen(), [...this.who.open()], this.options.decisions ?? NO_DECISIONS);
  }

  /** Names of one kind that look like one person's or thing's, the most frequent first. */
  similarNames(): { readonly a: string; readonly b: string; readonly reason: string }[] {
    const seen = this.seen();
    const labels = [...new Set(seen.map(({ label }) => label))];
    return labels
      .flatMap((label) =>
        findSimilarNames(
          seen.filter((each) => each.label === label),
          label === "Person",
        ),
      )
      .map(({ a, b, reason }) => ({ a: a.name, b: b.name, reason }));
  }

  private seen(): SeenEntity[] {
    return [...this.survey.entities].map(([id, { entry, file, of, count }]) => ({
      id,
      label: of.shape.label,
      name: textOf(mapOf(entry), "name") ?? entry.key,
      count,
      place: `${file.path}:${file.row.line}`,
    }));
  }

  private bad(faults: readonly Fault[], row: TableRow | undefined, table: TablePlan): void {
    if (faults.every(({ code }) => NOTES.includes(code))) {
      this.notes.push(...faults);
      return;
    }
    if (row === undefined || this.options.onBadRow === undefined) for (const fault of faults) this.sample.add(fault);
    else this.options.onBadRow(row, faults, table);
  }

  /** A download that failed must not take everything back that was loaded before. */
  private emptyTable({ name, place }: TablePlan): Fault {
    const message = `the files of the table "${name}" have no row; look whether they are whole, or take the table out`;
    return { file: this.options.mapping.path, ...place, code: "SEED_EMPTY", message };
  }

  private async *rows(
    refer: FillOptions["refer"],
    onFault: (fault: Fault, row: TableRow | undefined, table: TablePlan) => void,
  ): AsyncGenerator<readonly [TablePlan, FilledRow]> {
    const { mapping, limit = Infinity } = this.options;
    for (const table of mapping.tables) {
      let count = 0;
      let faults = 0;
      const missing = new MissingColumns(table);
      const told = (fault: Fault, bad: TableRow | undefined): void => {
        faults += 1;
        onFault(fault, bad, table);
      };
      for await (const row of readTable(table.source, told)) {
        if ((count += 1) > limit) break;
        missing.look(row);
        if (this.options.isLeftOut?.(row)) continue;
        const filled = fillRow(table, row, { mapping, lookups: this.lookups, refer });
        if (filled !== undefined) yield [table, filled];
      }
      for (const fault of missing.faults(mapping.path)) onFault(fault, undefined, table);
      if (count === 0 && faults === 0) onFault(this.emptyTable(table), undefined, table);
    }
  }
}

/** An end that a row names may be missing because its name stays open, which the relation alone does not show. */
function lacksEnd({ key, at, value }: RawEntry, file: RowFile): boolean {
  const missing = ["from", "to"].filter((end) => value.is !== "map" || entryOf(value, end) === undefined);
  for (const end of missing) {
    const advice = 'decide it under "names" in entities.yaml (quoth reconcile lists open names), or fill in the cell';
    file.fault(at, "REQUIRED", `the relation "${key}" has no "${end}": the cell is empty, or its name may mean several; ${advice}`);
  }
  return missing.length > 0;
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}
