import { configWarnings } from "../config/config-warnings";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { openEngine } from "../graph/open-engine";
import { printSummary } from "../seeding/print-summary";
import { runSeed } from "../seeding/run-seed";
import type { SeedOptions } from "../seeding/run-seed";
import { printData, say } from "./output";
import { parseTexts } from "./parse-texts";
import { showProgress } from "./show-progress";
import { sayRejected, TableRun } from "./table-run";
import type { TableFlags } from "./table-run";
import type { GraphEngine } from "../graph/engine";
import { seedGraphFile } from "../seeding/graph-file/seed-graph";
import { graphFileOf } from "./graph-file-of";
import { printGraphSummary } from "./print-graph-summary";
import type { Progress } from "./show-progress";

export interface SeedFlags extends TableFlags {
  readonly text: readonly string[];
  readonly dryRun?: boolean;
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
  for (const warning of configWarnings(config)) say(`WARNING ${warning}`);
  const engine = await openEngine(config, "load");
  const [reading, progress] = [showProgress("Reading"), showProgress()];
  const run = new TableRun(flags);
  try {
    const options = {
      texts,
      dryRun: flags.dryRun ?? false,
      now: () => new Date(),
      onProgress: (done: number, total: number) => {
        reading.stop();
        progress.update(done, total);
      },
      onNote: say,
      tables: (folder: string) => ({ ...run.optionsFor(folder), onProgress: reading.update }),
    };
    if (file !== undefined) return await seedFile(file, engine, options, { progress, json: flags.json });
    const summary = await runSeed(folders, engine, options);
    reading.stop();
    progress.stop();
    sayRejected(run.rejected, await run.close());
    printData(flags.json ? summary : printSummary(summary));
    return summary.faults.length > 0 ? 1 : 0;
  } finally {
    reading.stop();
    progress.stop();
    await engine.close();
  }
}

interface Talk {
  readonly progress: Progress;
  readonly json: boolean | undefined;
}

async function seedFile(file: string, engine: GraphEngine, options: SeedOptions, { progress, json }: Talk): Promise<number> {
  const summary = await seedGraphFile(file, engine, options);
  progress.stop();
  printData(json === true ? summary : printGraphSummary(summary));
  return summary.faults.length > 0 || (summary.hashes?.differing ?? []).length > 0 ? 1 : 0;
}
