import type { Step } from "../../model/edge-types";
import type { ConditionNode } from "./condition-node";
import type { ShapeNode } from "./level-node";

/** What nodes are grouped by. */
export interface DimensionNode {
  /** Holds the value, or the entity, of one group. */
  readonly variable: string;
  /** A walk from the counted node to what is bound; null for a property of the node itself. */
  readonly steps: readonly Step[] | null;
  /** Where the walk begins: at the counted node, or at its report that several dimensions are of. */
  readonly from: string;
  /** Names the last relation of the walk. */
  readonly relation: string | null;
  /** The value, an expression over the counted node and what the walk binds; null where the group is the entity itself. */
  readonly value: string | null;
  /** What is demanded of the entity itself. */
  readonly filter: ConditionNode | null;
  /** One node may reach one value several times. */
  readonly repeats: boolean;
  /** However much there is, there are few values: languages, years, months. */
  readonly isFew: boolean;
  /** How the entity of a group is told, once for each way in which somebody asks. */
  readonly shapes: readonly ShapeNode[];
}

/** A figure of a group besides its count. */
export interface MeasureNode {
  readonly alias: string;
  /** An aggregate over the counted node and what the dimensions bind. */
  readonly expression: string;
  /** A property of a relation, under the name that the expression has for it: read once, however many measures ask. */
  readonly reads?: { readonly relation: string; readonly property: string; readonly name: string };
  /** The aggregate is a statement's sort key: a parameter that parts date and id. What is told is that statement's date. */
  readonly separator?: string;
}

/** What lies behind the counted nodes of a group, each counted once. Favoured speakers are counted by the ids beside their statements. */
export interface DistinctNode {
  readonly alias: string;
  /** A walk from the counted node, in stages: of the nodes at which one ends, each is gone on from once. */
  readonly stages: readonly (readonly Step[])[];
}

/** Groups of nodes with their counts, sorted and cut. */
export interface GroupsNode {
  readonly is: "groups";
  readonly alias: string;
  /** A report of the counted node, where several dimensions are of one report. */
  readonly report: string | null;
  readonly dimensions: readonly DimensionNode[];
  readonly measures: readonly MeasureNode[];
  readonly distinct: readonly DistinctNode[];
  readonly countAlias: string;
  /** Expressions over the groups' variables. */
  readonly order: readonly { readonly expression: string; readonly direction: "ASC" | "DESC" }[];
  readonly limitParameter: string;
  /** Only how many groups there are. */
  readonly total: boolean;
  /** The engine finds relations by what they hold. */
  readonly seeksRelations: boolean;
}
