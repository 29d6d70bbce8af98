import { CORPUS_FILES } from "../../src/model/corpus-row";
import { emitMappingSchema } from "../../src/seeding/emit-mapping-schema";

const { $defs } = JSON.parse(emitMappingSchema()) as { $defs: Record<string, { properties?: Record<string, unknown> }> };

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "$ref" ? [String(each)] : references(each)));
}

describe("emitMappingSchema", () => {
  it("defines everything that it refers to", () => {
    const missing = references($defs).filter((each) => !(each.replace("#/$defs/", "") in $defs));
    expect(missing).toEqual([]);
  });

  it.each(CORPUS_FILES.map(({ shape }) => shape))(
    "lets a mapping write every field of a $label, and say when and how often",
    ({ label, fields }) => {
      const names = Object.keys($defs[label]?.properties ?? {});
      expect(names).toEqual(expect.arrayContaining([...fields.map(({ name }) => name), "when", "unless", "each"]));
    },
  );

  it("lets a link be written by name where it leads to an entity, and only there", () => {
    const names = (of: string): string[] => references($defs[of]).concat(JSON.stringify($defs[of]));
    expect(names("Statement.speaker").join()).toContain('"kind"');
    expect(names("Report.in").join()).not.toContain('"name"');
  });
});
