import { isOnceBetween } from "../../model/ontology";
import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, isLongPath, namesFewNodes, namesOneNode } from "./condition-node";
import type { LevelNode } from "./level-node";

/**
 * A demand that becomes the beginning of the MATCH. Where every node of a label has to be looked at anyway, to count or to
 * sort by something counted, it is better to come from the one node that the filter names. Where it names things by name,
 * it is better always: an index walk would compare the names anew for each node on its way. A long path of demands is
 * walked from its far end, each node once, whatever the order.
 */
export interface Anchor {
  readonly from: RelatedNode;
  /** What the filter demands beside it. */
  readonly rest: ConditionNode | null;
  /** Several ways may lead from the anchor to one node. */
  readonly repeats: boolean;
}

/** @returns null where nothing in the level's filter names a node, or where an index gives the order. */
export function anchorOf({ source, filter, page }: Pick<LevelNode, "source" | "filter" | "page">): Anchor | null {
  if (source.from !== "label" || filter === null) return null;
  const parts = filter.kind === "all" ? filter.parts : [filter];
  const walksIndex = page?.terms.every((term) => term.alias === null) ?? false;
  const named = walksIndex ? parts.find(namesFewNodes) : (parts.find(namesOneNode) ?? parts.find(namesFewNodes));
  const from = parts.find(isLongPath) ?? named;
  return from ? { from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) } : null;
}

function repeats({ steps, inner }: RelatedNode): boolean {
  const [only] = steps;
  const isSingle = steps.length === 1 && only !== undefined && !only.hops && typeof only.relation === "string" && only.direction === "out";
  return !isSingle || !isOnceBetween([only.relation].flat()[0] ?? "") || inner?.kind !== "comparison";
}
