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
  readonly shapes: readonly RowPlan[];
}

export type ShownList =
  | { readonly as: "nodes"; readonly key: string; readonly shape: number }
  | { readonly as: "edges"; readonly key: string; readonly nodes: readonly { readonly key: string; readonly shape: number }[] };
