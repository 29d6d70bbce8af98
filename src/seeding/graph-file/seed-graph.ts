import type { GraphEngine } from "../../graph/engine";
import { seedCorpora } from "../run-seed";
import type { SeedOptions, SeedSummary } from "../run-seed";
import { compareHashes } from "./compare-hashes";
import type { HashComparison } from "./compare-hashes";
import type { CheckedGraph } from "./graph-intake";
import { readGraphFile } from "./read-graph-file";

/** What a load came to, and whether the graph now holds what the other one held; not asked where nothing was to be written. */
export interface GraphSeedSummary extends SeedSummary {
  readonly hashes?: HashComparison;
}

/**
 * Loads an export of `quoth export`. Nothing is written unless all of it is valid.
 * @throws CannotRun, SeedInProgress, and what the engine throws
 */
export async function seedGraphFile(file: string, engine: GraphEngine, options: SeedOptions): Promise<GraphSeedSummary> {
  return seedGraph(await readGraphFile(file), engine, options);
}

/** The same for a graph that was read and checked already. It is disposed of. */
export async function seedGraph(checked: CheckedGraph, engine: GraphEngine, options: SeedOptions): Promise<GraphSeedSummary> {
  try {
    const summary = await seedCorpora(checked, engine, options);
    if (summary.faults.length > 0 || options.dryRun) return summary;
    return { ...summary, hashes: await compareHashes(checked.hashes, engine) };
  } finally {
    for (const corpus of checked.corpora) corpus.dispose();
  }
}
