import { foldedNames } from "./folded-names";

/** The most that an index over names takes in one value (Neo4j refuses the write beyond 32,766 bytes). */
export const MAX_NAMES_BYTES = 32_000;

/**
 * Every form of every name in one text, each between line breaks, so that one index over one property answers whether a
 * name is, begins with or contains something.
 */
export function namesText(names: readonly string[]): string {
  return `\n${foldedNames(names).join("\n")}\n`;
}
