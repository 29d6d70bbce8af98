import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
} from "graphql";
import type {
  FieldNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLResolveInfo,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import { groupBy } from "./group-by";
import type { SelectedField, Selection } from "./selection";

/** What of a request the reading needs; `GraphQLResolveInfo` has it all. */
export type RequestInfo = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues">;

interface Found {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly onTypes: readonly string[];
}

/**
 * The selection under one field.
 * @see https://spec.graphql.org/October2021/#sec-Field-Collection
 */
export function readSelection(info: RequestInfo, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Selection {
  const all = possibleNames(info.schema, type);
  const found = sets.flatMap((set) => collect(info, type, all, set.selections, new Set()));
  return { type: type.name, isAbstract: isAbstractType(type), fields: mergeFields(info, found, all) };
}

/** The arguments of a field as the schema coerces them. */
export function readArguments(info: RequestInfo, definition: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
  return getArgumentValues(definition, node, info.variableValues);
}

function possibleNames(schema: GraphQLSchema, type: GraphQLCompositeType): string[] {
  return isObjectType(type) ? [type.name] : schema.getPossibleTypes(type).map((each) => each.name);
}

function collect(
  info: RequestInfo,
  type: GraphQLCompositeType,
  onTypes: readonly string[],
  selections: readonly SelectionNode[],
  seen: Set<string>,
): Found[] {
  return selections.flatMap((node) => {
    if (!isIncluded(info, node)) return [];
    if (node.kind === Kind.FIELD) return foundField(type, onTypes, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = info.fragments[node.name.value];
      if (!fragment || seen.has(node.name.value)) return [];
      return collectInto(
        info,
        type,
        onTypes,
        fragment.typeCondition.name.value,
        fragment.selectionSet,
        new Set([...seen, node.name.value]),
      );
    }
    return collectInto(info, type, onTypes, node.typeCondition?.name.value ?? type.name, node.selectionSet, seen);
  });
}

function collectInto(
  info: RequestInfo,
  outer: GraphQLCompositeType,
  onTypes: readonly string[],
  condition: string,
  set: SelectionSetNode,
  seen: Set<string>,
): Found[] {
  const type = info.schema.getType(condition);
  if (!type || !isCompositeType(type)) return [];
  const names = new Set(possibleNames(info.schema, type));
  const both = onTypes.filter((name) => names.has(name));
  if (both.length === 0) return [];
  return collect(info, condition === outer.name ? outer : type, both, set.selections, seen);
}

function foundField(type: GraphQLCompositeType, onTypes: readonly string[], node: FieldNode): Found[] {
  const definition = "getFields" in type ? type.getFields()[node.name.value] : undefined;
  // `__typename` is the executor's own business.
  return definition === undefined ? [] : [{ node, definition, onTypes }];
}

function isIncluded(info: RequestInfo, node: SelectionNode): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.if !== true && include?.if !== false;
}

/**
 * Per response key and object type, all that was found for it; types with the same finds share one field. Two types may
 * ask different things under one key, so those stay apart.
 */
function mergeFields(info: RequestInfo, found: readonly Found[], all: readonly string[]): SelectedField[] {
  const byKey = groupBy(found, (each) => responseKeyOf(each.node));
  return [...byKey.values()]
    .flatMap((finds) => {
      const byFinds = groupBy(all, (type) => finds.flatMap((each, index) => (each.onTypes.includes(type) ? [index] : [])).join());
      byFinds.delete("");
      return joinEqual([...byFinds.values()].map((types) => mergeGroup(info, finds, types)));
    })
    .map((field) => (field.onTypes?.length === all.length ? { ...field, onTypes: null } : field));
}

function mergeGroup(info: RequestInfo, finds: readonly Found[], types: readonly string[]): SelectedField {
  const group = finds.filter((each) => types.every((type) => each.onTypes.includes(type)));
  const [first] = group;
  if (!first) throw new Error("A group of fields is never empty.");
  const type = getNamedType(first.definition.type);
  const sets = group.flatMap((each) => (each.node.selectionSet ? [each.node.selectionSet] : []));
  return {
    responseKey: responseKeyOf(first.node),
    name: first.node.name.value,
    onTypes: types,
    arguments: readArguments(info, first.definition, first.node),
    selection: isCompositeType(type) ? readSelection(info, type, sets) : null,
  };
}

/** Fields that differ in nothing but their types are one. */
function joinEqual(fields: readonly SelectedField[]): SelectedField[] {
  if (fields.length < 2) return [...fields];
  const alike = groupBy(fields, (field) => JSON.stringify({ ...field, onTypes: null }));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, onTypes: group.flatMap((each) => each.onTypes ?? []) }] : [];
  });
}

function responseKeyOf(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}
