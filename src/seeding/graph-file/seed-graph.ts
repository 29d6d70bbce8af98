import type { GraphEngine } from "../../graph/engine";
import { sha256OfFile } from "../files/input-file";
import type { OnInputFile } from "../files/input-file";
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
  if (options.onFile) await tellHash(file, options.onFile);
  return seedGraph(await readGraphFile(file), engine, options);
}

/** That a file cannot be read is said when it is. */
async function tellHash(path: string, onFile: OnInputFile): Promise<void> {
  const sha256 = await sha256OfFile(path).catch(() => undefined);
  if (sha256 !== undefined) onFile({ path, sha256 });
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
