import { graphql, isObjectType } from "graphql";
import type { GraphQLSchema } from "graphql";
import { buildPlainSchema, buildQuothSchema } from "../../src/api/build-schema";
import { stripResolvers } from "../../src/api/strip-resolvers";

interface Resolved {
  readonly name: string;
  readonly resolve: unknown;
  readonly computed: boolean;
}

/** Fields below the root that do not simply read the property of their name. */
function nestedResolvers(schema: GraphQLSchema): Resolved[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types
    .filter((type) => type !== schema.getQueryType() && !type.name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.resolve !== undefined)
    .map(({ type, field }) => ({
      name: `${type.name}.${field.name}`,
      resolve: field.resolve,
      computed: field.extensions["computed"] === true,
    }));
}

/** Whether this is the reader that stripping sets: it finds an edge by its response key. */
function readsItsEdge(resolve: unknown): boolean {
  const read = resolve as (row: unknown, args: unknown, context: unknown, info: unknown) => unknown;
  return read({ edges: { alias: "found" } }, {}, {}, { path: { key: "alias" } }) === "found";
}

describe("the stripped schema", () => {
  it("keeps no generated resolver on a nested field", () => {
    const generated = nestedResolvers(buildQuothSchema()).filter(({ computed, resolve }) => !computed && !readsItsEdge(resolve));
    expect(generated.map(({ name }) => name)).toEqual([]);
  });

  it("reads edges by response key, wherever the plain schema has a resolver", () => {
    const names = (schema: GraphQLSchema): string[] => nestedResolvers(schema).map(({ name }) => name);
    expect(names(buildQuothSchema())).toEqual(expect.arrayContaining(names(buildPlainSchema())));
  });

  it("answers root fields by the methods of their names, with the arguments as they came", async () => {
    const seen: unknown[] = [];
    const record =
      (name: string) =>
      (...parts: unknown[]): void =>
        void seen.push([name, ...parts.slice(0, -1)]);
    const names = Object.keys(buildPlainSchema().getQueryType()?.getFields() ?? {});
    const roots = Object.fromEntries(names.map((name) => [name, record(name)]));
    const schema = stripResolvers(buildPlainSchema(), [roots]);
    for (const source of ['{ people(where: { id: "a" }, first: 2) { totalCount } }', "{ dataVersion { id } }"])
      await graphql({ schema, contextValue: "context", source });
    expect(seen).toEqual([
      ["people", { where: { id: "a" }, first: 2 }, "context"],
      ["dataVersion", "context"],
    ]);
  });

  it("has no root field that nobody answers", () => {
    expect(() => stripResolvers(buildPlainSchema(), [{}])).toThrow(/^Query\.\w+ has no method/);
  });
});
