import type { GraphEngine } from "../../graph/engine";
import { hashOfAll } from "../stored/content-sum";
import { datasetHashes } from "../stored/graph-hash";

/** The hashes of the datasets that were carried over, where they come from and where they went. */
export interface HashComparison {
  /** Of all of them together. */
  readonly expected: string;
  readonly found: string;
  /** Ids of the datasets that differ. */
  readonly differing: readonly string[];
}

/**
 * Reads what a graph now holds of some datasets and compares it with what they had where they come from.
 * @param hashes by id of the dataset
 */
export async function compareHashes(hashes: Readonly<Record<string, string>>, engine: Pick<GraphEngine, "read">): Promise<HashComparison> {
  const ids = Object.keys(hashes);
  const slugs = ids.map((id) => id.replace(/^dataset:/, ""));
  const now = await datasetHashes(engine, slugs);
  const found = slugs.map((slug) => now.get(slug)?.hash ?? "");
  return {
    expected: hashOfAll(Object.values(hashes)),
    found: hashOfAll(found),
    differing: ids.filter((id, at) => hashes[id] !== found[at]),
  };
}
