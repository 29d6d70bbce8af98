import type { CypherValue } from "../graph/cypher-statement";
import { keyDatesOf } from "../model/long-dates";
import { kindOf, orderKeysOf } from "../model/ontology";
import { LATEST_INSTANT, sortableInstant } from "../model/partial-date";
import type { GoesOn } from "./deferred-bound";
import type { ComparisonNode, ConditionNode } from "./nodes/condition-node";
import { partsOf } from "./nodes/condition-node";

/** Where in an order index all lies that fulfils a filter: keys greater than `above` and smaller than `below`, where these are known. */
export interface KeyBounds {
  readonly above: string | null;
  readonly below: string | null;
  /** An instant at which its date has to go on: what began too long before has a smaller key, but how long that is depends on the data. */
  readonly goesOn: GoesOn | null;
}

/** Sorts right behind KEY_SEPARATOR, and so behind all keys of one date. */
const BEHIND_SEPARATOR = "\n";

/**
 * What the conditions of a filter on one date mean for the key that sorts by it, so that a walk along its index begins and ends there. What begins
 * by an instant has a smaller key than what begins later; where it ends, the key does not tell, but nothing is longer than the longest.
 * @param label of the nodes, such as Statement
 * @param key one of its order keys, such as saidKey
 */
export function keyBounds(
  filter: ConditionNode | null,
  label: string,
  key: string,
  values: Readonly<Record<string, CypherValue>>,
): KeyBounds {
  const by = orderKeysOf(kindOf(label)).find(({ name }) => name === key)?.by;
  const found: { -readonly [Side in keyof KeyBounds]: KeyBounds[Side] } = { above: null, below: null, goesOn: null };
  if (by === undefined) return found;
  const date = keyDatesOf(label).find(({ property }) => property === by);
  for (const part of partsOf(filter)) {
    const value = part.kind === "comparison" && part.of === "node" ? values[part.parameter ?? ""] : undefined;
    if (part.kind !== "comparison" || value === undefined) continue;
    const at = date === undefined ? null : endOf(part, by, value);
    if (date !== undefined && at !== null && (found.goesOn === null || at > found.goesOn.at)) found.goesOn = { date, at };
    const bound = boundOf(part, by, value);
    if (bound === null) continue;
    const { operator } = part;
    if (operator === ">=" && (found.above === null || bound > found.above)) found.above = bound;
    if (operator === "<=" && (found.below === null || bound < found.below)) found.below = bound;
  }
  return found;
}

/** Keys hold digits and letters of ASCII up to the separator, so that they may be compared here. */
function boundOf({ property, operator }: ComparisonNode, by: string, value: CypherValue): string | null {
  if (property === `${by}Earliest` && typeof value === "number") {
    if (operator === "<=") return value >= LATEST_INSTANT ? null : sortableInstant(value + 1);
    return operator === ">=" ? sortableInstant(value) : null;
  }
  if (property !== by || typeof value !== "string") return null;
  if (operator === "<=") return `${value}${BEHIND_SEPARATOR}`;
  return operator === ">=" ? value : null;
}

/** The instant at which a date has to go on, or before which it must not end. */
function endOf({ property, operator, fallbackParameter }: ComparisonNode, by: string, value: CypherValue): number | null {
  const isEnd = property === `${by}Latest` && operator === ">=" && fallbackParameter === undefined;
  return isEnd && typeof value === "number" ? value : null;
}
