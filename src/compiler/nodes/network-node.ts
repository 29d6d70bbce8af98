import { SPEECH_LINKS } from "../../model/links";
import type { ConditionNode } from "./condition-node";

/** A piece of the graph around some entities. */
export interface NetworkNode {
  /** The ids that it grows from. */
  readonly aroundParameter: string;
  readonly links: readonly string[];
  /** On the statements that make the links. */
  readonly where: ConditionNode | null;
  readonly limitParameter: string;
  /** One more than the limit: tells whether there is more. */
  readonly moreParameter: string;
  /** For each step: how many statements of one entity are looked at, one parameter a step. */
  readonly stepParameters: readonly string[];
  /** The same for the links between the entities that were chosen, and how many of those links there may be. */
  readonly betweenParameter: string;
  /** One more than that: tells whether there are more. */
  readonly busyParameter: string;
  readonly edgesParameter: string;
  /** The list that holds the chosen entities. */
  readonly list: string;
}

/** Whether the links of this kind are known without their statements, since nothing is asked of those (ADR 18). */
export function isPastStatements({ where }: Pick<NetworkNode, "where">, kind: string): boolean {
  return where === null && SPEECH_LINKS.includes(kind);
}
