import { isOnceBetween } from "../../model/ontology";
import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, isLongPath, namesFewNodes, namesListedNodes, namesOneNode, onwardOf } from "./condition-node";
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
  const parts = filter.kind === "all" ? filter.parts : [filter];
  const startOf = (from: RelatedNode): Start => ({ from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) });
  // The ways through a long path multiply: it is walked from its far end, each node once, whatever the order.
  const long = parts.find(isLongPath);
  if (long) return { at: "start", start: startOf(long) };
  const walksIndex = page?.walksIndex ?? false;
  const counted = parts.filter(isCounted).slice(0, STARTS_COMPARED);
  if (counted.length + (walksIndex ? 1 : 0) > 1 && counted.length > 0) return { at: "cheapest", starts: counted.map(startOf), walksIndex };
  // Where an index gives the order, only names are worth leaving it for: comparing them again for each node is dear.
  const named = walksIndex ? parts.find(namesFewNodes) : (parts.find(namesOneNode) ?? parts.find(namesFewNodes) ?? counted[0]);
  return named ? { at: "start", start: startOf(named) } : { at: "source" };
}

/** Whether the database can tell at no cost how many nodes hang on what a demand names: it keeps the number of relations. */
function isCounted(part: ConditionNode): part is RelatedNode {
  return (namesOneNode(part) || namesFewNodes(part) || namesListedNodes(part)) && hasSingleSteps(part);
}

function hasSingleSteps(part: RelatedNode): boolean {
  const [step, ...more] = part.steps;
  const onward = onwardOf(part);
  return step !== undefined && more.length === 0 && !step.hops && (onward === null || hasSingleSteps(onward));
}

function repeats({ steps, inner }: RelatedNode): boolean {
  const [only] = steps;
  const isSingle = steps.length === 1 && only !== undefined && !only.hops && typeof only.relation === "string" && only.direction === "out";
  return !isSingle || !isOnceBetween([only.relation].flat()[0] ?? "") || inner?.kind !== "comparison" || inner.operator !== "=";
}
