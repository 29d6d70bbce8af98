import { CORPUS_FILES } from "../../model/corpus-row";
import { withoutPrefix } from "../../model/id";
import type { ChunkStore } from "../draft/chunk-store";
import type { IdSet } from "../draft/id-set";
import type { KnownEntity } from "../draft/known-entity";
import type { Fault } from "../faults/fault";
import { SeenFiles } from "../files/seen-files";
import { findSimilarNames } from "../naming/find-similar-names";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry } from "../readers/raw-node";
import type { TableRow } from "../readers/table-row";
import type { HierarchyEdge, RecordContext } from "../records/record-context";
import { register, registerChildren } from "../records/register-records";
import type { SlugIndex } from "../records/slug-index";
import { validateRecord } from "../records/validate-record";
import { knownRelations, validateRelations } from "../records/validate-relations";
import { checkDecisions } from "./check-decisions";
import { DoomedParts, togetherWith } from "./doomed-parts";
import type { NamedRow } from "./doomed-parts";
import { EmitRows } from "./emit-rows";
import { FaultSample } from "./fault-sample";
import { mapOf } from "./fill-row";
import type { FillOptions } from "./fill-row";
import { VariantFinder } from "./find-variants";
import { lacksEnd } from "./lacks-end";
import type { TablePlan } from "./mapping";
import { MentionFinder } from "./mention-finder";
import { openNames } from "./open-names";
import { OtherDayFinder } from "./other-day-finder";
import { proposeDecisions } from "./propose-decisions";
import type { SeenEntity } from "./propose-decisions";
import { NO_DECISIONS } from "./read-entity-decisions";
import type { EntityDecisions } from "./read-entity-decisions";
import { RowFile } from "./row-file";
import { relationKey, RowJudge } from "./row-judge";
import type { NamedByRow } from "./row-judge";
import { faultsByRow } from "./several-rows";
import { Survey, textOf } from "./survey";
import { TableRows } from "./table-rows";
import type { TableRowsOptions } from "./table-rows";
import { WhoIsWho } from "./who-is-who";
import type { NewEntity } from "./who-is-who";
import { namesIn } from "./written-entities";

export interface MappingOptions extends TableRowsOptions {
  readonly corpusId: string;
  readonly decisions?: EntityDecisions;
  /** Entities of other corpora. */
  readonly known: AsyncIterable<KnownEntity>;
  /** Entities that the corpus's own YAML files define. */
  readonly written: readonly KnownEntity[];
  readonly index: SlugIndex;
  readonly contextOf: (file: RowFile) => RecordContext;
  /** What the files were that were read before for the same load. */
  readonly seen?: SeenFiles;
  /** Takes rows that cannot be loaded, so that the others may; without it, a bad row is a fault. */
  readonly onBadRow?: (row: TableRow, faults: readonly Fault[], table: TablePlan) => void;
  /** Rows whose records were made, of all; told the second time through, when it is known how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Sees each row as it is read, the first time through. */
  readonly onRow?: (row: TableRow, table: TablePlan) => void;
}

const ROWS_PER_TICK = 100;
/** What readers tell that hinders nothing. */
const NOTES: readonly string[] = ["SEED_NO_ANNOTATIONS", "SEED_NO_FIELD", "SEED_NO_ROWS"];

/** What is known of a corpus's tables after they were gone through once. */
export class MappingRun {
  readonly faults: Fault[] = [];
  readonly notes: Fault[] = [];
  private readonly who: WhoIsWho;
  private readonly survey: Survey;
  private readonly judge: RowJudge;
  private readonly mentions: MentionFinder;
  private readonly variants: VariantFinder;
  private readonly sample = new FaultSample();
  private readonly otherDays = new OtherDayFinder();
  private readonly foreign = new Set<string>();
  private readonly rows: TableRows;
  /** Only where bad rows are left out; where one is a fault, nothing is loaded. */
  private readonly doomed: DoomedParts | null;

  constructor(private readonly options: MappingOptions) {
    const { mapping, decisions = NO_DECISIONS, corpusId } = options;
    this.rows = new TableRows(options, options.seen ?? new SeenFiles());
    this.who = new WhoIsWho(decisions);
    this.survey = new Survey(corpusId, this.who, CORPUS_FILES, mapping.sameWords);
    this.judge = new RowJudge(this.survey, options.contextOf);
    this.mentions = new MentionFinder(mapping.mentions);
    this.variants = new VariantFinder(mapping.variants);
    this.doomed = options.onBadRow === undefined ? null : new DoomedParts(corpusId, this.survey, this.judge);
  }

  /** A table has more rows than were to be read. */
  get isCut(): boolean {
    return this.rows.isCut;
  }

  /** The first time through: who and what there is. Enters it in the index, so that references find it. */
  async readAll(): Promise<void> {
    const { options, who, survey } = this;
    for await (const entity of options.known) {
      who.know(entity);
      this.foreign.add(entity.id);
    }
    for (const entity of options.written) who.know(entity, { isWritten: true });
    await this.rows.open(this.faults);
    await this.mentions.open();
    const refer: FillOptions["refer"] = (request, file) => who.note(request, file);
    for await (const [table, row] of this.rows.read(refer, () => undefined)) {
      options.onRow?.(row.file.row, table);
      // They are found again the second time; a file that is kept for its entities would tell them twice.
      row.file.faults.splice(0);
      survey.add(row);
      this.mentions.look(row);
      this.variants.look(row);
      if (options.mapping.sameWords) this.otherDays.look(row);
    }
    survey.joinItems();
    this.notes.push(...this.otherDays.notes(), ...survey.differences.faults());
    for (const [id, clash] of survey.clashes) this.judge.suspect(id, [clash]);
    // Before any name is looked up, so that a name may mean what a table defines.
    for (const [id, { entry, of, count }] of survey.entities)
      who.know({ id, label: of.shape.label, names: namesIn(mapOf(entry)) }, { isSettled: true, count });
    const answered = who.answer();
    this.checkDecisions(answered);
    for (const entity of answered) {
      const of = CORPUS_FILES.find(({ shape }) => shape.label === entity.label);
      const at = entity.number;
      const name: RawEntry = { key: "name", at, value: scalarNode(entity.name, at) };
      const entries = entity.record.some(({ key }) => key === "name") ? entity.record : [name, ...entity.record];
      if (of) survey.addEntity({ entry: { key: withoutPrefix(entity.id), at, value: { is: "map", entries, at } } }, of, entity.file);
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
      this.judge.suspect(id, file.faults.splice(0));
    }
    for (const [id, { slug, file, at, known }] of this.survey.documents) {
      index.define(slug, { label: "Document", id, place: { file: file.path, ...file.place(at) } });
      this.options.contextOf(file).documents.set(id, known);
    }
    index.stream(this.survey.streamed, this.who.moved, this.foreign, this.survey.entities);
  }

  /** Checks entities and relations, which go into the context that the YAML files' records go into. */
  checkEntities(): void {
    for (const [id, { entry, file, of }] of this.survey.entities) {
      const context = this.options.contextOf(file);
      const { nodes } = context;
      const before = nodes.length;
      validateRecord(entry, entry.key, of.shape, context);
      this.judge.suspect(id, file.faults.splice(0));
      // Another corpus defines it: what hangs on it is ours, it itself is not.
      if (this.foreign.has(id))
        nodes.splice(
          nodes.findIndex((node, at) => at >= before && node.id === id),
          1,
        );
    }
    let seen: Map<string, string> | undefined;
    for (const { entry, file } of this.survey.relations.values()) {
      const context = this.options.contextOf(file);
      seen ??= knownRelations(context);
      if (!lacksEnd(entry, file))
        validateRelations({ file, content: { entries: [entry], unreadable: false, incomplete: false } }, context, seen);
      this.judge.suspect(relationKey(entry.key), file.faults.splice(0));
    }
  }

  /** Takes the fault of an edge that closes a circle, where a row has it. */
  takeCircle({ file, from, at }: HierarchyEdge): void {
    if (!(file instanceof RowFile)) return;
    const relation = [...this.survey.relations.values()].find((each) => each.file === file && each.entry.at === at);
    this.judge.suspect(relation === undefined ? from : relationKey(relation.slug), file.faults.splice(0));
  }

  /**
   * The second time through: statements, documents and claims.
   * @param taken ids of the records that are in the store already
   */
  async emit(store: ChunkStore, taken: IdSet): Promise<void> {
    const { options, survey, who } = this;
    const dictionary = this.mentions.dictionary(this.survey, options.written);
    let current: RowFile | undefined;
    const emit = new EmitRows({
      corpusId: options.corpusId,
      survey,
      store,
      taken,
      joinsWords: options.mapping.sameWords,
      variants: this.variants.found(),
      ...(dictionary && { dictionary }),
      moved: who.moved,
      // The row that is being read is taken when all is added that it has.
      onDone: (file) => {
        if (file !== current) this.takeFrom(file);
      },
      contextOf: options.contextOf,
    });
    let count = 0;
    for await (const { table, row, named } of this.rowsAgain((fault, bad, of) => this.bad([fault], bad, of))) {
      current = row.file;
      this.judge.judge(row, named);
      if (row.file.faults.length === 0) emit.add(row);
      this.notes.push(...row.file.notes.splice(0));
      const [first] = row.file.faults;
      if (first !== undefined) {
        this.doomed?.add(row, first);
        this.bad(row.file.faults.splice(0), row.file.row, table);
      }
      count += 1;
      if (count % ROWS_PER_TICK === 0) options.onProgress?.(count, survey.rows);
    }
    current = undefined;
    emit.finish();
    this.notes.push(...who.unnamed.notes(options.mapping.path));
    for (const fault of await this.takeTogether()) this.sample.add(fault);
    this.faults.push(...this.sample.faults());
  }

  /** Each row anew, and whom it names, as far as that tells who brought a fault. */
  private async *rowsAgain(onFault: Parameters<TableRows["read"]>[1]): AsyncGenerator<NamedRow> {
    let named: NamedByRow[] = [];
    const refer: FillOptions["refer"] = (request, file) => {
      const answer = this.who.refer(request, file);
      if (this.judge.isNeeded) named.push({ request, answer });
      return answer;
    };
    for await (const [table, row] of this.rows.read(refer, onFault)) {
      yield { table, row, named };
      named = [];
    }
  }

  /** Leaves out the rows that cannot be loaded without another one. @returns faults for which that was of no use */
  private async takeTogether(): Promise<Fault[]> {
    const unexplained = this.judge.unexplained();
    if (this.doomed === null) return [...unexplained.values()].flat();
    return this.doomed.takeAlong(
      unexplained,
      () => this.rowsAgain(() => undefined),
      (row, table, fault) => this.bad([{ ...fault, file: row.file.path, line: row.file.row.line, column: 1 }], row.file.row, table),
    );
  }

  /** Of a record that several rows make, none can be loaded without the others; those of one row are taken together, after it. */
  private takeFrom(file: RowFile): void {
    this.notes.push(...file.notes.splice(0));
    const [first] = file.faults;
    if (first === undefined) return;
    for (const [rowFile, faults] of faultsByRow(file)) {
      const { row, table } = rowFile;
      const because = togetherWith(first, first.line);
      if (table === undefined || (faults.length === 0 && !this.options.onBadRow)) continue;
      this.doomAgain(rowFile, table, faults[0] ?? first);
      this.bad(faults.length > 0 ? faults : [because], row, table);
    }
  }

  /** Its other records may be made of further rows. */
  private doomAgain({ row }: RowFile, table: TablePlan, fault: Fault): void {
    // Its names were counted when it was read.
    const refer: FillOptions["refer"] = (request) => this.who.refer(request, {});
    const filled = this.rows.fill(table, row, refer);
    if (filled !== undefined) this.doomed?.add(filled, fault);
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
      // A row may both make a record and name it.
      count: Math.max(count, this.who.timesNamed(id)),
      place: `${file.path}:${file.row.line}`,
      isFixed: this.foreign.has(id) || this.who.isWritten(id),
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
}
