import { isAbstractType, isObjectType } from "graphql";
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from "graphql";
import { edgeOf } from "../model/edges";
import { typeOfId } from "../model/kind-of-id";
import { readEdge } from "./request/read-edge";

/** Answers root fields, each by the method of its name: (arguments, context, info), or (context, info) where it takes none. */
export type RootResolver = object;

type RootMethod = (...parts: readonly unknown[]) => unknown;

/**
 * Takes the generated wrappers off. Of nested fields: a row holds everything already, and a wrapper on each of thousands of
 * fields costs more than the answer. Edges read by response key, scalars by name; a field that truly computes says so by
 * `@Extensions({ computed: true })` and keeps its own. Of root fields: the wrapper makes instances of all arguments, down to
 * the last filter, and the compiler reads none of them.
 * @throws Error for a nested field that is neither, and for a root field without a method: fields nobody would answer
 */
export function stripResolvers(schema: GraphQLSchema, roots: readonly RootResolver[]): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      // The compiler of queries takes only a synchronous one.
      type.resolveType = (row: { id: string }) => typeOfId(row.id);
    } else if (isObjectType(type) && type !== schema.getQueryType() && !type.name.startsWith("__")) {
      stripType(type);
    }
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const method = rootMethod(field.name, roots);
    const hasArguments = field.args.length > 0;
    field.resolve = (_source, args, context, info) => (hasArguments ? method(args, context, info) : method(context, info));
  }
  return schema;
}

function rootMethod(name: string, roots: readonly RootResolver[]): RootMethod {
  for (const root of roots as readonly Readonly<Record<string, unknown>>[]) {
    const method = root[name];
    if (typeof method === "function") return method.bind(root) as RootMethod;
  }
  throw new Error(`Query.${name} has no method in the resolvers that were given.`);
}

function stripType(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (field.extensions.computed === true) continue;
    if (isEdgeField(type, field)) field.resolve = (row, _args, _context, info) => readEdge(row, info);
    else if (field.resolve === undefined) continue;
    else throw new Error(`${type.name}.${field.name} is no edge of the model; mark it as computed, or add it to src/model.`);
  }
}

/** An edge of the model, the item lists of a page, or what says so by `@Extensions({ row: true })`: read by response key. */
function isEdgeField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  if (field.extensions.row === true) return true;
  if (type.name.endsWith("Connection")) return ["edges", "nodes", "facets"].includes(field.name);
  if (type.name.endsWith("Edge")) return ["node", "examples"].includes(field.name);
  return edgeOf(type.name, field.name) !== undefined;
}
