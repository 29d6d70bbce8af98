import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { GraphIntake } from "../seeding/graph-file/graph-intake";
import type { CheckedGraph } from "../seeding/graph-file/graph-intake";
import { seedGraph } from "../seeding/graph-file/seed-graph";
import type { GraphSeedSummary } from "../seeding/graph-file/seed-graph";
import { readDataVersion } from "../seeding/stored/read-data-version";
import type { SeedOptions } from "../seeding/run-seed";
import { readGraph } from "./read-graph";
import type { ReadGraphOptions } from "./read-graph";

/** `onRead` tells of reading, `onProgress` of writing. */
export interface CopyOptions extends SeedOptions {
  readonly datasets: readonly string[];
  readonly onRead?: ReadGraphOptions["onProgress"];
}

/**
 * Brings all datasets of one graph, or some, into another, as a load would: what the other one holds of them and the first
 * has no more is moved aside there; datasets that only the other one has stay.
 * @throws CannotRun where both are one graph, and what `readGraph` and `seedGraph` throw
 */
export async function copyGraph(source: GraphEngine, target: GraphEngine, options: CopyOptions): Promise<GraphSeedSummary> {
  await refuseSameGraph(source, target);
  return seedGraph(await takeIn(source, options), target, options);
}

/** Every write sets a version that no other graph has, so that two names of one server are seen through. */
async function refuseSameGraph(source: GraphEngine, target: GraphEngine): Promise<void> {
  const [from, to] = [await readDataVersion(source), await readDataVersion(target)];
  if (from === null)
    throw new CannotRun("There is nothing to copy: nothing was ever loaded there. Name a graph with --neo4j-uri or --data-dir.");
  if (from !== to) return;
  throw new CannotRun(
    `Source and target are the same graph, or one is a backup of the other: both have the data version ${from}. Name another target with --to.`,
  );
}

async function takeIn(source: GraphEngine, { datasets, onRead }: CopyOptions): Promise<CheckedGraph> {
  const { address } = await source.health();
  const intake = new GraphIntake(address);
  let line = 0;
  try {
    for await (const each of readGraph(source, { datasets, ...(onRead && { onProgress: onRead }) })) {
      intake.add(each, (line += 1));
      if (intake.isHopeless) break;
    }
    return await intake.finish();
  } catch (error) {
    intake.dispose();
    throw error;
  }
}
