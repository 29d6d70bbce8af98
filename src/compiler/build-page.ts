import type { Edge } from "../model/edge-types";
import type { BuildContext, BuiltEdge, Reached } from "./build-edge";
import { checkPage } from "./check-arguments";
import type { PageArguments } from "./check-arguments";
import { readCursor } from "./cursor";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import { all, compare } from "./nodes/condition-node";
import { anchorOf } from "./nodes/anchor";
import type { LevelNode, OrderTerm, PageNode } from "./nodes/level-node";
import { RELATION_KINDS } from "./nodes/print-relations-source";
import { mergeSelections } from "./merge-selections";
import type { Order } from "./order-terms";
import { readOrder } from "./order-terms";
import { readFilter } from "./read-filter";
import type { PagePlan, RowPlan, ShownList } from "./row-plan";
import type { SelectedField, Selection } from "./selection";

/** Sorts above every stored key: the bound of a first page, so that its text is that of the next ones. */
const HIGHEST = "\u{10FFFF}";
const LOWEST = "";

type PageOwner = Pick<Edge, "on" | "field" | "gives">;

/** A connection: the level that gives its items, and the one that counts, each only where it is asked for. */
export function buildPage(
  owner: PageOwner,
  field: SelectedField,
  selection: Selection,
  reached: Reached,
  context: BuildContext,
): BuiltEdge {
  const { draft } = context;
  const page = checkPage(field.arguments, draft.limits);
  const start = startOf(field, reached);
  const filter = pageFilter(owner, field, draft);
  const names = new Set(selection.fields.map((each) => each.name));
  const itemsWanted = ["edges", "nodes", "pageInfo"].some((name) => names.has(name));
  const order = pageOrder(owner, field, start, draft);
  const items = itemsWanted ? buildItems(owner, selection, start, filter, page, order, context) : null;
  const total = names.has("totalCount") ? buildCount(start, filter, draft) : null;
  return {
    expression: { is: "page", items: items?.alias ?? null, total: total?.gives.alias ?? null },
    below: [...(items ? [items.level] : []), ...(total ? [total] : [])],
    plan: { is: "page", page: items?.plan ?? emptyPlan(page) },
  };
}

function startOf(field: SelectedField, reached: Reached): Reached {
  if (reached.source.from !== "relations") return reached;
  const asked = field.arguments.kinds as string[] | null | undefined;
  return {
    ...reached,
    source: { ...reached.source, kinds: asked ? RELATION_KINDS.filter((kind) => asked.includes(kind)) : RELATION_KINDS },
  };
}

function pageFilter(owner: PageOwner, field: SelectedField, draft: Draft): ConditionNode | null {
  const { where, kinds } = field.arguments;
  const parts: (ConditionNode | null)[] = [];
  if (where !== null && where !== undefined)
    parts.push(readFilter(where as Record<string, unknown>, WHERE[owner.gives] ?? "EntityWhere", draft));
  if (owner.gives === "Response" && Array.isArray(kinds))
    parts.push({ ...compare("kind", "IN", draft.parameter(kinds as string[])), of: "relation" });
  return all(parts.filter((part) => part !== null));
}

const WHERE: Readonly<Record<string, string>> = { Statement: "StatementWhere", Document: "DocumentWhere" };

function pageOrder(owner: PageOwner, field: SelectedField, { subject }: Reached, draft: Draft): Order {
  const { link, variable } = subject;
  if (!link) return readOrder(owner.gives, field.arguments.orderBy, variable, draft);
  if (link.kind === null) {
    const terms = [term(`${variable}.saidKey`)];
    return { terms, signature: "said" };
  }
  const key = [link.kind, `${link.from}.id`, `${link.to}.id`, `${link.relation}.key`].join(" + '|' + ");
  return { terms: [{ expression: key, direction: "ASC", alias: draft.name("k") }], signature: "kind" };
}

function term(expression: string): OrderTerm {
  return { expression, direction: "ASC", alias: null };
}

interface BuiltItems {
  readonly level: LevelNode;
  readonly alias: string;
  readonly plan: PagePlan;
}

function buildItems(
  owner: PageOwner,
  selection: Selection,
  start: Reached,
  filter: ConditionNode | null,
  page: PageArguments,
  order: Order,
  { draft, buildShape }: BuildContext,
): BuiltItems {
  const { shown, selections } = readShown(selection);
  const list = `${owner.on}.${owner.field} ${order.signature}`;
  const built = selections.map((each) => buildShape(each, start.subject, draft));
  const withKeys = selection.fields.some((field) => field.name === "pageInfo" || hasCursorField(field));
  const alias = draft.name("e");
  const level: LevelNode = {
    imports: start.imports,
    source: start.source,
    variable: start.subject.variable,
    carries: start.carries,
    filter,
    page: buildPageNode(
      start,
      page,
      order,
      { list, looksAhead: selection.fields.some((field) => field.name === "pageInfo"), filter },
      draft,
    ),
    below: built.flatMap((each) => each.below),
    gives: { is: "items", alias, shapes: built.map((each) => each.shape), withKeys },
  };
  const plan = { ...emptyPlan(page), list, shown, withKeys, shapes: built.map((each): RowPlan => each.plan) };
  return { level, alias, plan };
}

function hasCursorField(field: SelectedField): boolean {
  return field.name === "edges" && (field.selection?.fields ?? []).some((each) => each.name === "cursor");
}

interface PageWish {
  /** The list and its order, as cursors name it. */
  readonly list: string;
  readonly looksAhead: boolean;
  readonly filter: ConditionNode | null;
}

function buildPageNode(
  { source }: Reached,
  page: PageArguments,
  order: Order,
  { list, looksAhead, filter }: PageWish,
  draft: Draft,
): PageNode {
  // A page from the end is the first page of the opposite order; its rows are turned round when they are here.
  const terms = page.backward ? order.terms.map(opposite) : order.terms;
  const cursor = page.backward ? page.before : page.after;
  const keys = cursor === null ? null : readCursor(cursor, list, terms.length, page.backward ? "before" : "after");
  const node: PageNode = {
    terms,
    // One more than asked for tells whether there is a further page.
    limitParameter: draft.parameter(looksAhead ? page.size + 1 : page.size),
    afterParameters: keys?.map((key) => draft.parameter(key)) ?? null,
    boundParameter: null,
  };
  const [first] = terms;
  const walksIndex = source.from === "label" && first?.alias === null && keys === null && anchorOf({ source, filter, page: node }) === null;
  return walksIndex ? { ...node, boundParameter: draft.parameter(first.direction === "DESC" ? HIGHEST : LOWEST) } : node;
}

function opposite(each: OrderTerm): OrderTerm {
  return { ...each, direction: each.direction === "ASC" ? "DESC" : "ASC" };
}

function buildCount(start: Reached, filter: ConditionNode | null, draft: Draft): LevelNode {
  const { source, imports, carries, subject } = start;
  return {
    imports,
    source,
    variable: subject.variable,
    carries,
    filter,
    page: null,
    below: [],
    gives: { is: "count", alias: draft.name("c") },
  };
}

function emptyPlan(page: PageArguments): PagePlan {
  return {
    list: "",
    size: page.size,
    backward: page.backward,
    hasCursor: page.after !== null || page.before !== null,
    shown: [],
    withKeys: false,
    shapes: [],
  };
}

/** What `edges`, `nodes` and their aliases show; selections that one row can serve share it. */
function readShown(selection: Selection): { shown: ShownList[]; selections: Selection[] } {
  const selections: Selection[] = [];
  const shapeFor = (wanted: Selection): number => {
    for (const [index, known] of selections.entries()) {
      const merged = mergeSelections(known, wanted);
      if (merged === null) continue;
      selections[index] = merged;
      return index;
    }
    return selections.push(wanted) - 1;
  };
  const shown = selection.fields.flatMap((field): ShownList[] => {
    if (field.selection === null) return [];
    if (field.name === "nodes") return [{ as: "nodes", key: field.responseKey, shape: shapeFor(field.selection) }];
    if (field.name !== "edges") return [];
    const nodes = field.selection.fields.flatMap((each) =>
      each.name === "node" && each.selection ? [{ key: each.responseKey, shape: shapeFor(each.selection) }] : [],
    );
    return [{ as: "edges", key: field.responseKey, nodes }];
  });
  return { shown, selections };
}
