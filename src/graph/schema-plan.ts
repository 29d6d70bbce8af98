import { instantNames, keyDatesOf, lengthName } from "../model/long-dates";
import { hasBestWords, labelsOf, orderKeysOf, propertiesOf, RETRACTED_LABEL } from "../model/ontology";
import type { NodeKind, Ontology } from "../model/ontology-types";
import { SPOKE_ABOUT_TOTAL } from "../model/spoke-about";

/** Properties of one label, mostly one: what a uniqueness constraint or a range index stands on. */
export interface SchemaRule {
  /** Stable; starts with `quoth_`. */
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

/** What an engine must have before data comes in, in the order of the ontology. */
export interface SchemaPlan {
  /** Unique ids, on the labels that the seeder merges on: without them, two writers make two nodes of one id. */
  readonly constraints: readonly SchemaRule[];
  /** Range indexes: by dataset, by sort key, by the instants of dates, by the ends of long dates, by speaker and time together. Never on long text, which Neo4j refuses from 8 kB on. */
  readonly indexes: readonly SchemaRule[];
  /** Indexes that are asked for equality alone: of values that few nodes have (`Property.identifying`). */
  readonly lookups: readonly SchemaRule[];
  /** Indexes for any part of a text: of all names of an entity. */
  readonly texts: readonly SchemaRule[];
  /** Indexes by words: of every kind that is searched. */
  readonly fullTexts: readonly FullTextRule[];
  /** Range indexes of relations; the label is their type. */
  readonly relations: readonly SchemaRule[];
}

/** Nodes of a label that are found by the words of these properties, which hold nothing but words and blanks. */
export interface FullTextRule {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

/** In the order of time for one speaker; what is counted over all statements is told by the index alone (ADR 18). */
const SPEAKERS_BY_TIME = [
  ["speakerId", "saidKey"],
  ["speakerId", "saidAtYear"],
  ["speakerId", "saidAtMonth"],
];

/** Constraints and indexes of an ontology, as data; each engine words them in its own dialect. */
export function schemaPlan(ontology: Ontology): SchemaPlan {
  const mergeLabels = new Set([...ontology.kinds.map(mergeLabelOf), RETRACTED_LABEL]);
  return {
    constraints: [...mergeLabels].map((label) => rule(label, "id")),
    indexes: ontology.kinds.flatMap((kind) => indexedProperties(kind).map((properties) => rule(kind.label, ...properties))),
    lookups: ontology.kinds.flatMap(({ label, properties }) =>
      properties.filter(({ identifying }) => identifying === true).map(({ name }) => rule(label, name)),
    ),
    texts: [rule("Entity", "namesText")],
    relations: [rule("ABOUT", "aboutId", "saidKey"), rule("ABOUT", "aboutId", "speakerId"), rule(SPOKE_ABOUT_TOTAL, "statements")],
    fullTexts: ontology.kinds.filter((kind) => kind.searched !== undefined).flatMap((kind) => fullTextRules(kind)),
  };
}

function fullTextRules(kind: NodeKind): FullTextRule[] {
  return hasBestWords(kind) ? [fullTextRule(kind.label), bestWordsRule(kind.label)] : [fullTextRule(kind.label)];
}

/** The index by words of a label. */
export function fullTextRule(label: string): FullTextRule {
  return { name: rule(label, "search").name, label, properties: ["searchText", "searchWords"] };
}

/** The index by the words for which a text is among the best. */
export function bestWordsRule(label: string): FullTextRule {
  return { name: rule(label, "best").name, label, properties: ["searchBest"] };
}

/** The label on which ids are unique: `Entity` for every entity, else the kind's own. */
function mergeLabelOf(kind: NodeKind): string {
  return labelsOf(kind)[0] ?? kind.label;
}

function indexedProperties(kind: NodeKind): readonly string[][] {
  const hasDataset = propertiesOf(kind).some((property) => property.name === "dataset");
  const orderKeys = orderKeysOf(kind).map((key) => key.name);
  // Filters on dates overlap ranges of instants.
  const instants = keyDatesOf(kind.label).flatMap(instantNames);
  const single = [...(hasDataset ? ["dataset"] : []), ...orderKeys, ...instants].map((property) => [property]);
  return [...single, ...longDates(kind), ...(kind.label === "Statement" ? SPEAKERS_BY_TIME : [])];
}

/** Of the dates of each length, where the first begins and the last ends (`readLongDates`). Dates of a day are in neither. */
function longDates({ label }: NodeKind): string[][] {
  return keyDatesOf(label).flatMap((date) => instantNames(date).map((instant) => [lengthName(date.property), instant]));
}

function rule(label: string, ...properties: readonly string[]): SchemaRule {
  return { name: ["quoth", label, ...properties].map(snakeCase).join("_"), label, properties };
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
}
