import { checkCorpora } from "../seeding/check-corpus";
import type { CheckOptions } from "../seeding/check-corpus";
import type { CheckedCorpora } from "../seeding/checked-corpora";
import { countFaults, printFaults } from "../seeding/print-summary";
import { readGraphFile } from "../seeding/graph-file/read-graph-file";
import { graphFileOf } from "./graph-file-of";
import { plural, printData } from "./output";
import { showProgress } from "./show-progress";
import { TableRun } from "./table-run";
import type { TableFlags } from "./table-run";
import { parseTexts } from "./parse-texts";

export interface CheckFlags extends TableFlags {
  readonly text: readonly string[];
  readonly json?: boolean;
}

/**
 * `quoth check`: reads and validates corpora, or an export; touches no graph.
 * @returns 0 when all is valid, 1 with a fault
 * @throws CannotRun
 */
export async function check(folders: readonly string[], flags: CheckFlags): Promise<number> {
  const file = graphFileOf(folders, flags);
  if (file !== undefined) return checkFile(file, flags);
  const run = new TableRun(flags, folders);
  const progress = showProgress("Reading");
  const tables: NonNullable<CheckOptions["tables"]> = (folder) => ({ ...run.optionsFor(folder), onProgress: progress.update });
  const checked = await checkCorpora(folders, { texts: parseTexts(flags.text), tables });
  progress.stop();
  await run.close(checked.faults.length === 0);
  printData(flags.json ? asData(checked) : asText(checked));
  return checked.faults.length > 0 ? 1 : 0;
}

async function checkFile(file: string, { json }: CheckFlags): Promise<number> {
  const checked = await readGraphFile(file);
  for (const corpus of checked.corpora) corpus.dispose();
  printData(json === true ? asData(checked) : asText(checked));
  return checked.faults.length > 0 ? 1 : 0;
}

function asData({ faults, notes, corpora }: CheckedCorpora): object {
  return {
    valid: faults.length === 0,
    faults,
    notes,
    corpora: corpora.map(({ id, version, counts: { records, relations, statements } }) => ({
      id,
      version,
      records,
      relations,
      statements,
    })),
  };
}

function asText({ faults, notes, corpora }: CheckedCorpora): string {
  const found = [printFaults(faults), printFaults(notes)].filter((part) => part !== "");
  if (faults.length > 0) return [...found, `${plural(countFaults(faults), "fault")}; nothing may be loaded.`].join("\n");
  const valid = corpora.map(({ id, version, counts: { records, relations, statements } }) => {
    return `${id} ${version} is valid: ${plural(statements, "statement")}, ${plural(records, "record")}, ${plural(relations, "relation")}.`;
  });
  return [...found, ...valid].join("\n");
}
