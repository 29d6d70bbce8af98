import path from "node:path";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { readOutdated } from "../seeding/stored/read-outdated";
import { runSeed } from "../seeding/run-seed";
import { LoadAudit } from "./load-audit";
import { plural, say } from "./output";
import { FIRST_CORPUS } from "./package-root";
import { readDatasets } from "./read-datasets";

const FIRST_DATASET = `dataset:${path.basename(FIRST_CORPUS)}`;

/**
 * Loads the first corpus into an empty embedded store, so that there is something to ask about, and once more where an earlier version of Quoth
 * did so and nothing else is there; a Neo4j is left alone.
 * @throws CannotRun where the corpus that comes with Quoth is damaged, or the audit log cannot be written
 */
export async function fillEmptyStore(engine: GraphEngine, config: Config): Promise<void> {
  if (engine.name !== "embedded") return;
  const [first, ...more] = await readDatasets(engine);
  const isOldFirst = first?.id === FIRST_DATASET && more.length === 0 && (await readOutdated(engine)).length > 0;
  if (first !== undefined && !isOldFirst) return;
  if (isOldFirst) say("The store has the first corpus as another version of Quoth stored it; loading it again.");
  else say("The store is empty; loading the first corpus, so that there is something to ask about.");
  const audit = new LoadAudit({ command: "serve", config, from: [FIRST_CORPUS] });
  const options = { ...audit.watch, texts: new Map<string, string>(), dryRun: false, now: () => new Date() };
  const { faults, corpora } = await audit.run(() => runSeed([FIRST_CORPUS], engine, options));
  const [fault] = faults;
  if (fault) throw new CannotRun(`${fault.file}:${String(fault.line)} ${fault.code} ${fault.message}. Install Quoth again.`);
  for (const { id, statements } of corpora) say(`Loaded ${id}: ${plural(statements, "statement")}.`);
}
