import type { Ontology } from "../../model/ontology-types";
import type { GraphRecord } from "../cypher-statement";
import type { MissingSchema } from "../engine";
import { schemaPlan } from "../schema-plan";
import type { FullTextRule, SchemaRule } from "../schema-plan";

/** The rows that `missingSchemaItems` reads. */
export const SHOW_CONSTRAINTS = "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties";
export const SHOW_INDEXES = "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties";

/** Creates what is missing, under stable names; a constraint brings its own index with it. */
export function schemaStatements(ontology: Ontology): string[] {
  const { constraints, indexes, lookups, texts, relations, fullTexts } = schemaPlan(ontology);
  return [
    ...constraints.map((rule) => `CREATE CONSTRAINT ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) REQUIRE ${placesIn(rule)} IS UNIQUE`),
    ...[...indexes, ...lookups].map((rule) => `CREATE RANGE INDEX ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) ON (${placesIn(rule)})`),
    ...texts.map((rule) => `CREATE TEXT INDEX ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) ON (${placesIn(rule)})`),
    ...relations.map((rule) => `CREATE RANGE INDEX ${rule.name} IF NOT EXISTS FOR ()-[n:${rule.label}]-() ON (${placesIn(rule)})`),
    ...fullTexts.map(createFullText),
  ];
}

function placesIn({ properties }: Pick<SchemaRule, "properties">): string {
  return properties.map((property) => `n.${property}`).join(", ");
}

/** The texts are split into words already, so the plainest analyzer leaves them as they are. */
function createFullText(rule: FullTextRule): string {
  const options = "{indexConfig: {`fulltext.analyzer`: 'whitespace'}}";
  return `CREATE FULLTEXT INDEX ${rule.name} IF NOT EXISTS FOR (n:${rule.label}) ON EACH [${placesIn(rule)}] OPTIONS ${options}`;
}

/**
 * Compares by label and property: a constraint that stands under another name serves as well.
 * @returns what is missing, given the rows of SHOW CONSTRAINTS and SHOW INDEXES
 */
export function missingSchemaItems(
  ontology: Ontology,
  constraints: readonly GraphRecord[],
  indexes: readonly GraphRecord[],
): MissingSchema {
  const plan = schemaPlan(ontology);
  // 5.x says UNIQUENESS, 2026 NODE_PROPERTY_UNIQUENESS; a node key is unique, too.
  const unique = placesOf(constraints.filter((row) => /^(NODE_PROPERTY_)?UNIQUENESS$|^NODE_KEY$/.test(row["type"] as string)));
  const online = (type: string): GraphRecord[] => indexes.filter((row) => row["type"] === type && row["state"] === "ONLINE");
  // A question names its full-text index, so that another name does not serve.
  const named = new Set(online("FULLTEXT").map((row) => row["name"]));
  return {
    constraints: missing(plan.constraints, unique),
    indexes: [
      ...missing([...plan.indexes, ...plan.lookups, ...plan.relations], placesOf(online("RANGE"))),
      ...missing(plan.texts, placesOf(online("TEXT"))),
      ...plan.fullTexts.flatMap(({ name }) => (named.has(name) ? [] : [name])),
    ],
  };
}

function missing(rules: readonly SchemaRule[], there: ReadonlySet<string>): string[] {
  return rules.filter((rule) => !there.has(`${rule.label}.${rule.properties.join()}`)).map((rule) => rule.name);
}

function placesOf(rows: readonly GraphRecord[]): Set<string> {
  return new Set(rows.map((row) => `${(row["labelsOrTypes"] as string[]).join()}.${(row["properties"] as string[]).join()}`));
}
