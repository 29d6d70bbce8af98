import type { Field, PropertyField, RecordShape } from "../../model/corpus-row-types";
import type { DraftValue } from "../draft/draft";
import { knownDate } from "../draft/known-date";
import { didYouMean } from "../faults/nearest-name";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { readValue } from "./read-value";

/** The fields of one record that hold values of its own. */
export interface ReadFields {
  readonly map: RawMap;
  readonly properties: Record<string, DraftValue>;
  /** Names of properties that something stands for, faulty or not. */
  readonly present: ReadonlySet<string>;
}

/** @returns undefined, with the fault reported, where the record is no map */
export function asMap(node: RawNode, what: string, file: SourceFile): RawMap | undefined {
  if (node.is === "map") return node;
  if (node.is === "scalar" && node.broken) return undefined;
  const got = node.is === "list" ? "a list" : node.text === "" ? "nothing" : [...node.text].slice(0, 40).join("");
  const advice = /^[^\s:]+:\S/.test(got) ? "; write a blank behind the colon" : "";
  file.fault(node.at, "SHAPE", `${what} must be a map from field to value, got ${got}${advice}`);
  return undefined;
}

/** Reads a record's own values, and reports fields that its kind does not have and those that it lacks. */
export function readFields(map: RawMap, shape: RecordShape, at: number, file: SourceFile): ReadFields {
  const fields = new Map(shape.fields.map((field) => [field.name, field]));
  reportUnknown(map, [...fields.keys()], file);
  const properties: Record<string, DraftValue> = {};
  const present = new Set<string>();
  const places = new Map<string, number>();
  for (const entry of map.entries) {
    const field = fields.get(entry.key);
    if (field?.is === "property") readProperty(entry, field, properties, present, file);
    if (present.has(entry.key)) places.set(entry.key, entry.at);
    if (field?.is === "file" && entry.value.is === "scalar") present.add(field.property);
  }
  readElsewhere(map, shape, properties, present, places, file);
  const required = shape.fields.filter((field) => field.is === "property" && field.property.required);
  reportMissing(required, present, map, shape.label, at, file);
  checkOrder(map, properties, file);
  return { map, properties, present };
}

export function entryOf(map: RawMap, name: string): RawEntry | undefined {
  return map.entries.find((entry) => entry.key === name);
}

export function reportUnknown(map: RawMap, known: readonly string[], file: SourceFile): void {
  for (const { key, at } of map.entries) {
    if (!known.includes(key))
      file.fault(at, "UNKNOWN_FIELD", `"${key}"${didYouMean(key, known) || ` is no field here; known are ${known.join(", ")}`}`);
  }
}

function reportMissing(
  fields: readonly Field[],
  present: ReadonlySet<string>,
  map: RawMap,
  label: string,
  at: number,
  file: SourceFile,
): void {
  if (map.incomplete) return;
  for (const { name } of fields) {
    if (!present.has(name)) file.fault(entryOf(map, name)?.value.at ?? at, "REQUIRED", `${label.toLowerCase()} needs "${name}"`);
  }
}

function readProperty(
  entry: RawEntry,
  field: PropertyField,
  properties: Record<string, DraftValue>,
  present: Set<string>,
  file: SourceFile,
): void {
  const read = readValue(entry.value, field.property, file);
  if (read.present) present.add(field.name);
  if (read.value !== undefined) properties[field.name] = read.value;
}

/** Well-known facts beside the record's own fields: lists are added, a value that stands twice is a fault. */
function readElsewhere(
  map: RawMap,
  shape: RecordShape,
  properties: Record<string, DraftValue>,
  present: Set<string>,
  places: ReadonlyMap<string, number>,
  file: SourceFile,
): void {
  const field = shape.fields.find((each) => each.is === "elsewhere");
  const value = field && entryOf(map, field.name)?.value;
  const elsewhere = value && asMap(value, '"elsewhere"', file);
  if (elsewhere === undefined) return;
  const own = shape.fields.filter((each) => each.is === "property");
  reportUnknown(
    elsewhere,
    own.map((each) => each.name),
    file,
  );
  const names: string[] = [];
  for (const entry of elsewhere.entries) {
    const propertyField = own.find((each) => each.name === entry.key);
    if (propertyField === undefined) continue;
    const before = properties[entry.key];
    const place = places.get(entry.key);
    if (place !== undefined && !Array.isArray(before)) {
      file.fault(entry.at, "DUPLICATE_KEY", `"${entry.key}" stands at ${file.placeText(place)} already; keep one of the two`);
      continue;
    }
    readProperty(entry, propertyField, properties, present, file);
    const after = properties[entry.key];
    if (Array.isArray(before) && Array.isArray(after) && before !== after)
      properties[entry.key] = [...(before as string[]), ...(after as string[])];
    if (present.has(entry.key)) names.push(entry.key);
  }
  if (names.length > 0) properties["elsewhere"] = names.sort();
}

/** An end before its start: when even the latest reading of the one lies before the earliest of the other. */
export function checkOrder(map: RawMap, properties: Readonly<Record<string, DraftValue>>, file: SourceFile): void {
  const { startedAt, endedAt } = properties;
  if (typeof startedAt !== "string" || typeof endedAt !== "string") return;
  const [start, end] = [knownDate(startedAt), knownDate(endedAt)];
  if (start === null || end === null || end.latest >= start.earliest) return;
  const nested = map.entries.flatMap((entry) => (entry.key === "elsewhere" && entry.value.is === "map" ? entry.value.entries : [entry]));
  const at = nested.find((entry) => entry.key === "endedAt")?.value.at ?? map.at;
  file.fault(at, "ORDER", `"endedAt" ${endedAt} lies before "startedAt" ${startedAt}; swap or correct them`);
}
