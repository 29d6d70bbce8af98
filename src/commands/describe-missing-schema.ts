import type { MissingSchema } from "../graph/engine";

/** The advice for Neo4j; an embedded store has no hand to do it by. */
export const BY_HAND = "by hand: schema/constraints.cypher";

/**
 * What the database lacks, and what makes it; null where nothing is missing.
 * @param shown how many are named before the rest is counted
 */
export function describeMissingSchema({ constraints, indexes }: MissingSchema, shown: number): string | null {
  const missing = [...constraints, ...indexes];
  if (missing.length === 0) return null;
  const more = missing.length > shown ? ` and ${String(missing.length - shown)} more` : "";
  return `${missing.slice(0, shown).join(", ")}${more}. \`quoth seed\` makes them`;
}
