import type { CypherStatement, CypherValue } from "../graph/cypher-statement";
import { kindOf, labelsOf } from "../model/ontology";
import type { DraftNode, DraftRelation } from "./draft";
import { labelOfId, mergeLabel, mergeLabelOfId } from "./merge-label";
import { KEPT_ON_UPDATE, nodeRow, relationRow, storedNodeNames, storedRelationNames } from "./node-row";
import type { PlannedChanges } from "./plan-changes";
import { relationName, splitRelationName } from "./read-graph-state";

/** Statements of one transaction. */
export interface Batch {
  readonly statements: readonly CypherStatement[];
  /** How many nodes and relations it writes. */
  readonly rows: number;
}

const ROWS_PER_BATCH = 1000;

type Row = Record<string, CypherValue>;
/** Rows that share one statement text. */
interface Shape {
  readonly text: string;
  readonly rows: Row[];
}

/** Nodes that come, come back or change, in batches made one by one. */
export function* nodeBatches(changes: PlannedChanges, recordedAt: string): Generator<Batch> {
  const dataset = `dataset:${changes.corpus.id}`;
  yield* batches(changes.created, (node) => createNode(node, dataset, recordedAt));
  yield* batches(changes.restored, (node) => restoreNode(node, dataset));
  yield* batches(changes.updated, (node) => updateNode(node, dataset));
}

/** Relations that come, come back or change; their nodes must be there. */
export function* relationBatches(changes: PlannedChanges): Generator<Batch> {
  const dataset = `dataset:${changes.corpus.id}`;
  const isReturning = ({ type, from, to, key }: DraftRelation): boolean =>
    changes.returningRelations.has(relationName(type, from, to, key));
  yield* batches(
    changes.newRelations,
    (relation) => writeRelation(relation, dataset, false),
    (relation) => (isReturning(relation) ? forgetRetracted(relation) : undefined),
  );
  yield* batches(changes.updatedRelations, (relation) => writeRelation(relation, dataset, true));
}

/** What left the corpus moves aside: relations first, so that no node loses its labels under a live one. */
export function* retractionBatches(changes: PlannedChanges, retractedAt: string): Generator<Batch> {
  yield* batches(changes.retractedRelations, (name) => retractRelation(name, retractedAt));
  yield* batches(changes.retracted, (id) => retractNode(id, retractedAt));
}

type Statement = readonly [text: string, row: Row];

function* batches<T>(items: readonly T[], ...toStatements: ((item: T) => Statement | undefined)[]): Generator<Batch> {
  for (let at = 0; at < items.length; at += ROWS_PER_BATCH) {
    const part = items.slice(at, at + ROWS_PER_BATCH);
    const shapes = new Map<string, Shape>();
    for (const toStatement of toStatements) for (const item of part) collect(toStatement(item), shapes);
    const statements = [...shapes.values()].map(({ text, rows }) => ({ text, parameters: { p_rows: rows } }));
    yield { statements, rows: part.length };
  }
}

function collect(statement: Statement | undefined, shapes: Map<string, Shape>): void {
  if (statement === undefined) return;
  const [text, row] = statement;
  const shape = shapes.get(text) ?? { text, rows: [] };
  shape.rows.push(row);
  shapes.set(text, shape);
}

function createNode(node: DraftNode, dataset: string, recordedAt: string): Statement {
  const { properties } = nodeRow(node, dataset, recordedAt);
  const text = `UNWIND $p_rows AS row MERGE (n:${mergeLabel(node.label)} {id: row.id}) SET n += row.properties${ownLabel(node.label)}`;
  return [text, { id: node.id, properties: { ...unverified(node), ...properties } }];
}

function updateNode(node: DraftNode, dataset: string): Statement {
  const text = `UNWIND $p_rows AS row MATCH (n:${mergeLabel(node.label)} {id: row.id}) SET n += row.properties`;
  return [text, { id: node.id, properties: replacing(node, dataset) }];
}

/** Back with all its labels; `recordedAt` stays what it was. */
function restoreNode(node: DraftNode, dataset: string): Statement {
  const root = mergeLabel(node.label);
  const text = `UNWIND $p_rows AS row MATCH (n:Retracted {id: row.id}) REMOVE n:Retracted SET n:${root}${ownLabel(node.label)} SET n += row.properties`;
  return [text, { id: node.id, properties: { ...replacing(node, dataset), retractedAt: null } }];
}

/** What is absent now is removed; a span that changed without its text at hand is no longer verified. */
function replacing(node: DraftNode, dataset: string): Row {
  const { properties } = nodeRow(node, dataset, "");
  const kept: readonly string[] = KEPT_ON_UPDATE;
  const absent = storedNodeNames(node.label).map((name): [string, CypherValue] => [name, null]);
  const all: [string, CypherValue][] = [...absent, ...Object.entries({ ...unverified(node), ...properties })];
  return Object.fromEntries(all.filter(([name]) => !kept.includes(name)));
}

function unverified(node: DraftNode): Row {
  return node.label === "Span" ? { verified: false } : {};
}

function ownLabel(label: string): string {
  const [root, own] = labelsOf(kindOf(label));
  return own === undefined || own === root ? "" : ` SET n:${own}`;
}

const ends = (from: string, to: string): string =>
  `MATCH (a:${mergeLabelOfId(from)} {id: row.source}) MATCH (b:${mergeLabelOfId(to)} {id: row.target})`;

function writeRelation(relation: DraftRelation, dataset: string, isUpdate: boolean): Statement {
  const { type, from, to, key } = relation;
  const { properties } = relationRow(relation, dataset);
  const absent = isUpdate ? Object.fromEntries(storedRelationNames(type).map((name) => [name, null])) : {};
  const text = `UNWIND $p_rows AS row ${ends(from, to)} MERGE (a)-[r:\`${type}\` {key: row.key}]->(b) SET r += row.properties`;
  return [text, { source: from, target: to, key, properties: { ...absent, ...properties } }];
}

/** It is live again, so what was moved aside is no longer needed to know that it once was. */
function forgetRetracted({ type, from, to, key }: DraftRelation): Statement {
  const pattern = `(a:${mergeLabelOfId(from)} {id: row.source})-[x:RETRACTED {key: row.key}]->(b:${mergeLabelOfId(to)} {id: row.target})`;
  return [`UNWIND $p_rows AS row MATCH ${pattern} WHERE x.type = row.type DELETE x`, { source: from, target: to, key, type }];
}

function retractRelation(name: string, retractedAt: string): Statement {
  const { type, from, to, key } = splitRelationName(name);
  const pattern = `(a:${mergeLabelOfId(from)} {id: row.source})-[r:\`${type}\` {key: row.key}]->(b:${mergeLabelOfId(to)} {id: row.target})`;
  const text = `UNWIND $p_rows AS row MATCH ${pattern} MERGE (a)-[x:RETRACTED {type: row.type, key: row.key}]->(b) SET x += properties(r) SET x.retractedAt = row.retractedAt DELETE r`;
  return [text, { source: from, target: to, key, type, retractedAt }];
}

function retractNode(id: string, retractedAt: string): Statement {
  const removed = labelsOf(kindOf(labelOfId(id)))
    .map((label) => ` REMOVE n:${label}`)
    .join("");
  const text = `UNWIND $p_rows AS row MATCH (n:${mergeLabelOfId(id)} {id: row.id}) SET n.retractedAt = row.retractedAt SET n:Retracted${removed}`;
  return [text, { id, retractedAt }];
}
