import path from "node:path";
import type { GraphEngine } from "../graph/engine";
import { MAPPING_FILE } from "../model/corpus-file-names";
import { ONTOLOGY } from "../model/ontology";
import { byPlace, checkCorpora } from "./check-corpus";
import type { CheckOptions } from "./check-corpus";
import type { CheckedCorpora } from "./checked-corpora";
import type { ChangeCounts } from "./draft/change-counts";
import type { PlannedCorpus } from "./draft/draft";
import type { ReadKnownEntities } from "./draft/known-entity";
import type { Fault } from "./faults/fault";
import type { OnInputFile } from "./files/input-file";
import { checkGraph } from "./loading/check-graph";
import { findAbsent } from "./loading/find-absent";
import { findCircles } from "./loading/find-circles";
import { loadBatches, noteLoad } from "./loading/load-batches";
import { moversBeside } from "./loading/movers";
import { hasChanges, planChanges } from "./loading/plan-changes";
import type { PlannedChanges } from "./loading/plan-changes";
import { readDataVersion } from "./stored/read-data-version";
import { restoreTotals } from "./loading/restore-totals";
import { SeedSession } from "./loading/seed-session";
import { writeAside } from "./loading/write-aside";
import type { LoadedInputs } from "./skip-unchanged";
import { readDataset } from "./stored/read-graph-state";
import { readKnownEntities } from "./stored/read-known-entities";
import type { TableOptions } from "./validate-rows";

export interface SeedOptions {
  /** File paths of texts that are used to check spans, by slug or id of their document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Says what would change and writes nothing. */
  readonly dryRun: boolean;
  /** Compares what is stored value by value, and mends what somebody changed by hand; hashes are compared without it. */
  readonly repair?: boolean;
  readonly now: () => Date;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told when another seeder has to be waited for, and what else takes a while. */
  readonly onNote?: (text: string) => void;
  /** Milliseconds to wait for another seeder before giving up. */
  readonly waitMs?: number;
  /** Milliseconds from the last write to the end of the load; see `SessionOptions`. */
  readonly versionWaitMs?: number;
  /** How tables are read, by the folder of their corpus. */
  readonly tables?: (folder: string) => Omit<TableOptions, "known">;
  /** Told of each file that the load is made of. */
  readonly onFile?: OnInputFile;
  /** Told what is to be loaded, before anything is written, and also where it will be refused. */
  readonly onCorpora?: (corpora: readonly Pick<CorpusSummary, "id" | "version">[]) => void;
}

/** What a load did to one corpus; the counts are of nodes. */
export interface CorpusSummary extends Readonly<ChangeCounts> {
  readonly id: string;
  readonly version: string;
  readonly statements: number;
  readonly reports: number;
  readonly documents: number;
  readonly entities: number;
  readonly kinds: Readonly<Record<string, Readonly<ChangeCounts>>>;
  readonly relations: Readonly<ChangeCounts>;
}

/** With a fault, nothing was written and there are no corpora. */
export interface SeedSummary {
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  readonly corpora: readonly CorpusSummary[];
  /** Whether the graph changed, or would have without `dryRun`. */
  readonly changed: boolean;
  /** The version of the data in the graph; null before the first load. */
  readonly dataVersion: string | null;
  readonly dryRun: boolean;
}

/**
 * Loads corpora: reads, validates, compares with the graph, and writes what differs. Nothing is written unless all is
 * valid. May be killed at any point and run again. Once this has returned, no server answers from the data of before.
 * @throws CannotRun, SeedInProgress, and what the engine throws
 */
export async function runSeed(folders: readonly string[], engine: GraphEngine, options: SeedOptions): Promise<SeedSummary> {
  const known: ReadKnownEntities = (except) => readKnownEntities(engine, except);
  const loaded = async (corpusId: string): Promise<LoadedInputs | undefined> =>
    options.repair === true ? undefined : readLoadedInputs(engine, corpusId);
  const tables: SeedOptions["tables"] = (folder) => ({ ...options.tables?.(folder), loaded });
  const absent: CheckOptions["findAbsent"] = (corpora) => findAbsent(corpora, engine);
  const checked = await checkCorpora(folders, { ...options, known, tables, findAbsent: absent });
  try {
    return await seedCorpora(checked, engine, options);
  } finally {
    for (const corpus of checked.corpora) corpus.dispose();
  }
}

/**
 * The same for corpora that were read and checked already. They are not disposed of.
 * @throws SeedInProgress, and what the engine throws
 */
export async function seedCorpora(checked: CheckedCorpora, engine: GraphEngine, options: SeedOptions): Promise<SeedSummary> {
  options.onCorpora?.(checked.corpora.map(({ id, version }) => ({ id, version })));
  if (checked.faults.length > 0) return refused(checked.faults, lookedUp(checked), options, null);
  if (options.dryRun) {
    return withPlan(checked, engine, options, async (planned) => summary(planned, checked, options, await readDataVersion(engine)));
  }
  await engine.ensureSchema(ONTOLOGY);
  const session = await SeedSession.open(engine, options);
  try {
    return await session.keepDuring(() => load(checked, engine, session, options));
  } finally {
    // Before the lease is given back: the next seeder may find nothing to do, and says so at once.
    await session.untilSeen();
    // A lease that cannot be given back ends by itself; the error that led here matters more.
    await session.close().catch(() => undefined);
  }
}

async function load(checked: CheckedCorpora, engine: GraphEngine, session: SeedSession, options: SeedOptions): Promise<SeedSummary> {
  return withPlan(checked, engine, options, async (planned) => {
    if (planned.some((each) => hasChanges(each) || each.dataset.isUnmarked)) await restoreTotals(engine, session, options.onNote);
    await loadBatches(planned, session, options);
    const aside = await writeAside(checked.corpora, engine, session);
    if (session.version !== undefined) await noteLoad(engine, session.version);
    const done = summary(planned, checked, options, await readDataVersion(engine));
    return { ...done, changed: done.changed || aside > 0 };
  });
}

/** Compares all corpora with the graph; goes on only where none has a fault. */
async function withPlan(
  checked: CheckedCorpora,
  engine: GraphEngine,
  options: SeedOptions,
  goOn: (planned: readonly PlannedChanges[]) => Promise<SeedSummary>,
): Promise<SeedSummary> {
  const planned: PlannedChanges[] = [];
  try {
    for (const corpus of checked.corpora)
      planned.push(await planChanges(corpus, engine, moversBeside(corpus, checked.corpora), options.repair));
    const circles = planned.some(hasChanges) ? await findCircles(checked.corpora, engine) : [];
    const faults = [...(await checkGraph(planned, engine)), ...circles].sort(byPlace);
    if (faults.length > 0) return refused(faults, lookedUp(checked), options, options.dryRun ? null : await readDataVersion(engine));
    return await goOn(planned);
  } finally {
    for (const each of planned) each.dispose();
  }
}

/** Whether the graph has records of other corpora is asked here, or once the faults are mended: nothing to tell apart from them. */
function lookedUp(checked: CheckedCorpora): CheckedCorpora {
  return { ...checked, notes: checked.notes.filter(({ code }) => code !== "SEED_NOT_LOOKED_UP") };
}

function refused(faults: readonly Fault[], { notes }: CheckedCorpora, { dryRun }: SeedOptions, dataVersion: string | null): SeedSummary {
  return { faults, notes, corpora: [], changed: false, dataVersion, dryRun };
}

function summary(
  planned: readonly PlannedChanges[],
  checked: CheckedCorpora,
  { dryRun }: SeedOptions,
  dataVersion: string | null,
): SeedSummary {
  return {
    faults: [],
    notes: [...lookedUp(checked).notes, ...planned.flatMap(({ corpus }) => (corpus.isPartial === true ? limitNote(corpus) : []))],
    corpora: planned.map(corpusSummary),
    changed: planned.some(hasChanges),
    dataVersion,
    dryRun,
  };
}

/** That a load took nothing back, and why the graph may hold more than its summary counts. */
function limitNote({ folder }: PlannedCorpus): Fault {
  const message =
    "only the first rows of its tables were read (--limit): what is new is added, and what the graph holds already stays as it is; " +
    "load without --limit to bring all of it up to date";
  return { file: path.join(folder, MAPPING_FILE), line: 1, column: 1, code: "SEED_LIMITED", message };
}

function corpusSummary({ corpus, counts, countsByKind, relationCounts }: PlannedChanges): CorpusSummary {
  const { statements, reports, documents, entities } = corpus.counts;
  return {
    id: corpus.id,
    version: corpus.version,
    statements,
    reports,
    documents,
    entities,
    ...counts,
    kinds: countsByKind,
    relations: relationCounts,
  };
}

/** Nothing where the last load did not end, or was not made of tables. */
async function readLoadedInputs(engine: GraphEngine, corpusId: string): Promise<LoadedInputs | undefined> {
  const state = await readDataset(engine, `dataset:${corpusId}`);
  if (state === undefined || state.isLoading || state.inputHash === "" || state.inputState === "") return undefined;
  return { inputHash: state.inputHash, ...(JSON.parse(state.inputState) as Pick<LoadedInputs, "counts" | "contentHash">) };
}
