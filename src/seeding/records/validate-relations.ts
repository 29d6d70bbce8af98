import { RELATION_FILE, relationFields, WRITTEN_RELATIONS } from "../../model/corpus-row";
import { relationOf } from "../../model/ontology";
import type { Property, Relation } from "../../model/ontology-types";
import type { DraftValue } from "../draft/draft";
import type { ReadFile } from "../files/read-corpus";
import type { RawEntry, RawMap } from "../readers/raw-node";
import { asMap, entryOf, reportUnknown } from "./read-fields";
import { readDetails } from "./read-links";
import { isAbsent, readValue } from "./read-value";
import type { RecordContext } from "./record-context";
import { checkSlug } from "./register-records";
import { resolveReference } from "./resolve-reference";
import type { Reference } from "./resolve-reference";

const DEFAULT_TYPE = "RELATED_TO";
const TYPE: Property = { name: "type", type: "enum", description: "Which relation it is." };

/**
 * Checks relations.yaml: a map from slug to two ends, a type (RELATED_TO unless given) and what that relation has.
 * @param seen what is stated already; whoever gives relations one at a time keeps it, since it is made of all there are
 */
export function validateRelations({ content }: ReadFile, context: RecordContext, seen = knownRelations(context)): void {
  for (const entry of content.entries) {
    checkSlug(entry.key, entry.at, context.file);
    const map = asMap(entry.value, `"${entry.key}"`, context.file);
    if (map !== undefined) validateRelation(entry, map, seen, context);
  }
}

/** What fields and files state already, so that the same relation, or another one of a slug, is not written a second time here. */
export function knownRelations({ relations, corpusId }: RecordContext): Map<string, string> {
  const written: readonly string[] = WRITTEN_RELATIONS;
  const known = relations.filter((each) => written.includes(each.type));
  const named = known.filter(({ key }) => key !== corpusId);
  return new Map([
    ...known.map((each): [string, string] => [signature(each.type, each.from, each.to, each.properties), "in a field of a record"]),
    ...named.map(({ key }): [string, string] => [key, `in ${RELATION_FILE}`]),
  ]);
}

function signature(type: string, from: string, to: string, properties: Readonly<Record<string, DraftValue>>): string {
  return JSON.stringify([type, from, to, Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function validateRelation(entry: RawEntry, map: RawMap, seen: Map<string, string>, context: RecordContext): void {
  const { file } = context;
  const relation = readType(map, context);
  const details = relationFields().filter(
    (detail) => relation === undefined || isOf(detail.is === "property" ? detail.name : detail.property, relation),
  );
  reportUnknown(map, ["type", "from", "to", ...details.map((detail) => detail.name)], file);
  const from = readEnd("from", relation?.from, entry, map, context);
  const to = readEnd("to", relation?.to, entry, map, context);
  const properties = readDetails(map, details, context);
  if (relation === undefined) return;
  reportMissing(relation, entry, map, context);
  if (from === undefined || to === undefined || !fits(relation, from, to, map, context)) return;
  const key = `${context.corpusId}/${entry.key}`;
  const other = seen.get(key);
  if (other !== undefined) {
    file.fault(entry.at, "DUPLICATE_KEY", `a relation "${entry.key}" stands ${other} already; give this one a slug of its own`);
    return;
  }
  const same = signature(relation.type, from.id, to.id, properties);
  const first = seen.get(same);
  if (first !== undefined) {
    file.fault(entry.at, "DUPLICATE_RELATION", `the same relation stands ${first} already; keep one of the two`);
    return;
  }
  const place = `at ${file.placeText(entry.at)}`;
  seen.set(same, place).set(key, place);
  context.relations.push({ type: relation.type, from: from.id, to: to.id, key, properties });
  if (relation.type === "PART_OF") context.hierarchy.push({ from: from.id, to: to.id, file, at: entry.at });
}

function isOf(name: string, relation: Relation): boolean {
  return relation.properties.some((property) => property.name === name);
}

function readType(map: RawMap, { file }: RecordContext): Relation | undefined {
  const node = entryOf(map, "type")?.value;
  if (node === undefined || isAbsent(node)) return relationOf(DEFAULT_TYPE);
  const { value } = readValue(node, TYPE, file, WRITTEN_RELATIONS);
  return typeof value === "string" ? relationOf(value) : undefined;
}

function readEnd(
  name: "from" | "to",
  kinds: readonly string[] | undefined,
  entry: RawEntry,
  map: RawMap,
  context: RecordContext,
): Reference | undefined {
  const node = entryOf(map, name)?.value;
  if (node !== undefined && !isAbsent(node)) return resolveReference(node, name, kinds ?? ["Entity"], context);
  if (!map.incomplete) context.file.fault(node?.at ?? entry.at, "REQUIRED", `relation needs "${name}"`);
  return undefined;
}

function reportMissing(relation: Relation, entry: RawEntry, map: RawMap, { file }: RecordContext): void {
  for (const { name } of relation.properties.filter((property) => property.required)) {
    const node = entryOf(map, name)?.value;
    const isBlank = node === undefined || isAbsent(node) || (node.is === "scalar" && !node.broken && node.text.trim() === "");
    if (isBlank && !map.incomplete) file.fault(node?.at ?? entry.at, "REQUIRED", `${relation.type} needs "${name}"`);
  }
}

function fits(relation: Relation, from: Reference, to: Reference, map: RawMap, { file }: RecordContext): boolean {
  const at = entryOf(map, "to")?.value.at ?? map.at;
  if (from.id === to.id) file.fault(at, "SELF", `${relation.type} from "${from.id}" to itself; take it out`);
  else if (relation.type === "PART_OF" && from.label !== to.label) {
    file.fault(at, "REF_KIND", `"${to.id}" is no part of the same kind: PART_OF joins two places or two organizations`);
  } else return true;
  return false;
}
