import { hash } from "node:crypto";
import { dateLength, keyDatesOf, lengthName } from "../../model/long-dates";
import { KEY_SEPARATOR, hasBestWords, kindOf, labelsOf, orderKeysOf, propertiesOf, relationOf, searchedOf } from "../../model/ontology";
import type { OrderKey, Property } from "../../model/ontology-types";
import { sortableInstant } from "../../model/partial-date";
import { SPOKEN_NAMES } from "../../model/spoke-about";
import { TIME_UNITS } from "../../model/time-bucket";
import { bestWords } from "../../search/best-words";
import { foldText } from "../../search/fold-text";
import { foldedNames } from "../../search/folded-names";
import { indexedText } from "../../search/indexed-text";
import { namesText } from "../../search/names-text";
import { NO_STEMMER, stemmerOf } from "../../search/stem-word";
import type { DraftNode, DraftRelation, DraftValue } from "../draft/draft";
import { knownBuckets, knownDate } from "../draft/known-date";

type Stored = Record<string, DraftValue>;

/** A node or relation as it is stored, with the hash over all of it by which the next load knows it again. */
export interface StoredRow {
  readonly hash: string;
  readonly properties: Stored;
}

const HASH_LENGTH = 32;
const NAME_KEY_LENGTH = 200;
const SEARCH_NAMES = ["searchText", "searchWords", "searchStemmer", "searchBest"];
/** Set when a record first came into the graph, and kept from then on; so they are no part of the hash. */
export const KEPT_ON_UPDATE = ["recordedAt", "recordedKey"] as const;
/** Of a span: the hash of a text that was given to one load, so that those without it know what it was compared with. */
const GIVEN_HASH = "givenHash";

/** The properties of a node: its own, and the helpers that filters and orders need. */
export function nodeRow(node: DraftNode, dataset: string, recordedAt: string): StoredRow {
  const properties: Stored = { ...node.properties, id: node.id, dataset, recordedAt: node.recordedAt ?? recordedAt };
  for (const property of propertiesOf(kindOf(node.label))) addHelpers(property, properties);
  for (const { property } of keyDatesOf(node.label)) addLength(property, properties);
  if (isEntity(node.label)) properties["namesText"] = namesText(searchedTexts(node.label, properties));
  addSearch(node.label, properties);
  for (const key of orderKeysOf(kindOf(node.label))) properties[key.name] = orderKey(key, node, properties);
  // Whether a span is verified depends on which texts were at hand, not on the record.
  const digest = hashOf(properties, [...KEPT_ON_UPDATE, "verified", GIVEN_HASH]);
  // The speaker is told by a relation; its id beside that is no part of the record.
  return { hash: digest, properties: { ...properties, hash: digest, ...(node.speakerId !== undefined && { speakerId: node.speakerId }) } };
}

export function relationRow(relation: DraftRelation, dataset: string): StoredRow {
  const properties: Stored = { ...relation.properties, key: relation.key, dataset };
  for (const property of relationOf(relation.type).properties) addHelpers(property, properties);
  const digest = hashOf(properties, []);
  return { hash: digest, properties: { ...properties, hash: digest, ...relation.spoken } };
}

/** Whether a stored node still is what its hash was made of: somebody may have changed it by hand. What Quoth does not know is left alone. */
export function isNodeIntact(label: string, stored: Readonly<Stored>): boolean {
  return isIntact(stored, ["id", ...storedNodeNames(label)], [...KEPT_ON_UPDATE, "verified", GIVEN_HASH, "speakerId"]);
}

/** The same of a relation. */
export function isRelationIntact(type: string, stored: Readonly<Stored>): boolean {
  return isIntact(stored, ["key", ...storedRelationNames(type)], SPOKEN_NAMES);
}

function isIntact(stored: Readonly<Stored>, known: readonly string[], without: readonly string[]): boolean {
  const names = [...known, "dataset"].filter((name) => stored[name] !== undefined && stored[name] !== null);
  return stored["hash"] === hashOf(Object.fromEntries(names.map((name) => [name, stored[name] as DraftValue])), without);
}

/** Every property that a node of this label can have, so that an update removes those that are gone. */
export function storedNodeNames(label: string): readonly string[] {
  const properties = propertiesOf(kindOf(label));
  const orderKeys = orderKeysOf(kindOf(label)).map((key) => key.name);
  const lengths = keyDatesOf(label).map(({ property }) => lengthName(property));
  return [...properties.flatMap(withHelpers), ...orderKeys, ...lengths, "namesText", "speakerId", GIVEN_HASH, ...SEARCH_NAMES];
}

export function storedRelationNames(type: string): readonly string[] {
  return [...relationOf(type).properties.flatMap(withHelpers), ...(type === "ABOUT" ? SPOKEN_NAMES : [])];
}

function withHelpers({ name, type, folded, counted }: Property): string[] {
  if (type === "date") return [name, `${name}Earliest`, `${name}Latest`, ...(counted ? TIME_UNITS.map((unit) => name + unit) : [])];
  return folded ? [name, `${name}Folded`] : [name];
}

function isEntity(label: string): boolean {
  return labelsOf(kindOf(label)).includes("Entity");
}

/** The words by which it is found; an entity also by its names in Latin letters, and never by a stem of one. */
function addSearch(label: string, properties: Stored): void {
  const texts = searchedTexts(label, properties);
  const stemmer = isEntity(label) ? NO_STEMMER : stemmerOf(text(properties["language"]));
  const indexed = indexedText(isEntity(label) ? foldedNames(texts) : texts, stemmer);
  if (indexed === null) return;
  Object.assign(properties, { searchStemmer: stemmer, ...indexed });
  const best = hasBestWords(kindOf(label)) ? bestWords(indexed.searchText) : null;
  if (best !== null) properties["searchBest"] = best;
}

function searchedTexts(label: string, properties: Readonly<Stored>): string[] {
  return searchedOf(label).flatMap((name) => properties[name] ?? []) as string[];
}

function addHelpers({ name, type, folded, counted }: Property, properties: Stored): void {
  const value = properties[name];
  if (typeof value !== "string") return;
  if (folded) properties[`${name}Folded`] = foldText(value);
  const date = type === "date" ? knownDate(value) : null;
  if (date === null) return;
  properties[`${name}Earliest`] = date.earliest;
  properties[`${name}Latest`] = date.latest;
  if (!counted) return;
  for (const [unit, bucket] of Object.entries(knownBuckets(date))) properties[name + unit] = bucket;
}

/** Only of dates that are longer than a day: most are not, and an index over the others stays small. */
function addLength(property: string, properties: Stored): void {
  const value = properties[property];
  const date = typeof value === "string" ? knownDate(value) : null;
  const length = date && dateLength(date);
  if (length !== null) properties[lengthName(property)] = length;
}

function orderKey({ by }: OrderKey, node: DraftNode, properties: Readonly<Stored>): string {
  const property = propertiesOf(kindOf(node.label)).find((each) => each.name === by);
  const earliest = properties[`${by}Earliest`];
  if (property?.type === "date") return dateKey(typeof earliest === "number" ? earliest : undefined, node.id);
  if (property?.type === "datetime") return `${text(properties[by])}${KEY_SEPARATOR}${node.id}`;
  const name = [...foldText(text(properties[by]))].slice(0, NAME_KEY_LENGTH).join("");
  return `${name.replace(BEYOND_UNITS, "\uFFFF$&")}${KEY_SEPARATOR}${node.id}`;
}

/**
 * Neo4j sorts by code points, but compares with a parameter by UTF-16 units, where these come before U+E000. Behind the highest that one unit holds
 * they come last either way.
 */
const BEYOND_UNITS = /[\u{10000}-\u{10FFFF}]/gu;

/** Sorts by an instant, in milliseconds, and then by id; without one, before all that have one. */
export function dateKey(earliest: number | undefined, id: string): string {
  return `${earliest === undefined ? "" : sortableInstant(earliest)}${KEY_SEPARATOR}${id}`;
}

function text(value: DraftValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Over the canonical JSON, so that the order in which fields were written makes no difference. */
export function hashOf(properties: Readonly<Stored>, without: readonly string[]): string {
  const names = Object.keys(properties).filter((name) => !without.includes(name));
  const canonical = JSON.stringify(names.sort().map((name) => [name, properties[name]]));
  return hashText(canonical);
}

/** 128 bits of SHA-256, in hexadecimal digits. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex").slice(0, HASH_LENGTH);
}
