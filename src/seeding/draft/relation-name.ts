import type { DraftRelation } from "./draft";

/** What tells a relation from all others. */
export type RelationEnds = Pick<DraftRelation, "type" | "from" | "to" | "key">;

/** A relation's identity in one text. */
export function relationName({ type, from, to, key }: RelationEnds): string {
  return [type, from, to, key].join("\n");
}
