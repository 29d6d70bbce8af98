/** A relation between entities that is not a statement, as the API knows it. */
export interface RelationKind {
  /** Its type in the graph. */
  readonly type: string;
  /** The label of its far end; the near one is always an entity. */
  readonly to: "Entity" | "Position" | "Account";
  readonly description: string;
}

/** All of them, by the names of the API's enum. */
export const RELATION_KINDS: Readonly<Record<string, RelationKind>> = {
  HELD_POSITION: { type: "HELD", to: "Position", description: "A person held an office or job." },
  MEMBER_OF: { type: "MEMBER_OF", to: "Entity", description: "A person belongs or belonged to an organization." },
  PART_OF: {
    type: "PART_OF",
    to: "Entity",
    description: "A place lies in a place, an organization belongs to an organization.",
  },
  LOCATED_IN: { type: "LOCATED_IN", to: "Entity", description: "An event happened, or an organization has its seat, in a place." },
  INVOLVED_IN: {
    type: "INVOLVED_IN",
    to: "Entity",
    description: "Somebody or something took part in an event, ordered, suffered or caused it.",
  },
  OWNS_ACCOUNT: { type: "OWNS", to: "Account", description: "Whose account it is." },
  RELATED_TO: { type: "RELATED_TO", to: "Entity", description: "Any other relation, in the words of its source." },
};

/** Those whose two ends are both entities, each with its name. */
export const BETWEEN_ENTITIES = Object.entries(RELATION_KINDS).filter(([, { to }]) => to === "Entity");

/** What the API calls a relation of this type. */
export function relationKindOf(type: string): string {
  return Object.keys(RELATION_KINDS).find((kind) => RELATION_KINDS[kind]?.type === type) ?? type;
}
