import { NODE_KINDS } from "./node-kinds";
import type { NodeKind, Ontology, Property, Relation } from "./ontology-types";
import { RELATIONS } from "./relations";
import { SPOKE_ABOUT_RELATION, SPOKE_ABOUT_TOTAL_RELATION } from "./spoke-about";

/** The domain as one table: constraints, seeder, compiler, corpus schema, API descriptions and docs read it. */
export const ONTOLOGY: Ontology = { kinds: NODE_KINDS, relations: RELATIONS };

/**
 * What is retracted is moved aside, so that no question needs a condition for it: a retracted node keeps its id and
 * properties and gets `retractedAt`, but carries this label alone; a retracted relation becomes one of the type below,
 * with its former type as the property `type`.
 */
export const RETRACTED_LABEL = "Retracted";
export const RETRACTED_TYPE = "RETRACTED";

/**
 * Stands between value and id in a sort key. It sorts before every character that a value can hold, so that a name comes
 * before those that begin with it, and what has no date before everything that has one.
 */
export const KEY_SEPARATOR = "\t";

const kindsByLabel = new Map(NODE_KINDS.map((kind) => [kind.label, kind]));
const kindsByPrefix = new Map(NODE_KINDS.flatMap((kind) => (kind.prefix === undefined ? [] : [[kind.prefix, kind] as const])));
const relationsByType = new Map(
  [...RELATIONS, SPOKE_ABOUT_RELATION, SPOKE_ABOUT_TOTAL_RELATION].map((relation) => [relation.type, relation]),
);

/** @throws Error for a label that the ontology does not have: a fault of the caller's code. */
export function kindOf(label: string): NodeKind {
  const kind = kindsByLabel.get(label);
  if (!kind) throw new Error(`The ontology has no kind ${label}.`);
  return kind;
}

export function kindOfPrefix(prefix: string): NodeKind | undefined {
  return kindsByPrefix.get(prefix);
}

/** @throws Error for a type that the ontology does not have: a fault of the caller's code. */
export function relationOf(type: string): Relation {
  const relation = relationsByType.get(type);
  if (!relation) throw new Error(`The ontology has no relation ${type}.`);
  return relation;
}

/** The kind's own label and that of the kind it extends, the most specific last. */
export function labelsOf(kind: NodeKind): readonly string[] {
  return kind.extends === undefined ? [kind.label] : [kind.extends, kind.label];
}

/** Own and inherited properties. */
export function propertiesOf(kind: NodeKind): readonly Property[] {
  return kind.extends === undefined ? kind.properties : [...kindOf(kind.extends).properties, ...kind.properties];
}

/** Whether few nodes of a label have the same value of a property. */
export function isIdentifying(label: string, property: string): boolean {
  return propertiesOf(kindOf(label)).some(({ name, identifying }) => name === property && identifying === true);
}

export function orderKeysOf(kind: NodeKind): NodeKind["orderKeys"] & object {
  return [...(kind.orderKeys ?? []), ...(kind.extends === undefined ? [] : (kindOf(kind.extends).orderKeys ?? []))];
}

/** The properties by whose words nodes of a label are found; empty where they are not searched. */
export function searchedOf(label: string): readonly string[] {
  const kind = kindOf(label);
  return kind.searched ?? (kind.extends === undefined ? [] : (kindOf(kind.extends).searched ?? []));
}

/** Whether the best nodes for a word are kept apart: not of entities, which are found by their names, an exact one first. */
export function hasBestWords(kind: NodeKind): boolean {
  return kind.searched !== undefined && !labelsOf(kind).includes("Entity");
}

/** Whether nodes of `label` may stand where one of `allowed` is asked for, counting the kind that it extends. */
export function isKindOf(label: string, allowed: readonly string[]): boolean {
  const kind = kindOf(label);
  return allowed.includes(label) || (kind.extends !== undefined && allowed.includes(kind.extends));
}

/**
 * Whether there is at most one relation of this type between two nodes: what belongs to a corpus is told by that corpus
 * alone, and a corpus that says a thing twice is refused.
 */
export function isOnceBetween(type: string): boolean {
  return relationOf(type).from.every((label) => kindOf(label).scope === "corpus");
}

/**
 * Whether whatever a relation of these types leads to, or comes from, is of the kind anyway: then nothing has to test it,
 * which would be one more access for each node.
 */
export function isImplied(label: string, types: string | readonly string[], direction: "out" | "in"): boolean {
  return [types].flat().every((type) => {
    const { to, from } = relationOf(type);
    return (direction === "out" ? to : from).every((end) => isKindOf(end, [label]));
  });
}

/** @throws Error for a property that the kind does not have: a fault of the caller's code. */
export function propertyOf(label: string, name: string): Property {
  const property = propertiesOf(kindOf(label)).find((each) => each.name === name);
  if (!property) throw new Error(`${label} has no property ${name}.`);
  return property;
}
