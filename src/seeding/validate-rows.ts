import { CORPUS_SHAPE } from "../model/corpus-row";
import { formerId } from "../model/former-id";
import type { Absent } from "./draft/absent";
import { ChunkStore, storeChunks } from "./draft/chunk-store";
import type { DraftNode, DraftValue, Place, PlannedCorpus } from "./draft/draft";
import { describeCycle, findCycles } from "./draft/find-cycles";
import { IdSet } from "./draft/id-set";
import type { KnownEntity } from "./draft/known-entity";
import type { Fault } from "./faults/fault";
import type { OnInputFile } from "./files/input-file";
import type { ReadCorpus } from "./files/read-corpus";
import { checkGivenUp } from "./mapping/check-given-up";
import { NO_DECISIONS, readEntityDecisions } from "./mapping/read-entity-decisions";
import type { EntityDecisions } from "./mapping/read-entity-decisions";
import { readMapping } from "./mapping/read-mapping";
import { MappingRun } from "./mapping/run-mapping";
import type { MappingOptions } from "./mapping/run-mapping";
import { writtenEntities } from "./mapping/written-entities";
import type { RawMap } from "./readers/raw-node";
import type { TableRow } from "./readers/table-row";
import { readFields } from "./records/read-fields";
import { isAbsent } from "./records/read-value";
import type { GivenText, HierarchyEdge, RecordContext } from "./records/record-context";
import { checkSlug, registerRecords } from "./records/register-records";
import { placeOf } from "./records/resolve-reference";
import { SlugIndex } from "./records/slug-index";
import { validateRecord } from "./records/validate-record";
import { validateRelations } from "./records/validate-relations";
import { findUnchanged, skipNote, skippedCorpus } from "./skip-unchanged";
import type { LoadedInputs } from "./skip-unchanged";

/** Where the id of a corpus cannot be told, its records are checked under this one; it is never loaded. */
const NAMELESS = "corpus";

export interface ValidatedCorpus {
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  readonly planned: PlannedCorpus;
  readonly index: SlugIndex;
  /** Rows that cannot be loaded. */
  readonly leftOut: number;
  /** The same without the rows that refer to what is nowhere, where rows may be left out. What this one is made of is given back. */
  readonly without?: (absent: Absent) => Promise<ValidatedCorpus>;
  /** Its tables, where it has any that could be read. */
  readonly run?: MappingRun;
}

/** How the tables of a corpus are read. */
export interface TableOptions extends Pick<MappingOptions, "limit" | "seen" | "onBadRow" | "isLeftOut" | "onProgress" | "onRow"> {
  /** Entities of all corpora but this one, which names may mean. */
  readonly known: (corpusId: string) => AsyncIterable<KnownEntity>;
  /** Where the tables lie; the corpus folder unless given. */
  readonly dataFolder?: string;
  /** What the graph was made of, by corpus; without it, everything is read. */
  readonly loaded?: (corpusId: string) => Promise<LoadedInputs | undefined>;
  /** Told of each file of the tables, where `loaded` asks for their hashes. */
  readonly onFile?: OnInputFile;
}

/**
 * Checks everything that a corpus says; every fault at once. Its own files in one pass over the records after one over their
 * slugs; its tables in the same two steps, of which only the entities stay in memory.
 */
export async function validateRows(
  corpus: ReadCorpus,
  givenTexts: ReadonlyMap<string, GivenText>,
  tables?: TableOptions,
): Promise<ValidatedCorpus> {
  const description = corpus.mapping === undefined ? undefined : describe(corpus);
  const { inputHash, loaded } = description ? await findUnchanged(corpus, description.id, givenTexts, tables) : {};
  if (description !== undefined && loaded !== undefined) {
    return {
      leftOut: 0,
      faults: [],
      notes: [skipNote(corpus)],
      index: new SlugIndex(description.id),
      planned: skippedCorpus(description, loaded),
    };
  }
  const validated = await validateAll(corpus, givenTexts, tables);
  // What was left out is told, and written, each time: these files are never taken for loaded.
  const isWhole = inputHash !== undefined && validated.leftOut === 0 && validated.planned.isPartial === undefined;
  return isWhole ? { ...validated, planned: { ...validated.planned, inputHash } } : validated;
}

/** What a corpus says of itself, without its faults, which the validation tells. */
function describe(corpus: ReadCorpus): Pick<PlannedCorpus, "id" | "version" | "dataset" | "folder"> | undefined {
  const faults = corpus.corpus?.file.faults;
  const before = [...(faults ?? [])];
  const { id, properties } = readDescription(corpus);
  const isFaulty = faults === undefined || faults.length > 0 || corpus.faults.length > 0;
  faults?.splice(0, faults.length, ...before);
  return isFaulty ? undefined : { id, folder: corpus.folder, ...datasetOf(properties) };
}

/** As often as rows are left out that others counted on. */
async function validateAll(
  corpus: ReadCorpus,
  givenTexts: ReadonlyMap<string, GivenText>,
  tables?: TableOptions,
): Promise<ValidatedCorpus> {
  if (tables?.onBadRow === undefined) return validateOnce(corpus, givenTexts, tables);
  const own = [corpus.corpus, corpus.relations, corpus.mapping, corpus.decisions, ...corpus.records].flatMap((each) => each?.file ?? []);
  const before = own.map(({ faults }) => [...faults]);
  const bad = new BadRows(tables.onBadRow);
  const absent = new Map<string, string>();
  const settle = async (): Promise<ValidatedCorpus> => {
    const known = bad.count;
    const validated = await validateOnce(corpus, givenTexts, { ...tables, onBadRow: bad.add, isLeftOut: bad.has }, absent);
    const again = (missing: Absent): Promise<ValidatedCorpus> => {
      for (const [id, message] of missing) absent.set(id, message);
      validated.planned.dispose();
      own.forEach(({ faults }, at) => faults.splice(0, faults.length, ...(before[at] ?? [])));
      return settle();
    };
    if (bad.count === known) return { ...validated, leftOut: bad.count, without: again };
    // Other rows may have counted on what the bad ones say: a statement that answers theirs, a claim. Once more, without them.
    return again(new Map());
  };
  return settle();
}

/** Rows that cannot be loaded; each is handed on once. */
class BadRows {
  private readonly keys = new Set<string>();

  constructor(private readonly onBadRow: NonNullable<TableOptions["onBadRow"]>) {}

  readonly add: NonNullable<TableOptions["onBadRow"]> = (row, faults, table) => {
    if (this.has(row)) return;
    this.keys.add(keyOf(row));
    this.onBadRow(row, faults, table);
  };

  readonly has = (row: TableRow): boolean => this.keys.has(keyOf(row));

  get count(): number {
    return this.keys.size;
  }
}

/** Several records may stand in one line. */
function keyOf({ file, line, cells }: TableRow): string {
  const number = cells["file.number"];
  return `${file}:${line}:${typeof number === "string" ? number : ""}`;
}

async function validateOnce(
  corpus: ReadCorpus,
  givenTexts: ReadonlyMap<string, GivenText>,
  tables?: TableOptions,
  absent?: Absent,
): Promise<ValidatedCorpus> {
  const { id, properties } = readDescription(corpus);
  const index = new SlugIndex(id);
  registerRecords(corpus.records, index);
  const shared = {
    index,
    foreign: [],
    corpusId: id,
    nodes: [],
    relations: [],
    documents: new Map(),
    hierarchy: [],
    textFiles: corpus.texts,
    givenTexts,
    ...(absent && { absent }),
  };
  const contextOf = (file: RecordContext["file"]): RecordContext => ({ file, ...shared });
  const decisions = corpus.decisions === undefined ? NO_DECISIONS : readEntityDecisions(corpus.decisions);
  if (corpus.decisions !== undefined) await checkGivenUp(decisions, corpus.decisions.file, corpus.records, (tables?.known ?? nobody)(id));
  const run = openMapping(corpus, decisions, id, index, contextOf, tables);
  await run?.readAll();
  for (const { shape, file, content } of corpus.records) {
    const context = contextOf(file);
    for (const entry of content.entries) validateRecord(entry, entry.key, shape, context);
  }
  if (corpus.relations !== undefined) validateRelations(corpus.relations, contextOf(corpus.relations.file));
  run?.checkEntities();
  addFormerIds(decisions, shared.nodes);
  for (const edge of reportHierarchy(shared.hierarchy)) run?.takeCircle(edge);
  const store = new ChunkStore();
  storeChunks(shared.nodes, shared.relations, store);
  await run?.emit(store, idsOf(shared.nodes));
  store.seal();
  const files = [corpus.corpus, corpus.relations, corpus.mapping, corpus.decisions, ...corpus.records];
  const faults = [...corpus.faults, ...files.flatMap((each) => each?.file.faults ?? []), ...(run?.faults ?? [])];
  const whole = plan(corpus, id, properties, { ...shared, store, decisions });
  const planned: PlannedCorpus = run?.isCut === true ? { ...whole, isPartial: true } : whole;
  return { leftOut: 0, faults, notes: [...corpus.notes, ...(run?.notes ?? [])], index, planned, ...(run && { run }) };
}

function idsOf(nodes: readonly DraftNode[]): IdSet {
  const ids = new IdSet();
  for (const { id } of nodes) ids.add(id);
  return ids;
}

/** Who asks for an id that was given up gets the entity that stands for it. */
function addFormerIds({ same }: EntityDecisions, nodes: DraftNode[]): void {
  for (const [from, to] of same) nodes.push({ label: "FormerId", id: formerId(from), properties: { entityId: to } });
}

/** The tables, where the mapping can be understood; else its faults are all that can be said of them. */
function openMapping(
  corpus: ReadCorpus,
  decisions: EntityDecisions,
  corpusId: string,
  index: SlugIndex,
  contextOf: (file: RecordContext["file"]) => RecordContext,
  tables: TableOptions = { known: nobody },
): MappingRun | undefined {
  if (corpus.mapping === undefined) return undefined;
  const mapping = readMapping(tables.dataFolder ?? corpus.folder, corpus.mapping);
  if (corpus.mapping.file.faults.length > 0 || (corpus.decisions?.file.faults ?? []).length > 0) return undefined;
  const written = writtenEntities(corpus.records);
  return new MappingRun({
    ...tables,
    known: tables.known(corpusId),
    corpusId,
    mapping,
    ...(decisions && { decisions }),
    written,
    index,
    contextOf,
  });
}

/** There is nothing to wait for where nobody is known. */
async function* nobody(): AsyncGenerator<KnownEntity> {}

interface Checked extends Pick<RecordContext, "foreign" | "index" | "hierarchy"> {
  readonly store: ChunkStore;
  readonly decisions: EntityDecisions;
}

function plan(
  { folder, decisions: file }: ReadCorpus,
  id: string,
  properties: Readonly<Record<string, DraftValue>>,
  { store, foreign, index, hierarchy, decisions }: Checked,
): PlannedCorpus {
  const given = [...decisions.givenUpAt].filter(([from]) => decisions.same.has(from));
  const places = new Map([
    ...[...index.shared()].map((each): [string, Place] => [each.id, each.place]),
    ...given.flatMap(([from, at]): [string, Place][] => (file === undefined ? [] : [[formerId(from), placeOf(file.file, at)]])),
  ]);
  return {
    id,
    ...datasetOf(properties),
    chunks: () => store.chunks(),
    dispose: () => store.dispose(),
    counts: store.counts,
    contentHash: store.contentHash,
    foreign,
    hierarchy: hierarchy.map(({ from, to, file, at }) => ({ from, to, place: placeOf(file, at) })),
    shared: places,
    folder,
  };
}

function datasetOf(properties: Readonly<Record<string, DraftValue>>): Pick<PlannedCorpus, "version" | "dataset"> {
  const { title, ...dataset } = properties;
  const version = typeof properties["version"] === "string" ? properties["version"] : "";
  return { version, dataset: { ...dataset, ...(title !== undefined && { name: title }) } };
}

function readDescription({ corpus }: ReadCorpus): { id: string; properties: Readonly<Record<string, DraftValue>> } {
  if (corpus === undefined || corpus.content.unreadable) return { id: NAMELESS, properties: {} };
  const { file, content } = corpus;
  const map: RawMap = { is: "map", entries: content.entries, at: 0, ...(content.incomplete && { incomplete: true }) };
  const { properties } = content.entries.length > 0 ? readFields(map, CORPUS_SHAPE, 0, file) : { properties: {} };
  const node = content.entries.find((entry) => entry.key === "id")?.value;
  if (node === undefined || isAbsent(node)) {
    if (!content.incomplete && content.entries.length > 0)
      file.fault(node?.at ?? 0, "REQUIRED", `the corpus needs "id": its slug, part of the ids of its statements`);
    return { id: NAMELESS, properties };
  }
  if (node.is !== "scalar") {
    file.fault(node.at, "TYPE", `"id" must be a slug, got a ${node.is}`);
    return { id: NAMELESS, properties };
  }
  if (!node.broken) checkSlug(node.text, node.at, file);
  return { id: node.broken ? NAMELESS : node.text, properties };
}

/**
 * Places within places, and organizations within organizations, must end somewhere.
 * @returns an edge of each circle, to whose file its fault went
 */
function reportHierarchy(hierarchy: readonly HierarchyEdge[]): HierarchyEdge[] {
  const reported: HierarchyEdge[] = [];
  const edges = new Map<string, string[]>();
  for (const { from, to } of hierarchy) edges.set(from, [...(edges.get(from) ?? []), to]);
  for (const cycle of findCycles(edges)) {
    const [first = "", second = first] = cycle;
    const edge = hierarchy.find((each) => each.from === first && each.to === second);
    edge?.file.fault(edge.at, "CYCLE", `each is part of the next, in a circle: ${describeCycle(cycle)}; take out one "partOf"`);
    if (edge !== undefined) reported.push(edge);
  }
  return reported;
}
