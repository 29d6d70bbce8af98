import { kindOf, propertyOf, relationOf } from "../../model/ontology";
import { edgeOf } from "../../model/edges";
import type { Property } from "../../model/ontology-types";
import { isListProperty } from "../../model/property-types";

/** What a field's decorator needs to know; the model is the only place where it is written. */
export interface FieldDoc {
  readonly description: string;
  readonly nullable: boolean;
}

function docOf(property: Property): FieldDoc {
  return { description: property.description, nullable: property.required !== true && !isListProperty(property) };
}

/** @example `@Field(() => String, propertyDoc("Statement", "text"))` */
export function propertyDoc(label: string, name: string): FieldDoc {
  return docOf(propertyOf(label, name));
}

/** The same for a property of a relation. */
export function relationDoc(type: string, name: string): FieldDoc {
  const property = relationOf(type).properties.find((each) => each.name === name);
  if (!property) throw new Error(`${type} has no property ${name}.`);
  return docOf(property);
}

/** The same for an edge. */
export function edgeDoc(type: string, field: string): FieldDoc {
  const edge = edgeOf(type, field);
  if (!edge) throw new Error(`The model has no edge ${type}.${field}.`);
  return { description: edge.description, nullable: edge.shape === "one" && edge.required !== true };
}

/** What a kind is, and the standard that it follows. */
export function kindDoc(label: string): string {
  const { description, follows } = kindOf(label);
  return `${description} Follows ${follows}.`;
}
