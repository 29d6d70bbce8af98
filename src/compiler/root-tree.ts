import type { PathsSearch } from "./find-paths";
import type { LevelNode } from "./nodes/level-node";
import type { NetworkNode } from "./nodes/network-node";
import type { RowColumn } from "./row-columns";
import type { BucketView, GroupsPlan, PagePlan, RowPlan } from "./row-plan";

/** A page with all that is counted beside it. */
export interface PageTree {
  readonly items: LevelNode | null;
  readonly total: LevelNode | null;
  readonly facets: readonly LevelNode[];
  readonly page: PagePlan;
}

/** A root field as a tree of levels, and how to read its answer. */
export type RootTree =
  /** Answered without the engine: by null, or by an empty list. */
  | { readonly is: "nothing"; readonly answer: null | readonly [] }
  | { readonly is: "row"; readonly level: LevelNode; readonly row: RowPlan }
  | { readonly is: "list"; readonly level: LevelNode; readonly row: RowPlan }
  | ({ readonly is: "page" } & PageTree)
  /** A page of statements as flat rows. */
  | ({ readonly is: "rows"; readonly columns: readonly RowColumn[] } & PageTree)
  | { readonly is: "counts"; readonly level: LevelNode; readonly plan: GroupsPlan }
  /** Pairs of two dimensions; each shows its entities under the keys of its fields. */
  | { readonly is: "cells"; readonly level: LevelNode; readonly plan: GroupsPlan; readonly ends: readonly CellEnd[] }
  /** Several kinds at once; each item knows its place among the ids that were asked for. */
  | { readonly is: "nodes"; readonly kinds: readonly { readonly level: LevelNode; readonly row: RowPlan }[]; readonly count: number }
  | {
      readonly is: "network";
      readonly network: NetworkNode;
      readonly nodes: LevelNode;
      readonly rows: readonly RowPlan[];
      readonly views: readonly BucketView[];
      /** The response keys of its `edges`. */
      readonly edgeKeys: readonly string[];
      readonly mostEdges: number;
    }
  /** Searched in several statements, each as soon as the one before is answered. */
  | { readonly is: "paths"; readonly search: PathsSearch }
  | { readonly is: "version"; readonly level: LevelNode; readonly counts: readonly { readonly name: string; readonly level: LevelNode }[] };

/** A field of a pair that shows one of its two entities. */
export interface CellEnd {
  readonly key: string;
  readonly dimension: 0 | 1;
  readonly row: number;
}
