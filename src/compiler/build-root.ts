import { parseId } from "../model/id";
import { kindOfPrefix } from "../model/ontology";
import type { BuildContext } from "./build-edge";
import { buildCells } from "./build-cells";
import { buildCounts } from "./build-counts";
import { buildHits } from "./build-hits";
import { buildNetwork } from "./build-network";
import { buildPage, pageTree } from "./build-page";
import { buildPaths } from "./build-paths";
import { buildRows } from "./build-rows";
import { plainItems } from "./plain-items";
import { buildShape } from "./build-shape";
import { checkList, checkText } from "./check-arguments";
import type { Draft } from "./draft";
import { groupBy } from "./group-by";
import type { ConditionNode } from "./nodes/condition-node";
import type { LevelNode } from "./nodes/level-node";
import { reachAll } from "./reach-all";
import { ROOT_FIELDS } from "./root-fields";
import type { RootTree } from "./root-tree";
import type { RowPlan } from "./row-plan";
import { labelOf, lookupLabel } from "./scalar-expression";
import { narrowTo } from "./selection";
import type { RootSelection } from "./selection";

/** The tree of a root field. @throws BadUserInput, LimitExceeded */
export function buildRoot(root: RootSelection, draft: Draft): RootTree {
  const context: BuildContext = { draft, buildShape };
  const known = ROOT_FIELDS[root.name];
  switch (known?.by) {
    case "page":
      return buildRootPage(root, known.gives, context);
    case "id":
      return buildById(root, known.gives, idArgument(root, draft), draft);
    case "list":
      return buildRootList(root, known.gives, draft);
    case "node":
      return buildNode(root, draft);
    case "nodes":
      return buildNodes(root, draft);
    case "version":
      return buildVersion(draft);
    case "counts":
      return buildCounts(root, context);
    case "cells":
      return buildCells(root, context);
    case "rows":
      return buildRows(root, context);
    case "network":
      return buildNetwork(root, context);
    case "paths":
      return buildPaths(root, context);
    case "search":
      return buildHits(root, context);
    default:
      throw new Error(`The compiler has no root field ${root.name}.`);
  }
}

function idArgument(root: RootSelection, draft: Draft): string {
  return draft.id(checkText(root.arguments.id as string, "id", draft.limits));
}

function buildRootPage(root: RootSelection, gives: string, context: BuildContext): RootTree {
  const owner = { on: "Query", field: root.name, gives };
  const page = buildPage(owner, root, root.selection, reachAll(gives, context.draft), context);
  return { is: "page", ...pageTree(page) };
}

function buildById(root: RootSelection, type: string, id: string, draft: Draft): RootTree {
  const variable = draft.name("n");
  const built = buildShape(root.selection, { type, variable, link: null }, draft);
  const label = lookupLabel(type);
  const level: LevelNode = {
    imports: [],
    source: { from: "id", label, idParameter: draft.parameter(id) },
    variable,
    carries: [variable],
    filter: kindTest(type, label),
    search: null,
    page: null,
    below: built.below,
    gives: { is: "head", alias: "row", shape: built.shape },
  };
  return { is: "row", level, row: built.plan };
}

/** Ids are looked up by the label that has the index; what is found there may be of another kind. */
function kindTest(type: string, label: string): ConditionNode | null {
  if (label === labelOf(type)) return null;
  return { kind: "labels", labels: [type] };
}

function buildRootList(root: RootSelection, gives: string, draft: Draft): RootTree {
  const variable = draft.name("n");
  const built = buildShape(root.selection, { type: gives, variable, link: null }, draft);
  const level: LevelNode = {
    imports: [],
    source: { from: "label", label: labelOf(gives) },
    variable,
    carries: [variable],
    filter: null,
    search: null,
    page: {
      terms: [{ expression: `${variable}.id`, direction: "ASC", alias: null }],
      limitParameter: null,
      afterParameters: null,
      walk: null,
    },
    below: built.below,
    gives: { is: "list", alias: "rows", shape: built.shape },
  };
  return { is: "list", level, row: built.plan };
}

/** Kinds with ids that are no things of the API. */
const HIDDEN = ["Span", "FormerId"];

/** The API type of the things whose ids begin so; null where there is none. */
function typeOfId(id: string): string | null {
  const parsed = parseId(id);
  const kind = parsed && kindOfPrefix(parsed.kind);
  return kind && kind.scope !== "system" && !HIDDEN.includes(kind.label) ? kind.label : null;
}

function buildNode(root: RootSelection, draft: Draft): RootTree {
  const id = idArgument(root, draft);
  const type = typeOfId(id);
  if (type === null) return { is: "nothing", answer: null };
  return buildById({ ...root, selection: narrowTo([type], root.selection) }, type, id, draft);
}

function buildNodes(root: RootSelection, draft: Draft): RootTree {
  const ids = checkList(root.arguments.ids as string[], "ids", draft.limits).map((id) => draft.id(checkText(id, "ids", draft.limits)));
  const rows = ids.map((id, at) => ({ id, at, type: typeOfId(id) }));
  const kinds = [...groupBy(rows, (row) => row.type)].flatMap(([type, of]) => (type === null ? [] : [buildOfKind(root, type, of, draft)]));
  return { is: "nodes", kinds, count: ids.length };
}

function buildOfKind(
  root: RootSelection,
  type: string,
  rows: readonly { id: string; at: number }[],
  draft: Draft,
): { level: LevelNode; row: RowPlan } {
  const [variable, position] = [draft.name("n"), draft.name("i")];
  const built = buildShape(narrowTo([type], root.selection), { type, variable, link: null }, draft);
  const label = lookupLabel(type);
  const rowsParameter = draft.parameter(rows.map(({ id, at }) => ({ id, at })));
  const level: LevelNode = {
    imports: [],
    source: { from: "ids", label, rowsParameter, position },
    variable,
    carries: [variable],
    filter: kindTest(type, label),
    search: null,
    page: null,
    ...plainItems([built], [], draft),
  };
  return { level, row: built.plan };
}

/** The kinds that DataVersion counts, by the field that shows it. */
const COUNTED = { statements: "Statement", reports: "Report", documents: "Document", entities: "Entity" } as const;

function buildVersion(draft: Draft): RootTree {
  const variable = draft.name("n");
  const scalars = ["version", "changedAt"].map((name) => ({ name, expression: `${variable}.${name}` }));
  const base = { imports: [], carries: [variable], variable, filter: null, search: null, page: null, below: [] };
  return {
    is: "version",
    level: {
      ...base,
      source: { from: "id", label: "DataVersion", idParameter: draft.parameter("version:data") },
      gives: { is: "head", alias: "row", shape: { variable, scalars, edges: [] } },
    },
    counts: Object.entries(COUNTED).map(([name, label]) => ({
      name,
      level: { ...base, source: { from: "label", label }, gives: draft.count() },
    })),
  };
}
