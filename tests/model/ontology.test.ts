import { CORPUS_FILES, CORPUS_SHAPE } from "../../src/model/corpus-row";
import type { Field, RecordShape } from "../../src/model/corpus-row-types";
import { emitModelPage } from "../../src/model/emit-model-page";
import { ENUMS } from "../../src/model/enums";
import { kindOf, labelsOf, ONTOLOGY, propertiesOf, relationOf } from "../../src/model/ontology";

function shapesWithin(shape: RecordShape): RecordShape[] {
  const inner = shape.fields.flatMap((field) => (field.is === "children" || field.is === "spans" ? shapesWithin(field.shape) : []));
  return [shape, ...inner];
}

const shapes = [CORPUS_SHAPE, ...CORPUS_FILES.map((each) => each.shape)].flatMap(shapesWithin);
const properties = [...ONTOLOGY.kinds, ...ONTOLOGY.relations].flatMap((each) => each.properties);

function relationsOf(field: Field): string[] {
  return field.is === "link" || field.is === "children" ? [field.relation] : [];
}

describe("the ontology", () => {
  it("has every prefix once", () => {
    const prefixes = ONTOLOGY.kinds.flatMap((kind) => kind.prefix ?? []);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it("joins only kinds that it has", () => {
    const labels = ONTOLOGY.relations.flatMap((relation) => [...relation.from, ...relation.to]);
    expect(() => labels.map(kindOf)).not.toThrow();
  });

  it("names a list of values for every enum property, and only there", () => {
    expect(properties.every(({ type, values }) => (type === "enum") === (values !== undefined && values in ENUMS))).toBe(true);
  });

  it("describes every kind, property and relation", () => {
    const all = [...ONTOLOGY.kinds, ...ONTOLOGY.relations, ...properties].map((each) => each.description);
    expect(all.filter((description) => description.trim() === "" || !description.endsWith("."))).toEqual([]);
  });

  it("orders only by properties that the kind has", () => {
    const missing = ONTOLOGY.kinds.flatMap((kind) =>
      (kind.orderKeys ?? []).filter(({ by }) => !propertiesOf(kind).some(({ name }) => name === by)),
    );
    expect(missing).toEqual([]);
  });

  it("puts the label of the kind that is extended first", () => {
    expect(labelsOf(kindOf("Person"))).toEqual(["Entity", "Person"]);
  });
});

describe("the files of a corpus", () => {
  it("write only relations that the ontology has", () => {
    expect(() => shapes.flatMap((shape) => shape.fields.flatMap(relationsOf)).map(relationOf)).not.toThrow();
  });

  it("have no field twice in one record", () => {
    const twice = shapes.filter((shape) => new Set(shape.fields.map((field) => field.name)).size < shape.fields.length);
    expect(twice.map((shape) => shape.label)).toEqual([]);
  });
});

describe("emitModelPage", () => {
  it("speaks of every kind, relation, list of values and file", () => {
    const page = emitModelPage();
    const names = [
      ...ONTOLOGY.kinds.map((kind) => kind.label),
      ...ONTOLOGY.relations.map((each) => each.type),
      ...Object.keys(ENUMS),
      ...CORPUS_FILES.map((each) => each.file),
    ];
    expect(names.filter((name) => !page.includes(`### ${name}\n`))).toEqual([]);
  });
});
