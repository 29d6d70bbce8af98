import type { Dimension } from "../model/dimensions";
import { DIMENSIONS, REPORT_DIMENSIONS } from "../model/dimensions";
import { isOnceBetween } from "../model/ontology";
import type { Step } from "../model/edge-types";
import { WALKS } from "../model/walks";
import type { BuildContext } from "./build-edge";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import type { DimensionNode, DistinctNode, GroupsNode, MeasureNode } from "./nodes/groups-node";
import type { LevelNode } from "./nodes/level-node";
import type { BucketView, GroupDimension, GroupsPlan } from "./row-plan";
import type { Selection } from "./selection";

/** A dimension that is bound, and what of its entity is shown. */
export interface BuiltDimension {
  readonly node: DimensionNode;
  readonly plan: GroupDimension;
  readonly below: readonly LevelNode[];
  /** Sorts groups by it: of an entity by name, of a value by itself. */
  readonly key: string;
}

export interface DimensionWish {
  readonly name: string;
  /** What is asked of its entity, once for each way. */
  readonly selections: readonly Selection[];
  readonly filter?: ConditionNode | null;
  /** Names the last relation, where a measure is about it. */
  readonly relation?: string;
  readonly joint?: Joint;
}

/** What several dimensions are of together: one report, or one relation to what the statement is about. */
export interface Joint {
  readonly report: string | null;
  readonly about: string | null;
}

/** Stretches of the calendar of which there are not thousands. */
const FEW_UNITS: readonly string[] = ["Year", "Quarter", "Month"];

const APART: Joint = { report: null, about: null };

/** Dimensions side by side that are of one thing. */
export function jointOf(names: readonly string[], draft: Draft): Joint {
  return {
    report: names.filter((name) => REPORT_DIMENSIONS.includes(name)).length > 1 ? draft.name("j") : null,
    about: names.includes("ABOUT") && names.includes("STANCE") ? draft.name("r") : null,
  };
}

/** @param variable of the statement that is counted */
export function buildDimension(wish: DimensionWish, variable: string, { draft, buildShape }: BuildContext): BuiltDimension {
  const dimension = DIMENSIONS[wish.name];
  if (!dimension) throw new Error(`The model has no dimension ${wish.name}.`);
  const name = draft.name("g");
  const isEntity = dimension.by === "entity";
  // Asked by its own type: a speaker has edges that not every entity has.
  const built = isEntity ? wish.selections.map((each) => buildShape(each, { type: each.type, variable: name, link: null }, draft)) : [];
  const place = placeOf(wish, dimension, variable);
  const relation = wish.relation ?? place.relation ?? (dimension.by === "far" && dimension.of === "relation" ? draft.name("r") : null);
  return {
    node: {
      variable: name,
      steps: place.steps,
      from: place.from,
      relation: place.steps === null ? null : relation,
      value: place.value ?? valueOf(dimension, variable, name, relation),
      filter: wish.filter ?? null,
      repeats: repeats(dimension),
      isFew: dimension.by === "property" || (dimension.by === "time" && FEW_UNITS.includes(dimension.unit)),
      shapes: built.map((each) => each.shape),
    },
    plan: {
      name: wish.name,
      rows: isEntity ? built.map((each) => each.plan) : null,
      unit: dimension.by === "time" ? dimension.unit : null,
    },
    below: built.flatMap((each) => each.below),
    key: isEntity ? `${name}.nameKey` : name,
  };
}

interface Place {
  readonly steps: readonly Step[] | null;
  readonly from: string;
  readonly relation: string | null;
  /** Where the value stands on something that is bound already. */
  readonly value: string | null;
}

/** Where a dimension is found: by a walk of its own, or on what it shares with another. */
function placeOf({ name, joint = APART }: DimensionWish, dimension: Dimension, variable: string): Place {
  const own: Place = { steps: "steps" in dimension ? dimension.steps : null, from: variable, relation: null, value: null };
  const { report, about } = joint;
  if (report !== null && REPORT_DIMENSIONS.includes(name)) {
    const onward = (own.steps ?? []).slice(WALKS.reportsOfStatement.length);
    return dimension.by === "far"
      ? { ...own, steps: null, value: `${report}.${dimension.property}` }
      : { ...own, steps: onward, from: report };
  }
  if (about === null) return own;
  if (name === "ABOUT") return { ...own, relation: about };
  return name === "STANCE" ? { ...own, steps: null, value: `${about}.stance` } : own;
}

function valueOf(dimension: Dimension, variable: string, name: string, relation: string | null): string | null {
  switch (dimension.by) {
    case "entity":
      return null;
    case "property":
      return `${variable}.${dimension.property}`;
    case "time":
      return `${variable}.saidAt${dimension.unit}`;
    case "far":
      return dimension.of === "relation" ? `${relation ?? ""}.${dimension.property}` : `${name}_end.${dimension.property}`;
  }
}

/** One statement reaches one value several times: two of its reports have one publisher. */
function repeats(dimension: Dimension): boolean {
  if (dimension.by === "far") return true;
  return dimension.by === "entity" && !(dimension.steps.length === 1 && dimension.steps.every(isOnce));
}

function isOnce({ relation, hops, direction }: Step): boolean {
  return typeof relation === "string" && !hops && direction === "out" && isOnceBetween(relation);
}

export interface GroupsWish {
  readonly order: GroupsNode["order"];
  readonly first: number;
  readonly measures?: readonly MeasureNode[];
  readonly distinct?: readonly DistinctNode[];
  readonly countAlias: string;
  readonly joint?: Joint;
}

/** Groups by their count, the largest first; ties by the keys. */
export function largestFirst(countAlias: string, dimensions: readonly BuiltDimension[]): GroupsNode["order"] {
  const keys = dimensions.map(({ key }) => ({ expression: key, direction: "ASC" as const }));
  return [{ expression: countAlias, direction: "DESC" }, ...keys];
}

/** What a level gives that counts by these dimensions. */
export function groupsOf(dimensions: readonly BuiltDimension[], wish: GroupsWish, draft: Draft): GroupsNode {
  return {
    is: "groups",
    alias: draft.name("e"),
    report: wish.joint?.report ?? null,
    dimensions: dimensions.map((each) => each.node),
    measures: wish.measures ?? [],
    distinct: wish.distinct ?? [],
    countAlias: wish.countAlias,
    order: wish.order,
    limitParameter: draft.parameter(wish.first),
    total: false,
    seeksRelations: draft.dialect.walksIndexInOrder,
  };
}

/** Lists of buckets that are asked for under `name`, and what each asks of entities. */
export function readViews(selection: Selection, name: string): { views: BucketView[]; selections: Selection[] } {
  const selections: Selection[] = [];
  const views = selection.fields
    .filter((field) => field.name === name && field.selection !== null)
    .map((field): BucketView => {
      const inner = field.selection?.fields ?? [];
      const entities = inner.flatMap((each) =>
        each.name === "entity" && each.selection !== null ? [{ key: each.responseKey, row: selections.push(each.selection) - 1 }] : [],
      );
      return { key: field.responseKey, entities };
    });
  return { views, selections };
}

/** How the groups are read. */
export function groupsPlan(dimensions: readonly BuiltDimension[], figures: readonly string[], views: readonly BucketView[]): GroupsPlan {
  return { dimensions: dimensions.map((each) => each.plan), figures, views };
}
