import type { EnumName } from "./enums";

/**
 * How a property is written, checked and stored. `date` is a PartialDate and brings two helper properties with it,
 * `<name>Earliest` and `<name>Latest` (milliseconds), and where an order key sorts by it a third (`long-dates.ts`); `datetime` is an instant of ISO 8601 in UTC.
 */
export type PropertyType =
  | "id"
  | "ids"
  | "text"
  | "texts"
  | "integer"
  | "float"
  | "boolean"
  | "date"
  | "datetime"
  | "url"
  | "urls"
  | "enum";

export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly description: string;
  readonly required?: true;
  /** For `enum`. */
  readonly values?: EnumName;
  /** For numbers: the allowed range, both ends included. */
  readonly range?: readonly [number, number];
  /** For texts: the greatest length in Unicode code points (20,000 unless given). */
  readonly maxLength?: number;
  /** Filters ignore case and accents: a folded copy is stored beside it as `<name>Folded`. */
  readonly folded?: true;
  /** Few nodes have the same value: an index answers equality, and what asks for a value begins there. */
  readonly identifying?: true;
  /** For dates: the stretches of the calendar that it lies in are stored beside it, as `timeBuckets` names them. */
  readonly counted?: true;
  /** Set by the seeder, never written in a corpus. */
  readonly derived?: true;
}

/** A single string that sorts by one property and then by id, so that a page is one range on one index. */
export interface OrderKey {
  readonly name: string;
  readonly by: string;
}

export interface NodeKind {
  readonly label: string;
  /** The first part of its ids; an abstract kind such as Entity has none. */
  readonly prefix?: string;
  /** `shared`: one namespace for all corpora; `corpus`: ids are `prefix:corpus/slug`; `system`: not corpus data. */
  readonly scope: "shared" | "corpus" | "system";
  /** Its nodes carry this label, too, and its properties. */
  readonly extends?: string;
  readonly description: string;
  /** The standard term that it follows. */
  readonly follows: string;
  readonly properties: readonly Property[];
  readonly orderKeys?: readonly OrderKey[];
  /** Properties by whose words its nodes are found; the node's `language` says how they are stemmed. */
  readonly searched?: readonly string[];
}

export interface Relation {
  readonly type: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly description: string;
  readonly properties: readonly Property[];
}

export interface Ontology {
  readonly kinds: readonly NodeKind[];
  readonly relations: readonly Relation[];
}
