import type { Detail, LinkField, SlugField } from "../../model/corpus-row-types";
import { withoutPrefix } from "../../model/id";
import type { DraftValue } from "../draft/draft";
import { didYouMean } from "../faults/nearest-name";
import type { RawMap, RawNode } from "../readers/raw-node";
import { checkOrder, entryOf, reportUnknown } from "./read-fields";
import { readValue, isAbsent } from "./read-value";
import type { RecordContext } from "./record-context";
import { referenceText, resolveReference } from "./resolve-reference";
import type { Reference } from "./resolve-reference";

/** One item of a link field: where it leads and what it says of that. */
export interface ReadLink {
  readonly target: Reference;
  readonly properties: Record<string, DraftValue>;
  readonly at: number;
}

/** Where slugs that mean something within one statement only are looked up. */
export interface StatementScope {
  /** Reports of this statement, from slug to id. */
  readonly reports: ReadonlyMap<string, string>;
  /** Reports may be missing because lines were left out. */
  readonly incomplete: boolean;
}

/** Reads a link field; an item that cannot be resolved is reported and left out. */
export function readLinks(node: RawNode, field: LinkField, context: RecordContext, scope?: StatementScope): ReadLink[] {
  if (isAbsent(node)) return [];
  const items = itemsOf(node, field, context);
  return items.flatMap((item) => readLink(item, field, context, scope) ?? []);
}

function itemsOf(node: RawNode, field: LinkField, { file }: RecordContext): readonly RawNode[] {
  if (node.is === "scalar" && node.broken) return [];
  if (field.many === (node.is === "list")) return node.is === "list" ? node.items : [node];
  if (field.many) {
    const got = node.is === "scalar" ? `text; write [${node.text}]` : "a map; put it in a list";
    file.fault(node.at, "TYPE", `"${field.name}" must be a list, got ${got}`);
  } else file.fault(node.at, "TYPE", `"${field.name}" must be one slug, got a list`);
  return [];
}

function readLink(item: RawNode, field: LinkField, context: RecordContext, scope?: StatementScope): ReadLink | undefined {
  const { file } = context;
  if (item.is !== "map" || field.details.length === 0) {
    const target = resolveReference(item, field.name, field.to, context);
    if (item.is !== "map") reportMissingDetails(field, undefined, item.at, context);
    return target && { target, properties: {}, at: item.at };
  }
  reportUnknown(item, [field.key, ...field.details.map((detail) => detail.name)], file);
  const key = entryOf(item, field.key);
  const target = key && resolveReference(key.value, field.key, field.to, context);
  if (key === undefined && !item.incomplete) file.fault(item.at, "REQUIRED", `an item of "${field.name}" needs "${field.key}"`);
  reportMissingDetails(field, item, item.at, context);
  const properties = readDetails(item, field.details, context, { ...(scope && { scope }), ...(target && { speaker: target }) });
  return target && { target, properties, at: item.at };
}

function reportMissingDetails(field: LinkField, item: RawMap | undefined, at: number, { file }: RecordContext): void {
  for (const detail of field.details) {
    const isRequired = detail.is === "property" ? detail.property.required : detail.required;
    const node = item && entryOf(item, detail.name)?.value;
    if (!isRequired || item?.incomplete || (node !== undefined && !isAbsent(node))) continue;
    const advice = item === undefined ? `; write { ${field.key}: …, ${detail.name}: … }` : "";
    file.fault(node?.at ?? at, "REQUIRED", `an item of "${field.name}" needs "${detail.name}"${advice}`);
  }
}

interface DetailScope {
  readonly scope?: StatementScope;
  readonly speaker?: Reference;
}

/** The properties of a relation as a map beside its slug writes them. */
export function readDetails(
  map: RawMap,
  details: readonly Detail[],
  context: RecordContext,
  scope: DetailScope = {},
): Record<string, DraftValue> {
  const properties: Record<string, DraftValue> = {};
  for (const detail of details) {
    const node = entryOf(map, detail.name)?.value;
    if (node === undefined || isAbsent(node)) continue;
    const value = detail.is === "property" ? readValue(node, detail.property, context.file).value : readSlugs(node, detail, context, scope);
    if (value !== undefined) properties[detail.is === "property" ? detail.property.name : detail.property] = value;
  }
  checkOrder(map, properties, context.file);
  return properties;
}

/** Slugs that become ids in a property. */
export function readSlugs(node: RawNode, field: SlugField, context: RecordContext, scope: DetailScope = {}): DraftValue | undefined {
  if (isAbsent(node) || (node.is === "scalar" && node.broken)) return undefined;
  if (field.many !== (node.is === "list")) {
    const [wanted, got] = field.many
      ? ["a list", node.is === "scalar" ? `text; write [${node.text}]` : "a map"]
      : ["one slug", `a ${node.is}`];
    context.file.fault(node.at, "TYPE", `"${field.name}" must be ${wanted}, got ${got}`);
    return undefined;
  }
  const ids = (node.is === "list" ? node.items : [node]).flatMap((item) => readSlug(item, field, context, scope) ?? []);
  if (!field.many) return ids[0];
  return ids.length > 0 ? ids : undefined;
}

function readSlug(node: RawNode, field: SlugField, context: RecordContext, { scope, speaker }: DetailScope): string | undefined {
  if (field.scope === "corpus") return resolveReference(node, field.name, field.to, context)?.id;
  const slug = referenceText(node, field.name, context.file);
  if (slug === undefined) return undefined;
  if (field.scope === "statement") return reportId(slug, node.at, scope, context);
  if (slug.includes(":")) return resolveReference(node, field.name, field.to, context)?.id;
  return speaker && positionId(slug, node.at, speaker, context);
}

function reportId(slug: string, at: number, scope: StatementScope | undefined, { file }: RecordContext): string | undefined {
  const id = scope?.reports.get(slug);
  if (id !== undefined || scope?.incomplete) return id;
  const known = [...(scope?.reports.keys() ?? [])];
  file.fault(
    at,
    "MISSING_REF",
    `no report "${slug}" of this statement${didYouMean(slug, known) || `; it has ${known.join(", ") || "none"}`}`,
  );
  return undefined;
}

function positionId(slug: string, at: number, speaker: Reference, { file, index }: RecordContext): string | undefined {
  const own = withoutPrefix(speaker.id);
  const [found] = index.find(`${own}.${slug}`, ["Position"]);
  if (found !== undefined) return found.id;
  if (index.unreadable.has("Person")) return undefined;
  const known = [...index.slugs(["Position"])].filter((each) => each.startsWith(`${own}.`)).map((each) => each.slice(own.length + 1));
  const near = didYouMean(slug, known) || (known.length > 0 ? `; they held ${known.join(", ")}` : "; add it to their positions");
  file.fault(at, "MISSING_REF", `no position "${slug}" of "${own}"${near}`);
  return undefined;
}
