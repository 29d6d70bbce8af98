import { SeedInProgress } from "../../errors";
import type { GraphEngine } from "../../graph/engine";
import { isKindOf } from "../../model/ontology";
import type { ChangeCounts } from "../draft/change-counts";
import type { PlannedCorpus } from "../draft/draft";
import type { RelationEnds } from "../draft/relation-name";
import type { SpillList } from "../draft/spill-list";
import type { Fault } from "../faults/fault";
import { plannedContentHash, rowFormat } from "../stored/content-hash";
import { hashOf } from "../stored/node-row";
import { countNodes, hasRetractedNodes, hasRetractedRelations, holdsNodesOf, readDataset } from "../stored/read-graph-state";
import type { DatasetState } from "../stored/read-graph-state";
import { withSpeakers } from "../stored/with-speakers";
import { Comparison, LIMITED } from "./compare-chunks";
import type { Decisions, NodeDecision, RelationDecision } from "./decisions";
import type { Movers } from "./movers";

/** What a load has to write so that the graph holds the corpus and nothing else of its dataset. */
export interface PlannedChanges {
  readonly corpus: PlannedCorpus;
  /** For each node in the order of the chunks; empty where all stays. */
  readonly nodes: Decisions<NodeDecision>;
  /** For each relation in the order of the chunks; empty where all stays. */
  readonly relations: Decisions<RelationDecision>;
  readonly retracted: SpillList<string>;
  readonly retractedRelations: SpillList<RelationEnds>;
  /** Whether a relation that comes may be one that was moved aside. */
  readonly mayReturn: boolean;
  /** Records of the corpus that another dataset owns. */
  readonly owned: readonly Fault[];
  readonly dataset: PlannedDataset;
  readonly counts: ChangeCounts;
  readonly countsByKind: Readonly<Record<string, ChangeCounts>>;
  readonly relationCounts: ChangeCounts;
  /** Whether a live node of this dataset is no longer in the corpus. */
  isLeaving(id: string): boolean;
  dispose(): void;
}

export interface PlannedDataset {
  readonly hash: string;
  readonly contentHash: string;
  /** As its records were stored, the oldest of them. */
  readonly rowFormat: string;
  readonly isNew: boolean;
  readonly isChanged: boolean;
  /** The records are those of the graph, but its `contentHash` is not this one yet. */
  readonly isUnmarked: boolean;
  readonly statements: number;
  readonly entities: number;
  readonly documents: number;
}

/** Of records without a Dataset node nothing is known but what they say themselves. */
const HEADLESS: DatasetState = { hash: "", contentHash: "", inputHash: "", inputState: "", rowFormat: "", isLoading: true };

/**
 * Compares a corpus with what the graph holds of it, by hashes: not at all where the graph says that it holds this very
 * corpus, else chunk by chunk.
 * @param byValue looks at what is stored, whatever the hashes say
 */
export async function planChanges(
  corpus: PlannedCorpus,
  engine: Pick<GraphEngine, "read">,
  movers: Movers,
  byValue = false,
): Promise<PlannedChanges> {
  const id = `dataset:${corpus.id}`;
  const found = await readDataset(engine, id);
  const state = found ?? ((await holdsNodesOf(engine, id)) ? HEADLESS : undefined);
  const contentHash = plannedContentHash(corpus);
  // What was changed by hand may be anything, as after a load that was broken off.
  const doubted = byValue && state !== undefined ? { ...state, isLoading: true } : state;
  const comparison = new Comparison(corpus, engine, doubted, await hasRetractedNodes(engine), movers, byValue);
  const isKnown = !byValue && state !== undefined && !state.isLoading && state.contentHash === contentHash;
  if (corpus.isSkipped && !isKnown) {
    throw new SeedInProgress(
      "Another seeder changed the dataset after its files had been found unchanged. Seed again; nothing was written.",
    );
  }
  if (isKnown) return changes(corpus, comparison, state, { contentHash, isKnown, mayReturn: false });
  for await (const chunk of corpus.chunks()) {
    await comparison.add(withSpeakers(chunk));
  }
  if (state !== undefined) await (isMerged(corpus, state) ? comparison.seal() : comparison.findGone());
  const mayReturn = state !== undefined && comparison.relationCounts.created > 0 && (await hasRetractedRelations(engine, id));
  const result: Found = { contentHash, isKnown, mayReturn };
  if (!isMerged(corpus, state)) return changes(corpus, comparison, state, result);
  return changes(corpus, comparison, state, { ...result, numbers: await numbersAfter(comparison, engine, id) });
}

/** Whether a part of a corpus is added to what the graph has of it, all of which stays. */
function isMerged({ isPartial }: PlannedCorpus, state: DatasetState | undefined): state is DatasetState {
  return isPartial === true && state !== undefined;
}

/** What the graph holds of a dataset once a part of it has been added. */
async function numbersAfter({ counter }: Comparison, engine: Pick<GraphEngine, "read">, dataset: string): Promise<Numbers> {
  const after = async (label: string): Promise<number> => {
    const made = Object.entries(counter.byKind).filter(([kind]) => isKindOf(kind, [label]));
    return made.reduce((sum, [, { created }]) => sum + created, await countNodes(engine, label, dataset));
  };
  return { statements: await after("Statement"), entities: await after("Entity"), documents: await after("Document") };
}

/** Whether there is anything to write at all. */
export function hasChanges(planned: PlannedChanges): boolean {
  return rowsOf(planned) > 0 || planned.dataset.isChanged;
}

/** How many nodes and relations have to be written. */
export function rowsOf({ nodes, relations, counts, relationCounts }: PlannedChanges): number {
  return nodes.changes + relations.changes + counts.retracted + relationCounts.retracted;
}

type Numbers = Pick<PlannedDataset, "statements" | "entities" | "documents">;

interface Found {
  readonly contentHash: string;
  readonly isKnown: boolean;
  readonly mayReturn: boolean;
  /** What the graph holds afterwards, where that is more than the corpus. */
  readonly numbers?: Numbers;
}

function changes(
  corpus: PlannedCorpus,
  comparison: Comparison,
  state: DatasetState | undefined,
  { contentHash, isKnown, mayReturn, numbers }: Found,
): PlannedChanges {
  const { nodes, relations, goneNodes, goneRelations, counter, relationCounts, owned, ids } = comparison;
  if (isKnown) {
    for (const [label, howMany] of Object.entries(corpus.counts.kinds)) counter.add(label, "unchanged", howMany);
    relationCounts.unchanged = corpus.counts.relations;
  }
  return {
    corpus,
    nodes,
    relations,
    retracted: goneNodes,
    retractedRelations: goneRelations,
    mayReturn,
    owned,
    dataset: planDataset(corpus, contentHash, state, numbers),
    counts: counter.all,
    countsByKind: counter.byKind,
    relationCounts,
    isLeaving: (id) => !isKnown && !isMerged(corpus, state) && !ids.has(id),
    dispose() {
      goneNodes.dispose();
      goneRelations.dispose();
    },
  };
}

function planDataset(
  corpus: PlannedCorpus,
  contentHash: string,
  state: DatasetState | undefined,
  after: Numbers | undefined,
): PlannedDataset {
  const { statements, entities, documents } = corpus.counts;
  const numbers = after ?? { statements, entities, documents };
  const hash = hashOf({ ...corpus.dataset, ...numbers }, []);
  const isChanged = state === undefined || state.isLoading || state.hash !== hash;
  return {
    ...numbers,
    hash,
    contentHash: after === undefined ? contentHash : LIMITED,
    rowFormat: after === undefined ? rowFormat() : (state?.rowFormat ?? ""),
    isNew: state === undefined || state === HEADLESS,
    isChanged,
    isUnmarked:
      after === undefined &&
      (state?.contentHash !== contentHash ||
        state.rowFormat !== rowFormat() ||
        (corpus.inputHash !== undefined && state.inputHash !== corpus.inputHash)),
  };
}
