import type { CypherValue, GraphRecord } from "../graph/cypher-statement";
import { RETRACTED_LABEL, RETRACTED_TYPE } from "../model/ontology";
import type { Property } from "../model/ontology-types";
import { datasetOf, propertyMap } from "../seeding/stored/content-sum";
import type { DraftValue } from "../seeding/draft/draft";
import { ownPropertiesOf, ownPropertiesOfRelation } from "../seeding/graph-file/graph-line";
import type { GraphLine, RelationPart } from "../seeding/graph-file/graph-line";
import { labelOfId } from "../seeding/draft/merge-label";
import { asText } from "../seeding/stored/read-graph-state";

/**
 * A node as lines: the record with what its dataset lets begin at it, then, for each dataset, what others let begin there
 * and what was moved aside.
 * @param chosen the datasets of which lines are wanted, by id
 */
export function* linesOfNode(
  node: GraphRecord,
  relations: readonly GraphRecord[],
  chosen: Pick<ReadonlyMap<string, unknown>, "has">,
): Generator<GraphLine> {
  const id = asText(node["id"]);
  const owner = datasetOf(node);
  const isAside = (node["labels"] as readonly string[]).includes(RETRACTED_LABEL);
  const live = byDataset(relations.filter(({ type }) => type !== RETRACTED_TYPE));
  if (chosen.has(owner)) {
    yield isAside ? retractedLine(id, owner, node) : recordLine(id, owner, node, live.get(owner));
    if (!isAside) live.delete(owner);
  }
  for (const [dataset, rows] of live) {
    if (chosen.has(dataset)) yield { is: "relations", dataset, from: id, relations: rows.map(livePart) };
  }
  for (const [dataset, rows] of byDataset(relations.filter(({ type }) => type === RETRACTED_TYPE))) {
    if (chosen.has(dataset)) yield { is: "retractedRelations", dataset, from: id, relations: rows.map(retractedPart) };
  }
}

/** The properties of a row that a line carries, in the order of the model. */
export function ownValues(row: GraphRecord, properties: readonly Property[]): Record<string, DraftValue> {
  const all = propertyMap(row["properties"]);
  const own: Record<string, DraftValue> = {};
  for (const { name } of properties) {
    const value = all[name];
    if (value !== undefined && value !== null) own[name] = value as DraftValue;
  }
  return own;
}

function recordLine(id: string, dataset: string, node: GraphRecord, relations: readonly GraphRecord[] | undefined): GraphLine {
  const properties = ownValues(node, ownPropertiesOf(labelOfId(id)));
  const line = { is: "record", dataset, id, recordedAt: momentOf(node, "recordedAt"), properties } as const;
  return relations === undefined ? line : { ...line, relations: relations.map(livePart) };
}

function retractedLine(id: string, dataset: string, node: GraphRecord): GraphLine {
  const properties = ownValues(node, ownPropertiesOf(labelOfId(id)));
  const moments = { recordedAt: momentOf(node, "recordedAt"), retractedAt: momentOf(node, "retractedAt") };
  return { is: "retracted", dataset, id, ...moments, properties };
}

function livePart(row: GraphRecord): RelationPart {
  return part(asText(row["type"]), row);
}

/** What was moved aside has its former type as a property. */
function retractedPart(row: GraphRecord): RelationPart & { readonly retractedAt: string } {
  return { ...part(asText(propertyMap(row["properties"])["type"]), row), retractedAt: momentOf(row, "retractedAt") };
}

function part(type: string, row: GraphRecord): RelationPart {
  const properties = ownValues(row, ownPropertiesOfRelation(type));
  const ends = { type, to: asText(row["target"]), key: asText(row["key"]) };
  return Object.keys(properties).length === 0 ? ends : { ...ends, properties };
}

function byDataset(rows: readonly GraphRecord[]): Map<string, GraphRecord[]> {
  const groups = new Map<string, GraphRecord[]>();
  for (const row of rows) groups.set(datasetOf(row), [...(groups.get(datasetOf(row)) ?? []), row]);
  return groups;
}

function momentOf(row: GraphRecord, name: string): string {
  const value: CypherValue | undefined = propertyMap(row["properties"])[name];
  return asText(value);
}
