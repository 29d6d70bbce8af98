import type { CorpusCounts, PlannedCorpus } from "./draft/draft";
import type { Fault } from "./faults/fault";
import type { ReadCorpus } from "./files/read-corpus";
import { hashInputs } from "./input-hash";
import { readMapping } from "./mapping/read-mapping";
import type { GivenText } from "./records/record-context";
import type { TableOptions } from "./validate-rows";

/** What the last load of a dataset was made of, and what it counted. */
export interface LoadedInputs {
  readonly inputHash: string;
  readonly counts: CorpusCounts;
  readonly contentHash: string;
}

export interface SkipAnswer {
  /** Absent for corpora without tables, or whose mapping cannot be read. */
  readonly inputHash?: string;
  /** The graph was made of these very files. */
  readonly loaded?: LoadedInputs;
}

/**
 * Tells whether the graph was made of the very files that lie there now, so that a table of gigabytes is not read only to find that
 * nothing changed. A corpus without tables is read in any case.
 */
export async function findUnchanged(
  corpus: ReadCorpus,
  id: string,
  givenTexts: ReadonlyMap<string, GivenText>,
  tables: TableOptions | undefined,
): Promise<SkipAnswer> {
  if (corpus.mapping === undefined || tables?.loaded === undefined) return {};
  const { file } = corpus.mapping;
  const before = [...file.faults];
  const mapping = readMapping(tables.dataFolder ?? corpus.folder, corpus.mapping);
  const isFaulty = file.faults.length > 0;
  // It is read again, and its faults told, by the validation.
  file.faults.splice(0, file.faults.length, ...before);
  if (isFaulty) return {};
  const options = JSON.stringify([tables.limit ?? null, tables.onBadRow !== undefined]);
  const { onFile, seen } = tables;
  const known = tables.known(id);
  const inputHash = await hashInputs({ corpus, mapping, givenTexts, known, options, ...(seen && { seen }), ...(onFile && { onFile }) });
  const loaded = await tables.loaded(id);
  return loaded?.inputHash === inputHash ? { inputHash, loaded } : { inputHash };
}

/** A corpus whose records are in the graph already: what is known of it without reading its tables. */
export function skippedCorpus(
  plain: Pick<PlannedCorpus, "id" | "version" | "dataset" | "folder">,
  { inputHash, counts, contentHash }: LoadedInputs,
): PlannedCorpus {
  return {
    ...plain,
    chunks: nothing,
    dispose: () => undefined,
    counts,
    contentHash,
    inputHash,
    isSkipped: true,
    foreign: [],
    shared: new Map(),
  };
}

/** That the rows were not looked at is said, since a changed file of a link or a lookup elsewhere would not be seen. */
export function skipNote(corpus: ReadCorpus): Fault {
  const message = "mapping, tables and known names are those of the last load, so the rows were not read again";
  return { file: corpus.mapping?.file.path ?? corpus.folder, line: 1, column: 1, code: "SEED_UNCHANGED", message };
}

async function* nothing(): AsyncGenerator<never> {}
