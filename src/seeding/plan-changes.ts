import type { GraphEngine } from "../graph/engine";
import type { DraftNode, DraftRelation, PlannedCorpus } from "./draft";
import { labelOfId, mergeLabelOfId } from "./merge-label";
import { hashOf, nodeRow, relationRow } from "./node-row";
import { asText, relationName } from "./read-graph-state";
import type { GraphState } from "./read-graph-state";

export interface ChangeCounts {
  created: number;
  updated: number;
  unchanged: number;
  retracted: number;
}

/** What a load has to write so that the graph holds the corpus and nothing else of its dataset. */
export interface PlannedChanges {
  readonly corpus: PlannedCorpus;
  readonly created: readonly DraftNode[];
  /** Retracted nodes that came back; counted as created. */
  readonly restored: readonly DraftNode[];
  readonly updated: readonly DraftNode[];
  /** Ids. */
  readonly retracted: readonly string[];
  readonly newRelations: readonly DraftRelation[];
  readonly updatedRelations: readonly DraftRelation[];
  /** By `relationName`; those among the new ones that are to be removed from what was moved aside. */
  readonly returningRelations: ReadonlySet<string>;
  /** By `relationName`. */
  readonly retractedRelations: readonly string[];
  readonly dataset: PlannedDataset;
  readonly counts: ChangeCounts;
  readonly countsByKind: Readonly<Record<string, ChangeCounts>>;
  readonly relationCounts: ChangeCounts;
}

export interface PlannedDataset {
  readonly hash: string;
  readonly isNew: boolean;
  readonly isChanged: boolean;
  readonly statements: number;
  readonly entities: number;
  readonly documents: number;
}

const ID_BATCH = 1000;

/** Compares a corpus with what the graph holds of it, by hashes. */
export async function planChanges(corpus: PlannedCorpus, state: GraphState, engine: GraphEngine): Promise<PlannedChanges> {
  const counts = new Counter();
  const missing: DraftNode[] = [];
  const updated: DraftNode[] = [];
  const gone = new Set(state.nodes.keys());
  for (const node of corpus.nodes) {
    const change = changeOf(node, corpus, state);
    counts.add(node.label, change);
    if (change === "created") missing.push(node);
    else if (change === "updated") updated.push(node);
    gone.delete(node.id);
  }
  for (const id of gone) counts.add(labelOfId(id), "retracted");
  const back = state.hasRetracted ? await findRetracted(missing, engine) : new Set<string>();
  return {
    corpus,
    created: missing.filter((node) => !back.has(node.id)),
    restored: missing.filter((node) => back.has(node.id)),
    updated,
    retracted: [...gone],
    ...planRelations(corpus, state),
    dataset: planDataset(corpus, state),
    counts: counts.all,
    countsByKind: counts.byKind,
  };
}

/** Whether there is anything to write at all. */
export function hasChanges(changes: PlannedChanges): boolean {
  const { counts, relationCounts, dataset } = changes;
  return [counts, relationCounts].some((each) => each.created + each.updated + each.retracted > 0) || dataset.isChanged;
}

function changeOf(node: DraftNode, { id }: PlannedCorpus, state: GraphState): keyof ChangeCounts {
  const before = state.nodes.get(node.id);
  if (before === undefined) return "created";
  const isNewlyVerified = node.properties["verified"] === true && state.unverified.has(node.id);
  return before === nodeRow(node, `dataset:${id}`, "").hash && !isNewlyVerified ? "unchanged" : "updated";
}

/** A retracted node may be of another dataset, too: what it left behind is taken over. */
async function findRetracted(nodes: readonly DraftNode[], engine: GraphEngine): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < nodes.length; at += ID_BATCH) {
    const ids = nodes.slice(at, at + ID_BATCH).map((node) => node.id);
    const text = "UNWIND $p_ids AS wanted MATCH (n:Retracted {id: wanted}) RETURN n.id AS id";
    for (const row of await engine.read({ text, parameters: { p_ids: ids } })) found.add(asText(row["id"]));
  }
  return found;
}

function planRelations(
  corpus: PlannedCorpus,
  state: GraphState,
): Pick<PlannedChanges, "newRelations" | "updatedRelations" | "returningRelations" | "retractedRelations" | "relationCounts"> {
  const relationCounts: ChangeCounts = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
  const newRelations: DraftRelation[] = [];
  const updatedRelations: DraftRelation[] = [];
  const returningRelations = new Set<string>();
  const gone = new Set(state.relations.keys());
  for (const relation of corpus.relations) {
    const name = relationName(relation.type, relation.from, relation.to, relation.key);
    const before = state.relations.get(name);
    gone.delete(name);
    if (before === undefined) newRelations.push(relation);
    else if (before !== relationRow(relation, `dataset:${corpus.id}`).hash) updatedRelations.push(relation);
    else relationCounts.unchanged += 1;
    if (before === undefined && state.retractedRelations.has(name)) returningRelations.add(name);
  }
  relationCounts.created = newRelations.length;
  relationCounts.updated = updatedRelations.length;
  relationCounts.retracted = gone.size;
  return { newRelations, updatedRelations, returningRelations, retractedRelations: [...gone], relationCounts };
}

function planDataset(corpus: PlannedCorpus, state: GraphState): PlannedDataset {
  const numbers = { statements: 0, entities: 0, documents: 0 };
  for (const { label, id } of corpus.nodes) {
    if (label === "Statement") numbers.statements += 1;
    else if (label === "Document") numbers.documents += 1;
    else if (mergeLabelOfId(id) === "Entity") numbers.entities += 1;
  }
  const hash = hashOf({ ...corpus.dataset, ...numbers }, []);
  const isChanged = state.dataset === undefined || state.dataset.isLoading || state.dataset.hash !== hash;
  return { ...numbers, hash, isNew: state.dataset === undefined, isChanged };
}

class Counter {
  readonly all: ChangeCounts = { created: 0, updated: 0, unchanged: 0, retracted: 0 };
  readonly byKind: Record<string, ChangeCounts> = {};

  add(label: string, change: keyof ChangeCounts): void {
    this.all[change] += 1;
    const kind = (this.byKind[label] ??= { created: 0, updated: 0, unchanged: 0, retracted: 0 });
    kind[change] += 1;
  }
}
