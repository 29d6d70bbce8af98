import type { SeedOptions } from "../../src/seeding/run-seed";

/** Loads that wait for nobody: no other seeder is at work, and no server answers from this graph. */
export const QUICK_SEED = { texts: new Map(), dryRun: false, waitMs: 0, versionWaitMs: 0 } as const satisfies Partial<SeedOptions>;
