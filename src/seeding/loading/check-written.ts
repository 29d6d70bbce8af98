import { WriteIncomplete } from "../../errors";
import type { CypherStatement, CypherValue, GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { readNodeStates, readRetracted } from "../stored/read-graph-state";
import { SAYS_WRITTEN } from "./write-statements";

type Reader = Pick<GraphEngine, "read">;
type Row = { readonly [name: string]: CypherValue };

/** Where rows name the records that they are written to. */
const ENDS = ["id", "source", "target", "speakerId"] as const;
const NAMED = 3;

/**
 * Compares what statements wrote with their rows. A row that finds no node to write to is no error to an engine: it is
 * left out, and the record with it.
 * @throws WriteIncomplete, naming records that are not there
 */
export async function checkWritten(
  statements: readonly CypherStatement[],
  answers: readonly (readonly GraphRecord[])[],
  engine: Reader,
): Promise<void> {
  for (const [index, { text, parameters }] of statements.entries()) {
    if (!text.endsWith(SAYS_WRITTEN)) continue;
    const rows = parameters["p_rows"] as readonly Row[];
    const written = Number(answers[index]?.[0]?.["written"] ?? 0);
    if (written < rows.length) throw await incomplete(rows, written, engine);
  }
}

async function incomplete(rows: readonly Row[], written: number, engine: Reader): Promise<WriteIncomplete> {
  const ids = [...new Set(rows.flatMap((row) => ENDS.flatMap((name) => (typeof row[name] === "string" ? [row[name]] : []))))];
  const [live, aside] = [await readNodeStates(engine, ids), await readRetracted(engine, ids)];
  // What this transaction brings back still counts as moved aside for others.
  const missing = ids.filter((id) => !live.has(id) && !aside.has(id));
  const named = missing.slice(0, NAMED).map((id) => `"${id}"`);
  const more = missing.length > NAMED ? ` and ${String(missing.length - NAMED)} more` : "";
  return new WriteIncomplete(
    `${String(rows.length - written)} of ${String(rows.length)} changes found nothing in the graph to be written to: ` +
      `${named.join(", ")}${more} went away since the load began. See what else writes to this database, then seed again: ` +
      "it compares all records and writes what is missing.",
  );
}
