import type { HashComparison } from "../seeding/graph-file/compare-hashes";
import type { GraphSeedSummary } from "../seeding/graph-file/seed-graph";
import { printSummary } from "../seeding/print-summary";

/** What a load from another graph came to, for people, with the hashes of both. */
export function printGraphSummary(summary: GraphSeedSummary): string {
  const { hashes } = summary;
  return hashes === undefined ? printSummary(summary) : [printSummary(summary), printHashes(hashes)].join("\n");
}

function printHashes({ expected, found, differing }: HashComparison): string {
  if (differing.length === 0) return `Both graphs hold the same: ${expected}.`;
  return [
    `There: ${expected}. Here: ${found}. Not the same: ${differing.join(", ")}.`,
    "Either this graph had moved more aside before, or the other one was loaded by another version of Quoth: seed its corpora again",
    "with this version, then repeat this. Into an empty graph nothing can differ but for that.",
  ].join("\n");
}
