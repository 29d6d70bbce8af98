import { CORPUS_FILES } from "../../src/model/corpus-row";
import { emitCorpusSchema } from "../../src/seeding/emit-corpus-schema";

interface Schema {
  readonly $ref?: string;
  readonly [key: string]: unknown;
}

const schema = JSON.parse(emitCorpusSchema()) as { $schema: string; $defs: Record<string, Schema> };

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "$ref" in value && typeof value.$ref === "string" ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

function describesAll(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const properties = "properties" in value ? Object.values(value.properties as Record<string, Schema>) : [];
  return properties.every((each) => typeof each["description"] === "string") && Object.values(value).every(describesAll);
}

describe("emitCorpusSchema", () => {
  it("is of the draft 2020-12, with a definition for every file of a corpus", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(Object.keys(schema.$defs)).toEqual(
      expect.arrayContaining(["corpus.yaml", "relations.yaml", ...CORPUS_FILES.map(({ file }) => file)]),
    );
  });

  it("refers to nothing that it does not define", () => {
    const names = references(schema).map((reference) => reference.replace("#/$defs/", ""));
    expect(names.filter((name) => !(name in schema.$defs))).toEqual([]);
  });

  it("describes every field, so that editors can show what it is for", () => {
    expect(describesAll(schema)).toBe(true);
  });

  it("requires what every record needs", () => {
    expect(schema.$defs["statements.yaml"]).toMatchObject({
      additionalProperties: { required: ["text", "reports"], additionalProperties: false },
    });
    expect(schema.$defs["corpus.yaml"]).toMatchObject({ required: ["id", "title", "version"] });
  });
});
