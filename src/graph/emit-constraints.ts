import { ONTOLOGY } from "../model/ontology";
import { schemaStatements } from "./neo4j/schema-statements";

/** The text of schema/constraints.cypher: what Quoth creates in Neo4j, for those who set it up by hand. */
export function emitConstraints(): string {
  const heading = [
    "// Constraints and indexes of Quoth in Neo4j. Emitted from the ontology by `npm run schema`; do not edit.",
    "// `quoth seed` creates what is missing; run this file yourself where the seeder's account may not.",
  ];
  return [...heading, "", ...schemaStatements(ONTOLOGY).map((statement) => `${statement};`), ""].join("\n");
}
