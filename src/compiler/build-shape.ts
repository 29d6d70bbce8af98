import type { Edge } from "../model/edge-types";
import { edgeOf } from "../model/edges";
import { buildEdge } from "./build-edge";
import type { Draft } from "./draft";
import { groupBy } from "./group-by";
import type { EdgeSlot, LevelNode, ScalarNode, ShapeNode } from "./nodes/level-node";
import type { EdgeVariant, RowPlan } from "./row-plan";
import { scalarExpression } from "./scalar-expression";
import type { SelectedField, Selection } from "./selection";

/** What is bound while a row is told: a node, or a link with its ends. */
export interface Subject {
  /** The API type. */
  readonly type: string;
  readonly variable: string;
  readonly link: LinkVariables | null;
}

export interface LinkVariables {
  readonly relation: string;
  readonly from: string;
  readonly to: string;
  /** For Relation: the variable that holds its kind. */
  readonly kind: string | null;
}

/** A row's shape, the subqueries it needs, and how to read it. */
export interface BuiltShape {
  readonly shape: ShapeNode;
  readonly below: readonly LevelNode[];
  readonly plan: RowPlan;
}

/** A row of one thing: its scalars, and a subquery for each edge that is not bound yet. */
export function buildShape(selection: Selection, subject: Subject, draft: Draft): BuiltShape {
  const below: LevelNode[] = [];
  const edges: EdgeSlot[] = [];
  const plans: RowPlan["edges"][number][] = [];
  const asked = selection.fields.filter((field) => field.selection !== null);
  for (const [key, fields] of groupBy(asked, (field) => field.responseKey)) {
    const built = fields.map((field) => ({ field, ...buildEdge(edgeFor(subject.type, field), field, subject, { draft, buildShape }) }));
    below.push(...built.flatMap((each) => each.below));
    const only = built.length === 1;
    edges.push({ key, variants: built.map((each) => ({ labels: only ? null : each.field.onTypes, expression: each.expression })) });
    plans.push({ key, variants: built.map((each): EdgeVariant => ({ types: only ? null : each.field.onTypes, plan: each.plan })) });
  }
  const scalars = readScalars(selection, subject);
  return {
    shape: { variable: subject.variable, scalars, edges },
    below,
    plan: { scalars: scalars.map((each) => each.name), edges: plans },
  };
}

/** A field of an object type within a fragment belongs to that type. */
function edgeFor(type: string, field: SelectedField): Edge {
  const edge = edgeOf(type, field.name) ?? (field.onTypes ?? []).map((each) => edgeOf(each, field.name)).find((each) => each !== undefined);
  if (!edge) throw new Error(`The model has no edge ${type}.${field.name}.`);
  return edge;
}

function readScalars(selection: Selection, { type, variable, link }: Subject): ScalarNode[] {
  const names = new Set(selection.fields.flatMap((field) => (field.selection === null ? [field.name] : [])));
  if (link) return [...names].map((name) => ({ name, expression: linkScalar(name, link) }));
  // The id tells the kind: of the row's type where that is open, and of an entity.
  if (selection.isAbstract || names.delete("kind")) names.add("id");
  return [...names].flatMap((name) => {
    const expression = scalarExpression(type, name, variable);
    return expression === null ? [] : [{ name, expression }];
  });
}

/** A position tells its own title and dates; its relation to the holder has none. */
function linkScalar(name: string, { relation, to, kind }: LinkVariables): string {
  if (kind === null) return `${relation}.${name}`;
  if (name === "kind") return kind;
  if (name === "label") return `coalesce(${relation}.label, ${relation}.role, CASE WHEN ${to}:Position THEN ${to}.title END)`;
  return `coalesce(${relation}.${name}, CASE WHEN ${to}:Position THEN ${to}.${name} END)`;
}
