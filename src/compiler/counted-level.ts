import type { Reached } from "./build-edge";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import type { LevelNode } from "./nodes/level-node";
import type { SearchNode } from "./nodes/search-node";
import { stretchOf } from "./stretch-of";

/** What is counted: the whole list that a page is one part of. */
export interface Counted {
  readonly start: Reached;
  readonly filter: ConditionNode | null;
  readonly search: SearchNode | null;
}

/**
 * The same under a name of its own, for a statement that counts several times: what stands for a node may be a relation (ADR 18), and the embedded
 * engine takes a name in one subquery for what it was in another.
 */
export function underOwnName(counted: Counted, draft: Draft): Counted {
  const { start, search } = counted;
  if (search !== null || start.source.from !== "label") return counted;
  const variable = draft.name("n");
  return { ...counted, start: { ...start, subject: { ...start.subject, variable }, carries: [variable] } };
}

/** A level that counts, or groups. */
export function countedLevel(counted: Counted, gives: LevelNode["gives"], below: readonly LevelNode[], draft: Draft): LevelNode {
  const { start, filter, search } = counted;
  const { source, imports, carries, subject } = start;
  const stretch = search === null ? stretchOf(source, filter, draft) : null;
  return {
    imports,
    source,
    variable: subject.variable,
    carries,
    filter,
    search: search && { ...search, scoreAlias: null },
    page: null,
    ...(stretch === null ? {} : { stretch }),
    below,
    gives,
  };
}
