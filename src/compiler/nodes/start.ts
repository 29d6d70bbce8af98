import { isOnceBetween } from "../../model/ontology";
import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, isLongPath, namesFewNodes, namesListedNodes, namesOneNode, onwardOf, partsOf } from "./condition-node";
import type { LevelNode } from "./level-node";

/** A demand that becomes the beginning of the MATCH: from the far end of its path to the nodes that are looked for. */
export interface Start {
  readonly from: RelatedNode;
  /** What the filter demands beside it. */
  readonly rest: ConditionNode | null;
  /** Several ways may lead from it to one node. */
  readonly repeats: boolean;
}

/** Where the search for the nodes of a level begins. */
export type Beginning =
  /** At the source as it is: every node of the label, or its order index until the page is full. */
  | { readonly at: "source" }
  /** At the things that have a name, by the index of names; few things of the graph have one. */
  | { readonly at: "names" }
  /** At what one demand names. */
  | { readonly at: "start"; readonly start: Start }
  /**
   * Wherever the numbers of relations say that least has to be looked at, decided when the statement runs: at what one of
   * several demands names, or along the order index, which is best where much fulfils the filter.
   */
  | { readonly at: "cheapest"; readonly starts: readonly Start[]; readonly walksIndex: boolean };

/** So many are compared; each makes the statement longer, and its first planning slower. */
const STARTS_COMPARED = 3;

/** Decides where a level begins, as far as its text can say. */
export function beginningOf({ source, filter, page }: Pick<LevelNode, "source" | "filter" | "page">): Beginning {
  if (source.from !== "label" || filter === null) return { at: "source" };
  const parts = partsOf(filter);
  if (parts.some(isNamesTest)) return { at: "names" };
  const startOf = (from: RelatedNode): Start => ({ from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) });
  const walksIndex = page?.walksIndex ?? false;
  const counted = parts.filter(isCounted).slice(0, STARTS_COMPARED);
  if (counted.length > 0 && counted.length + (walksIndex ? 1 : 0) > 1) return { at: "cheapest", starts: counted.map(startOf), walksIndex };
  // The ways through a long path multiply: it is walked from its far end, each node once, whatever the order.
  const from = parts.find(isLongPath) ?? counted[0];
  return from ? { at: "start", start: startOf(from) } : { at: "source" };
}

/** Whether few nodes stand at the far end of a demand, so that the way from there may be the shorter one. */
function isCounted(part: ConditionNode): part is RelatedNode {
  return (namesOneNode(part) || namesFewNodes(part) || namesListedNodes(part)) && hasSingleSteps(part);
}

/** Steps that may be left out, or be many, have no number that is kept: each demand wants one beside them. */
function hasSingleSteps(part: RelatedNode): boolean {
  const onward = onwardOf(part);
  return part.steps.some((step) => !step.hops) && (onward === null || hasSingleSteps(onward));
}

/** Whether it is the name of the thing itself that is asked for: there is an index for that. */
function isNamesTest(part: ConditionNode): boolean {
  if (part.kind === "any") return part.parts.length > 0 && part.parts.every(isNamesTest);
  return part.kind === "comparison" && part.of === "node" && part.property === "namesText" && part.operator === "CONTAINS";
}

function repeats({ steps, inner }: RelatedNode): boolean {
  const [only] = steps;
  const isSingle = steps.length === 1 && only !== undefined && !only.hops && typeof only.relation === "string" && only.direction === "out";
  return !isSingle || !isOnceBetween([only.relation].flat()[0] ?? "") || inner?.kind !== "comparison" || inner.operator !== "=";
}
