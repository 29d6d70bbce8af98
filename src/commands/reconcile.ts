import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { CannotRun, StoreInUse } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import { MAPPING_FILE } from "../model/corpus-file-names";
import { checkCorpora } from "../seeding/check-corpus";
import { readKnownEntities } from "../seeding/stored/read-known-entities";
import { hasStore } from "./has-store";
import { printData, say } from "./output";
import { TableRun } from "./table-run";
import type { TableFlags } from "./table-run";

export interface ReconcileFlags extends TableFlags {
  readonly out?: string;
}

const NO_TABLES = `no ${MAPPING_FILE}, and so no tables whose names could be compared. In YAML files, who is who is written down: see docs/corpus.md.`;

/**
 * `quoth reconcile`: proposes a file of decisions on who is who; decides nothing and writes to no graph. What a name means depends
 * on what is loaded, so the graph that the settings name is asked for the names that it has.
 * @returns 0, whatever is proposed
 * @throws CannotRun where the corpus has no tables that can be read, or the file is there already, and what the engine throws
 */
export async function reconcile(folder: string, flags: ReconcileFlags, settings: Flags): Promise<number> {
  const engine = await openGraph(settings);
  try {
    const proposed = await propose(folder, flags, engine);
    if (flags.out === undefined) printData(proposed.trimEnd());
    else await writeNew(flags.out, proposed);
  } finally {
    await engine?.close();
  }
  return 0;
}

async function propose(folder: string, flags: ReconcileFlags, engine: GraphEngine | undefined): Promise<string> {
  const tables = new TableRun(flags, [folder]);
  const checked = await checkCorpora([folder], {
    texts: new Map(),
    tables: (each) => tables.optionsFor(each),
    ...(engine && { known: (except: readonly string[]) => readKnownEntities(engine, except) }),
  });
  for (const corpus of checked.corpora) corpus.dispose();
  const [run] = checked.runs;
  if (run === undefined) {
    const why = existsSync(join(folder, MAPPING_FILE))
      ? `its ${MAPPING_FILE} cannot be understood. Run quoth check ${folder} first.`
      : NO_TABLES;
    throw new CannotRun(`${folder}: ${why}`);
  }
  return run.propose();
}

/** The graph that is there already. A newcomer has none; a store that a server has open cannot be read. */
async function openGraph(settings: Flags): Promise<GraphEngine | undefined> {
  const config = readConfig(settings);
  if (!hasStore(config)) {
    say("Nothing is loaded yet: names are compared within the corpus.");
    return undefined;
  }
  try {
    return await openEngine(config, "questions");
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    say(`WARNING Names are compared within the corpus only, since the store cannot be asked. ${error.message}`);
    return undefined;
  }
}

/** Decisions that somebody made already are not written over. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (cause) {
    throw new CannotRun(`${file}: cannot be written, or is there already. Name another file.`, { cause });
  }
  say(`Written: ${file}. Read each line, take out what is wrong, and move the rest to the corpus's entities.yaml.`);
}
