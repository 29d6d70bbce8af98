import type { PlannedCorpus } from "../draft/draft";

/** What moves from one corpus to another within one call, as one of them sees it. */
export interface Movers {
  /** Whether a dataset is loaded beside it that no longer defines this record. */
  letsGo(dataset: string, id: string): boolean;
  /** Whether a corpus that is loaded beside it defines this record. */
  takesOver(id: string): boolean;
}

type Owner = Pick<PlannedCorpus, "id" | "shared" | "isSkipped" | "isPartial">;

/**
 * A record that all corpora share belongs to one of them. Where its owner is given without it and another corpus with it, it changes hands: it
 * stays where it is in the graph, with all that others say of it. What was not read, or only in part, lets go of nothing.
 */
export function moversBeside(corpus: Owner, given: readonly Owner[]): Movers {
  const others = given.filter((each) => each !== corpus);
  const whole = new Map(others.filter((each) => !each.isSkipped && !each.isPartial).map((each) => [`dataset:${each.id}`, each]));
  return {
    letsGo: (dataset, id) => whole.get(dataset)?.shared.has(id) === false,
    takesOver: (id) => others.some(({ shared }) => shared.has(id)),
  };
}
