import type { Record as DriverRecord } from "neo4j-driver";
import type { GraphRecord } from "../cypher-statement";

/**
 * One row of the driver as plain data. Nothing below it is looked at: the driver gives whole numbers as numbers
 * (`disableLosslessIntegers`), lists and maps as they are, and Quoth's statements return neither nodes nor temporal values.
 */
export function fromEngineValue(record: DriverRecord): GraphRecord {
  return record.toObject() as GraphRecord;
}
