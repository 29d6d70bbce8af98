import { prefixOf } from "../../model/id";
import { kindOf, kindOfPrefix, labelsOf, relationOf } from "../../model/ontology";

/** The label on which ids are unique: Entity for every entity, else the kind's own. */
export function mergeLabel(label: string): string {
  return labelsOf(kindOf(label))[0] ?? label;
}

/** The merge label of the node that has this id. */
export function mergeLabelOfId(id: string): string {
  return mergeLabel(labelOfId(id));
}

/** The kind of the node that has this id. */
export function labelOfId(id: string): string {
  const kind = kindOfPrefix(prefixOf(id));
  if (kind === undefined) throw new Error(`No kind of the ontology has ids such as ${id}.`);
  return kind.label;
}

/** The merge labels that a relation can begin at, each once. */
export function mergeLabelsFrom(type: string): readonly string[] {
  return [...new Set(relationOf(type).from.map(mergeLabel))];
}
