import type { Property, PropertyType } from "./ontology-types";

/** The types of lists, and the type of their items. */
const ITEM_TYPES: Readonly<Partial<Record<PropertyType, PropertyType>>> = { texts: "text", urls: "url", ids: "id" };
const DEFAULT_MAX_LENGTH = 20_000;

/** The greatest length of an address in bytes: what every sender and recipient of one should support (RFC 9110, 4.1), and an index takes. */
export const MAX_URL_BYTES = 8000;

/** The type of each item of a list; undefined where a property is none. */
export function itemTypeOf({ type }: Pick<Property, "type">): PropertyType | undefined {
  return ITEM_TYPES[type];
}

/** Whether a property is a list, which is empty where nothing is known, and never null. */
export function isListProperty(property: Pick<Property, "type">): boolean {
  return itemTypeOf(property) !== undefined;
}

/** The greatest length of a text, or of each text of a list, in Unicode code points. */
export function maxLengthOf({ maxLength = DEFAULT_MAX_LENGTH }: Pick<Property, "maxLength">): number {
  return maxLength;
}
