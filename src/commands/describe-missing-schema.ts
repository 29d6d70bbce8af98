import type { GraphEngine, MissingSchema } from "../graph/engine";

/**
 * What the database lacks, and what makes it; null where nothing is missing.
 * @param shown how many are named before the rest is counted
 */
export function describeMissingSchema({ constraints, indexes }: MissingSchema, engine: GraphEngine["name"], shown: number): string | null {
  const missing = [...constraints, ...indexes];
  if (missing.length === 0) return null;
  const more = missing.length > shown ? ` and ${String(missing.length - shown)} more` : "";
  // Nobody types Cypher into an embedded store.
  const byHand = engine === "neo4j" ? "; by hand: schema/constraints.cypher" : "";
  return `${missing.slice(0, shown).join(", ")}${more}. \`quoth seed\` makes them${byHand}.`;
}
