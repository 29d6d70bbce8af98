import type { Edge, Step } from "./edge-types";

// From a position on to what it is with; an organization's id sorts before a place's.
const BEYOND: readonly Step[] = [{ relation: ["AT", "IN_PLACE"], direction: "out", to: "Entity", hops: [0, 1] }];

/** Edges of relations between entities. */
export const RELATION_EDGES: readonly Edge[] = [
  {
    on: "Relation",
    field: "from",
    shape: "one",
    required: true,
    gives: "Entity",
    walk: { by: "end", end: "from", label: "Entity" },
    description: "Whose relation it is: the member, the part, the holder.",
  },
  {
    on: "Relation",
    field: "to",
    shape: "one",
    gives: "Entity",
    walk: { by: "end", end: "to", steps: BEYOND, label: "Entity" },
    description:
      "What it leads to; for a position, its organization, or else its place. Null for an account, and for a position with neither.",
  },
  {
    on: "Relation",
    field: "account",
    shape: "one",
    gives: "Account",
    walk: { by: "end", end: "to", label: "Account" },
    description: "The account, where the kind is OWNS_ACCOUNT.",
  },
  {
    on: "Relation",
    field: "position",
    shape: "one",
    gives: "Position",
    walk: { by: "end", end: "to", label: "Position" },
    description: "The position, where the kind is HELD_POSITION.",
  },
  {
    on: "Relation",
    field: "documents",
    shape: "list",
    gives: "Document",
    sort: "publishedKey",
    walk: { by: "ids", property: "documentIds", label: "Document" },
    description: "The documents that say so; none where the dataset itself does.",
  },
];
