import { ONTOLOGY } from "../../../src/model/ontology";
import type { Ontology } from "../../../src/model/ontology-types";
import { formatOf, rowFormat } from "../../../src/seeding/stored/content-hash";

const [first, ...others] = ONTOLOGY.kinds;
if (first === undefined) throw new Error("The ontology has no kinds.");
const withFirst = (kind: typeof first): Ontology => ({ ...ONTOLOGY, kinds: [kind, ...others] });

describe("formatOf", () => {
  it("is that of the model, by which graphs are known", () => {
    expect(formatOf(ONTOLOGY)).toBe(rowFormat());
  });

  it("stays where nothing but a text for people changes", () => {
    const properties = first.properties.map((each) => ({ ...each, description: "Otherwise." }));
    expect(formatOf(withFirst({ ...first, description: "Otherwise.", follows: "nothing", properties }))).toBe(rowFormat());
    const relations = ONTOLOGY.relations.map((each) => ({ ...each, description: "Otherwise." }));
    expect(formatOf({ ...ONTOLOGY, relations })).toBe(rowFormat());
    const indexed = first.properties.map((each) => ({ ...each, identifying: true as const }));
    expect(formatOf(withFirst({ ...first, properties: indexed }))).toBe(rowFormat());
  });

  it("is another one where a property comes, or is stored in another way", () => {
    const added = { name: "shoeSize", type: "integer", description: "" } as const;
    expect(formatOf(withFirst({ ...first, properties: [...first.properties, added] }))).not.toBe(rowFormat());
    const folded = first.properties.map((each) => ({ ...each, folded: true as const }));
    expect(formatOf(withFirst({ ...first, properties: folded }))).not.toBe(rowFormat());
  });
});
