import type { ElsewhereField, LinkField, PropertyField, SlugField } from "./corpus-row-types";
import { kindOf, propertiesOf, relationOf } from "./ontology";

/** A property of a kind as a field of its records. @throws Error for a name that the kind does not have. */
export function property(label: string, name: string): PropertyField {
  const found = propertiesOf(kindOf(label)).find((each) => each.name === name);
  if (!found) throw new Error(`${label} has no property ${name}.`);
  return { is: "property", name, property: found };
}

/** Every property of a kind that a corpus may write. */
export function ownProperties(label: string): PropertyField[] {
  return propertiesOf(kindOf(label))
    .filter((each) => !each.derived)
    .map((each) => ({ is: "property", name: each.name, property: each }));
}

/** A property of a relation as it stands beside a slug. */
export function detail(relation: string, name: string): PropertyField {
  const found = relationOf(relation).properties.find((each) => each.name === name);
  if (!found) throw new Error(`${relation} has no property ${name}.`);
  return { is: "property", name, property: found };
}

/** The seeder fills it in where it is absent. */
export const optional = (field: PropertyField): PropertyField => {
  const { required: _required, ...rest } = field.property;
  return { ...field, property: rest };
};

/** The documents that say so. */
export const DOCUMENTS: SlugField = {
  is: "slug",
  name: "documents",
  description: "Slugs of the documents that say so.",
  many: true,
  property: "documentIds",
  to: ["Document"],
  scope: "corpus",
};

/** Well-known facts beside what the documents state. */
export const ELSEWHERE: ElsewhereField = {
  is: "elsewhere",
  name: "elsewhere",
  description:
    "Fields of this record whose values are well-known facts that the corpus's documents do not state; lists are added to those above.",
};

type LinkParts = Omit<LinkField, "is" | "direction" | "details"> & Partial<Pick<LinkField, "direction" | "details">>;
/** A field that points elsewhere; outwards, and without details, unless said otherwise. */
export const link = (parts: LinkParts): LinkField => ({ is: "link", direction: "out", details: [], ...parts });
