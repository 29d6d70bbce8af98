/** How often a relation is followed: at least, and at most, any number of times if not told. From 0 on the start itself counts, too. */
export type Hops = readonly [least: number, most?: number];

/** One walk along a relation. Without `hops` it is one step. */
export interface Step {
  readonly relation: string | readonly string[];
  readonly direction: "out" | "in" | "both";
  /** The label behind the step; none where a later step says enough. */
  readonly to?: string;
  /** A value that the relation's property must have: only names and values of the ontology. */
  readonly where?: Readonly<Record<string, string>>;
  readonly hops?: Hops;
}

/** Where an edge leads, seen from the thing that has it. */
export type Walk =
  /** From a node along relations to other nodes. */
  | { readonly by: "steps"; readonly steps: readonly Step[] }
  /** From a link object to one of its two ends, optionally a few steps on. */
  | { readonly by: "end"; readonly end: "from" | "to"; readonly steps?: readonly Step[]; readonly label: string }
  /** From a node or link object to the nodes whose ids a property of it holds. */
  | { readonly by: "ids"; readonly property: string; readonly label: string }
  /** The same, where the ids stand on a relation of the node. */
  | { readonly by: "relationIds"; readonly step: Step; readonly property: string; readonly label: string }
  /** Whom and what an entity shares statements with. */
  | { readonly by: "neighbours" }
  /** Every relation of an entity that is no statement. */
  | { readonly by: "relations" };

export type EdgeShape = "one" | "list" | "connection";

/** A field of the API with another object behind it. */
export interface Edge {
  /** The API type or interface that has the field. */
  readonly on: string;
  readonly field: string;
  readonly shape: EdgeShape;
  /** The API type of what it gives. */
  readonly gives: string;
  readonly walk: Walk;
  /** For `one`: a corpus cannot write two of them, so that none has to be chosen. */
  readonly sole?: true;
  /** Never null: rule 2 of the model. */
  readonly required?: true;
  /** Where the last relation itself is an object of the API: Attribution, AboutLink, Response. */
  readonly link?: true;
  /** Sorts a list; ids sort it otherwise. */
  readonly sort?: "start" | "distance" | "publishedKey" | "reportedKey" | "saidKey" | "nameKey";
  readonly description: string;
}
