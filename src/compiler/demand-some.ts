import type { Step } from "../model/edge-types";
import { WALKS } from "../model/walks";
import type { Draft } from "./draft";
import type { ConditionNode, RelatedNode } from "./nodes/condition-node";
import { pastStatements } from "./past-statements";
import { stretchOf } from "./stretch-of";

/**
 * The demand that something lies behind the steps. Of what was said, where the demand names its speaker or a thing as well, it is known where in the order
 * of time all of it lies: who spoke about something since a day is found from that day on (ADR 20, 6).
 */
export function demandSome(steps: readonly Step[], inner: ConditionNode | null, draft: Draft): RelatedNode {
  const demand: RelatedNode = { kind: "related", quantifier: { is: "some" }, ...pastStatements(steps, inner) };
  if (demand.steps !== WALKS.said && demand.steps !== WALKS.spokenAbout) return demand;
  const stretch = stretchOf({ from: "label", label: "Statement" }, demand.inner, draft);
  return stretch === null ? demand : { ...demand, stretch };
}
