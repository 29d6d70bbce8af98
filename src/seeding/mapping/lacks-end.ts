import type { RawEntry } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import type { RowFile } from "./row-file";

/** Reports ends that a relation of a row lacks: a name that stays open leaves none, which the relation alone does not show. */
export function lacksEnd({ key, at, value }: RawEntry, file: RowFile): boolean {
  const missing = ["from", "to"].filter((end) => value.is !== "map" || entryOf(value, end) === undefined);
  for (const end of missing) {
    const advice = 'decide it under "names" in entities.yaml (quoth reconcile lists open names), or fill in the cell';
    file.fault(at, "REQUIRED", `the relation "${key}" has no "${end}": the cell is empty, or its name may mean several; ${advice}`);
  }
  return missing.length > 0;
}
