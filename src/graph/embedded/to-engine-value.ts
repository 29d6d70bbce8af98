import type { CypherValue } from "../cypher-statement";

/**
 * The embedded engine takes plain values as they are; what it would store without a word (a map as a property, half a
 * surrogate pair) is refused before, by the gate that both engines share.
 */
export function toEngineValue(value: CypherValue): CypherValue {
  return value;
}
