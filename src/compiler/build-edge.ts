import type { Edge } from "../model/edge-types";
import { buildPage } from "./build-page";
import type { BuiltShape, Subject } from "./build-shape";
import { checkDate } from "./check-arguments";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import type { EdgeExpression, LevelNode, OrderTerm, PageNode, SourceNode } from "./nodes/level-node";
import { heldAt } from "./read-filter";
import type { EdgePlan } from "./row-plan";
import { labelOf, lookupLabel } from "./scalar-expression";
import type { SelectedField, Selection } from "./selection";

export interface BuiltEdge {
  readonly expression: EdgeExpression;
  readonly below: readonly LevelNode[];
  readonly plan: EdgePlan;
}

/** What building a part of the tree needs; rows contain edges and edges rows, so the way back is handed along. */
export interface BuildContext {
  readonly draft: Draft;
  readonly buildShape: (selection: Selection, subject: Subject, draft: Draft) => BuiltShape;
}

/** One edge of a row as a subquery of its own, or as part of the row where what it shows is bound already. */
export function buildEdge(edge: Edge, field: SelectedField, subject: Subject, context: BuildContext): BuiltEdge {
  const { selection } = field;
  const { draft } = context;
  if (selection === null) throw new Error(`${edge.on}.${edge.field} wants a selection.`);
  if (edge.shape === "connection") return buildPage(edge, field, selection, reachEdge(edge, subject, draft), context);
  if (edge.walk.by === "end" && !edge.walk.steps && subject.link) return boundEnd(edge, edge.walk, selection, subject, context);
  return buildList(edge, field, selection, reachEdge(edge, subject, draft), context);
}

/** Where the nodes of an edge come from, and what is bound once they are there. */
export interface Reached {
  readonly source: SourceNode;
  readonly subject: Subject;
  readonly imports: readonly string[];
  readonly carries: readonly string[];
}

function reachEdge(edge: Edge, subject: Subject, draft: Draft): Reached {
  const { walk } = edge;
  const variable = draft.name("n");
  const plain = { type: edge.gives, variable, link: null };
  switch (walk.by) {
    case "steps":
      return reachBySteps(edge, walk.steps, subject, variable, draft);
    case "end": {
      const start = endOf(subject, walk.end);
      const source: SourceNode = { from: "steps", start, steps: walk.steps ?? [], relation: null, distance: null };
      return { source, subject: plain, imports: [start], carries: [variable] };
    }
    case "ids": {
      const owner = subject.link?.relation ?? subject.variable;
      const source: SourceNode = {
        from: "property",
        owner,
        property: walk.property,
        isList: edge.shape !== "one",
        label: lookupLabel(walk.label),
      };
      return { source, subject: plain, imports: [owner], carries: [variable] };
    }
    case "relationIds": {
      const { step, property, label } = walk;
      const source: SourceNode = {
        from: "relationProperty",
        start: subject.variable,
        step,
        relation: draft.name("r"),
        property,
        label: lookupLabel(label),
      };
      return { source, subject: plain, imports: [subject.variable], carries: [variable] };
    }
    case "relations":
      return reachRelations(subject, variable, draft);
    case "neighbours":
      return reachNeighbours(subject, variable, draft);
  }
}

function reachBySteps(
  edge: Edge,
  steps: Extract<Edge["walk"], { by: "steps" }>["steps"],
  subject: Subject,
  variable: string,
  draft: Draft,
): Reached {
  const start = subject.variable;
  const relation = edge.link ? draft.name("r") : null;
  const distance = edge.sort === "distance" ? draft.name("d") : null;
  const source: SourceNode = { from: "steps", start, steps, relation, distance };
  if (relation === null) return { source, subject: { type: edge.gives, variable, link: null }, imports: [start], carries: [variable] };
  const inward = steps[0]?.direction === "in";
  const link = { relation, from: inward ? variable : start, to: inward ? start : variable, kind: null };
  return { source, subject: { type: edge.gives, variable, link }, imports: [start], carries: [start, relation, variable] };
}

function reachRelations(subject: Subject, variable: string, draft: Draft): Reached {
  const [relation, kind, holder] = [draft.name("r"), draft.name("t"), draft.name("n")];
  const source: SourceNode = { from: "relations", start: subject.variable, kinds: [], relation, kind, holder };
  const link = { relation, from: holder, to: variable, kind };
  return {
    source,
    subject: { type: "Relation", variable, link },
    imports: [subject.variable],
    carries: [holder, relation, variable, kind],
  };
}

function reachNeighbours(subject: Subject, variable: string, draft: Draft): Reached {
  const [link, count] = [draft.name("t"), draft.name("c")];
  const source: SourceNode = { from: "neighbours", start: subject.variable, links: [], labels: null, link, count };
  return {
    source,
    subject: { type: "Entity", variable, link: null },
    imports: [subject.variable],
    carries: [subject.variable, variable, link, count],
  };
}

function endOf(subject: Subject, end: "from" | "to"): string {
  if (!subject.link) throw new Error(`${subject.type} is no link.`);
  return subject.link[end];
}

/** What a link leads to stands in the same row: no subquery is needed for it. */
function boundEnd(
  edge: Edge,
  walk: Extract<Edge["walk"], { by: "end" }>,
  selection: Selection,
  subject: Subject,
  { draft, buildShape }: BuildContext,
): BuiltEdge {
  const built = buildShape(selection, { type: edge.gives, variable: endOf(subject, walk.end), link: null }, draft);
  // Only what an entity is related to may be of several kinds.
  const label = subject.type === "Relation" && edge.field !== "from" ? labelOf(walk.label) : null;
  return { expression: { is: "shape", shape: built.shape, label }, below: built.below, plan: { is: "row", row: built.plan } };
}

function buildList(
  edge: Edge,
  field: SelectedField,
  selection: Selection,
  reached: Reached,
  { draft, buildShape }: BuildContext,
): BuiltEdge {
  const { source, subject, imports, carries } = reached;
  const alias = draft.name("e");
  const built = buildShape(selection, subject, draft);
  const level: LevelNode = {
    imports,
    source,
    variable: subject.variable,
    carries,
    filter: listFilter(edge, field, draft),
    search: null,
    page: listOrder(edge, reached, draft),
    below: built.below,
    gives: { is: edge.shape === "one" ? "head" : "list", alias, shape: built.shape },
  };
  return { expression: { is: "alias", alias }, below: [level], plan: { is: edge.shape === "one" ? "row" : "list", row: built.plan } };
}

function listFilter(edge: Edge, field: SelectedField, draft: Draft): ConditionNode | null {
  const { at } = field.arguments;
  return edge.gives === "Position" && typeof at === "string" ? heldAt(checkDate(at, "at"), draft) : null;
}

/** Lists that take no order are sorted by id, unless the model says otherwise. */
function listOrder(edge: Edge, { source, subject }: Reached, draft: Draft): PageNode | null {
  if (edge.sole) return null;
  const variable = subject.variable;
  const term = (expression: string, direction: "ASC" | "DESC" = "ASC"): OrderTerm => ({ expression, direction, alias: null });
  const byId = term(`${variable}.id`);
  const terms = (): OrderTerm[] => {
    if (source.from === "steps" && source.distance !== null) return [term(source.distance), byId];
    if (edge.sort === "start") return [term(`${variable}.start`), term(`${variable}.end`), byId];
    if (edge.sort === "publishedKey") return [term(`${variable}.publishedKey`, "DESC")];
    if (edge.sort !== undefined) return [term(`${variable}.${edge.sort}`)];
    return [byId];
  };
  const limitParameter = edge.shape === "one" ? draft.parameter(1) : null;
  return { terms: terms(), limitParameter, afterParameters: null, walk: null };
}
