import { bucketStart } from "../model/time-bucket";
import type { AnswerRow, RawRow, ReadRow } from "./answer-row";
import type { CellEnd } from "./root-tree";
import type { BucketView, FacetsPlan, GroupDimension, GroupsPlan, RowPlan } from "./row-plan";

/** Groups as rows with their figures by name, and their buckets under the response keys that ask for them. */
export function readGroups(raw: readonly RawRow[], plan: GroupsPlan, readRow: ReadRow): AnswerRow[] {
  return raw.map((group) => {
    const figures = Object.fromEntries(plan.figures.map((name, index) => [name, group[plan.dimensions.length + index]]));
    const lists = plan.views.map((view): [string, unknown] => [
      view.key,
      plan.dimensions.map((dimension, index) => bucketOf(group[index], figures["count"], dimension, view, readRow)),
    ]);
    return { ...figures, time: timeOf(group, plan), edges: Object.fromEntries(lists) };
  });
}

/** Where one of the dimensions is a time, the beginning of its stretch. */
function timeOf(group: RawRow, { dimensions }: GroupsPlan): string | null {
  const at = dimensions.findIndex((dimension) => dimension.unit !== null);
  const unit = dimensions[at]?.unit;
  return unit ? bucketStart(unit, group[at] as string) : null;
}

function bucketOf(key: unknown, count: unknown, { name, rows }: GroupDimension, view: BucketView, readRow: ReadRow): AnswerRow {
  if (rows === null) {
    const edges = Object.fromEntries(view.entities.map((entity) => [entity.key, null]));
    return { dimension: name, value: key, label: labelOf(name, key as string), count, edges };
  }
  const [id, label, ...told] = key as RawRow;
  const edges = view.entities.map((entity): [string, unknown] => [
    entity.key,
    readRow(told[entity.row] as RawRow, rows[entity.row] as RowPlan),
  ]);
  return { dimension: name, value: id, label, count, edges: Object.fromEntries(edges) };
}

/** A value in words that people read: `CALL_FOR` as "call for", a dataset's id as its name in ids. */
function labelOf(dimension: string, value: string): string {
  if (dimension === "DATASET") return value.replace(/^dataset:/, "");
  return /^[A-Z]+(_[A-Z]+)*$/.test(value) && value.length > 2 ? value.toLowerCase().replaceAll("_", " ") : value;
}

/** The facets of one field, in the order in which they were asked for. */
export function readFacets(columns: readonly unknown[], { facets }: FacetsPlan, readRow: ReadRow): AnswerRow[] {
  return facets.map(({ groups, total, plan }) => {
    const rows = groups === null ? [] : readGroups(columns[groups] as RawRow[], plan, readRow);
    const lists = plan.views.map((view): [string, unknown] => [view.key, rows.map((row) => (row.edges?.[view.key] as AnswerRow[])[0])]);
    return { dimension: plan.dimensions[0]?.name, total: total === null ? null : columns[total], edges: Object.fromEntries(lists) };
  });
}

/** Pairs of a speaker and a target, each entity under the keys of its fields. */
export function readCells(
  raw: readonly RawRow[],
  { plan, ends }: { readonly plan: GroupsPlan; readonly ends: readonly CellEnd[] },
  readRow: ReadRow,
): AnswerRow[] {
  return raw.map((cell) => {
    const figures = plan.figures.map((name, index): [string, unknown] => [name, cell[plan.dimensions.length + index]]);
    const edges = ends.map(({ key, dimension, row }): [string, unknown] => {
      const told = (cell[dimension] as RawRow)[2 + row] as RawRow;
      return [key, readRow(told, plan.dimensions[dimension]?.rows?.[row] as RowPlan)];
    });
    return { ...Object.fromEntries(figures), edges: Object.fromEntries(edges) };
  });
}
