import { resolve } from "node:path";
import { TARGET_NAMES } from "../config/database-names";
import { readConfig, targetConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import type { Config } from "../config/settings";
import { configWarnings } from "../config/config-warnings";
import { CannotRun } from "../errors";
import { copyGraph } from "../exporting/copy-graph";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import type { GraphSeedSummary } from "../seeding/graph-file/seed-graph";
import { LoadAudit } from "./load-audit";
import { printData, say } from "./output";
import { printGraphSummary } from "./print-graph-summary";
import { showProgress } from "./show-progress";

export interface CopyFlags {
  readonly to: string;
  readonly dataset: readonly string[];
  readonly json?: boolean;
}

/**
 * `quoth copy`: brings the graph that the settings name, or some datasets of it, into another one.
 * @returns 0 when both hold the same of it, 1 where not, or with a fault in the data
 * @throws BadSetting, CannotRun, SeedInProgress, and what the engines throw
 */
export async function copy(flags: CopyFlags, settings: Flags): Promise<number> {
  const from = readConfig(settings);
  const to = targetConfig(from, flags.to);
  if (placeOf(from) === placeOf(to)) throw new CannotRun(`--to ${flags.to}: that is where the graph is already. Name another place.`);
  for (const warning of configWarnings(to)) say(`WARNING ${warning}`);
  const audit = new LoadAudit({ command: "copy", config: to, from: [from.neo4jUri ?? resolve(from.dataDir)] });
  const summary = await audit.run(async () => {
    const source = await openEngine(from, "load");
    try {
      const target = await openEngine(to, "load", TARGET_NAMES);
      try {
        return await copyBetween(source, target, flags, audit.watch);
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  });
  printData(flags.json === true ? summary : printGraphSummary(summary));
  return summary.faults.length > 0 || (summary.hashes?.differing ?? []).length > 0 ? 1 : 0;
}

async function copyBetween(
  source: GraphEngine,
  target: GraphEngine,
  { dataset }: CopyFlags,
  watch: LoadAudit["watch"],
): Promise<GraphSeedSummary> {
  const [reading, writing] = [showProgress("Reading"), showProgress("Loading")];
  try {
    return await copyGraph(source, target, {
      ...watch,
      texts: new Map(),
      dryRun: false,
      now: () => new Date(),
      datasets: dataset,
      onRead: reading.update,
      onProgress(done, total) {
        reading.stop();
        writing.update(done, total);
      },
      onNote: say,
    });
  } finally {
    reading.stop();
    writing.stop();
  }
}

/** As far as the settings tell; the graphs themselves are compared as well. */
function placeOf({ neo4jUri, neo4jDatabase, dataDir }: Config): string {
  return neo4jUri === undefined ? resolve(dataDir) : `${neo4jUri} ${neo4jDatabase ?? ""}`;
}
