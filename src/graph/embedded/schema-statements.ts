import type { Ontology } from "../../model/ontology-types";
import type { GraphRecord } from "../cypher-statement";
import { schemaPlan } from "../schema-plan";
import type { SchemaRule } from "../schema-plan";

/**
 * The engine's indexes answer equality alone, so only ids get one: for order it sorts. A constraint is no index here,
 * both are needed, the constraint first.
 */
export function schemaStatements(ontology: Ontology): string[] {
  return schemaPlan(ontology).constraints.flatMap((rule) => [
    `CREATE CONSTRAINT ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) REQUIRE n.${rule.property} IS UNIQUE`,
    `CREATE INDEX ${indexName(rule)} IF NOT EXISTS FOR (n:${rule.label}) ON (n.${rule.property})`,
  ]);
}

/** @returns the names of what is missing, given the rows of SHOW CONSTRAINTS and SHOW INDEXES. */
export function missingSchemaItems(ontology: Ontology, constraints: readonly GraphRecord[], indexes: readonly GraphRecord[]): string[] {
  const there = new Set([...constraints, ...indexes].map((row) => row.name));
  return schemaPlan(ontology)
    .constraints.flatMap((rule) => [rule.name, indexName(rule)])
    .filter((name) => !there.has(name));
}

function indexName(rule: SchemaRule): string {
  return `${rule.name}_index`;
}
