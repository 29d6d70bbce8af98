import type { Ontology } from "../../model/ontology-types";
import type { GraphRecord } from "../cypher-statement";
import type { MissingSchema } from "../engine";
import { schemaPlan } from "../schema-plan";
import type { SchemaRule } from "../schema-plan";

/**
 * The engine's indexes answer equality alone, so only ids and other identifying values get one: for order it sorts. A constraint is no
 * index here, both are needed, the constraint first.
 */
export function schemaStatements(ontology: Ontology): string[] {
  const { constraints, lookups } = schemaPlan(ontology);
  const createIndex = (rule: SchemaRule): string =>
    `CREATE INDEX ${indexName(rule)} IF NOT EXISTS FOR (n:${rule.label}) ON (n.${rule.properties.join()})`;
  return [
    ...constraints.flatMap((rule) => [
      `CREATE CONSTRAINT ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) REQUIRE n.${rule.properties.join()} IS UNIQUE`,
      createIndex(rule),
    ]),
    ...lookups.map(createIndex),
  ];
}

/** @returns what is missing, text indexes aside, given the rows of SHOW CONSTRAINTS and SHOW INDEXES. */
export function missingSchemaItems(
  ontology: Ontology,
  constraints: readonly GraphRecord[],
  indexes: readonly GraphRecord[],
): MissingSchema {
  const there = new Set([...constraints, ...indexes].map((row) => row.name));
  const missing = (names: string[]): string[] => names.filter((name) => !there.has(name));
  const { constraints: rules, lookups } = schemaPlan(ontology);
  return { constraints: missing(rules.map(({ name }) => name)), indexes: missing([...rules, ...lookups].map(indexName)) };
}

function indexName(rule: SchemaRule): string {
  return `${rule.name}_index`;
}
