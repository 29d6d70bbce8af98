import type { RawEntry, RawMap } from "../readers/raw-node";
import type { Cell, TableRow } from "../readers/table-row";
import { attempt, doesHold, fillEntries } from "./fill-plan";
import type { RowContext } from "./fill-plan";
import { fillTemplate } from "./fill-template";
import type { Scope } from "./fill-template";
import type { MapPlan, Mapping, RecordsPlan, TablePlan } from "./mapping";
import { mergeEntries } from "./merge-records";
import type { Difference } from "./merge-records";
import type { NameAnswer, NameRequest } from "./name-request";
import { RowFile } from "./row-file";
import type { Lookup } from "./template";

/** One record that a row speaks of. */
export interface RowRecord {
  readonly plan: RecordsPlan;
  readonly entry: RawEntry;
}

/** All that one row says. */
export interface FilledRow {
  readonly file: RowFile;
  readonly records: readonly RowRecord[];
}

export interface FillOptions {
  readonly mapping: Mapping;
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly refer: (request: NameRequest, file: RowFile) => NameAnswer;
}

/** Fills in the plans of a table with one row; undefined where the table's `where` is empty. Faults go to the row's file. */
export function fillRow(table: TablePlan, row: TableRow, { mapping, lookups, refer }: FillOptions): FilledRow | undefined {
  const file = new RowFile(row, mapping, table);
  const scope = scopeOf(table, row, lookups, file);
  if (table.where !== undefined && !doesHold({ when: table.where }, scope, file)) return undefined;
  const context: RowContext = { file, refer, speakers: [] };
  const records = table.records.flatMap((plan) => plan.entries.flatMap((entries) => recordsOf(plan, entries, scope, context)));
  return { file, records };
}

function recordsOf(plan: RecordsPlan, map: MapPlan, scope: Scope, context: RowContext): RowRecord[] {
  const entries = mergeAgreeing(fillEntries(map, scope, context));
  if (entries.length === 0) reportNameless(plan, map, context.file);
  return entries.map((entry) => ({ plan, entry }));
}

/** Two records of one slug that disagree stay two, to be told like those of two rows. */
function mergeAgreeing(entries: readonly RawEntry[]): readonly RawEntry[] {
  const differences: Difference[] = [];
  const merged = mergeEntries(entries, differences);
  return differences.length === 0 ? merged : entries;
}

/** Entities that a row does not name are left out; a statement or document without a slug would be lost without a word. */
function reportNameless({ file: target }: RecordsPlan, map: MapPlan, file: RowFile): void {
  const { number } = map;
  const isMeant = [map, ...map.entries.map(({ plan }) => plan)].some(
    (each) => each.is === "map" && (each.when ?? each.unless ?? each.each) !== undefined,
  );
  if (target === "relations" || isMeant) return;
  const { label } = target.shape;
  if (!["Statement", "Document", "Claim"].includes(label) || file.faults.length > 0) return;
  file.fault(
    number,
    "REQUIRED",
    `the row gives no slug for its ${label.toLowerCase()}; name other columns, or write "when" if that is meant`,
  );
}

function scopeOf(table: TablePlan, row: TableRow, lookups: ReadonlyMap<string, Lookup>, file: RowFile): Scope {
  const variables = new Map<string, Cell>();
  const scope: Scope = {
    // Own cells only: every object has a "constructor".
    value: (name) => variables.get(name) ?? (Object.hasOwn(row.cells, name) ? row.cells[name] : undefined),
    lookup: (name) => lookups.get(name),
  };
  for (const variable of table.set) {
    const value = doesHold(variable, scope, file)
      ? attempt(() => fillTemplate(variable.template, scope), variable.template.number, file)
      : "";
    variables.set(variable.name, value ?? "");
  }
  return scope;
}

/** The map of a record, or an empty one. */
export function mapOf({ value, at }: RawEntry): RawMap {
  return value.is === "map" ? value : { is: "map", entries: [], at };
}
