import { parseId } from "./id";
import { kindOfPrefix } from "./ontology";

/** The object type of the thing with this id: the id's first part names it. */
export function typeOfId(id: string): string | undefined {
  return kindOfPrefix(parseId(id)?.kind ?? "")?.label;
}

/** The EntityKind of an entity's id: PERSON of `person:javad-zarif`. */
export function kindOfId(id: string): string {
  return (typeOfId(id) ?? "").toUpperCase();
}

/** The label in the graph of an EntityKind, and of any other kind that the API names so: Person of PERSON. */
export function labelOfKind(kind: string): string {
  return kind.charAt(0) + kind.slice(1).toLowerCase();
}
