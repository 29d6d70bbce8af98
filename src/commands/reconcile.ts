import { writeFile } from "node:fs/promises";
import { CannotRun } from "../errors";
import { checkCorpora } from "../seeding/check-corpus";
import { printData, say } from "./output";
import { TableRun } from "./table-run";
import type { TableFlags } from "./table-run";

export interface ReconcileFlags extends TableFlags {
  readonly out?: string;
}

/**
 * `quoth reconcile`: proposes a file of decisions on who is who; decides nothing and touches no graph.
 * @returns 0, whatever is proposed
 * @throws CannotRun where the corpus has no tables that can be read, or the file is there already
 */
export async function reconcile(folder: string, flags: ReconcileFlags): Promise<number> {
  const tables = new TableRun(flags);
  const checked = await checkCorpora([folder], { texts: new Map(), tables: (each) => tables.optionsFor(each) });
  for (const corpus of checked.corpora) corpus.dispose();
  const [run] = checked.runs;
  if (run === undefined) throw new CannotRun(`${folder}: no mapping.yaml that can be understood. Run quoth check ${folder} first.`);
  const proposed = run.propose();
  if (flags.out === undefined) printData(proposed.trimEnd());
  else await writeNew(flags.out, proposed);
  return 0;
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
