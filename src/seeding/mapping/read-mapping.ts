import { CORPUS_FILES, RELATION_FILE } from "../../model/corpus-row";
import { didYouMean } from "../faults/nearest-name";
import type { RawEntry, RawFile, RawMap, RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { asMap, entryOf, reportUnknown } from "../records/read-fields";
import { isAbsent } from "../records/read-value";
import { compileRecords, compileRelations, readConditions } from "./compile-record";
import { COUNTRIES } from "./load-lookups";
import { MENTION_SOURCES } from "./mapping";
import type { LookupColumn, LookupPlan, Mapping, MentionSource, Plan, RecordsPlan, TablePlan } from "./mapping";
import { readSource, SOURCE_KEYS } from "./read-source";
import { TemplateTable } from "./template-table";

const KEYS = ["tables", "lookups", "mentions", "sameWords", "variants"];
const TABLE_KEYS = [...SOURCE_KEYS, "where", "set", "records"];
const DEFAULT_SIMILARITY = 0.7;

/** Reads a mapping.yaml whole; every fault of it goes to its file. */
export function readMapping(folder: string, { file, content }: { file: SourceFile; content: RawFile }): Mapping {
  const templates = new TemplateTable(file);
  const root: RawMap = { is: "map", entries: content.entries, at: 0, ...(content.incomplete && { incomplete: true }) };
  reportUnknown(root, KEYS, file);
  const tables = mapOf(root, "tables", file);
  if ((tables === undefined || tables.entries.length === 0) && !content.incomplete && file.faults.length === 0)
    file.fault(0, "REQUIRED", `a mapping needs "tables": which files there are, and what a row of them says`);
  const plans = (tables?.entries ?? []).flatMap((entry) => readTablePlan(folder, entry, templates) ?? []);
  const lookups = mapOf(root, "lookups", file);
  reportUnknownLookups(
    templates,
    (lookups?.entries ?? []).map(({ key }) => key),
  );
  return {
    path: file.path,
    tables: plans,
    lookups: readLookups(folder, lookups, templates),
    lookupColumns: lookupColumns(templates),
    mentions: readMentions(root, file),
    sameWords: readSwitch(root, "sameWords", file),
    ...readVariants(root, file),
    places: templates.places,
  };
}

function mapOf(map: RawMap, name: string, file: SourceFile): RawMap | undefined {
  const entry = entryOf(map, name);
  return entry === undefined || isAbsent(entry.value) ? undefined : asMap(entry.value, `"${name}"`, file);
}

function readTablePlan(folder: string, entry: RawEntry, templates: TemplateTable): TablePlan | undefined {
  const { file } = templates;
  const map = asMap(entry.value, `"${entry.key}"`, file);
  if (map === undefined) return undefined;
  reportUnknown(map, TABLE_KEYS, file);
  const source = readSource(folder, map, file);
  const where = entryOf(map, "where");
  const records = mapOf(map, "records", file);
  if (records === undefined && !map.incomplete)
    file.fault(entry.at, "REQUIRED", `the table "${entry.key}" needs "records": what one row of it says`);
  const before = templates.names.length;
  const condition = where && templates.text(where.value, "where", false)?.template;
  if (source === undefined) return undefined;
  const set = readVariables(mapOf(map, "set", file), templates);
  const plans = records === undefined ? [] : readRecords(records, templates);
  if (records !== undefined && plans.length === 0 && file.faults.length === 0)
    file.fault(
      records.at,
      "REQUIRED",
      `the "records" of the table "${entry.key}" say nothing; write statements: or another file of a corpus`,
    );
  const variables = [...set.map(({ name }) => name), ...variablesIn(plans.flatMap(({ entries }) => entries))];
  return {
    name: entry.key,
    source,
    ...(condition !== undefined && { where: condition }),
    set,
    records: plans,
    columns: columnsOf(templates, before, new Set(variables)),
    place: file.place(entry.at),
  };
}

/** What the blanks of a table name beside its variables; each once, where it stands first. */
function columnsOf({ names, places }: TemplateTable, before: number, variables: ReadonlySet<string>): TablePlan["columns"] {
  const columns = new Map<string, TablePlan["columns"][number]>();
  for (const { name, number } of names.slice(before)) {
    const parts = name.steps.map((_, at) => name.steps.slice(0, at + 1).join("."));
    if (columns.has(name.whole) || parts.some((part) => variables.has(part))) continue;
    const { line = 1, column = 1 } = places[number] ?? {};
    columns.set(name.whole, { names: [...new Set([name.whole, ...parts])], line, column });
  }
  return [...columns.values()];
}

/** Names that `each` gives. */
function variablesIn(plans: readonly Plan[]): string[] {
  return plans.flatMap((plan) => {
    if (plan.is === "text") return [];
    if (plan.is === "list") return variablesIn(plan.items);
    const inner = plan.is === "map" ? plan.entries : [...plan.record, ...plan.details];
    return [...(plan.each === undefined ? [] : [plan.each.variable]), ...variablesIn(inner.map((entry) => entry.plan))];
  });
}

function readVariables(map: RawMap | undefined, templates: TemplateTable): TablePlan["set"] {
  return (map?.entries ?? []).flatMap(({ key, value }) => {
    if (value.is === "map") reportUnknown(value, ["value", "when", "unless"], templates.file);
    const node = value.is === "map" ? entryOf(value, "value")?.value : value;
    if (node === undefined) templates.file.fault(value.at, "REQUIRED", `"${key}" needs "value": what it stands for`);
    const template = node && templates.text(node, key, false)?.template;
    return template === undefined ? [] : [{ name: key, template, ...(value.is === "map" && readConditions(value, templates)) }];
  });
}

function readRecords(map: RawMap, templates: TemplateTable): RecordsPlan[] {
  const nameOf = (file: string): string => file.replace(/\.yaml$/, "");
  const files = [...CORPUS_FILES.map(({ file }) => nameOf(file)), nameOf(RELATION_FILE)];
  reportUnknown(map, files, templates.file);
  const plans: RecordsPlan[] = [];
  for (const each of CORPUS_FILES) {
    const node = entryOf(map, nameOf(each.file))?.value;
    if (node !== undefined && !isAbsent(node)) plans.push({ file: each, entries: compileRecords(node, each.shape, templates) });
  }
  const relations = entryOf(map, nameOf(RELATION_FILE))?.value;
  if (relations !== undefined && !isAbsent(relations)) plans.push({ file: "relations", entries: compileRelations(relations, templates) });
  return plans;
}

function readLookups(folder: string, map: RawMap | undefined, templates: TemplateTable): Map<string, LookupPlan> {
  const lookups = new Map<string, LookupPlan>();
  for (const { key: name, value } of map?.entries ?? []) {
    const table = asMap(value, `"${name}"`, templates.file);
    const plan = table && readLookup(folder, name, table, templates);
    if (plan !== undefined) lookups.set(name, plan);
  }
  return lookups;
}

/** A map with `files` is a table of its own, with `key` as what it is looked up by; any other is from key to value. */
function readLookup(folder: string, name: string, map: RawMap, templates: TemplateTable): LookupPlan | undefined {
  const { file } = templates;
  if (entryOf(map, "files") === undefined) return { name, pairs: new Map(map.entries.flatMap(({ key, value }) => pair(key, value, file))) };
  reportUnknown(map, [...SOURCE_KEYS, "key"], file);
  const source = readSource(folder, map, file);
  const entry = entryOf(map, "key");
  const key = entry && templates.text(entry.value, "key", false)?.template;
  if (entry === undefined)
    file.fault(map.at, "REQUIRED", `the lookup "${name}" needs "key": the columns by which its rows are found, such as <code>`);
  return source === undefined || key === undefined ? undefined : { name, source, key };
}

/** At the mapping and once each: it is no fault of a row. */
function reportUnknownLookups({ asked, file }: TemplateTable, named: readonly string[]): void {
  const names = [...named, COUNTRIES];
  const unknown = new Map(asked.flatMap(({ table, at }) => (names.includes(table) ? [] : [[table, at] as const])).reverse());
  for (const [table, at] of unknown)
    file.fault(at, "MAPPING", `the mapping has no lookup "${table}"${didYouMean(table, names) || `; there are ${names.join(", ")}`}`);
}

function lookupColumns({ asked, file }: TemplateTable): LookupColumn[] {
  const columns = new Map<string, LookupColumn>();
  for (const { table, column: name, at } of asked) {
    const key = JSON.stringify([table, name]);
    if (name !== undefined && !columns.has(key)) columns.set(key, { table, name, ...file.place(at) });
  }
  return [...columns.values()];
}

function pair(key: string, value: RawNode, file: SourceFile): [string, string][] {
  if (value.is === "scalar") return value.broken ? [] : [[key, isAbsent(value) ? "" : value.text]];
  file.fault(value.at, "TYPE", `"${key}" must be text, got a ${value.is}; for several columns name a file with "files" and "key"`);
  return [];
}

function readMentions(root: RawMap, file: SourceFile): MentionSource[] {
  const node = entryOf(root, "mentions")?.value;
  if (node === undefined || isAbsent(node)) return [];
  const items = node.is === "list" ? node.items : [node];
  return items.flatMap((item) => {
    const found = MENTION_SOURCES.find((each) => item.is === "scalar" && item.text === each);
    if (found === undefined) file.fault(item.at, "ENUM", `"mentions" lists what to look for: ${MENTION_SOURCES.join(", ")}`);
    return found ?? [];
  });
}

function readSwitch(root: RawMap, name: string, file: SourceFile): boolean {
  const node = entryOf(root, name)?.value;
  if (node === undefined || isAbsent(node)) return false;
  if (node.is === "scalar" && /^(?:yes|true|no|false)$/.test(node.text)) return /^(?:yes|true)$/.test(node.text);
  file.fault(node.at, "ENUM", `"${name}" must be yes or no`);
  return false;
}

function readVariants(root: RawMap, file: SourceFile): Pick<Mapping, "variants"> {
  const node = entryOf(root, "variants")?.value;
  if (node === undefined || isAbsent(node)) return {};
  if (node.is === "scalar" && /^(?:no|false)$/.test(node.text)) return {};
  if (node.is === "scalar" && /^(?:yes|true)$/.test(node.text)) return { variants: DEFAULT_SIMILARITY };
  const value = node.is === "scalar" ? Number(node.text) : NaN;
  if (value >= 0.5 && value < 1) return { variants: value };
  file.fault(node.at, "RANGE", `"variants" must be yes, no, or the least similarity, from 0.5 to below 1`);
  return {};
}
