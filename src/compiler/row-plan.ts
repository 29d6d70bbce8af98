import type { TimeUnit } from "../model/time-bucket";
import type { SearchClause } from "../search/search-query";

/** How a row that came as a list becomes one with names: its scalars, then its edges, in this order. */
export interface RowPlan {
  readonly scalars: readonly string[];
  readonly edges: readonly { readonly key: string; readonly variants: readonly EdgeVariant[] }[];
}

export interface EdgeVariant {
  /** The object types it is for; null for all. */
  readonly types: readonly string[] | null;
  readonly plan: EdgePlan;
}

export type EdgePlan = { readonly is: "row" | "list"; readonly row: RowPlan } | { readonly is: "page"; readonly page: PagePlan };

/** How groups that came as lists become rows: their keys as buckets, then their figures. */
export interface GroupsPlan {
  readonly dimensions: readonly GroupDimension[];
  /** Names of the figures behind the keys, in order. */
  readonly figures: readonly string[];
  readonly views: readonly BucketView[];
}

export interface GroupDimension {
  readonly name: string;
  /** For entities: how each of its rows is read; null where the key is the value itself. */
  readonly rows: readonly RowPlan[] | null;
  readonly unit: TimeUnit | null;
}

/** One list of buckets under its response key, and which row of an entity each key within shows. */
export interface BucketView {
  readonly key: string;
  readonly entities: readonly { readonly key: string; readonly row: number }[];
}

/** One answer of `facets`: a facet for each dimension, of which the groups, the number of groups, or both are there. */
export interface FacetsPlan {
  readonly key: string;
  readonly facets: readonly { readonly groups: number | null; readonly total: number | null; readonly plan: GroupsPlan }[];
}

export interface HitField {
  readonly field: string;
  /** Its place in the item's one row; null where it came by itself. */
  readonly inRow: number | null;
}

/** What the hits of a search show. */
export interface HitPlan {
  /** Each came with its score. */
  readonly isScored: boolean;
  /** Fields in which words are to be marked. Each came behind the score and the stemmer, or in the row, if that has it anyway. */
  readonly fields: readonly HitField[];
  readonly clauses: readonly SearchClause[];
}

export interface PagePlan {
  /** The list and its order, as cursors name it. */
  readonly list: string;
  readonly size: number;
  readonly backward: boolean;
  /** Whether a cursor was given: then there is something on its other side. */
  readonly hasCursor: boolean;
  /** The response keys of `edges` and `nodes`, and which of the item's nodes each shows. */
  readonly shown: readonly ShownList[];
  /** Each item is a list of its sort keys and its rows, not the row itself. */
  readonly withKeys: boolean;
  readonly hit: HitPlan | null;
  /** What stands beside the rows of each item. */
  readonly extras: readonly ItemExtra[];
  readonly facets: readonly FacetsPlan[];
  readonly shapes: readonly RowPlan[];
}

/** A value of an item under its field's name, or a list of rows under its response key. */
export type ItemExtra =
  | { readonly is: "value"; readonly name: string }
  | { readonly is: "rows"; readonly key: string; readonly row: RowPlan };

export type ShownList =
  | { readonly as: "nodes"; readonly key: string; readonly shape: number }
  | { readonly as: "edges"; readonly key: string; readonly nodes: readonly { readonly key: string; readonly shape: number }[] };
