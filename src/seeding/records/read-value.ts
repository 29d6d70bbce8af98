import { enumValues } from "../../model/enums";
import type { Property } from "../../model/ontology-types";
import { PARTIAL_DATE_FORMS } from "../../model/partial-date";
import { itemTypeOf, maxLengthOf } from "../../model/property-types";
import type { DraftValue } from "../draft/draft";
import { knownDate } from "../draft/known-date";
import { faultInUrl } from "../faults/fault-in-url";
import { figure } from "../faults/figure";
import { didYouMean } from "../faults/nearest-name";
import type { RawNode, RawScalar } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";

/** `present` without a value: something stands there, and what is wrong with it has been reported. */
export interface ReadValue {
  readonly present: boolean;
  readonly value?: DraftValue;
}

const ABSENT: ReadValue = { present: false };
const FAULTY: ReadValue = { present: true };

/**
 * Reads what a field holds as its property's type wants it, from the source text. `known` are the values of an enum
 * that is no list of the domain's.
 */
export function readValue(node: RawNode, property: Property, file: SourceFile, known?: readonly string[]): ReadValue {
  const itemType = itemTypeOf(property);
  if (itemType !== undefined) return readList(node, { ...property, type: itemType }, file);
  if (node.is !== "scalar") {
    file.fault(node.at, "TYPE", `"${property.name}" must be ${typeInWords(property)}, got a ${node.is}`);
    return FAULTY;
  }
  if (node.broken) return FAULTY;
  if (isAbsent(node)) return ABSENT;
  if (!isStorable(node, property.name, file)) return FAULTY;
  if (node.text.trim() === "") return ABSENT;
  const value = readScalar(node, property, file, known ?? (property.values === undefined ? [] : enumValues(property.values)));
  return value === undefined ? FAULTY : { present: true, value };
}

/** Nothing, `~` and `null` without quotes. */
export function isAbsent(node: RawNode): boolean {
  return node.is === "scalar" && node.plain && !node.broken && /^(?:|~|null|Null|NULL)$/.test(node.text);
}

function readList(node: RawNode, item: Property, file: SourceFile): ReadValue {
  if (isAbsent(node)) return ABSENT;
  if (node.is !== "list") {
    const got = node.is === "scalar" ? "text" : "a map";
    if (node.is !== "scalar" || !node.broken)
      file.fault(node.at, "TYPE", `"${item.name}" must be a list, got ${got}; write [${got === "text" ? "…" : ""}]`);
    return FAULTY;
  }
  const values: string[] = [];
  for (const each of node.items) {
    const { present, value } = readValue(each, item, file);
    if (!present) file.fault(each.at, "REQUIRED", `an item of "${item.name}" is empty; fill it in or take it out`);
    else if (typeof value === "string") values.push(value);
  }
  return { present: node.items.length > 0, ...(values.length > 0 && { value: values }) };
}

function isStorable(node: RawScalar, name: string, file: SourceFile): boolean {
  const nul = node.text.includes("\u0000");
  if (!nul && !/\p{Surrogate}/u.test(node.text)) return true;
  const what = nul ? "NUL (U+0000)" : "half of a surrogate pair";
  file.fault(node.at, "CHARACTER", `"${name}" holds ${what}, which is no character; take it out`);
  return false;
}

function readScalar(node: RawScalar, property: Property, file: SourceFile, known: readonly string[]): DraftValue | undefined {
  if (property.type === "text") return readText(node, property, file);
  if (node.text !== node.text.trim()) {
    file.fault(node.at, "SPACE", `"${property.name}" has blanks around "${node.text.trim()}"; take them out`);
    return undefined;
  }
  switch (property.type) {
    case "integer":
    case "float":
      return readNumber(node, property, file);
    case "date":
      return readDate(node, file);
    case "enum":
      return readEnum(node, property, file, known);
    case "url":
      return readUrl(node, property, file);
    default:
      return node.text;
  }
}

function readText(node: RawScalar, property: Property, file: SourceFile): string | undefined {
  if (node.cutAt !== undefined) {
    file.fault(
      node.cutAt,
      "YAML_COMMENT",
      `the text ends before "#"; put it in quotes (or, for a comment, two blanks before # and one behind)`,
    );
    return undefined;
  }
  const limit = maxLengthOf(property);
  const length = node.text.length > limit ? codePoints(node.text) : 0;
  if (length > limit) {
    file.fault(node.at, "TOO_LONG", `"${property.name}" has ${figure(length)} characters, at most ${figure(limit)}`);
    return undefined;
  }
  return hasForm(node, property.name, file) ? node.text : undefined;
}

/** Of the texts that have a closed form. */
function hasForm({ text, at }: RawScalar, name: string, file: SourceFile): boolean {
  if (name === "textHash" && !/^sha256:[0-9a-f]{64}$/.test(text)) {
    file.fault(at, "TEXT_HASH", `"${text}" is no hash (want sha256: and 64 hexadecimal digits in lower case)`);
    return false;
  }
  // Entities are joined by it over corpora, so that a wrong one makes two things one.
  if (name === "wikidataId" && !/^Q[1-9]\d*$/.test(text)) {
    file.fault(at, "WIKIDATA", `"${text}" is no Wikidata item; write Q and digits, such as Q42, or leave it out`);
    return false;
  }
  if (name === "countryCode" && !/^[A-Z]{2}$/.test(text)) {
    file.fault(at, "COUNTRY_CODE", `"${text}" is no code of a country; write the two capitals of ISO 3166-1, such as IR, or leave it out`);
    return false;
  }
  if (name === "language" && !isLanguageTag(text)) {
    file.fault(at, "LANGUAGE", `"${text}" is no tag of a language (BCP 47); write one such as en, fa or pt-BR, or leave it out`);
    return false;
  }
  return true;
}

/** Corpora hold few languages many times. */
const knownTags = new Map<string, boolean>();
const MAX_TAGS = 1000;

/** @see https://www.rfc-editor.org/rfc/rfc5646, whose private and grandfathered tags the check of ECMA-402 does not know */
function isLanguageTag(text: string): boolean {
  const known = knownTags.get(text);
  if (known !== undefined) return known;
  if (knownTags.size >= MAX_TAGS) knownTags.clear();
  const isTag = /^[ix](?:-[a-z0-9]{1,8})+$/i.test(text) || isLocale(text);
  knownTags.set(text, isTag);
  return isTag;
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // The only way in which it says no.
    return false;
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function readNumber(node: RawScalar, property: Property, file: SourceFile): number | undefined {
  const form = property.type === "integer" ? /^(?:0|-?[1-9]\d*)$/ : /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
  const value = Number(node.text);
  if (!form.test(node.text) || !Number.isFinite(value)) {
    file.fault(node.at, "TYPE", `"${property.name}" must be ${typeInWords(property)}, got "${node.text}"`);
    return undefined;
  }
  const [least, greatest] = property.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  if (value >= least && value <= greatest) return value;
  file.fault(node.at, "RANGE", `"${property.name}" must be ${figure(least)} to ${figure(greatest)}, got ${node.text}`);
  return undefined;
}

function readDate(node: RawScalar, file: SourceFile): string | undefined {
  if (knownDate(node.text) !== null) return node.text;
  file.fault(node.at, "DATE", `"${node.text}" is not a date (want ${PARTIAL_DATE_FORMS}); write it so, or leave it out`);
  return undefined;
}

function readEnum(node: RawScalar, property: Property, file: SourceFile, known: readonly string[]): string | undefined {
  if (known.includes(node.text)) return node.text;
  const near = didYouMean(node.text, known) || "; choose one of them";
  file.fault(node.at, "ENUM", `"${node.text}" is no value of "${property.name}"${near} (known: ${known.join(", ")})`);
  return undefined;
}

function readUrl(node: RawScalar, property: Property, file: SourceFile): string | undefined {
  const fault = faultInUrl(node.text, property.name);
  if (fault === null) return node.text;
  file.fault(node.at, fault.name, fault.message);
  return undefined;
}

function typeInWords(property: Property): string {
  if (property.type === "integer") return "a whole number";
  if (property.type === "float") return "a number";
  return property.type === "date" ? "a date" : "text";
}
