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
