import type { RecordShape } from "../../model/corpus-row-types";
import { isSlug, SLUG_RULE } from "../../model/id";
import { IN_NFC } from "../faults/nearest-name";
import type { ReadRecords } from "../files/read-corpus";
import type { RawEntry } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { childSlug, ownId } from "./add-relations";
import { placeOf } from "./resolve-reference";
import type { SlugIndex } from "./slug-index";

/** Enters every record of the corpus in the index, before any reference is looked up, and checks the slugs. */
export function registerRecords(files: readonly ReadRecords[], index: SlugIndex): void {
  for (const { shape, file, content } of files) {
    if (content.unreadable) markUnreadable(shape, index);
    for (const entry of content.entries) register(entry, entry.key, shape, file, index);
  }
}

function markUnreadable(shape: RecordShape, index: SlugIndex): void {
  index.unreadable.add(shape.label);
  for (const field of shape.fields) if (field.is === "children") index.unreadable.add(field.shape.label);
}

/** Enters one record, and those within it. */
export function register(entry: RawEntry, slug: string, shape: RecordShape, file: SourceFile, index: SlugIndex): void {
  checkSlug(entry.key, entry.at, file);
  const defined = { label: shape.label, id: ownId(shape.label, slug, index.corpusId), place: placeOf(file, entry.at) };
  const other = index.define(slug, defined);
  if (other !== undefined) {
    const { file: path, line, column } = other.place;
    file.fault(entry.at, "DUPLICATE_KEY", `"${entry.key}" makes the id ${defined.id}, which stands at ${path}:${line}:${column} already`);
  }
  registerChildren(entry, slug, shape, file, index);
}

/** Enters the records within a record, which have slugs of their own. */
export function registerChildren(entry: RawEntry, slug: string, shape: RecordShape, file: SourceFile, index: SlugIndex): void {
  if (entry.value.is !== "map") return;
  for (const field of shape.fields) {
    if (field.is !== "children" || field.form !== "map") continue;
    const value = entry.value.entries.find((each) => each.key === field.name)?.value;
    for (const child of value?.is === "map" ? value.entries : []) {
      register(child, childSlug(field.shape.label, slug, child.key), field.shape, file, index);
    }
  }
}

export function checkSlug(slug: string, at: number, file: SourceFile): void {
  if (slug !== slug.trim()) file.fault(at, "SPACE", `blanks around the slug "${slug.trim()}"; take them out`);
  else if (!isSlug(slug)) file.fault(at, "SLUG", `"${shown(slug)}" is no slug (${SLUG_RULE})`);
  else if (slug !== slug.normalize("NFC"))
    file.fault(at, "SLUG", `"${shown(slug)}" would be one of two slugs that look the same: ${IN_NFC}`);
}

function shown(slug: string): string {
  return [...slug]
    .slice(0, 60)
    .join("")
    .replace(/\p{Cc}/gu, " ");
}
