import { createHash } from "node:crypto";
import type { CorpusCounts, DraftChunk, DraftNode, DraftRelation, DraftValue } from "./draft";
import { HeapKeeper } from "./heap-keeper";
import { mergeLabel } from "./merge-label";
import { SpillList } from "./spill-list";

/** Of nodes and relations together: a chunk is one of about 1,000 nodes with what hangs on them. */
const CHUNK_WEIGHT = 4000;
const MEMORY_WEIGHT = 20 * CHUNK_WEIGHT;
/** A long text weighs as much as several records. */
const CHARACTERS_PER_WEIGHT = 500;

/**
 * The records of a corpus on their way from its files to the graph: in memory while they are few, beyond that in a
 * temporary file. What is added together stays together, in the order in which it was added.
 */
export class ChunkStore {
  private readonly list: SpillList<DraftChunk>;
  private readonly hash = createHash("sha256");
  private readonly counted = { statements: 0, reports: 0, documents: 0, entities: 0, records: 0, relations: 0 };
  private readonly kinds: Record<string, number> = {};
  private digest = "";
  private readonly redirected = new Map<string, string>();

  constructor({ memoryWeight = MEMORY_WEIGHT, folder }: { readonly memoryWeight?: number; readonly folder?: string } = {}) {
    this.list = new SpillList({
      pageWeight: CHUNK_WEIGHT,
      memoryWeight,
      onPage: (json) => this.hash.update(json),
      ...(folder !== undefined && { folder }),
    });
  }

  /**
   * Takes records with all relations that begin at them: those of one node must not be spread over several calls.
   * @throws CannotRun where the temporary file cannot be written
   */
  add(chunk: DraftChunk): void {
    let weight = chunk.relations.length;
    for (const node of chunk.nodes) {
      this.count(node);
      weight += 1 + Math.floor(textLength(node) / CHARACTERS_PER_WEIGHT);
    }
    this.counted.relations += chunk.relations.length;
    this.list.add(chunk, weight);
  }

  /** Relations to the one record lead to the other, which it became a part of, whichever was added first. */
  redirect(from: string, to: string): void {
    this.redirected.set(from, to);
  }

  /** Ends the filling; what it holds can be read from now on. */
  seal(): void {
    this.list.seal();
    this.digest = this.hash.digest("hex").slice(0, 32);
  }

  /** All records in order, the same each time. */
  async *chunks(): AsyncGenerator<DraftChunk> {
    const heap = new HeapKeeper();
    for await (const parts of this.list.pages()) {
      yield this.led(joined(parts));
      heap.look();
    }
  }

  /** Two that lead to one record now are one relation, and one that leads back to its own record is none. */
  private led(chunk: DraftChunk): DraftChunk {
    if (!chunk.relations.some(({ to }) => this.redirected.has(to))) return chunk;
    const keyOf = ({ from, type, to }: DraftRelation): string => `${from} ${type} ${to}`;
    const seen = new Set(chunk.relations.map(keyOf));
    const relations = chunk.relations.flatMap((relation) => {
      const to = this.redirected.get(relation.to);
      if (to === undefined) return relation;
      const led = { ...relation, to };
      if (to === relation.from || seen.has(keyOf(led))) return [];
      seen.add(keyOf(led));
      return led;
    });
    return { ...chunk, relations };
  }

  get counts(): CorpusCounts {
    return { ...this.counted, kinds: this.kinds };
  }

  /** Over all records in order. @returns nothing before `seal` */
  get contentHash(): string {
    return this.digest;
  }

  /** Gives the temporary file back. */
  dispose(): void {
    this.list.dispose();
  }

  private count({ label }: DraftNode): void {
    this.counted.records += 1;
    this.kinds[label] = (this.kinds[label] ?? 0) + 1;
    if (label === "Statement") this.counted.statements += 1;
    else if (label === "Report") this.counted.reports += 1;
    else if (label === "Document") this.counted.documents += 1;
    else if (mergeLabel(label) === "Entity") this.counted.entities += 1;
  }
}

/** Puts lists of records and relations into a store: each record with the relations that begin at it. */
export function storeChunks(nodes: readonly DraftNode[], relations: readonly DraftRelation[], store: ChunkStore): void {
  const beginning = new Map<string, DraftRelation[]>();
  for (const relation of relations) {
    const known = beginning.get(relation.from);
    if (known === undefined) beginning.set(relation.from, [relation]);
    else known.push(relation);
  }
  for (const node of nodes) {
    store.add({ nodes: [node], relations: beginning.get(node.id) ?? [] });
    beginning.delete(node.id);
  }
  // What is left begins at entities of other corpora.
  for (const left of beginning.values()) store.add({ nodes: [], relations: left });
}

function joined(parts: readonly DraftChunk[]): DraftChunk {
  return { nodes: parts.flatMap(({ nodes }) => nodes), relations: parts.flatMap(({ relations }) => relations) };
}

function textLength({ properties }: DraftNode): number {
  let length = 0;
  for (const name in properties) length += lengthOf(properties[name]);
  return length;
}

function lengthOf(value: DraftValue | undefined): number {
  if (typeof value === "string") return value.length;
  return typeof value === "object" ? value.reduce((sum, each) => sum + each.length, 0) : 0;
}
