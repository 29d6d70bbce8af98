import type { Step } from "../model/edge-types";
import { WALKS } from "../model/walks";
import { isPlainSome } from "./nodes/condition-node";
import type { ConditionNode, RelatedNode } from "./nodes/condition-node";

/** Two walks that meet at a statement, and the one that the graph keeps in their place. */
const SHORTER: readonly { readonly to: readonly Step[]; readonly from: readonly Step[]; readonly past: readonly Step[] }[] = [
  { to: WALKS.said, from: WALKS.about, past: WALKS.spokeAbout },
  { to: WALKS.spokenAbout, from: WALKS.speaker, past: WALKS.spokenAboutBy },
];

/** A demand on what lies beyond statements of which nothing else is demanded leads past them (ADR 18). */
export function pastStatements(steps: readonly Step[], inner: ConditionNode | null): Pick<RelatedNode, "steps" | "inner"> {
  if (inner === null || !isPlainSome(inner)) return { steps, inner };
  const shorter = SHORTER.find(({ to, from }) => to === steps && from === inner.steps);
  return shorter === undefined ? { steps, inner } : { steps: shorter.past, inner: inner.inner };
}
