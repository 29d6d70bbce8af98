import type { GraphRecord } from "../graph/cypher-statement";
import { typeOfId } from "../model/kind-of-id";
import { SCORE_UNIT } from "../model/relevance";
import type { Highlight } from "../search/highlight";
import { highlight } from "../search/highlight";
import { NO_STEMMER } from "../search/stem-word";
import type { CursorKey } from "./cursor";
import { writeCursor } from "./cursor";
import { isItemByItem } from "./print-cypher";
import { readCells, readFacets, readGroups } from "./read-groups";
import type { PageTree, RootTree } from "./root-tree";
import { readFlat } from "./row-columns";
import { readNetwork } from "./read-network";
import type { EdgePlan, PagePlan, RowPlan } from "./row-plan";

/**
 * A row of an answer: scalars by field name, edges under `edges[response key]`. A page is a row, too: its lists stand
 * under the response keys of `edges` and `nodes`.
 */
export interface AnswerRow {
  readonly edges?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** A row as the engine gives it: scalars, then edges. */
export type RawRow = readonly unknown[];
/** Reads one row; handed to the files that read lists of rows, which this one calls. */
export type ReadRow = (raw: RawRow, plan: RowPlan) => AnswerRow;
type Row = Record<string, unknown>;

/** The engine's records as the value of the root field: a row, a list of rows, a page, or null. */
export function answerRows(tree: RootTree, records: readonly GraphRecord[]): unknown {
  const record = (records[0] ?? {}) as Record<string, unknown>;
  switch (tree.is) {
    case "nothing":
      return tree.answer;
    case "paths":
      throw new Error("Paths are searched, not read from one answer.");
    case "row":
      return record.row ? readRow(record.row as RawRow, tree.row) : null;
    case "list":
      return readRows(record.rows as RawRow[], tree.row);
    case "page":
      return readPageTree(tree, itemsOf(tree, records), record);
    case "rows":
      return readFlat(readPageTree(tree, itemsOf(tree, records), record), tree.columns);
    case "counts":
      return readGroups(record[tree.level.gives.alias] as RawRow[], tree.plan, readRow);
    case "cells":
      return readCells(record[tree.level.gives.alias] as RawRow[], tree, readRow);
    case "nodes":
      return placeNodes(tree, record);
    case "network":
      return readNetwork(record, tree, readRow);
    case "version":
      return readVersion(tree, record);
  }
}

function itemsOf(tree: Extract<RootTree, { is: "page" | "rows" }>, records: readonly GraphRecord[]): unknown {
  const alias = tree.items?.gives.alias ?? "";
  return isItemByItem(tree) ? records.map((record) => record[alias]) : records[0]?.[alias];
}

function readPageTree({ total, facets, page }: PageTree, items: unknown, record: Record<string, unknown>): AnswerRow {
  const columns = facets.map((level) => record[level.gives.alias]);
  return readPage(items, record[total?.gives.alias ?? ""], columns, page);
}

function readRows(rows: readonly RawRow[], plan: RowPlan): Row[] {
  return rows.map((row) => readRow(row, plan));
}

/** A row with its names. */
export function readRow(raw: RawRow, plan: RowPlan): Row {
  const row: Row = {};
  const { scalars, edges } = plan;
  let at = 0;
  for (const name of scalars) row[name] = raw[at++];
  if (edges.length === 0) return row;
  const read: Row = {};
  for (const { key, variants } of edges) {
    const value = raw[at++];
    const variant = variants.find(({ types }) => types === null || types.includes(typeOfId(String(row.id)) ?? ""));
    read[key] = value === null || !variant ? null : readEdgeValue(value as RawRow, variant.plan);
  }
  row.edges = read;
  return row;
}

function readEdgeValue(raw: RawRow, plan: EdgePlan): unknown {
  switch (plan.is) {
    case "page":
      return readPage(raw[0], raw[1], raw.slice(2), plan.page);
    case "row":
      return readRow(raw, plan.row);
    case "list":
      return readRows(raw as RawRow[], plan.row);
  }
}

/** Items and counts of a page as they came; each is absent where nobody asked for it. */
function readPage(items: unknown, total: unknown, facets: readonly unknown[], plan: PagePlan): AnswerRow {
  const found = (items ?? []) as RawRow[];
  const shown = found.length > plan.size ? found.slice(0, plan.size) : found;
  if (plan.backward) shown.reverse();
  const rows = plan.shapes.map((shape, index) => shown.map((item) => readRow(rowOfItem(item, index, plan), shape)));
  const cursorOf = (item: RawRow | undefined): string | null =>
    plan.withKeys && item !== undefined ? writeCursor(plan.list, item[0] as CursorKey[]) : null;
  const lists = plan.shown.map((list): [string, unknown] => {
    if (list.as === "nodes") return [list.key, rows[list.shape]];
    return [
      list.key,
      shown.map((item, index) => ({
        cursor: cursorOf(item),
        ...readHit(item, plan),
        ...readValues(item, plan),
        edges: Object.fromEntries([
          ...list.nodes.map((node): [string, unknown] => [node.key, rows[node.shape]?.[index]]),
          ...readLists(item, plan),
        ]),
      })),
    ];
  });
  const counted = plan.facets.map((each): [string, unknown] => [each.key, readFacets(facets, each, readRow)]);
  return {
    totalCount: total,
    pageInfo: {
      ...hasMore(plan, found.length > plan.size),
      startCursor: cursorOf(shown[0]),
      endCursor: cursorOf(shown.at(-1)),
    },
    edges: Object.fromEntries([...lists, ...counted]),
  };
}

/** An item with a single row and nothing beside it is that row. */
function rowOfItem(item: RawRow, index: number, plan: PagePlan): RawRow {
  const before = extrasFrom(plan) + plan.extras.length;
  return before === 0 && plan.shapes.length === 1 ? item : (item[before + index] as RawRow);
}

/** The place of the first extra of an item, behind its sort keys and what a search shows. */
function extrasFrom(plan: PagePlan): number {
  return (plan.withKeys ? 1 : 0) + (plan.hit === null ? 0 : 1);
}

function readValues(item: RawRow, plan: PagePlan): Row {
  const from = extrasFrom(plan);
  return Object.fromEntries(plan.extras.flatMap((extra, index) => (extra.is === "value" ? [[extra.name, item[from + index]]] : [])));
}

function readLists(item: RawRow, plan: PagePlan): [string, unknown][] {
  const from = extrasFrom(plan);
  return plan.extras.flatMap((extra, index): [string, unknown][] =>
    extra.is === "rows" ? [[extra.key, readRows(item[from + index] as RawRow[], extra.row)]] : [],
  );
}

/** How well an item fits a search, and where it has the words. */
function readHit(item: RawRow, plan: PagePlan): { score: number | null; highlights: readonly Highlight[] } {
  const { hit, withKeys } = plan;
  if (hit === null) return { score: null, highlights: [] };
  const shown = item[withKeys ? 1 : 0] as RawRow;
  const score = hit.isScored ? Number(shown[0]) / SCORE_UNIT : null;
  let at = hit.isScored ? 1 : 0;
  const stemmer = (shown[at++] ?? NO_STEMMER) as string;
  const fields = hit.fields.map(({ field, inRow }) => {
    const text = (inRow === null ? shown[at++] : rowOfItem(item, 0, plan)[inRow]) as string | string[] | null | undefined;
    return { field, texts: [text ?? []].flat() };
  });
  return { score, highlights: highlight(fields, hit.clauses, stemmer) };
}

function hasMore(plan: PagePlan, isCut: boolean): Record<string, boolean> {
  return {
    hasNextPage: plan.backward ? plan.hasCursor : isCut,
    hasPreviousPage: plan.backward ? isCut : plan.hasCursor,
  };
}

function placeNodes(tree: Extract<RootTree, { is: "nodes" }>, record: Record<string, unknown>): (Row | null)[] {
  const placed = new Array<Row | null>(tree.count).fill(null);
  for (const { level, row } of tree.kinds) {
    for (const [at, raw] of (record[level.gives.alias] ?? []) as [number, RawRow][]) placed[at] = readRow(raw, row);
  }
  return placed;
}

/** A graph that was never loaded has no version node yet. */
function readVersion(tree: Extract<RootTree, { is: "version" }>, record: Record<string, unknown>): AnswerRow {
  const [version, changedAt] = (record.row ?? ["empty", new Date(0).toISOString()]) as [string, string];
  const counts = tree.counts.map(({ name, level }): [string, unknown] => [name, record[level.gives.alias]]);
  return { id: version, changedAt, ...Object.fromEntries(counts) };
}
