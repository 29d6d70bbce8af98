import { RELATION_FILE, WRITTEN_RELATIONS } from "../../model/corpus-row";
import type { LinkField } from "../../model/corpus-row-types";
import { makeId } from "../../model/id";
import { kindOf } from "../../model/ontology";
import type { DraftValue } from "../draft/draft";
import type { ReadLink } from "./read-links";
import type { RecordContext } from "./record-context";

/** The relations that one record has made so far, by type and ends, with their places. */
export type SeenRelations = Map<string, number>;

/** Turns links into relations; the same one twice, or one from a record to itself, is a fault. */
export function addRelations(
  links: readonly ReadLink[],
  field: LinkField,
  ownId: string,
  seen: SeenRelations,
  context: RecordContext,
): void {
  for (const { target, properties, at } of links) {
    const [from, to] = field.direction === "out" ? [ownId, target.id] : [target.id, ownId];
    if (isNew(field.relation, from, to, at, seen, context)) addRelation(field.relation, from, to, properties, at, context);
  }
}

function isNew(type: string, from: string, to: string, at: number, seen: SeenRelations, { file }: RecordContext): boolean {
  if (from === to) {
    file.fault(at, "SELF", `${type} from "${from}" to itself; take it out`);
    return false;
  }
  const key = `${type} ${from} ${to}`;
  const first = seen.get(key);
  if (first !== undefined)
    file.fault(
      at,
      "DUPLICATE_RELATION",
      `${type} to "${to}" stands at ${file.placeText(first)} already; keep one of the two${elsewhere(type)}`,
    );
  else seen.set(key, at);
  return first === undefined;
}

/** A member who left and came back, or two roles in one event, are two records there. */
function elsewhere(type: string): string {
  return WRITTEN_RELATIONS.some((each) => each === type) ? `, or, where both hold, write them in ${RELATION_FILE}` : "";
}

/** One relation that a field states: merged on the corpus's id. */
export function addRelation(
  type: string,
  from: string,
  to: string,
  properties: Record<string, DraftValue>,
  at: number,
  context: RecordContext,
): void {
  context.relations.push({ type, from, to, key: context.corpusId, properties });
  if (type === "PART_OF") context.hierarchy.push({ from, to, file: context.file, at });
}

/** The id of a record of this corpus. */
export function ownId(label: string, slug: string, corpusId: string): string {
  const { prefix, scope } = kindOf(label);
  if (prefix === undefined) throw new Error(`${label} has no ids of its own.`);
  return scope === "shared" ? makeId(prefix, slug) : makeId(prefix, slug, corpusId);
}

/** Accounts have slugs of their own, which all corpora share; other children are named within their parent. */
export function childSlug(label: string, parentSlug: string, slug: string): string {
  return kindOf(label).scope === "shared" ? slug : `${parentSlug}.${slug}`;
}
