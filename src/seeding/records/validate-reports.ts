import type { ChildrenField, LinkField, RecordShape, SpansField } from "../../model/corpus-row-types";
import { describeCycle, findCycles } from "../draft/find-cycles";
import type { RawMap } from "../readers/raw-node";
import { addRelation, ownId } from "./add-relations";
import { asMap, entryOf, readFields } from "./read-fields";
import { readLinks, readSlugs } from "./read-links";
import type { StatementScope } from "./read-links";
import { isAbsent } from "./read-value";
import type { RecordContext } from "./record-context";
import { checkSlug } from "./register-records";
import { placeOf, referenceText } from "./resolve-reference";
import type { StatementRecord } from "./statement-record";
import { validateSpans } from "./validate-spans";

interface ReportItem {
  readonly map: RawMap;
  readonly slug: string;
  readonly id: string;
  /** Where its slug stands. */
  readonly at: number;
}

/** Checks the reports of a statement and adds them; gives their slugs for what else the statement says of them. */
export function validateReports(statement: StatementRecord, context: RecordContext): StatementScope {
  const field = statement.shape.fields.find((each): each is ChildrenField => each.is === "children" && each.form === "list");
  if (field === undefined) throw new Error(`${statement.shape.label} has no reports.`);
  const items = itemsOf(statement, field, context);
  const reports = new Map(items.found.map(({ slug, id }) => [slug, id]));
  const scope: StatementScope = { reports, incomplete: items.incomplete };
  const via = new Map<string, string[]>();
  for (const item of items.found) {
    const rests = validateReport(item, statement, field, scope, context);
    if (rests !== undefined) via.set(item.id, [rests]);
  }
  reportCircles(items.found, via, context);
  return scope;
}

function itemsOf(statement: StatementRecord, field: ChildrenField, context: RecordContext): { found: ReportItem[]; incomplete: boolean } {
  const { map } = statement.fields;
  const { file } = context;
  const node = entryOf(map, field.name)?.value;
  if (node?.is === "scalar" && node.broken) return { found: [], incomplete: true };
  if (node === undefined || isAbsent(node) || (node.is === "list" && node.items.length === 0)) {
    if (!map.incomplete)
      file.fault(node?.at ?? statement.at, "REQUIRED", `statement needs "reports": at least one document that carries it`);
    return { found: [], incomplete: true };
  }
  if (node.is !== "list") {
    file.fault(
      node.at,
      "TYPE",
      `"reports" must be a list, got ${node.is === "scalar" ? "text" : "a map; write - in front of each report"}`,
    );
    return { found: [], incomplete: true };
  }
  const maps = node.items.map((item) => asMap(item, "a report", file));
  const found = maps.flatMap((each) => (each && reportItem(each, statement, field.shape, context)) ?? []);
  return { found, incomplete: map.incomplete === true || found.length < maps.length };
}

/** A report is named by its own slug, or by that of its document. */
function reportItem(map: RawMap, statement: StatementRecord, shape: RecordShape, context: RecordContext): ReportItem | undefined {
  const { file, index, corpusId } = context;
  const own = entryOf(map, "slug");
  const within = entryOf(map, "in");
  const entry = own !== undefined && !isAbsent(own.value) ? own : within;
  const text =
    entry === undefined || entry.value.is !== "scalar" || isAbsent(entry.value) || entry.value.broken ? undefined : entry.value.text.trim();
  if (entry === undefined || text === undefined || text === "") return unnamed(map, own !== undefined && entry === own, shape, context);
  const slug = entry === own ? text : text.slice(Math.max(text.indexOf("/"), text.indexOf(":")) + 1);
  const at = entry.value.at;
  if (entry === own) checkSlug(slug, at, file);
  const full = `${statement.slug}.${slug}`;
  const id = ownId("Report", full, corpusId);
  const other = index.define(full, { label: "Report", id, place: placeOf(file, at) });
  if (other === undefined) return { map, slug, id, at };
  const { file: path, line, column } = other.place;
  file.fault(
    at,
    "DUPLICATE_KEY",
    `a report "${slug}" of this statement stands at ${path}:${line}:${column} already; give one of them a "slug" of its own`,
  );
  return undefined;
}

/** Its other fields are checked all the same. */
function unnamed(map: RawMap, hasSlug: boolean, shape: RecordShape, context: RecordContext): undefined {
  const within = entryOf(map, "in");
  readFields(map, shape, map.at, context.file);
  if (hasSlug) referenceText(entryOf(map, "slug")?.value ?? map, "slug", context.file);
  else if (within === undefined || isAbsent(within.value)) {
    if (!map.incomplete) context.file.fault(within?.value.at ?? map.at, "REQUIRED", `report needs "in": the document that it stands in`);
  } else referenceText(within.value, "in", context.file);
  return undefined;
}

/** @returns the id of the report that this one rests on */
function validateReport(
  item: ReportItem,
  statement: StatementRecord,
  field: ChildrenField,
  scope: StatementScope,
  context: RecordContext,
): string | undefined {
  const { map, id } = item;
  const { shape } = field;
  const { properties } = readFields(map, shape, map.at, context.file);
  const documentId = readDocument(item, shape, context);
  const document = documentId === undefined ? undefined : context.documents.get(documentId);
  const statementText = statement.fields.properties["text"];
  if (properties["text"] === undefined && typeof statementText === "string") properties["text"] = statementText;
  if (properties["reportedAt"] === undefined && document?.publishedAt !== undefined) properties["reportedAt"] = document.publishedAt;
  properties["sourceKind"] ??= hasAttribution(statement.fields.map) ? "NAMED" : "NONE";
  context.nodes.push({ label: "Report", id, properties });
  addRelation(field.relation, id, statement.id, {}, map.at, context);
  const spans = shape.fields.find((each): each is SpansField => each.is === "spans");
  const node = spans && entryOf(map, spans.name)?.value;
  if (spans !== undefined && node !== undefined) {
    const text = typeof properties["text"] === "string" ? properties["text"] : undefined;
    validateSpans(node, spans, { reportId: id, ...(text !== undefined && { reportText: text }), ...(document && { document }) }, context);
  }
  return readVia(item, shape, scope, context);
}

function hasAttribution(map: RawMap): boolean {
  return ["speaker", "attributions"].some((name) => {
    const node = entryOf(map, name)?.value;
    return node !== undefined && !isAbsent(node) && !(node.is === "list" && node.items.length === 0);
  });
}

function readDocument({ map, id }: ReportItem, shape: RecordShape, context: RecordContext): string | undefined {
  const field = shape.fields.find((each): each is LinkField => each.is === "link" && each.name === "in");
  const entry = entryOf(map, "in");
  if (field === undefined) return undefined;
  if (entry === undefined || isAbsent(entry.value)) {
    if (!map.incomplete) context.file.fault(entry?.value.at ?? map.at, "REQUIRED", `report needs "in": the document that it stands in`);
    return undefined;
  }
  const [link] = readLinks(entry.value, field, context);
  if (link !== undefined) addRelation(field.relation, id, link.target.id, {}, link.at, context);
  return link?.target.id;
}

function readVia({ map, id }: ReportItem, shape: RecordShape, scope: StatementScope, context: RecordContext): string | undefined {
  const field = shape.fields.find((each) => each.is === "slug" && each.name === "via");
  const entry = entryOf(map, "via");
  if (entry === undefined || field?.is !== "slug") return undefined;
  const target = readSlugs(entry.value, field, context, { scope });
  if (typeof target !== "string") return undefined;
  if (target !== id) addRelation("VIA", id, target, {}, entry.value.at, context);
  return target;
}

function reportCircles(items: readonly ReportItem[], via: ReadonlyMap<string, readonly string[]>, { file }: RecordContext): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const cycle of findCycles(via)) {
    const chain = describeCycle(cycle, (id) => byId.get(id)?.slug ?? id);
    const first = byId.get(cycle[0] ?? "");
    const at = (first && entryOf(first.map, "via")?.value.at) ?? first?.at ?? 0;
    file.fault(at, "CYCLE", `reports rest on each other: ${chain}; take out one "via"`);
  }
}
