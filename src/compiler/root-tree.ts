import type { LevelNode } from "./nodes/level-node";
import type { PagePlan, RowPlan } from "./row-plan";

/** A root field as a tree of levels, and how to read its answer. */
export type RootTree =
  | { readonly is: "nothing" }
  | { readonly is: "row"; readonly level: LevelNode; readonly row: RowPlan }
  | { readonly is: "list"; readonly level: LevelNode; readonly row: RowPlan }
  | { readonly is: "page"; readonly items: LevelNode | null; readonly total: LevelNode | null; readonly page: PagePlan }
  /** Several kinds at once; each item knows its place among the ids that were asked for. */
  | { readonly is: "nodes"; readonly kinds: readonly { readonly level: LevelNode; readonly row: RowPlan }[]; readonly count: number }
  | { readonly is: "version"; readonly level: LevelNode; readonly counts: readonly { readonly name: string; readonly level: LevelNode }[] };
