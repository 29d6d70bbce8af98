import type { GraphEngine } from "../../graph/engine";
import { isKindOf, kindOf } from "../../model/ontology";
import { NodeCounter, noChanges } from "../draft/change-counts";
import type { ChangeCounts } from "../draft/change-counts";
import type { DraftChunk, DraftNode, DraftRelation, PlannedCorpus } from "../draft/draft";
import { IdSet } from "../draft/id-set";
import { labelOfId, mergeLabel } from "../draft/merge-label";
import { ownedMessage } from "../draft/owned-message";
import { relationName } from "../draft/relation-name";
import type { RelationEnds } from "../draft/relation-name";
import { SpillList } from "../draft/spill-list";
import type { Fault } from "../faults/fault";
import { relationsHash } from "../stored/content-hash";
import { nodeRow, relationRow } from "../stored/node-row";
import {
  countNodes,
  MERGE_LABELS,
  readForeignRelations,
  readIds,
  readNodeStates,
  readRelationsFrom,
  readRetracted,
  spokenText,
} from "../stored/read-graph-state";
import type { DatasetState, NodeState, RelationState } from "../stored/read-graph-state";
import { Decisions, NODE, RELATION } from "./decisions";
import type { NodeDecision, RelationDecision } from "./decisions";
import { isVerifiedAlike } from "./is-verified-alike";
import type { Movers } from "./movers";

/** In place of the content's hash: a part was added to a dataset, of whose relations `relationsHash` does not tell all. */
export const LIMITED = "limited";

/** What else can be done about a record of a dataset that was loaded before. */
const MOVE = ", or take it out there and load both corpora in one call";

const GONE_PAGES = { pageWeight: 1000, memoryWeight: 50_000 };

/** The relations of one chunk that begin at one node. */
export function groupByStart(relations: readonly DraftRelation[]): Map<string, DraftRelation[]> {
  const groups = new Map<string, DraftRelation[]>();
  for (const relation of relations) {
    const group = groups.get(relation.from);
    if (group === undefined) groups.set(relation.from, [relation]);
    else group.push(relation);
  }
  return groups;
}

/** Compares a corpus with the graph, one chunk after the other: reads what the chunk touches and keeps a byte a record. */
export class Comparison {
  readonly nodes = new Decisions<NodeDecision>();
  readonly relations = new Decisions<RelationDecision>();
  readonly counter = new NodeCounter();
  readonly relationCounts: ChangeCounts = noChanges();
  readonly owned: Fault[] = [];
  readonly goneNodes = new SpillList<string>(GONE_PAGES);
  readonly goneRelations = new SpillList<RelationEnds>(GONE_PAGES);
  /** All ids of the corpus; kept only where something of it was loaded before. */
  readonly ids = new IdSet();
  private readonly foreignStarts = new IdSet();
  /** Live nodes of the dataset that the corpus still has, by merge label. */
  private readonly stillThere = new Map<string, number>();
  private readonly dataset: string;
  /** The corpus is a part of what the graph may have: new records are added, and all others stay as they are. */
  private readonly isPartial: boolean;

  constructor(
    private readonly corpus: PlannedCorpus,
    private readonly engine: Pick<GraphEngine, "read">,
    private readonly state: DatasetState | undefined,
    private readonly hasRetracted: boolean,
    private readonly movers: Movers,
    /** Whether what is stored is looked at, and not its hashes alone. */
    private readonly byValue: boolean,
  ) {
    this.dataset = `dataset:${corpus.id}`;
    this.isPartial = corpus.isPartial === true;
  }

  async add(chunk: DraftChunk): Promise<void> {
    const starts = groupByStart(chunk.relations);
    const states = await this.readStates(chunk.nodes);
    const missing = chunk.nodes.filter((node) => !this.isOwn(node, states.get(node.id)));
    const retracted = this.hasRetracted ? await readRetracted(this.engine, idsOf(missing)) : new Set<string>();
    const differing: string[] = [];
    const fresh = new Set<string>();
    for (const node of chunk.nodes) {
      const before = states.get(node.id);
      const relations = starts.get(node.id);
      if (this.state !== undefined) this.ids.add(node.id);
      if (before !== undefined && this.isOwn(node, before)) {
        if (this.decideKnown(node, before, relations)) differing.push(node.id);
      } else {
        this.noteOwner(node, before);
        this.nodes.add(retracted.has(node.id) ? NODE.restore : NODE.create);
        this.counter.add(node.label, "created");
        fresh.add(node.id);
      }
    }
    const own = new Set(idsOf(chunk.nodes));
    const foreign = [...starts.keys()].filter((id) => !own.has(id));
    await this.compareRelations(chunk.relations, differing, foreign, fresh);
  }

  /** What the graph has of this dataset and the corpus has no more. */
  async findGone(): Promise<void> {
    for (const label of MERGE_LABELS) {
      // Mostly nothing is gone, and then the ids need not be walked.
      if ((await countNodes(this.engine, label, this.dataset)) !== (this.stillThere.get(label) ?? 0)) await this.findGoneOf(label);
    }
    for await (const relation of readForeignRelations(this.engine, this.dataset)) {
      if (!this.foreignStarts.has(relation.from)) this.loseRelation(relation);
    }
    this.seal();
  }

  /** Ends the comparison. */
  seal(): void {
    this.goneNodes.seal();
    this.goneRelations.seal();
  }

  /** A record of this corpus by its very id, or one that nobody owns or whose owner lets go of it in this call, is taken over as it stands. */
  private isOwn({ id, label }: DraftNode, before: NodeState | undefined): boolean {
    if (before === undefined) return false;
    if (before.dataset === this.dataset || before.dataset === "" || kindOf(label).scope !== "shared") return true;
    return this.movers.letsGo(before.dataset, id);
  }

  /** Of a dataset that was never loaded, nothing can be there but what another one owns. */
  private async readStates(nodes: readonly DraftNode[]): Promise<Map<string, NodeState>> {
    const asked = this.state === undefined ? nodes.filter(({ label }) => kindOf(label).scope === "shared") : nodes;
    return readNodeStates(this.engine, idsOf(asked), this.byValue);
  }

  private noteOwner({ id, label }: DraftNode, before: NodeState | undefined): void {
    const place = this.corpus.shared.get(id);
    if (before === undefined || place === undefined || kindOf(label).scope !== "shared") return;
    this.owned.push({ ...place, code: "SEED_OWNED", message: ownedMessage(id, before.dataset, MOVE) });
  }

  /** @returns whether its relations have to be looked at */
  private decideKnown(node: DraftNode, before: NodeState, relations: readonly DraftRelation[] | undefined): boolean {
    const isTakenOver = before.dataset !== this.dataset;
    const isSame =
      (this.isPartial && !isTakenOver) ||
      (before.hash === nodeRow(node, this.dataset, "").hash &&
        before.speakerId === (node.speakerId ?? "") &&
        isVerifiedAlike(node, before));
    const hasSameRelations = before.relationsHash === relationsHash(relations);
    this.nodes.add(!isSame ? NODE.update : hasSameRelations || this.isPartial ? NODE.keep : NODE.updateRelationsHash);
    this.counter.add(node.label, isSame ? "unchanged" : "updated");
    const label = mergeLabel(node.label);
    // In the graph it still is another dataset's, and so is what begins at it.
    if (isTakenOver) this.foreignStarts.add(node.id);
    else this.stillThere.set(label, (this.stillThere.get(label) ?? 0) + 1);
    // Of what a part of a corpus finds in the graph, entities alone get relations to what is new: another speaker would be a second one.
    if (this.isPartial) return isKindOf(node.label, ["Entity"]);
    // A load that was broken off may have written the node and not its relations; those of another owner are not this one's.
    return isTakenOver || !hasSameRelations || this.state?.isLoading !== false || this.state.contentHash === LIMITED;
  }

  private async compareRelations(
    relations: readonly DraftRelation[],
    differing: readonly string[],
    foreign: readonly string[],
    fresh: ReadonlySet<string>,
  ): Promise<void> {
    const asked = this.state === undefined ? [] : [...differing, ...foreign];
    for (const id of foreign) this.foreignStarts.add(id);
    const found = await readRelationsFrom(this.engine, this.dataset, asked, this.byValue);
    const before = new Map(found.map((each) => [relationName(each), each]));
    const looked = new Set(asked);
    for (const relation of relations) {
      if (looked.has(relation.from)) {
        const name = relationName(relation);
        this.decideRelation(before.get(name), relation);
        before.delete(name);
      } else {
        const isNew = this.state === undefined || fresh.has(relation.from);
        this.relations.add(isNew ? RELATION.create : RELATION.keep);
        this.relationCounts[isNew ? "created" : "unchanged"] += 1;
      }
    }
    if (!this.isPartial) for (const relation of before.values()) this.loseRelation(relation);
  }

  private decideRelation(before: RelationState | undefined, relation: DraftRelation): void {
    const isSame = before !== undefined && (this.isPartial || this.isStored(relation, before));
    this.relations.add(before === undefined ? RELATION.create : isSame ? RELATION.keep : RELATION.update);
    this.relationCounts[before === undefined ? "created" : isSame ? "unchanged" : "updated"] += 1;
  }

  private isStored(relation: DraftRelation, { hash, spoken }: RelationState): boolean {
    return hash === relationRow(relation, this.dataset).hash && spoken === spokenText(relation.spoken ?? {});
  }

  private async findGoneOf(label: string): Promise<void> {
    for await (const page of readIds(this.engine, label, this.corpus.id)) {
      const gone = page.filter((id) => !this.ids.has(id));
      for (const id of gone) {
        if (this.movers.takesOver(id)) continue;
        this.goneNodes.add(id);
        this.counter.add(labelOfId(id), "retracted");
      }
      for (const relation of await readRelationsFrom(this.engine, this.dataset, gone)) {
        if (!this.foreignStarts.has(relation.from)) this.loseRelation(relation);
      }
    }
  }

  private loseRelation({ type, from, to, key }: RelationEnds): void {
    this.goneRelations.add({ type, from, to, key });
    this.relationCounts.retracted += 1;
  }
}

function idsOf(nodes: readonly DraftNode[]): string[] {
  return nodes.map((node) => node.id);
}
