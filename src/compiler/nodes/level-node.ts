import type { Step } from "../../model/edge-types";
import type { ConditionNode } from "./condition-node";
import type { GroupsNode } from "./groups-node";
import type { HitNode, SearchNode } from "./search-node";
import type { StretchNode } from "./stretch-node";

/** Where the nodes of one level come from. */
export type SourceNode =
  /** Every node of a label. */
  | { readonly from: "label"; readonly label: string }
  /** Whatever has the words that the level's search is for, of several kinds. */
  | { readonly from: "search" }
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
  /** The nodes of a list, each with its place in it. */
  | { readonly from: "list"; readonly list: string; readonly position: string }
  /** The relations of a list of `{type, start, end, key, at}`, with their ends, their kinds, and their places. */
  | {
      readonly from: "namedRelations";
      readonly rowsParameter: string;
      readonly position: string;
      readonly relation: string;
      readonly holder: string;
      readonly kind: string;
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
  /** Entities that share statements with an entity, one for each kind of link, with the count of what is behind it. */
  | {
      readonly from: "neighbours";
      readonly start: string;
      readonly links: readonly string[];
      readonly labels: readonly string[] | null;
      readonly link: string;
      readonly count: string;
    }
  /** The statements behind the link between two entities, whose kind a variable holds. */
  | {
      readonly from: "linkStatements";
      readonly start: string;
      readonly end: string;
      readonly link: string;
      readonly links: readonly string[];
      /** The engine finds relations by what they hold. */
      readonly seeksRelations: boolean;
      /** The list in which those of all links of the page are that are not found so; null where there are no such kinds. */
      readonly gathered: string | null;
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
  /** A count or a score; anything else is text. */
  readonly isNumber?: true;
  /** The name of a statement's favoured speaker. */
  readonly isSpeakerName?: true;
  /** The first term is the speaker's name: a parameter, so many speakers hold all that can be on the page. */
  readonly speakersParameter?: string;
}

/** How many nodes a level has. */
export interface CountNode {
  readonly is: "count";
  readonly alias: string;
  /** The engine finds relations by what they hold. */
  readonly seeksRelations: boolean;
}

/** Order, position and size of a page. */
export interface PageNode {
  readonly terms: readonly OrderTerm[];
  readonly limitParameter: string | null;
  /** Keyset: one parameter a term; null on the first page. */
  readonly afterParameters: readonly string[] | null;
  /** The order index that the page may be read along, where it has one; null where no index gives its order. */
  readonly walk: PageWalk | null;
}

/** How the engine reads a page along an order index, and stops where the page is full. */
export interface PageWalk {
  /** An index of all nodes of the label, or of what hangs on the node above. */
  readonly of: "label" | "owner";
  /** On the first page of such a list: a bound that everything fulfils, or all that the filter takes, so that the index is walked. */
  readonly boundParameter: string | null;
  /** Where such a walk may end, since nothing behind it fulfils the filter; null where the filter tells no end. */
  readonly farParameter: string | null;
  /** The opposite: a bound that nothing fulfils, where the walk is one of several branches. */
  readonly closedParameter: string | null;
  /** How many nodes of the index a walk looks at, where it is one of several branches. */
  readonly reachParameter: string | null;
  /** A condition without which its bounds hold for nothing, where the branch is not to run; null where it runs in any case. */
  readonly runs: string | null;
}

/** The same page where it is not read along an index, to which its bounds would tempt a planner. */
export function unbounded(page: PageNode): PageNode {
  return { ...page, walk: page.walk && { ...page.walk, boundParameter: null, farParameter: null } };
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
  | { readonly is: "page"; readonly items: string | null; readonly total: string | null; readonly facets: readonly string[] }
  /** A node that is bound already, told where it has the label; null where it always has. */
  | { readonly is: "shape"; readonly shape: ShapeNode; readonly label: string | null };

/** What is told of one node or link. */
export interface ShapeNode {
  readonly variable: string;
  readonly scalars: readonly ScalarNode[];
  readonly edges: readonly EdgeSlot[];
}

/** The latest statements behind the links of a page from an entity to others, of these kinds: found in one walk through what the entity has. */
export interface GatherNode {
  readonly start: string;
  readonly end: string;
  readonly link: string;
  readonly links: readonly string[];
  /** Will hold a list of lists: the id of the other entity, the kind of link, and its statements. */
  readonly list: string;
  /** So many of each link. */
  readonly mostParameter: string;
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
  readonly search: SearchNode | null;
  readonly page: PageNode | null;
  /** Of a level that counts: where in the order of time all lies that its filter takes, if that is known and an index has what it counts in that order. */
  readonly stretch?: StretchNode;
  /** What is gathered of the items of a page together, before the levels below tell it of each. */
  readonly gathers?: GatherNode;
  /** Levels below, each giving one column. */
  readonly below: readonly LevelNode[];
  readonly gives:
    | { readonly is: "head"; readonly alias: string; readonly shape: ShapeNode }
    | { readonly is: "list"; readonly alias: string; readonly shape: ShapeNode }
    | {
        readonly is: "items";
        readonly alias: string;
        readonly shapes: readonly ShapeNode[];
        readonly withKeys: boolean;
        readonly hit: HitNode | null;
        /** What stands beside the rows of an item: values of a link, lists of its own. */
        readonly extras: readonly string[];
      }
    | GroupsNode
    | CountNode;
}

/** Several walks may lead to one node. */
export function needsDistinct(source: SourceNode): boolean {
  return (
    source.from === "steps" &&
    (source.steps.length > 1 || source.steps.some((step) => step.hops !== undefined || step.direction === "both"))
  );
}
