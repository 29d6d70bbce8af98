import type { CypherStatement, CypherValue } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { kindOf, propertiesOf } from "../../model/ontology";
import type { PlannedCorpus } from "../draft/draft";
import { nodeBatches, nodeRetractions, relationBatches, relationRetractions } from "./plan-batches";
import type { Batch } from "./plan-batches";
import { hasChanges, rowsOf } from "./plan-changes";
import type { PlannedChanges } from "./plan-changes";
import type { SeedSession } from "./seed-session";

export interface LoadOptions {
  readonly now: () => Date;
  /** Rows of nodes and relations that are written, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes the changes of all corpora: every node before any relation, what left last, there any relation before every node, and
 * at the very end each Dataset as loaded. Each step may be the last one that a killed seeder took; the next run goes on from there.
 */
export async function loadBatches(planned: readonly PlannedChanges[], session: SeedSession, options: LoadOptions): Promise<void> {
  const changed = planned.filter(hasChanges);
  const now = options.now().toISOString();
  const total = changed.reduce((sum, each) => sum + rowsOf(each), 0);
  let done = 0;
  options.onProgress?.(done, total);
  const write = (batches: AsyncIterable<Batch>): Promise<void> =>
    writeAhead(batches, async ({ statements, rows }) => {
      await session.write(statements);
      options.onProgress?.((done += rows), total);
    });
  for (const each of changed) await session.write([beginDataset(each, now)]);
  for (const each of changed) await write(nodeBatches(each, now));
  for (const each of changed) await write(relationBatches(each));
  // Of all corpora the relations first: one may end at a node that another corpus gives up.
  for (const each of changed) await write(relationRetractions(each, now));
  for (const each of changed) await write(nodeRetractions(each, now));
  for (const each of changed) await session.write([endDataset(each, now)]);
  for (const each of planned) if (!hasChanges(each) && each.dataset.isUnmarked) await session.note([markDataset(each)]);
}

/** The next batch is made while the database writes the one before. */
async function writeAhead(batches: AsyncIterable<Batch>, write: (batch: Batch) => Promise<void>): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const batch of batches) {
      await writing;
      writing = write(batch);
      // Its error is thrown where it is waited for; until then it must not count as forgotten.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}

/** From the first batch on it shows that a load is under way, or was broken off. */
function beginDataset(changes: PlannedChanges, now: string): CypherStatement {
  const { id, properties } = datasetRow(changes, now);
  const first = changes.dataset.isNew ? { ...properties, hash: "" } : {};
  return mergeDataset(id, { ...first, loading: true, contentHash: null });
}

function endDataset(changes: PlannedChanges, now: string): CypherStatement {
  const { id, properties } = datasetRow(changes, now);
  const absent = Object.fromEntries(propertiesOf(kindOf("Dataset")).map(({ name }) => [name, null]));
  return mergeDataset(id, {
    ...absent,
    ...properties,
    ...markOf(changes),
    loading: null,
  });
}

/** All records were compared and found the same, so that the next load need not compare them. */
function markDataset(changes: PlannedChanges): CypherStatement {
  return mergeDataset(`dataset:${changes.corpus.id}`, markOf(changes));
}

/** What is known of the dataset as a whole, once all of it is in the graph. */
function markOf({ corpus, dataset }: PlannedChanges): Record<string, CypherValue> {
  return { contentHash: dataset.contentHash, rowFormat: dataset.rowFormat, ...inputOf(corpus) };
}

/** By which the next load knows that the same files need not be read again. */
function inputOf({ inputHash, counts, contentHash }: PlannedCorpus): Record<string, CypherValue> {
  if (inputHash === undefined) return { inputHash: null, inputState: null };
  return { inputHash, inputState: JSON.stringify({ counts, contentHash }) };
}

function mergeDataset(id: string, properties: Record<string, CypherValue>): CypherStatement {
  return { text: "MERGE (n:Dataset {id: $p_id}) SET n += $p_properties", parameters: { p_id: id, p_properties: properties } };
}

function datasetRow({ corpus, dataset }: PlannedChanges, now: string): { id: string; properties: Record<string, CypherValue> } {
  const { hash, statements, entities, documents } = dataset;
  return { id: `dataset:${corpus.id}`, properties: { ...corpus.dataset, hash, statements, entities, documents, loadedAt: now } };
}

/** Leaves word of what the graph holds now. */
export async function noteLoad(engine: GraphEngine, version: string): Promise<void> {
  const [nodes] = await engine.read({ text: "MATCH (n) RETURN count(n) AS total", parameters: {} });
  const [relations] = await engine.read({ text: "MATCH ()-[r]->() RETURN count(r) AS total", parameters: {} });
  await engine.noteLoad({ version, nodes: Number(nodes?.["total"] ?? 0), relations: Number(relations?.["total"] ?? 0) });
}
