import { relationFields } from "../../model/corpus-row";
import type { ChildrenField, Field, LinkField, RecordShape, SpansField } from "../../model/corpus-row-types";
import { enumValues } from "../../model/enums";
import { isListProperty } from "../../model/property-types";
import { concreteLabels } from "../draft/corpus-labels";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { asMap, entryOf, reportUnknown } from "../records/read-fields";
import { isAbsent } from "../records/read-value";
import type { Conditions, EntryPlan, ListPlan, MapPlan, NamePlan, Plan } from "./mapping";
import { TEXT_TO_CHECK } from "./mapping";
import type { TemplateTable } from "./template-table";

const CONTROL = /^(?:when|unless|each(?: \S+)?)$/;
const CONTROL_NAMES = ["when", "unless", "each"];
/** Lists of plain values. */
/** What spans count in, and their own words: blanks at the ends belong to them. */
const EXACT = ["Document text", `Document ${TEXT_TO_CHECK}`, "Span exact"];

/** Compiles what a row says for one kind of record, along the shape that such records have in a corpus's own files. */
export function compileRecords(node: RawNode, shape: RecordShape, templates: TemplateTable): MapPlan[] {
  const maps = node.is === "list" ? node.items : [node];
  return maps.flatMap((each) => {
    const map = asMap(each, `"${shape.label.toLowerCase()}"`, templates.file);
    return map === undefined ? [] : [compileBySlug(map, (value) => compileRecord(value, shape, templates), templates)];
  });
}

/** Relations have two ends and what any of the written relations has. */
export function compileRelations(node: RawNode, templates: TemplateTable): MapPlan[] {
  const ends: LinkField = {
    is: "link",
    name: "entity",
    description: "",
    many: false,
    relation: "RELATED_TO",
    direction: "out",
    to: ["Entity"],
    key: "entity",
    details: [],
  };
  const fields: Field[] = [
    { is: "ownSlug", name: "type", description: "" },
    { ...ends, name: "from" },
    { ...ends, name: "to" },
    ...relationFields(),
  ];
  const shape: RecordShape = { label: "Relation", description: "", fields };
  return compileRecords(node, shape, templates);
}

/** A map from slugs, which the row fills in, to what `compile` makes of the values. */
function compileBySlug(map: RawMap, compile: (node: RawNode) => Plan | undefined, templates: TemplateTable): MapPlan {
  const from = templates.places.length;
  const entries: EntryPlan[] = [];
  for (const entry of map.entries.filter(({ key }) => !CONTROL.test(key))) {
    const plan = compile(entry.value);
    if (plan !== undefined) entries.push({ key: templates.add(entry.key, entry.at), plan });
  }
  return { is: "map", entries, ...control(map, templates, from), number: templates.place(map.at), asList: false, isBySlug: true };
}

function compileRecord(node: RawNode, shape: RecordShape, templates: TemplateTable): MapPlan | undefined {
  const map = asMap(node, `a record of ${shape.label.toLowerCase()}`, templates.file);
  if (map === undefined) return undefined;
  const plan = compileFields(map, shape.fields, shape, templates);
  return shape.label === "Statement" ? { ...plan, isStatement: true } : plan;
}

function compileFields(map: RawMap, fields: readonly Field[], shape: RecordShape, templates: TemplateTable): MapPlan {
  const from = templates.places.length;
  const own = map.entries.filter(({ key }) => !CONTROL.test(key));
  const extra = shape.label === "Document" ? [TEXT_TO_CHECK] : [];
  reportUnknown({ ...map, entries: own }, [...fields.map((field) => field.name), ...extra, ...CONTROL_NAMES], templates.file);
  const entries: EntryPlan[] = [];
  for (const entry of own) {
    const field = fields.find((each) => each.name === entry.key);
    const plan = extra.includes(entry.key)
      ? templates.text(entry.value, entry.key, false)
      : field && compileField(entry, field, shape, templates);
    if (plan === undefined) continue;
    const isExact = plan.is === "text" && EXACT.includes(`${shape.label} ${entry.key}`);
    entries.push({ key: templates.literal(entry.key, entry.at), plan: isExact ? { ...plan, isExact } : plan });
  }
  return { is: "map", entries, ...control(map, templates, from), number: templates.place(map.at), asList: false };
}

function compileField({ value }: RawEntry, field: Field, shape: RecordShape, templates: TemplateTable): Plan | undefined {
  if (isAbsent(value)) return undefined;
  switch (field.is) {
    case "property":
      return isListProperty(field.property) ? compileList(value, field.name, templates) : templates.text(value, field.name, false);
    case "slug":
      return field.many ? compileList(value, field.name, templates) : templates.text(value, field.name, false);
    case "link":
      return compileLink(value, field, templates);
    case "children":
      return compileChildren(value, field, templates);
    case "spans":
      return compileSpans(value, field, templates);
    case "elsewhere":
      return compileElsewhere(value, shape, templates);
    case "file":
    case "ownSlug":
      return templates.text(value, field.name, false);
  }
}

function compileList(node: RawNode, name: string, templates: TemplateTable): Plan | undefined {
  if (node.is !== "list") return templates.text(node, name, true);
  return listOf(
    node.items.map((item) => templates.text(item, name, false)),
    node.at,
    templates,
  );
}

function listOf(items: readonly (Plan | undefined)[], at: number, templates: TemplateTable): ListPlan {
  return { is: "list", items: items.filter((item) => item !== undefined), number: templates.place(at) };
}

function compileElsewhere(node: RawNode, shape: RecordShape, templates: TemplateTable): Plan | undefined {
  const map = asMap(node, '"elsewhere"', templates.file);
  const fields = shape.fields.filter((field) => field.is === "property");
  return map && compileFields(map, fields, { ...shape, label: "elsewhere" }, templates);
}

function compileChildren(node: RawNode, field: ChildrenField, templates: TemplateTable): Plan | undefined {
  if (field.form === "map") {
    const map = asMap(node, `"${field.name}"`, templates.file);
    return map && compileBySlug(map, (value) => compileRecord(value, field.shape, templates), templates);
  }
  if (node.is === "list")
    return listOf(
      node.items.map((item) => compileRecord(item, field.shape, templates)),
      node.at,
      templates,
    );
  const plan = compileRecord(node, field.shape, templates);
  return plan && { ...plan, asList: true };
}

function compileSpans(node: RawNode, field: SpansField, templates: TemplateTable): Plan | undefined {
  const map = asMap(node, `"${field.name}"`, templates.file);
  if (map === undefined) return undefined;
  const roles = enumValues("SpanRole").map((role) => role.toLowerCase());
  reportUnknown(map, roles, templates.file);
  const entries = map.entries.flatMap(({ key, at, value }) => {
    const items = value.is === "list" ? value.items : [value];
    const plan = listOf(
      items.map((item) => compileRecord(item, field.shape, templates)),
      value.at,
      templates,
    );
    return roles.includes(key) ? [{ key: templates.literal(key, at), plan }] : [];
  });
  return { is: "map", entries, number: templates.place(map.at), asList: false };
}

function compileLink(node: RawNode, field: LinkField, templates: TemplateTable): Plan | undefined {
  if (node.is === "scalar") return templates.text(node, field.name, field.many);
  if (node.is === "list") {
    const items = node.items.map((item) => compileLinkItem(item, field, templates));
    return { ...listOf(items, node.at, templates), ...(!field.many && { isOne: true }) };
  }
  const plan = compileLinkItem(node, field, templates);
  return plan && (plan.is === "list" ? plan : { ...plan, asList: field.many });
}

function compileLinkItem(node: RawNode, field: LinkField, templates: TemplateTable): Plan | undefined {
  if (node.is !== "map") return templates.text(node, field.name, false);
  const isByName = entryOf(node, "name") !== undefined;
  const details = field.details.map((detail) => detail.name);
  const known = [...(isByName ? ["name", "slug", "kind", "record"] : [field.key]), ...details];
  const from = templates.places.length;
  const own = node.entries.filter(({ key }) => !CONTROL.test(key));
  reportUnknown({ ...node, entries: own }, [...known, ...CONTROL_NAMES], templates.file);
  const entries = own
    .filter(({ key }) => key === field.key || details.includes(key))
    .flatMap((entry) => {
      const detail = field.details.find((each) => each.name === entry.key);
      const isList = detail?.is === "slug" && detail.many;
      const plan = isList ? compileList(entry.value, entry.key, templates) : templates.text(entry.value, entry.key, false);
      return plan === undefined ? [] : [{ key: templates.literal(entry.key, entry.at), plan }];
    });
  if (isByName) return compileName(node, field, entries, templates, from);
  const only = field.details.length === 0 || entries.length === 1 ? { only: field.key } : {};
  return {
    is: "map",
    entries,
    ...control(node, templates, from),
    number: templates.place(node.at),
    asList: false,
    target: field.key,
    ...only,
  };
}

function compileName(
  map: RawMap,
  field: LinkField,
  details: readonly EntryPlan[],
  templates: TemplateTable,
  from: number,
): NamePlan | undefined {
  const name = textOf(map, "name", templates);
  const slug = textOf(map, "slug", templates);
  const kinds = readKinds(map, field, templates);
  const record = entryOf(map, "record");
  if (name === undefined || kinds === undefined) return undefined;
  const shape = templates.shapeOf(kinds[0] ?? "");
  const own = record && compileRecord(record.value, shape, templates);
  return {
    is: "name",
    name,
    ...(slug !== undefined && { slug }),
    kinds,
    record: own?.entries ?? [],
    details,
    key: field.key,
    ...(field.name === "attributions" && { isAttribution: true as const }),
    ...control(map, templates, from),
    number: templates.place(map.at),
    asList: false,
  };
}

/** One kind, or several of which the first is that of a new one; a person where the field takes one and nothing is said. */
function readKinds(map: RawMap, field: LinkField, templates: TemplateTable): string[] | undefined {
  const node = entryOf(map, "kind")?.value;
  const fitting = concreteLabels(field.to);
  if (node === undefined || isAbsent(node)) {
    if (fitting.includes("Person") && field.to.includes("Person")) return ["Person", ...fitting.filter((each) => each === "Organization")];
    if (fitting.length === 1) return [...fitting];
    templates.file.fault(node?.at ?? map.at, "REQUIRED", `a name in "${field.name}" needs "kind": ${inSmall(fitting).join(", ")}`);
    return undefined;
  }
  const items = node.is === "list" ? node.items : [node];
  const kinds = items.map((item) => fitting.find((label) => item.is === "scalar" && label.toLowerCase() === item.text.toLowerCase()));
  const wrong = kinds.indexOf(undefined);
  if (wrong < 0) return kinds.filter((each) => each !== undefined);
  templates.file.fault(items[wrong]?.at ?? node.at, "ENUM", `"kind" here is one of ${inSmall(fitting).join(", ")}`);
  return undefined;
}

const inSmall = (labels: readonly string[]): string[] => labels.map((label) => label.toLowerCase());

function textOf(map: RawMap, name: string, templates: TemplateTable): NamePlan["name"] | undefined {
  const entry = entryOf(map, name);
  const plan = entry && !isAbsent(entry.value) ? templates.text(entry.value, name, false) : undefined;
  return plan?.template;
}

/** @param from the number of the first template of what stands under the conditions */
function control(map: RawMap, templates: TemplateTable, from: number): Pick<MapPlan, "each" | "when" | "unless"> {
  const each = map.entries.find(({ key }) => /^each\b/.test(key) && CONTROL.test(key));
  const list = each && templates.text(each.value, each.key, false)?.template;
  const variable = each?.key.slice("each".length).trim() || "item";
  if (list !== undefined) templates.standFor(variable, list, from);
  return { ...(list !== undefined && { each: { variable, list } }), ...readConditions(map, templates) };
}

/** `when` and `unless` of a map. */
export function readConditions(map: RawMap, templates: TemplateTable): Conditions {
  const when = textOf(map, "when", templates);
  const unless = textOf(map, "unless", templates);
  return { ...(when !== undefined && { when }), ...(unless !== undefined && { unless }) };
}
