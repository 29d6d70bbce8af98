import type { ChildrenField, LinkField, RecordShape, SlugField } from "../../model/corpus-row-types";
import { relationOf } from "../../model/ontology";
import type { DraftValue } from "../draft/draft";
import type { RawEntry } from "../readers/raw-node";
import { addRelation, addRelations, childSlug, ownId } from "./add-relations";
import type { SeenRelations } from "./add-relations";
import { asMap, entryOf, readFields } from "./read-fields";
import type { ReadFields } from "./read-fields";
import { readLinks, readSlugs } from "./read-links";
import { isAbsent } from "./read-value";
import type { RecordContext } from "./record-context";
import { validateDocument } from "./validate-document";
import { validateNames } from "./validate-names";
import { validateStatement } from "./validate-statement";

/**
 * Checks one record whole and adds its nodes and relations to the context; faults go to its file. What is faulty is
 * left out, since nothing of a corpus with a fault is ever loaded.
 * @returns the properties that the relation from its parent takes
 */
export function validateRecord(entry: RawEntry, slug: string, shape: RecordShape, context: RecordContext): Record<string, DraftValue> {
  const map = asMap(entry.value, `"${entry.key}"`, context.file);
  if (map === undefined) return {};
  const id = ownId(shape.label, slug, context.corpusId);
  const fields = readFields(map, shape, entry.at, context.file);
  validateNames(fields, entry.at, context);
  if (shape.label === "Document") validateDocument(id, slug, fields, entry.at, context);
  context.nodes.push({ label: shape.label, id, properties: fields.properties });
  const seen: SeenRelations = new Map();
  const done = shape.label === "Statement" ? validateStatement({ id, slug, fields, shape, at: entry.at, seen }, context) : [];
  return readOthers(id, slug, fields, shape, seen, done, context);
}

function readOthers(
  id: string,
  slug: string,
  { map }: ReadFields,
  shape: RecordShape,
  seen: SeenRelations,
  done: readonly string[],
  context: RecordContext,
): Record<string, DraftValue> {
  const forParent: Record<string, DraftValue> = {};
  for (const field of shape.fields) {
    const entry = entryOf(map, field.name);
    if (entry === undefined || done.includes(field.name)) continue;
    if (field.is === "link") readLinkField(entry, field, id, seen, context);
    else if (field.is === "children") readChildren(entry, field, id, slug, context);
    else if (field.is === "slug") readOwnSlugs(entry, field, forParent, context);
  }
  reportMissingLinks(shape, map.entries, map.at, context);
  return forParent;
}

function readLinkField(entry: RawEntry, field: LinkField, id: string, seen: SeenRelations, context: RecordContext): void {
  addRelations(readLinks(entry.value, field, context), field, id, seen, context);
}

function reportMissingLinks(shape: RecordShape, entries: readonly RawEntry[], at: number, { file }: RecordContext): void {
  for (const field of shape.fields) {
    if (field.is !== "link" || !field.required) continue;
    const entry = entries.find((each) => each.key === field.name);
    if (entry === undefined || isAbsent(entry.value))
      file.fault(entry?.value.at ?? at, "REQUIRED", `${shape.label.toLowerCase()} needs "${field.name}"`);
  }
}

function readOwnSlugs(entry: RawEntry, field: SlugField, forParent: Record<string, DraftValue>, context: RecordContext): void {
  const value = readSlugs(entry.value, field, context);
  if (value !== undefined) forParent[field.property] = value;
}

function readChildren(entry: RawEntry, field: ChildrenField, parentId: string, parentSlug: string, context: RecordContext): void {
  if (isAbsent(entry.value)) return;
  const children = asMap(entry.value, `"${field.name}"`, context.file);
  for (const child of children?.entries ?? []) {
    const slug = childSlug(field.shape.label, parentSlug, child.key);
    const all = validateRecord(child, slug, field.shape, context);
    const known = relationOf(field.relation).properties.map((property) => property.name);
    const properties = Object.fromEntries(Object.entries(all).filter(([name]) => known.includes(name)));
    const childId = ownId(field.shape.label, slug, context.corpusId);
    const [from, to] = field.direction === "out" ? [parentId, childId] : [childId, parentId];
    addRelation(field.relation, from, to, properties, child.at, context);
  }
}
