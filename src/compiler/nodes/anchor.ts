import { isOnceBetween } from "../../model/ontology";
import type { ConditionNode, RelatedNode } from "./condition-node";
import { all } from "./condition-node";
import type { LevelNode } from "./level-node";

/**
 * Where every node of a label has to be looked at anyway, to count or to sort by something counted, it is better to come
 * from the one node that the filter names: a demand on what has this id becomes part of the MATCH itself.
 */
export interface Anchor {
  readonly from: RelatedNode;
  /** What the filter demands beside it. */
  readonly rest: ConditionNode | null;
  /** Several ways may lead from the anchor to one node. */
  readonly repeats: boolean;
}

/** @returns null where nothing in the level's filter names a node, or where an index gives the order. */
export function anchorOf({ source, filter, page }: LevelNode): Anchor | null {
  if (source.from !== "label" || filter === null || page?.terms.every((term) => term.alias === null)) return null;
  const parts = filter.kind === "all" ? filter.parts : [filter];
  const from = parts.find(namesOneNode);
  return from ? { from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) } : null;
}

function namesOneNode(part: ConditionNode): part is RelatedNode {
  if (part.kind !== "related" || part.quantifier.is !== "some" || part.inner === null) return false;
  const inner = part.inner.kind === "all" ? part.inner.parts : [part.inner];
  return inner.some(
    (each) => (each.kind === "comparison" && each.of === "node" && each.property === "id" && each.operator === "=") || namesOneNode(each),
  );
}

function repeats({ steps, inner }: RelatedNode): boolean {
  const [only] = steps;
  const isSingle = steps.length === 1 && only !== undefined && !only.hops && typeof only.relation === "string" && only.direction === "out";
  return !isSingle || !isOnceBetween([only.relation].flat()[0] ?? "") || inner?.kind !== "comparison";
}
