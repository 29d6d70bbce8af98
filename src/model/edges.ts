import type { Edge } from "./edge-types";
import { ENTITY_EDGES } from "./entity-edges";
import { ORIGIN_EDGES } from "./origin-edges";
import { RELATION_EDGES } from "./relation-edges";
import { SOURCE_EDGES } from "./source-edges";
import { STATEMENT_EDGES } from "./statement-edges";

/** Every field of the API with another object behind it, and how it walks the graph. */
export const EDGES: readonly Edge[] = [...ENTITY_EDGES, ...STATEMENT_EDGES, ...SOURCE_EDGES, ...RELATION_EDGES, ...ORIGIN_EDGES];

/** The interfaces that a type of the API implements, itself first. */
export const API_SUPERTYPES: Readonly<Record<string, readonly string[]>> = {
  Person: ["Person", "Speaker", "Entity"],
  Organization: ["Organization", "Speaker", "Entity"],
  Place: ["Place", "Entity"],
  Event: ["Event", "Entity"],
  Work: ["Work", "Entity"],
  Topic: ["Topic", "Entity"],
  Speaker: ["Speaker", "Entity"],
};

/** The object types of entities. */
export const ENTITY_TYPES: readonly string[] = Object.keys(API_SUPERTYPES).filter((type) => type !== "Speaker");

const edgesByField = new Map(EDGES.map((edge) => [`${edge.on}.${edge.field}`, edge]));

/** @returns undefined where the field of the type is no edge. */
export function edgeOf(type: string, field: string): Edge | undefined {
  for (const owner of API_SUPERTYPES[type] ?? [type]) {
    const edge = edgesByField.get(`${owner}.${field}`);
    if (edge) return edge;
  }
  return undefined;
}
