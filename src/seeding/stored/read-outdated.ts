import type { GraphEngine } from "../../graph/engine";
import { rowFormat } from "./content-hash";
import { asText } from "./read-graph-state";

/** One whose first load is under way, or was broken off, has no format yet. */
const TEXT = `MATCH (d:Dataset)
WHERE d.rowFormat <> $p_format OR (d.rowFormat IS NULL AND d.loading IS NULL)
RETURN d.id AS id ORDER BY id`;

/** The datasets whose records are stored as another version of Quoth stores them, so that questions may miss some, by id. */
export async function readOutdated(engine: Pick<GraphEngine, "read">): Promise<readonly string[]> {
  const rows = await engine.read({ text: TEXT, parameters: { p_format: rowFormat() } });
  return rows.map((row) => asText(row["id"]));
}

/** What is wrong with such datasets, and what to do; null where there are none. */
export function describeOutdated([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  const named = others.length > 0 ? `${first} and ${String(others.length)} more were` : `${first} was`;
  return `${named} loaded by another version of Quoth: answers would lack what is in there. Load with this version again: \`quoth seed\` with each folder.`;
}
