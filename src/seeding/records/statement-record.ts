import type { RecordShape } from "../../model/corpus-row-types";
import type { SeenRelations } from "./add-relations";
import type { ReadFields } from "./read-fields";

/** A statement whose own values have been read. */
export interface StatementRecord {
  readonly id: string;
  readonly slug: string;
  readonly fields: ReadFields;
  readonly shape: RecordShape;
  readonly at: number;
  readonly seen: SeenRelations;
}
