import { enumValues } from "../../model/enums";
import { parseId } from "../../model/id";
import { kindOfPrefix, labelsOf } from "../../model/ontology";
import type { Property, PropertyType } from "../../model/ontology-types";
import { PARTIAL_DATE_FORMS } from "../../model/partial-date";
import { itemTypeOf } from "../../model/property-types";
import { knownDate } from "../draft/known-date";
import type { FaultName } from "../faults/fault-codes";
import { faultInUrl } from "../faults/fault-in-url";
import { figure } from "../faults/figure";
import { didYouMean } from "../faults/nearest-name";

/** What is wrong with a value, and what to do; the line is the caller's. */
export interface ValueFault {
  readonly name: FaultName;
  readonly message: string;
}

/** Longer ones do not fit into an index of Neo4j. */
const MAX_ID = 1000;
const TYPE_WORDS: Readonly<Record<PropertyType, string>> = {
  id: "an id",
  ids: "a list of ids",
  text: "text",
  texts: "a list of texts",
  integer: "a whole number",
  float: "a number",
  boolean: "true or false",
  date: "a date",
  datetime: "a moment in UTC",
  url: "an address",
  urls: "a list of addresses",
  enum: "text",
};
// The rule against control characters in expressions is for those that nobody meant.
// eslint-disable-next-line no-control-regex
const NO_CHARACTER = /[\u0000\p{Surrogate}]/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** Compares properties with those that the model allows: none unknown, none missing, each of its type. */
export function checkProperties(given: unknown, allowed: readonly Property[], ofWhat: string): ValueFault[] {
  if (!isMap(given)) return [{ name: "SHAPE", message: `"properties" of ${ofWhat} must be a map; export the graph again` }];
  const names = allowed.map(({ name }) => name);
  const faults: ValueFault[] = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      name: "UNKNOWN_FIELD",
      message: `${ofWhat} has no property "${name}"${didYouMean(name, names) || "; take it out, or load with the version that wrote it"}`,
    }));
  for (const property of allowed) {
    const value = given[property.name];
    if (value !== undefined) faults.push(...checkValue(value, property));
    else if (property.required === true && property.name !== "verified")
      faults.push({ name: "REQUIRED", message: `${ofWhat} needs "${property.name}"; add it, or export the graph again` });
  }
  return faults;
}

/** Whether a value is a map of JSON. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a moment in UTC as graphs hold them: 2026-01-01T00:00:00.000Z. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

/** The fault of an id that is none of the model's kinds, such as one that an engine makes; nothing when it is. */
export function faultInId(id: unknown): ValueFault | undefined {
  const shown = typeof id === "string" ? `"${[...id].slice(0, 80).join("")}"` : `a ${typeof id}`;
  if (typeof id !== "string") return { name: "TYPE", message: `an id must be text such as person:ann, got ${shown}` };
  if (id.length > MAX_ID) return { name: "TOO_LONG", message: `an id of more than ${figure(MAX_ID)} characters: ${shown}` };
  const parsed = parseId(id);
  const kind = kindOfPrefix(parsed?.kind ?? "");
  if (parsed === null || kind === undefined || kind.scope === "system" || kind.label === "Dataset" || /[\s\p{C}]/u.test(id)) {
    return { name: "REF_KIND", message: `${shown} is no id of a record; ids are kind:slug or kind:corpus/slug, as Quoth makes them` };
  }
  const isRight = (kind.scope === "corpus") === (parsed.corpus !== undefined);
  const wanted = kind.scope === "corpus" ? `${parsed.kind}:corpus/slug` : `${parsed.kind}:slug`;
  return isRight ? undefined : { name: "REF_KIND", message: `${shown} is no id of ${withArticle(kind.label)}; write ${wanted}` };
}

function checkValue(value: unknown, property: Property): ValueFault[] {
  const itemType = itemTypeOf(property);
  if (itemType === undefined) return checkScalar(value, property);
  if (!Array.isArray(value)) return [wrongType(value, property)];
  return (value as unknown[]).flatMap((each) => checkScalar(each, { ...property, type: itemType }));
}

function checkScalar(value: unknown, property: Property): ValueFault[] {
  const { type, name } = property;
  if (type === "boolean") return typeof value === "boolean" ? [] : [wrongType(value, property)];
  if (type === "integer" || type === "float") return checkNumber(value, property);
  if (typeof value !== "string") return [wrongType(value, property)];
  if (NO_CHARACTER.test(value)) {
    return [{ name: "CHARACTER", message: `"${name}" holds NUL or half of a surrogate pair, which is no character; take it out` }];
  }
  return checkText(value, property);
}

function checkText(value: string, property: Property): ValueFault[] {
  const { type, name, maxLength, values } = property;
  switch (type) {
    case "id":
      return checkReference(value, name);
    case "date":
      return knownDate(value) === null
        ? [{ name: "DATE", message: `"${value}" is not a date (want ${PARTIAL_DATE_FORMS}); correct it, or export the graph again` }]
        : [];
    case "datetime":
      return isMoment(value) ? [] : [wrongType(value, property)];
    case "url": {
      const fault = faultInUrl(value, name);
      return fault === null ? [] : [fault];
    }
    case "enum":
      return checkEnum(value, name, values === undefined ? [] : enumValues(values));
    default:
      if (maxLength === undefined || value.length <= maxLength || [...value].length <= maxLength) return [];
      return [{ name: "TOO_LONG", message: `"${name}" has ${figure([...value].length)} characters, at most ${figure(maxLength)}` }];
  }
}

function checkEnum(value: string, name: string, known: readonly string[]): ValueFault[] {
  if (known.includes(value)) return [];
  const near = didYouMean(value, known) || "; choose one of them";
  return [{ name: "ENUM", message: `"${value}" is no value of "${name}"${near} (known: ${known.join(", ")})` }];
}

/** The names of `positionId`, `reportIds` and `entityId` say of which kind they are; an entity may be any that is one. */
function checkReference(value: string, name: string): ValueFault[] {
  const fault = faultInId(value);
  if (fault !== undefined) return [fault];
  const wanted = name.replace(/Ids?$/, "");
  const given = kindOfPrefix(parseId(value)?.kind ?? "");
  if (given !== undefined && labelsOf(given).some((label) => label.toLowerCase() === wanted.toLowerCase())) return [];
  return [{ name: "REF_KIND", message: `"${name}" wants the id of ${withArticle(wanted)}, got "${value}"` }];
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

function checkNumber(value: unknown, property: Property): ValueFault[] {
  const isNumber = property.type === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!isNumber) return [wrongType(value, property)];
  const [least, greatest] = property.range ?? [-Infinity, Infinity];
  const number = value as number;
  if (number >= least && number <= greatest) return [];
  return [{ name: "RANGE", message: `"${property.name}" must be ${figure(least)} to ${figure(greatest)}, got ${String(number)}` }];
}

function wrongType(value: unknown, { name, type }: Property): ValueFault {
  const got = value === null ? "null" : Array.isArray(value) ? "a list" : isMap(value) ? "a map" : JSON.stringify(value);
  return { name: "TYPE", message: `"${name}" must be ${TYPE_WORDS[type]}, got ${got.slice(0, 80)}; correct it, or export the graph again` };
}
