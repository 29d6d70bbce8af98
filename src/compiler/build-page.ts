import type { Edge } from "../model/edge-types";
import type { BuildContext, BuiltEdge, Reached } from "./build-edge";
import { buildFacets } from "./build-facets";
import { buildExtras, neighbourSource } from "./build-neighbours";
import type { BuiltShape } from "./build-shape";
import { checkPage, pageLimit } from "./check-arguments";
import type { PageArguments, PageLimit } from "./check-arguments";
import { countedLevel } from "./counted-level";
import type { Counted } from "./counted-level";
import { readCursor } from "./cursor";
import type { Draft } from "./draft";
import { mergeSelections } from "./merge-selections";
import type { ConditionNode } from "./nodes/condition-node";
import { all, compare } from "./nodes/condition-node";
import type { LevelNode, OrderTerm, SourceNode } from "./nodes/level-node";
import type { Order } from "./order-terms";
import { readOrder } from "./order-terms";
import { buildPageNode, searchOnPage } from "./page-walk";
import { WALKED_KINDS } from "./printers/sources/print-relations-source";
import { readFilter } from "./read-filter";
import { readSearched } from "./read-search";
import type { Searched } from "./read-search";
import type { PageTree } from "./root-tree";
import type { FacetsPlan, HitField, PagePlan, RowPlan, ShownList } from "./row-plan";
import { labelOf } from "./scalar-expression";
import type { SelectedField, Selection } from "./selection";

interface PageOwner extends Pick<Edge, "on" | "field" | "gives"> {
  /** Where it is known already what is searched. */
  readonly searched?: Searched;
  /** Where more fits on a page than on those of nested lists. */
  readonly page?: PageLimit;
}

/** A connection: the level that gives its items, those that count, each only where it is asked for. */
export function buildPage(
  owner: PageOwner,
  field: SelectedField,
  selection: Selection,
  reached: Reached,
  context: BuildContext,
): BuiltEdge {
  const { draft } = context;
  const page = checkPage(field.arguments, owner.page ?? pageLimit(draft.limits));
  const start = startOf(field, reached);
  // Along relations nodes are reached one by one.
  const list = { label: labelOf(owner.gives), variable: start.subject.variable, isWhole: start.source.from === "label" };
  const searched = owner.searched ?? readSearched(field.arguments.search, list, draft);
  const filter = pageFilter(owner, field, draft);
  const counted: Counted = { start, filter, search: searched.search };
  const names = new Set(selection.fields.map((each) => each.name));
  const itemsWanted = ["edges", "nodes", "pageInfo"].some((name) => names.has(name));
  const items = itemsWanted
    ? buildItems(owner, field, selection, { ...counted, hit: searched.hit, best: searched.best }, page, context)
    : null;
  // An order that cannot be, or a cursor of something else, is refused whatever is asked of the page.
  if (!items) checkPlace(owner, field, counted, page, draft);
  const total = names.has("totalCount") ? countedLevel(counted, draft.count(), [], draft) : null;
  const facets = buildAllFacets(selection, counted, context);
  return {
    expression: {
      is: "page",
      items: items?.alias ?? null,
      total: total?.gives.alias ?? null,
      facets: facets.levels.map((level) => level.gives.alias),
    },
    below: [...(items ? [items.level] : []), ...(total ? [total] : []), ...facets.levels],
    plan: { is: "page", page: { ...(items?.plan ?? emptyPlan(page)), facets: facets.plans } },
  };
}

function checkPlace(owner: PageOwner, field: SelectedField, listed: Counted, page: PageArguments, draft: Draft): void {
  const cursor = page.after ?? page.before;
  if (cursor === null && !Array.isArray(field.arguments.orderBy)) return;
  const order = pageOrder(owner, field, listed, draft);
  if (cursor !== null) readCursor(cursor, listName(owner, order), order.terms, page.backward ? "before" : "after");
}

/** The list and its order, as cursors name it. */
function listName({ on, field }: PageOwner, { signature }: Order): string {
  return `${on}.${field} ${signature}`;
}

/** A page that is a root field: its levels are columns of the statement. */
export function pageTree({ plan, below }: BuiltEdge): PageTree {
  if (plan.is !== "page") throw new Error("The root field gives no page.");
  return {
    items: below.find((level) => level.gives.is === "items") ?? null,
    total: below.find((level) => level.gives.is === "count") ?? null,
    facets: below.filter((level) => level.gives.is === "groups"),
    page: plan.page,
  };
}

function buildAllFacets(selection: Selection, counted: Counted, context: BuildContext): { levels: LevelNode[]; plans: FacetsPlan[] } {
  const levels: LevelNode[] = [];
  const plans = selection.fields
    .filter((field) => field.name === "facets")
    .map((field) => {
      const built = buildFacets(field, counted, levels.length, context);
      levels.push(...built.levels);
      return built.plan;
    });
  return { levels, plans };
}

function startOf(field: SelectedField, reached: Reached): Reached {
  if (reached.source.from === "neighbours") return { ...reached, source: neighbourSource(reached.source, field.arguments) };
  if (reached.source.from !== "relations") return reached;
  const asked = field.arguments.kinds as string[] | null | undefined;
  return {
    ...reached,
    source: { ...reached.source, kinds: asked ? WALKED_KINDS.filter((kind) => asked.includes(kind)) : WALKED_KINDS },
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

function pageOrder(owner: PageOwner, field: SelectedField, { start: { source, subject }, search }: Counted, draft: Draft): Order {
  const { link, variable } = subject;
  if (source.from === "neighbours") return byStrength(source, variable, draft);
  if (!link) {
    return readOrder(owner.gives, field.arguments.orderBy, variable, search?.scoreAlias ?? null, draft);
  }
  if (link.kind === null) {
    const terms = [term(`${variable}.saidKey`)];
    return { terms, signature: "said" };
  }
  const key = [link.kind, `${link.from}.id`, `${link.to}.id`, `${link.relation}.key`].join(" + '|' + ");
  return { terms: [{ expression: key, direction: "ASC", alias: draft.name("k") }], signature: "kind" };
}

/** The strongest link first; equal ones by kind and by id. */
function byStrength(source: Extract<SourceNode, { from: "neighbours" }>, variable: string, draft: Draft): Order {
  const terms: OrderTerm[] = [
    { expression: source.count, direction: "DESC", alias: draft.name("k"), isNumber: true },
    { expression: source.link, direction: "ASC", alias: draft.name("k") },
    term(`${variable}.id`),
  ];
  return { terms, signature: "count" };
}

function term(expression: string): OrderTerm {
  return { expression, direction: "ASC", alias: null };
}

interface BuiltItems {
  readonly level: LevelNode;
  readonly alias: string;
  readonly plan: PagePlan;
}

/** What is listed, and what its hits show. */
type Listed = Counted & Pick<Searched, "hit" | "best">;

function buildItems(
  owner: PageOwner,
  field: SelectedField,
  selection: Selection,
  listed: Listed,
  page: PageArguments,
  { draft, buildShape }: BuildContext,
): BuiltItems {
  const { start, filter, search } = listed;
  const order = pageOrder(owner, field, listed, draft);
  const { shown, selections } = readShown(selection);
  const list = listName(owner, order);
  const built = selections.map((each) => buildShape(each, start.subject, draft));
  const withKeys = selection.fields.some((each) => each.name === "pageInfo" || edgeAsks(each, "cursor"));
  const marks = selection.fields.some((each) => edgeAsks(each, "highlights"));
  const scoreAlias = search?.scoreAlias ?? null;
  const isScored = scoreAlias !== null && selection.fields.some((each) => edgeAsks(each, "score"));
  const isHit = isScored || (search !== null && marks);
  const fields = marks ? placeFields(listed.hit?.fields ?? [], start.subject.variable, built) : [];
  const apart = fields.filter(({ inRow }) => inRow === null).map(({ field }) => field);
  const hitNode = isHit ? { scoreAlias: isScored ? scoreAlias : null, fields: marks ? ["searchStemmer", ...apart] : [] } : null;
  const sortsByScore = order.terms.some((each) => each.alias !== null && each.alias === scoreAlias);
  const extras = buildExtras(selection, start, { draft, buildShape });
  const pageNode = buildPageNode(
    listed,
    page,
    order,
    { list, looksAhead: selection.fields.some((each) => each.name === "pageInfo") },
    draft,
  );
  const alias = draft.name("e");
  const level: LevelNode = {
    imports: start.imports,
    source: start.source,
    variable: start.subject.variable,
    carries: start.carries,
    filter,
    search: search && searchOnPage(search, { isScored: sortsByScore || isScored, best: listed.best }, pageNode, draft),
    page: pageNode,
    ...(extras.gathers !== undefined && { gathers: extras.gathers }),
    below: [...built.flatMap((each) => each.below), ...extras.below],
    gives: { is: "items", alias, shapes: built.map((each) => each.shape), withKeys, hit: hitNode, extras: extras.expressions },
  };
  const hit = isHit ? { isScored, fields, clauses: listed.hit?.clauses ?? [] } : null;
  const plan = { ...emptyPlan(page), list, shown, withKeys, hit, extras: extras.plans, shapes: built.map((each): RowPlan => each.plan) };
  return { level, alias, plan };
}

/** A text that the one row of an item has need not travel twice. */
function placeFields(fields: readonly string[], variable: string, [only, ...more]: readonly BuiltShape[]): HitField[] {
  const scalars = more.length === 0 ? (only?.shape.scalars ?? []) : [];
  return fields.map((field) => {
    const inRow = scalars.findIndex(({ expression }) => expression === `${variable}.${field}`);
    return { field, inRow: inRow < 0 ? null : inRow };
  });
}

function edgeAsks(field: SelectedField, name: string): boolean {
  return field.name === "edges" && (field.selection?.fields ?? []).some((each) => each.name === name);
}

function emptyPlan(page: PageArguments): PagePlan {
  return {
    list: "",
    size: page.size,
    backward: page.backward,
    hasCursor: page.after !== null || page.before !== null,
    shown: [],
    withKeys: false,
    hit: null,
    extras: [],
    facets: [],
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
