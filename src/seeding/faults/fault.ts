import type { FaultName } from "./fault-codes";

/** A fault of a corpus, or a note on it: where a person would put the cursor, and what to do there. */
export interface Fault {
  /** As the caller named the folder, with the file's name behind it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count. */
  readonly column: number;
  readonly code: `SEED_${FaultName}`;
  readonly message: string;
  /** How many of its kind it stands for, itself included, where a table has more of them than are shown. */
  readonly standsFor?: number;
}
