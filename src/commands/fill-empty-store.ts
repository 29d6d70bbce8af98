import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { runSeed } from "../seeding/run-seed";
import { plural, say } from "./output";
import { FIRST_CORPUS } from "./package-root";
import { readDatasets } from "./read-datasets";

/**
 * Loads the first corpus into an empty embedded store, so that there is something to ask about; a Neo4j is left alone.
 * @throws CannotRun where the corpus that comes with Quoth is damaged
 */
export async function fillEmptyStore(engine: GraphEngine): Promise<void> {
  if (engine.name !== "embedded" || (await readDatasets(engine)).length > 0) return;
  say("The store is empty; loading the first corpus, so that there is something to ask about.");
  const { faults, corpora } = await runSeed([FIRST_CORPUS], engine, { texts: new Map(), dryRun: false, now: () => new Date() });
  const [fault] = faults;
  if (fault) throw new CannotRun(`${fault.file}:${String(fault.line)} ${fault.code} ${fault.message}. Install Quoth again.`);
  for (const { id, statements } of corpora) say(`Loaded ${id}: ${plural(statements, "statement")}.`);
}
