import { isObjectType } from "graphql";
import type { GraphQLField, GraphQLObjectType } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { edgeOf, EDGES } from "../../src/model/edges";
import { kindOf, ONTOLOGY, propertiesOf } from "../../src/model/ontology";

const SCHEMA = buildQuothSchema();

/** What an entity's `relations` shows: every relation between entities, which no other object of the API stands for. */
const RELATION_TYPES = ["HELD", "OWNS", "MEMBER_OF", "PART_OF", "LOCATED_IN", "INVOLVED_IN", "RELATED_TO"];

/** Objects that stand for relations, and the relations whose properties they show. */
const LINK_TYPES: Readonly<Record<string, readonly string[]>> = {
  Relation: RELATION_TYPES,
  Attribution: ["ATTRIBUTED_TO"],
  AboutLink: ["ABOUT"],
  Response: ["RESPONDS_TO"],
};

/** What the API adds to the graph's own words, with the reason. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
  "Relation.kind": "the type of the relation itself, not a property of it",
};
const OWN_TYPES: Readonly<Record<string, string>> = {
  DataVersion: "counts of the whole graph, and when it last changed",
  Highlight: "where a search found its words",
  TextRange: "a stretch of a highlight's text",
  Bucket: "one value that statements are counted by",
  Facet: "counts of a list by one dimension",
  StatementCount: "counts by several dimensions",
  SpeechCell: "counts of a pair of entities",
  StatementRow: "a statement and its surroundings, flat",
  StatementRowPage: "a page of those",
  Network: "entities and counts of what links them",
  NetworkNode: "an entity of a network",
  NetworkEdge: "a count of what links two entities",
  Path: "a chain of entities",
  PathStep: "one step of such a chain",
};

/** One of the three shapes of GraphQL Cursor Connections, which say nothing of their own. */
const isPaging = ({ name }: GraphQLObjectType): boolean => /(Connection|Edge)$/.test(name) || name === "PageInfo";

function propertiesBehind(type: string): string[] {
  const relations = LINK_TYPES[type];
  if (relations) {
    return ONTOLOGY.relations
      .filter((each) => relations.includes(each.type))
      .flatMap(({ properties }) => properties.map(({ name }) => name));
  }
  return ["id", ...propertiesOf(kindOf(type)).map(({ name }) => name)];
}

function hasSource(type: GraphQLObjectType, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
  if (extensions["computed"] === true || `${type.name}.${name}` in OWN_FIELDS) return true;
  return edgeOf(type.name, name) !== undefined || propertiesBehind(type.name).includes(name);
}

const TYPES = Object.values(SCHEMA.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !type.name.startsWith("__") && type !== SCHEMA.getQueryType() && !isPaging(type) && !(type.name in OWN_TYPES));

describe("the API and the ontology", () => {
  it("agree: every field that is not computed is a property or a relation", () => {
    const fields = TYPES.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const strays = fields.filter(({ type, field }) => !hasSource(type, field));
    expect(strays.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it("agree: no exception is gone", () => {
    const names = TYPES.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(Object.keys(OWN_FIELDS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("agree: every edge of the model is a field", () => {
    const missing = EDGES.filter(({ on, field }) => {
      const type = SCHEMA.getType(on);
      return !type || !("getFields" in type) || !(field in type.getFields());
    });
    expect(missing.map(({ on, field }) => `${on}.${field}`)).toEqual([]);
  });
});
