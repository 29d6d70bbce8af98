import { kindOf } from "../../model/ontology";
import { ChunkStore } from "../draft/chunk-store";
import type { Aside, DraftNode, DraftRelation, DraftValue, ForeignReference, PartOf, Place, PlannedCorpus } from "../draft/draft";
import { IdSet } from "../draft/id-set";
import { labelOfId } from "../draft/merge-label";
import { SpillList } from "../draft/spill-list";

const ASIDE_PAGES = { pageWeight: 1000, memoryWeight: 20_000 };

/** One dataset of a graph that is being read: checked records go in, a corpus that can be loaded comes out. */
export class IntakeCorpus {
  private readonly store = new ChunkStore();
  private readonly asideNodes = new SpillList<Aside>(ASIDE_PAGES);
  private readonly asideRelations = new SpillList<Aside>(ASIDE_PAGES);
  private readonly shared = new Map<string, Place>();
  private readonly foreign = new Map<string, ForeignReference>();
  private readonly hierarchy: PartOf[] = [];
  /** Records of others at which relations of this dataset begin. */
  private readonly starts = new IdSet();

  /** @param id its slug */
  constructor(
    readonly id: string,
    private readonly properties: Readonly<Record<string, unknown>>,
    private readonly source: string,
  ) {}

  /** @returns false where relations that begin at it came by themselves before */
  addRecord(node: DraftNode, relations: readonly DraftRelation[], place: Place): boolean {
    if (this.starts.has(node.id)) return false;
    if (kindOf(node.label).scope === "shared") this.shared.set(node.id, place);
    this.addHierarchy(relations, place);
    this.store.add({ nodes: [node], relations });
    return true;
  }

  /** @returns false where others that begin there came before */
  addRelations(from: string, relations: readonly DraftRelation[], place: Place): boolean {
    if (this.starts.has(from) || this.shared.has(from)) return false;
    this.starts.add(from);
    this.addHierarchy(relations, place);
    this.store.add({ nodes: [], relations });
    return true;
  }

  private addHierarchy(relations: readonly DraftRelation[], place: Place): void {
    for (const { type, from, to } of relations) if (type === "PART_OF") this.hierarchy.push({ from, to, place });
  }

  addAside(aside: Aside): void {
    ("node" in aside ? this.asideNodes : this.asideRelations).add(aside);
  }

  /** Notes a record that only the graph can have. */
  refer(id: string, place: Place): void {
    if (!this.foreign.has(id)) this.foreign.set(id, { id, label: labelOfId(id), place });
  }

  close(): PlannedCorpus {
    const { store, asideNodes, asideRelations, foreign, shared } = this;
    store.seal();
    asideNodes.seal();
    asideRelations.seal();
    const version = this.properties["version"];
    return {
      id: this.id,
      version: typeof version === "string" ? version : "",
      dataset: this.properties as Readonly<Record<string, DraftValue>>,
      chunks: () => store.chunks(),
      dispose: () => this.dispose(),
      counts: store.counts,
      contentHash: store.contentHash,
      foreign: [...foreign.values()],
      hierarchy: this.hierarchy,
      shared,
      folder: this.source,
      aside: () => pagesOf([asideNodes, asideRelations]),
    };
  }

  dispose(): void {
    this.store.dispose();
    this.asideNodes.dispose();
    this.asideRelations.dispose();
  }
}

async function* pagesOf(lists: readonly SpillList<Aside>[]): AsyncGenerator<readonly Aside[]> {
  for (const list of lists) yield* list.pages();
}
