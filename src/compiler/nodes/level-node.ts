import type { Step } from "../../model/edge-types";
import type { ConditionNode } from "./condition-node";

/** Where the nodes of one level come from. */
export type SourceNode =
  /** Every node of a label. */
  | { readonly from: "label"; readonly label: string }
  /** The node of one id. */
  | { readonly from: "id"; readonly label: string; readonly idParameter: string }
  /** The nodes of a list of `{id, at}`, whose place they keep as `position`. */
  | { readonly from: "ids"; readonly label: string; readonly rowsParameter: string; readonly position: string }
  /** Along relations from a node of the level above. */
  | {
      readonly from: "steps";
      readonly start: string;
      readonly steps: readonly Step[];
      readonly relation: string | null;
      readonly distance: string | null;
    }
  /** The ids that a property of the level above holds. */
  | { readonly from: "property"; readonly owner: string; readonly property: string; readonly isList: boolean; readonly label: string }
  /** The ids that a property of a relation holds, which is one step away. */
  | {
      readonly from: "relationProperty";
      readonly start: string;
      readonly step: Step;
      readonly relation: string;
      readonly property: string;
      readonly label: string;
    }
  /** All relations of an entity that are no statements, of these kinds. */
  | {
      readonly from: "relations";
      readonly start: string;
      readonly kinds: readonly string[];
      readonly relation: string;
      readonly kind: string;
      readonly holder: string;
    };

/** One term of an order; the last term of an order is different for every item. */
export interface OrderTerm {
  /** An expression over the level's variables. */
  readonly expression: string;
  readonly direction: "ASC" | "DESC";
  /** Carries the value from the sort to the answer, where it is more than a property. */
  readonly alias: string | null;
}

/** Order, position and size of a page. */
export interface PageNode {
  readonly terms: readonly OrderTerm[];
  readonly limitParameter: string | null;
  /** Keyset: one parameter a term; null on the first page. */
  readonly afterParameters: readonly string[] | null;
  /** On the first page of a list without any start: a bound that everything fulfils, so that an index can be walked. */
  readonly boundParameter: string | null;
}

/** A scalar of the answer. */
export interface ScalarNode {
  readonly name: string;
  readonly expression: string;
}

/** An edge of the answer under its response key; of several variants, the one whose labels the node has. */
export interface EdgeSlot {
  readonly key: string;
  readonly variants: readonly { readonly labels: readonly string[] | null; readonly expression: EdgeExpression }[];
}

export type EdgeExpression =
  /** The result of a subquery. */
  | { readonly is: "alias"; readonly alias: string }
  /** A page: its items, and its count where asked for. */
  | { readonly is: "page"; readonly items: string | null; readonly total: string | null }
  /** A node that is bound already, told where it has the label; null where it always has. */
  | { readonly is: "shape"; readonly shape: ShapeNode; readonly label: string | null };

/** What is told of one node or link. */
export interface ShapeNode {
  readonly variable: string;
  readonly scalars: readonly ScalarNode[];
  readonly edges: readonly EdgeSlot[];
}

/** A subquery, or the statement itself: nodes from somewhere, filtered, ordered, cut, and told. */
export interface LevelNode {
  /** Variables of the level above that it needs. */
  readonly imports: readonly string[];
  readonly source: SourceNode;
  readonly variable: string;
  /** Everything that the levels below need: the node, and for links the relation and its ends. */
  readonly carries: readonly string[];
  readonly filter: ConditionNode | null;
  readonly page: PageNode | null;
  /** Levels below, each giving one column. */
  readonly below: readonly LevelNode[];
  readonly gives:
    | { readonly is: "head"; readonly alias: string; readonly shape: ShapeNode }
    | { readonly is: "list"; readonly alias: string; readonly shape: ShapeNode }
    | { readonly is: "items"; readonly alias: string; readonly shapes: readonly ShapeNode[]; readonly withKeys: boolean }
    | { readonly is: "count"; readonly alias: string };
}

/** Several walks may lead to one node. */
export function needsDistinct(source: SourceNode): boolean {
  return (
    source.from === "steps" &&
    (source.steps.length > 1 || source.steps.some((step) => step.hops !== undefined || step.direction === "both"))
  );
}
