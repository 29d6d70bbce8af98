import { kindOf, ONTOLOGY, propertiesOf, searchedOf } from "../model/ontology";
import type { Property } from "../model/ontology-types";
import { isListProperty } from "../model/property-types";
import { API_SUPERTYPES } from "../model/edges";

/** API types whose label in the graph is another. */
const LABELS: Readonly<Record<string, string>> = { Speaker: "Entity" };

/** The union of all that is searched. */
export const ANY_HIT = "SearchResult";

/** The label of the nodes behind an API type. */
export function labelOf(type: string): string {
  return LABELS[type] ?? type;
}

/** The label on which ids of a type are unique, so that a lookup finds an index. */
export function lookupLabel(type: string): string {
  return API_SUPERTYPES[type]?.includes("Entity") || type === "Entity" ? "Entity" : labelOf(type);
}

/**
 * How a scalar field of an API type is read from its node: the property of the same name, a list never null.
 * @returns null for a field that is computed from others once the row is here.
 */
export function scalarExpression(type: string, field: string, variable: string): string | null {
  if (field === "id") return `${variable}.id`;
  if (type === ANY_HIT) return hitScalar(field, variable);
  const properties = type === "Speaker" ? propertiesOf(kindOf("Entity")) : propertiesOf(kindOf(labelOf(type)));
  const property = properties.find((each) => each.name === field) ?? subtypeProperty(type, field);
  return property ? propertyExpression(property, variable) : null;
}

/** A field of whatever kind a hit is of: the kinds give one name to what is alike. */
function hitScalar(field: string, variable: string): string | null {
  const searched = ONTOLOGY.kinds.filter((kind) => searchedOf(kind.label).length > 0);
  const property = searched.flatMap((kind) => propertiesOf(kind)).find((each) => each.name === field);
  return property ? propertyExpression(property, variable) : null;
}

function propertyExpression(property: Property, variable: string): string {
  const expression = `${variable}.${property.name}`;
  return isListProperty(property) ? `coalesce(${expression}, [])` : expression;
}

/** A field asked of an abstract type within a fragment belongs to one of its kinds. */
function subtypeProperty(type: string, field: string): Property | undefined {
  const subtypes = Object.entries(API_SUPERTYPES).flatMap(([name, all]) => (all.includes(type) && name !== "Speaker" ? [name] : []));
  return subtypes.flatMap((name) => kindOf(name).properties).find((each) => each.name === field);
}
