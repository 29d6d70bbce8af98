import { configWarnings } from "../config/config-warnings";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import { seedGraphFile } from "../seeding/graph-file/seed-graph";
import type { GraphSeedSummary } from "../seeding/graph-file/seed-graph";
import { printSummary } from "../seeding/print-summary";
import { runSeed } from "../seeding/run-seed";
import type { SeedOptions } from "../seeding/run-seed";
import { graphFileOf } from "./graph-file-of";
import { LoadAudit } from "./load-audit";
import { printData, say } from "./output";
import { parseTexts } from "./parse-texts";
import { printGraphSummary } from "./print-graph-summary";
import { showProgress } from "./show-progress";
import { TableRun } from "./table-run";
import type { TableFlags } from "./table-run";

export interface SeedFlags extends TableFlags {
  readonly text: readonly string[];
  readonly dryRun?: boolean;
  readonly repair?: boolean;
  readonly json?: boolean;
}

/**
 * `quoth seed`: validates corpora, or an export, and loads what differs from the graph.
 * @returns 0 when done, 1 with a fault in the data, and nothing was written then; 1 also where the graph does not hold
 * the same as an export afterwards
 * @throws BadSetting, CannotRun, SeedInProgress, and what the engine throws
 */
export async function seed(folders: readonly string[], flags: SeedFlags, settings: Flags): Promise<number> {
  const texts = parseTexts(flags.text);
  const file = graphFileOf(folders, flags);
  const config = readConfig(settings);
  const run = new TableRun(flags, folders);
  const { dryRun = false, repair = false } = flags;
  if (repair && flags.limit !== undefined) throw new CannotRun("--repair compares whole corpora. Leave out --limit.");
  const audit = new LoadAudit({ command: "seed", config, from: folders, dryRun });
  for (const warning of configWarnings(config)) say(`WARNING ${warning}`);
  const [reading, progress] = [showProgress("Reading"), showProgress()];
  const options: SeedOptions = {
    ...audit.watch,
    texts,
    dryRun,
    repair,
    now: () => new Date(),
    onProgress: (done, total) => {
      reading.stop();
      progress.update(done, total);
    },
    onNote: say,
    tables: (folder) => ({ ...run.optionsFor(folder), onProgress: reading.update }),
  };
  const summary = await audit.run(async () => {
    try {
      return await load(config, (engine) =>
        file === undefined ? runSeed(folders, engine, options) : seedGraphFile(file, engine, options),
      );
    } finally {
      reading.stop();
      progress.stop();
    }
  });
  await run.close(summary.faults.length === 0);
  if (flags.json) printData(summary);
  else printData(file === undefined ? printSummary(summary) : printGraphSummary(summary));
  return summary.faults.length > 0 || (summary.hashes?.differing ?? []).length > 0 ? 1 : 0;
}

async function load(config: Config, work: (engine: GraphEngine) => Promise<GraphSeedSummary>): Promise<GraphSeedSummary> {
  const engine = await openEngine(config, "load");
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
