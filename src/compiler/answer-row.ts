import type { GraphRecord } from "../graph/cypher-statement";
import { parseId } from "../model/id";
import { kindOfPrefix } from "../model/ontology";
import type { CursorKey } from "./cursor";
import { writeCursor } from "./cursor";
import type { RootTree } from "./root-tree";
import type { EdgePlan, PagePlan, RowPlan } from "./row-plan";

/**
 * A row of an answer: scalars by field name, edges under `edges[response key]`. A page is a row, too: its lists stand
 * under the response keys of `edges` and `nodes`.
 */
export interface AnswerRow {
  readonly edges?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

interface RawRow {
  edges?: Record<string, unknown>;
  [field: string]: unknown;
}

interface RawItem {
  readonly key?: readonly CursorKey[];
  readonly at?: number;
  readonly [node: `node${number}`]: RawRow;
}

interface RawPage {
  readonly items?: RawItem[];
  readonly total?: number;
}

/** The engine's records as the value of the root field: a row, a list of rows, a page, or null. */
export function answerRows(tree: RootTree, records: readonly GraphRecord[]): unknown {
  const record = (records[0] ?? {}) as Record<string, unknown>;
  switch (tree.is) {
    case "nothing":
      return null;
    case "row":
      return record.row ? readRow(record.row as RawRow, tree.row) : null;
    case "list":
      return (record.rows as RawRow[]).map((row) => readRow(row, tree.row));
    case "page":
      return readPage(rawPage(tree, record), tree.page);
    case "nodes":
      return placeNodes(tree, record);
    case "version":
      return readVersion(tree, record);
  }
}

function rawPage(tree: Extract<RootTree, { is: "page" }>, record: Record<string, unknown>): RawPage {
  const column = (level: typeof tree.items): unknown => (level === null ? undefined : record[level.gives.alias]);
  return { items: column(tree.items) as RawItem[] | undefined, total: column(tree.total) as number | undefined };
}

function readRow(row: RawRow, plan: RowPlan): RawRow {
  const { edges } = row;
  if (edges === undefined) return row;
  for (const { key, variants } of plan.edges) {
    const raw = edges[key];
    if (raw === null || raw === undefined) continue;
    const variant = variants.find(({ types }) => types === null || types.includes(typeOf(row)));
    edges[key] = variant ? readEdgeValue(raw, variant.plan) : null;
  }
  return row;
}

function typeOf(row: RawRow): string {
  return kindOfPrefix(parseId(String(row.id))?.kind ?? "")?.label ?? "";
}

function readEdgeValue(raw: unknown, plan: EdgePlan): unknown {
  if (plan.is === "page") return readPage(raw as RawPage, plan.page);
  if (plan.row.edges.length === 0) return raw;
  if (plan.is === "row") return readRow(raw as RawRow, plan.row);
  return (raw as RawRow[]).map((row) => readRow(row, plan.row));
}

function readPage(raw: RawPage, plan: PagePlan): AnswerRow {
  const found = raw.items ?? [];
  const items = found.length > plan.size ? found.slice(0, plan.size) : found;
  if (plan.backward) items.reverse();
  for (const item of items) plan.shapes.forEach((shape, index) => readRow(item[`node${index}`] as RawRow, shape));
  const cursors = items.map((item) => (item.key ? writeCursor(plan.list, item.key) : ""));
  const lists = plan.shown.map((shown): [string, unknown] => {
    if (shown.as === "nodes") return [shown.key, items.map((item) => item[`node${shown.shape}`])];
    const edges = items.map((item, index) => {
      const nodes = shown.nodes.map((node): [string, unknown] => [node.key, item[`node${node.shape}`]]);
      return { cursor: cursors[index], edges: Object.fromEntries(nodes) };
    });
    return [shown.key, edges];
  });
  return { totalCount: raw.total, pageInfo: pageInfo(plan, found.length > plan.size, cursors), edges: Object.fromEntries(lists) };
}

function pageInfo(plan: PagePlan, hasMore: boolean, cursors: readonly string[]): Record<string, unknown> {
  return {
    hasNextPage: plan.backward ? plan.hasCursor : hasMore,
    hasPreviousPage: plan.backward ? hasMore : plan.hasCursor,
    startCursor: cursors[0] ?? null,
    endCursor: cursors.at(-1) ?? null,
  };
}

function placeNodes(tree: Extract<RootTree, { is: "nodes" }>, record: Record<string, unknown>): (RawRow | null)[] {
  const placed = new Array<RawRow | null>(tree.count).fill(null);
  for (const { level, row } of tree.kinds) {
    for (const item of (record[level.gives.alias] ?? []) as RawItem[]) placed[item.at ?? 0] = readRow(item.node0 as RawRow, row);
  }
  return placed;
}

/** A graph that was never loaded has no version node yet. */
function readVersion(tree: Extract<RootTree, { is: "version" }>, record: Record<string, unknown>): AnswerRow {
  const row = record.row as { version: string; changedAt: string } | null;
  const counts = tree.counts.map(({ name, level }): [string, unknown] => [name, record[level.gives.alias]]);
  return { id: row?.version ?? "empty", changedAt: row?.changedAt ?? new Date(0).toISOString(), ...Object.fromEntries(counts) };
}
