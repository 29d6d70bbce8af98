import type { GraphEngine } from "../graph/engine";
import { ONTOLOGY } from "../model/ontology";
import { byPlace, checkCorpora } from "./check-corpus";
import { checkGraph } from "./check-graph";
import type { CheckedCorpora, PlannedCorpus } from "./draft";
import { loadBatches, noteLoad } from "./load-batches";
import { hasChanges, planChanges } from "./plan-changes";
import type { ChangeCounts, PlannedChanges } from "./plan-changes";
import { readDataVersion } from "./read-data-version";
import { readGraphState } from "./read-graph-state";
import type { Fault } from "./readers/fault";
import { SeedSession } from "./seed-session";

export interface SeedOptions {
  /** File paths of texts that are used to check spans, by slug or id of their document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Says what would change and writes nothing. */
  readonly dryRun: boolean;
  readonly now: () => Date;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told when another seeder has to be waited for. */
  readonly onNote?: (text: string) => void;
  /** Milliseconds to wait for another seeder before giving up. */
  readonly waitMs?: number;
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
  const checked = await checkCorpora(folders, options);
  if (checked.faults.length > 0) return refused(checked.faults, checked, options, null);
  if (options.dryRun) {
    const { planned, faults } = await plan(checked.corpora, engine);
    return faults.length > 0
      ? refused(faults, lookedUp(checked), options, null)
      : summary(planned, checked, options, await readDataVersion(engine));
  }
  await engine.ensureSchema(ONTOLOGY);
  const session = await SeedSession.open(engine, options);
  try {
    return await load(checked, engine, session, options);
  } finally {
    // Before the lease is given back: the next seeder may find nothing to do, and says so at once.
    await session.untilSeen();
    // A lease that cannot be given back ends by itself; the error that led here matters more.
    await session.close().catch(() => undefined);
  }
}

async function load(checked: CheckedCorpora, engine: GraphEngine, session: SeedSession, options: SeedOptions): Promise<SeedSummary> {
  const { planned, faults } = await session.keepDuring(() => plan(checked.corpora, engine));
  if (faults.length > 0) return refused(faults, lookedUp(checked), options, await readDataVersion(engine));
  await loadBatches(planned, session, options);
  if (session.version !== undefined) await noteLoad(engine, session.version);
  return summary(planned, checked, options, await readDataVersion(engine));
}

async function plan(corpora: readonly PlannedCorpus[], engine: GraphEngine): Promise<{ planned: PlannedChanges[]; faults: Fault[] }> {
  const planned: PlannedChanges[] = [];
  for (const corpus of corpora) planned.push(await planChanges(corpus, await readGraphState(engine, corpus.id), engine));
  return { planned, faults: (await checkGraph(planned, engine)).sort(byPlace) };
}

/** The graph was asked, so there is nothing left to say about records of other corpora. */
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
    notes: lookedUp(checked).notes,
    corpora: planned.map(corpusSummary),
    changed: planned.some(hasChanges),
    dataVersion,
    dryRun,
  };
}

function corpusSummary({ corpus, counts, countsByKind, relationCounts, dataset }: PlannedChanges): CorpusSummary {
  const { statements, documents, entities } = dataset;
  const reports = corpus.nodes.reduce((sum, node) => sum + (node.label === "Report" ? 1 : 0), 0);
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
