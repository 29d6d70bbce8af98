import { int } from "neo4j-driver";
import type { Integer } from "neo4j-driver";
import type { CypherValue } from "../cypher-statement";

/** What the driver is handed: as a CypherValue, with the driver's own integers for whole numbers. */
export type DriverValue = null | boolean | number | string | Integer | DriverValue[] | { [key: string]: DriverValue };

/**
 * Whole numbers become the driver's integers, deep in lists and maps: a JavaScript number travels as a float, and Neo4j
 * refuses a float in LIMIT and would store 25 as 25.0.
 */
export function toEngineValue(value: CypherValue): DriverValue {
  if (typeof value === "number") return Number.isInteger(value) ? int(value) : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(toEngineValue) : toEngineMap(value);
}

/** The parameters of a statement, converted. */
export function toEngineMap(map: Readonly<Record<string, CypherValue>>): Record<string, DriverValue> {
  const converted: Record<string, DriverValue> = {};
  for (const key of Object.keys(map)) converted[key] = toEngineValue(map[key] ?? null);
  return converted;
}

/** `Array.isArray` alone does not narrow a read-only list. */
function isList(value: object): value is readonly CypherValue[] {
  return Array.isArray(value);
}
