import type { GrafeoDB } from "@grafeo-db/js";
import type { Dialect, FullTextQuery } from "../dialect";
import { bestWordsRule, fullTextRule } from "../schema-plan";
import type { FullTextRule } from "../schema-plan";

/** The procedure wants a number; no graph holds so many nodes. */
const ALL_HITS = 1_000_000_000;

/** Words only: the texts are analysed before they are stored. The engine indexes one property, so it is the one of stems. */
export async function createFullText(database: GrafeoDB, { label, properties }: FullTextRule): Promise<void> {
  await database.createTextIndex(label, properties[0] ?? "", { tokenizer: "standard", stopWords: [] });
}

/** Asks an index for a word; where there is none, that is an error. */
export function probeFullText({ label, properties }: FullTextRule): string {
  return `CALL grafeo.search.text('${label}', '${properties[0]}', 'probe', 1) YIELD node_id, score RETURN count(node_id) AS hits`;
}

/**
 * The index knows whole words alone, and any of several: one word that must occur is enough to find those that may have
 * all, and the longest is likely the rarest. Without a whole word to go by, nothing can be asked.
 */
function searchText(query: FullTextQuery): string | null {
  const words = query.clauses.flatMap((clause) => (clause.match === "word" ? [clause.forms] : []));
  if (query.mode === "any") return words.length === query.clauses.length ? words.flat().join(" ") : null;
  const [rarest] = [...words].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  return rarest?.join(" ") ?? null;
}

export const EMBEDDED_DIALECT: Dialect = {
  walksIndexInOrder: false,
  asksOnce: true,
  countsDoubles: true,
  testsAllRows: false,
  searchText,
  callsTakeVariables: false,
  printSearch: (label, text, variable) => printCall(fullTextRule(label), text, variable),
  printBestSearch: (label, text, variable) => printCall(bestWordsRule(label), text, variable),
};

function printCall({ label, properties }: FullTextRule, text: string, variable: string): string {
  const call = `CALL grafeo.search.text('${label}', '${properties[0] ?? ""}', ${text}, ${ALL_HITS}) YIELD node_id, score`;
  return `${call}\nMATCH (${variable}:${label}) WHERE id(${variable}) = node_id`;
}
