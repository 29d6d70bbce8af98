import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from "graphql";
import type { GraphQLNamedType } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { emittedFiles } from "../../src/commands/emitted-files";
import { readText } from "./source-files";

const MAX_SDL_BYTES = 200_000;
const TYPES = Object.values(buildQuothSchema().getTypeMap()).filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type));

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** A type with all that stands in it: fields, their arguments, values. */
function partsOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) return type.getValues().map((each) => within(type, each));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((each) => within(type, each));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(type, field),
    ...field.args.map((argument) => within({ name: `${type.name}.${field.name}` }, argument)),
  ]);
}

const within = (owner: { readonly name: string }, part: Described): Described => ({
  name: `${owner.name}.${part.name}`,
  description: part.description,
});

describe("the emitted files", () => {
  it.each(emittedFiles())("include a current $path; `npm run schema` writes it", ({ path, text }) => {
    expect(readText(path)).toBe(text);
  });

  it("include a schema that a client can load in one go", () => {
    expect(Buffer.byteLength(readText("schema/quoth.graphql"))).toBeLessThan(MAX_SDL_BYTES);
  });
});

describe("the GraphQL schema", () => {
  it("describes every type, field, argument and value", () => {
    const silent = TYPES.flatMap((type) => [type, ...partsOf(type)]).filter(({ description }) => !description?.trim());
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
