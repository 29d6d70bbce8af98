import type { GraphEngine } from "../../../src/graph/engine";
import { runSeed } from "../../../src/seeding/run-seed";
import type { SeedSummary } from "../../../src/seeding/run-seed";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";
import { corpusFolder } from "./corpus-folder";
import type { CorpusFiles } from "./corpus-folder";

/** Loads corpora in one call, a minute after the load before. */
export async function seed(engine: GraphEngine, ...corpora: CorpusFiles[]): Promise<SeedSummary> {
  const now = nextMinute();
  return runSeed(corpora.map(corpusFolder), engine, { ...QUICK_SEED, now: () => now });
}
