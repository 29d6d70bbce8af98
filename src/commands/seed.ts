import { configWarnings } from "../config/config-warnings";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { openEngine } from "../graph/open-engine";
import { printSummary } from "../seeding/print-summary";
import { runSeed } from "../seeding/run-seed";
import { printData, say } from "./output";
import { parseTexts } from "./parse-texts";
import { showProgress } from "./show-progress";
import { sayRejected, TableRun } from "./table-run";
import type { TableFlags } from "./table-run";

export interface SeedFlags extends TableFlags {
  readonly text: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `quoth seed`: validates corpora and loads what differs from the graph.
 * @returns 0 when done, 1 with a fault in the data; nothing was written then
 * @throws BadSetting, CannotRun, SeedInProgress, and what the engine throws
 */
export async function seed(folders: readonly string[], flags: SeedFlags, settings: Flags): Promise<number> {
  const texts = parseTexts(flags.text);
  const config = readConfig(settings);
  for (const warning of configWarnings(config)) say(`WARNING ${warning}`);
  const engine = await openEngine(config, "load");
  const progress = showProgress();
  const run = new TableRun(flags);
  try {
    const options = {
      texts,
      dryRun: flags.dryRun ?? false,
      now: () => new Date(),
      onProgress: progress.update,
      onNote: say,
      tables: (folder: string) => run.optionsFor(folder),
    };
    const summary = await runSeed(folders, engine, options);
    progress.stop();
    sayRejected(run.rejected, await run.close());
    printData(flags.json ? summary : printSummary(summary));
    return summary.faults.length > 0 ? 1 : 0;
  } finally {
    progress.stop();
    await engine.close();
  }
}
