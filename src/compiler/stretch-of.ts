import type { Draft } from "./draft";
import { keyBounds } from "./key-bounds";
import type { ConditionNode } from "./nodes/condition-node";
import type { SourceNode } from "./nodes/level-node";
import type { StretchNode } from "./nodes/stretch-node";
import { boundParameter, LOWEST } from "./page-bounds";
import { beginningOf } from "./printers/beginnings/start";

const OPEN: StretchNode = { aboveParameter: null, belowParameter: null };

/** Between which keys all statements of a source lie that a filter takes, where an index has them in the order of time, and the filter says something of that. */
export function stretchOf(source: SourceNode, filter: ConditionNode | null, draft: Draft): StretchNode | null {
  if (!draft.dialect.walksIndexInOrder) return null;
  if (beginningOf({ source, filter, page: null, stretch: OPEN }).at !== "stretch") return null;
  const { above, below, goesOn } = keyBounds(filter, "Statement", "saidKey", draft.parameters);
  if (above === null && below === null && goesOn === null) return null;
  return {
    aboveParameter: above === null && goesOn === null ? null : boundParameter({ key: above ?? LOWEST, goesOn }, draft),
    belowParameter: below === null ? null : draft.parameter(below),
  };
}
