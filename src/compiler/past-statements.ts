import type { Step } from "../model/edge-types";
import { WALKS } from "../model/walks";
import { asksRelation, isPlainSome } from "./nodes/condition-node";
import type { ConditionNode, RelatedNode } from "./nodes/condition-node";

/** Two walks that meet at a statement, and those that the graph keeps in their place. */
interface Shorter {
  readonly to: readonly Step[];
  readonly from: readonly Step[];
  /** To the other end, however many statements lie between the two; and once for each of them. */
  readonly past: readonly Step[];
  readonly each: readonly Step[];
}

const SHORTER: readonly Shorter[] = [
  { to: WALKS.said, from: WALKS.about, past: WALKS.spokeAbout, each: WALKS.spokeAboutEach },
  { to: WALKS.spokenAbout, from: WALKS.speaker, past: WALKS.spokenAboutBy, each: WALKS.spokenAboutByEach },
];

/** A demand on what lies beyond statements of which nothing else is demanded leads past them (ADR 18). */
export function pastStatements(steps: readonly Step[], inner: ConditionNode | null): Pick<RelatedNode, "steps" | "inner"> {
  if (inner === null || !isPlainSome(inner)) return { steps, inner };
  const shorter = SHORTER.find(({ to, from }) => to === steps && from === inner.steps);
  if (shorter === undefined) return { steps, inner };
  // The stance stands on the relation of each statement.
  const isOfEach = inner.inner !== null && asksRelation(inner.inner);
  return { steps: isOfEach ? shorter.each : shorter.past, inner: inner.inner };
}
