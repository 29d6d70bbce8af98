import { setImmediate } from "node:timers/promises";
import type { CypherStatement } from "../../graph/cypher-statement";
import type { DraftNode, DraftRelation } from "../draft/draft";
import { relationsHash } from "../stored/content-hash";
import { withSpeakers } from "../stored/with-speakers";
import { groupByStart } from "./compare-chunks";
import { NODE, RELATION } from "./decisions";
import type { NodeDecision } from "./decisions";
import type { PlannedChanges } from "./plan-changes";
import { createSpoken, dropSpoken, isSpoken, mergeSpoken } from "./write-spoken";
import {
  byText,
  createNode,
  createRelation,
  forgetRetracted,
  restoreNode,
  retractNode,
  retractRelation,
  updateNode,
  updateRelation,
  updateRelationsHash,
} from "./write-statements";
import type { WriteRow, WriteStatement } from "./write-statements";

/** Statements of one transaction. */
export interface Batch {
  readonly statements: readonly CypherStatement[];
  /** How many nodes and relations it writes. */
  readonly rows: number;
}

const ROWS_PER_BATCH = 2000;
/** For so long rows are made in one go. */
const TURN_MS = 4;

/** Nodes that come, come back or change, in batches made one by one. */
export async function* nodeBatches(changes: PlannedChanges, recordedAt: string): AsyncGenerator<Batch> {
  if (changes.nodes.changes === 0) return;
  const dataset = `dataset:${changes.corpus.id}`;
  const next = changes.nodes.reader();
  const batch = new Batcher();
  for await (const chunk of changes.corpus.chunks()) {
    const { nodes, relations } = withSpeakers(chunk);
    const starts = groupByStart(relations);
    for (const node of nodes) {
      const decision = next();
      if (decision === NODE.keep) continue;
      if (batch.isDue()) await setImmediate();
      batch.add(writeNode(node, decision, dataset, recordedAt, starts.get(node.id)));
      if (batch.isFull) yield batch.take();
    }
  }
  yield* batch.rest();
}

function writeNode(
  node: DraftNode,
  decision: NodeDecision,
  dataset: string,
  recordedAt: string,
  relations: readonly DraftRelation[] | undefined,
): WriteStatement {
  const hash = relationsHash(relations);
  if (decision === NODE.create) return createNode(node, dataset, recordedAt, hash);
  if (decision === NODE.restore) return restoreNode(node, dataset, hash);
  return decision === NODE.update ? updateNode(node, dataset, hash) : updateRelationsHash(node, hash);
}

/** Relations that come, come back or change; their nodes must be there. */
export async function* relationBatches(changes: PlannedChanges): AsyncGenerator<Batch> {
  if (changes.relations.changes === 0) return;
  const dataset = `dataset:${changes.corpus.id}`;
  const next = changes.relations.reader();
  const batch = new Batcher();
  for await (const chunk of changes.corpus.chunks()) {
    for (const relation of withSpeakers(chunk).relations) {
      const decision = next();
      if (decision === RELATION.keep) continue;
      if (batch.isDue()) await setImmediate();
      const isNew = decision === RELATION.create;
      if (!isNew && isSpoken(relation)) batch.addBefore(dropSpoken(relation));
      batch.add(isNew ? createRelation(relation, dataset) : updateRelation(relation, dataset));
      for (const beside of changes.dataset.isNew ? createSpoken(relation) : mergeSpoken(relation)) batch.addBeside(beside);
      if (isNew && changes.mayReturn) batch.addBeside(forgetRetracted(relation));
      if (batch.isFull) yield batch.take();
    }
  }
  yield* batch.rest();
}

/** Relations that left the corpus move aside. They are found by their ends, which must be live. */
export async function* relationRetractions(changes: PlannedChanges, retractedAt: string): AsyncGenerator<Batch> {
  const batch = new Batcher();
  for await (const page of changes.retractedRelations.pages()) {
    for (const relation of page) {
      if (isSpoken(relation)) batch.addBefore(dropSpoken(relation));
      batch.add(retractRelation(relation, retractedAt));
    }
    yield* batch.rest();
  }
}

/** Nodes that left the corpus move aside; no relation of any corpus may be live at them any more. */
export async function* nodeRetractions(changes: PlannedChanges, retractedAt: string): AsyncGenerator<Batch> {
  const batch = new Batcher();
  for await (const page of changes.retracted.pages()) {
    for (const id of page) batch.add(retractNode(id, retractedAt));
    yield* batch.rest();
  }
}

/** Collects rows under the texts that they share: a text runs for all of its rows where it was met first. */
class Batcher {
  private before: WriteStatement[] = [];
  private shapes = new Map<string, WriteRow[]>();
  private rows = 0;
  private turn = performance.now();

  get isFull(): boolean {
    return this.rows >= ROWS_PER_BATCH;
  }

  /** Whether others should have a turn: between the statements of the batch before, the database waits for this process. */
  isDue(): boolean {
    const now = performance.now();
    if (now - this.turn < TURN_MS) return false;
    this.turn = now;
    return true;
  }

  add(statement: WriteStatement): void {
    this.addBeside(statement);
    this.rows += 1;
  }

  /** What has to happen in the transaction of the row before, and is no row of its own. */
  addBeside([text, row]: WriteStatement): void {
    const rows = this.shapes.get(text);
    if (rows === undefined) this.shapes.set(text, [row]);
    else rows.push(row);
  }

  /** The same ahead of all rows of the batch, of which some may write anew what this takes away. */
  addBefore(statement: WriteStatement): void {
    this.before.push(statement);
  }

  take(): Batch {
    const statements = [...this.shapes].map(([text, rows]) => ({ text, parameters: { p_rows: rows } }));
    const batch = { statements: [...byText(this.before), ...statements], rows: this.rows };
    this.before = [];
    this.shapes = new Map();
    this.rows = 0;
    return batch;
  }

  *rest(): Generator<Batch> {
    if (this.rows > 0) yield this.take();
  }
}
