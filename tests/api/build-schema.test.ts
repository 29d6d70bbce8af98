import { buildASTSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType, parse, validateSchema } from "graphql";
import type { GraphQLNamedType } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { emitSdl } from "../../src/api/emit-sdl";
import { FILTERS } from "../../src/model/filters";
import { EDGES } from "../../src/model/edges";
import { ROOT_FIELDS } from "../../src/compiler/root-fields";

const schema = buildQuothSchema();
const own = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !["String", "Int", "Float", "Boolean", "ID"].includes(type.name),
);

/** Every part of a type that an analyst may read about, by its path. */
function partsOf(type: GraphQLNamedType): [string, string | null | undefined][] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    parts.push(...type.getValues().map((value): [string, typeof value.description] => [`${type.name}.${value.name}`, value.description]));
  if (isInputObjectType(type)) {
    parts.push(
      ...Object.values(type.getFields()).map((field): [string, typeof field.description] => [
        `${type.name}.${field.name}`,
        field.description,
      ]),
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return parts;
  for (const field of Object.values(type.getFields())) {
    parts.push([`${type.name}.${field.name}`, field.description]);
    parts.push(...field.args.map((arg): [string, typeof arg.description] => [`${type.name}.${field.name}(${arg.name})`, arg.description]));
  }
  return parts;
}

describe("buildQuothSchema", () => {
  it("gives a valid schema without mutations", () => {
    expect(validateSchema(schema)).toEqual([]);
    expect(schema.getMutationType()).toBeUndefined();
  });

  it.each(own.map((type) => [type.name, type] as const))("describes %s and every part of it", (_, type) => {
    expect(partsOf(type).filter(([, description]) => !description?.trim())).toEqual([]);
  });

  it("emits a text below 200 kB that builds the same schema again", () => {
    const sdl = emitSdl(schema);
    expect(Buffer.byteLength(sdl)).toBeLessThan(200_000);
    expect(emitSdl(buildASTSchema(parse(sdl)))).toBe(sdl);
  });

  it("emits the same text every time", () => {
    expect(emitSdl(buildQuothSchema())).toBe(emitSdl(schema));
  });

  it("never names a helper property of the graph", () => {
    expect(emitSdl(schema)).not.toMatch(
      /Folded|saidKey|nameKey|recordedKey|Earliest|Latest|MaxDays|retractedAt|documentIds|reportIds|positionId/,
    );
  });

  it("has a compiler's answer for every root field, and a root field for every one of those", () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual(Object.keys(ROOT_FIELDS).sort());
  });

  it("has a field for every edge of the model", () => {
    const missing = EDGES.filter(({ on, field }) => {
      const type = schema.getType(on);
      return !(isObjectType(type) || isInterfaceType(type)) || !type.getFields()[field];
    });
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(FILTERS))("has a filter table for every field of %s", (name) => {
    const input = schema.getType(name);
    const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
    expect(fields.filter((field) => !["and", "or", "not"].includes(field)).sort()).toEqual(Object.keys(FILTERS[name] ?? {}).sort());
  });

  it("gives every type with an id by `node`", () => {
    // Rows, nodes and edges of a drawing carry the ids of other things; the state of the data is no thing.
    const others = ["DataVersion", "NetworkNode", "NetworkEdge", "StatementRow"];
    const withId = own.filter((type) => isObjectType(type) && type.getFields()["id"] && !others.includes(type.name));
    expect(
      withId.filter((type) => isObjectType(type) && !type.getInterfaces().some((each) => each.name === "Node")).map((type) => type.name),
    ).toEqual([]);
  });

  it("knows scalars of its own with the standard that each follows", () => {
    const scalars = own.filter(isScalarType).map((type) => [type.name, Boolean(type.specifiedByURL)]);
    expect(scalars.sort()).toEqual([
      ["DateTime", true],
      ["PartialDate", true],
      ["URL", true],
    ]);
  });
});
