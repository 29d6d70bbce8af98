import type { CypherValue } from "../cypher-statement";

/**
 * Whole numbers past 2^53 come as `bigint`; everything else is plain data already.
 * @throws RangeError for a number that JavaScript cannot hold: Quoth stores none.
 */
export function fromEngineValue(value: unknown): CypherValue {
  if (typeof value === "bigint") return safeInteger(value);
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return value as CypherValue;
  // Inside a test runner engine values come from another realm, where `instanceof Array` fails.
  if (Array.isArray(value)) return fromList(value as unknown[]);
  return fromMap(value as Record<string, unknown>);
}

/** Changes the list in place: the engine made it for this answer alone, and answers are large. */
function fromList(list: unknown[]): CypherValue {
  for (let index = 0; index < list.length; index++) list[index] = fromEngineValue(list[index]);
  return list as CypherValue;
}

function fromMap(map: Record<string, unknown>): CypherValue {
  for (const key in map) map[key] = fromEngineValue(map[key]);
  return map as CypherValue;
}

function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is past the safe integers of JavaScript.`);
  return number;
}
