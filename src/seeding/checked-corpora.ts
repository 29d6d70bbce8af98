import type { PlannedCorpus } from "./draft/draft";
import type { Fault } from "./faults/fault";
import type { MappingRun } from "./mapping/run-mapping";

/** Everything that was found in the corpora of one call; faultless corpora only may be loaded. */
export interface CheckedCorpora {
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
  readonly corpora: readonly PlannedCorpus[];
  /** The tables of those that have any. */
  readonly runs: readonly MappingRun[];
}
