import type { DraftNode } from "../draft/draft";
import type { NodeState } from "../stored/read-graph-state";

/**
 * Whether a span may stay as verified, or not verified, as the graph has it. What a load says that has no text at hand does not
 * undo what an earlier one found with a text that was given to it, as long as the document wants no other text.
 */
export function isVerifiedAlike({ label, properties, textHash }: DraftNode, before: NodeState): boolean {
  if (label !== "Span") return true;
  const { verified, givenHash } = properties;
  if (verified === true) return before.isVerified && (givenHash === undefined || givenHash === before.givenHash);
  if (!before.isVerified) return true;
  // Another graph says in so many words that a span is not verified; a corpus never does.
  return verified === undefined && before.givenHash !== "" && (textHash ?? before.givenHash) === before.givenHash;
}
