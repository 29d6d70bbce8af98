import type { CypherStatement, CypherValue } from "../../graph/cypher-statement";
import { prefixOf } from "../../model/id";
import { kindOf, labelsOf } from "../../model/ontology";
import { SPOKEN_NAMES } from "../../model/spoke-about";
import type { AsideNode, AsideRelation, DraftNode, DraftRelation } from "../draft/draft";
import { labelOfId, mergeLabel, mergeLabelOfId } from "../draft/merge-label";
import type { RelationEnds } from "../draft/relation-name";
import { KEPT_ON_UPDATE, nodeRow, relationRow, storedNodeNames, storedRelationNames } from "../stored/node-row";

export type WriteRow = Record<string, CypherValue>;
/** One record's part of a write: rows of one text go together, as `$p_rows`. */
export type WriteStatement = readonly [text: string, row: WriteRow];

/** Rows of one text as one statement, in the order in which the texts came. */
export function byText(statements: readonly WriteStatement[]): CypherStatement[] {
  const rows = new Map<string, WriteRow[]>();
  for (const [text, row] of statements) {
    const known = rows.get(text);
    if (known === undefined) rows.set(text, [row]);
    else known.push(row);
  }
  return [...rows].map(([text, each]) => ({ text, parameters: { p_rows: each } }));
}

/** What a session compares with the rows given: one that found no node to write to would otherwise be left out in silence. */
export const WRITTEN = " RETURN count(*) AS written";
/** How a text ends that says so. */
export const SAYS_WRITTEN = " AS written";

/** Helpers of what is live. */
const FORGET_SPOKEN = SPOKEN_NAMES.map((name) => ` SET x.${name} = null`).join("");

/** Texts, each made once. */
const texts = new Map<string, string>();

function textOf(key: string, make: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const made = make();
  texts.set(key, made);
  return made;
}

/** Of a node that is known not to be there: the transaction it stands in is carried out once or not at all. */
export function createNode(node: DraftNode, dataset: string, recordedAt: string, relationsHash: string): WriteStatement {
  const { properties } = nodeRow(node, dataset, recordedAt);
  const text = textOf(`create ${node.label}`, () => {
    return `UNWIND $p_rows AS row CREATE (n:${labelsOf(kindOf(node.label)).join(":")} {id: row.id}) SET n += row.properties`;
  });
  return [text, { id: node.id, properties: { ...unverified(node), ...properties, ...(relationsHash !== "" && { relationsHash }) } }];
}

export function updateNode(node: DraftNode, dataset: string, relationsHash: string): WriteStatement {
  const text = `UNWIND $p_rows AS row MATCH (n:${mergeLabel(node.label)} {id: row.id}) SET n += row.properties${WRITTEN}`;
  return [text, { id: node.id, properties: replacing(node, dataset, relationsHash) }];
}

/** Of a node that stays as it is, but not what begins at it. */
export function updateRelationsHash(node: DraftNode, relationsHash: string): WriteStatement {
  const text = `UNWIND $p_rows AS row MATCH (n:${mergeLabel(node.label)} {id: row.id}) SET n += row.properties`;
  return [text, { id: node.id, properties: { relationsHash: relationsHash || null } }];
}

/** Back with all its labels; `recordedAt` stays what it was. */
export function restoreNode(node: DraftNode, dataset: string, relationsHash: string): WriteStatement {
  const labels = labelsOf(kindOf(node.label)).map((label) => ` SET n:${label}`);
  const text = `UNWIND $p_rows AS row MATCH (n:Retracted {id: row.id}) REMOVE n:Retracted${labels.join("")} SET n += row.properties${WRITTEN}`;
  return [text, { id: node.id, properties: { ...replacing(node, dataset, relationsHash), retractedAt: null } }];
}

/** What is absent now is removed; a span that changed without its text at hand is no longer verified. */
function replacing(node: DraftNode, dataset: string, relationsHash: string): WriteRow {
  const { properties } = nodeRow(node, dataset, "");
  const kept: readonly string[] = KEPT_ON_UPDATE;
  const absent = storedNodeNames(node.label).map((name): [string, CypherValue] => [name, null]);
  const all: [string, CypherValue][] = [...absent, ...Object.entries({ ...unverified(node), ...properties })];
  return { ...Object.fromEntries(all.filter(([name]) => !kept.includes(name))), relationsHash: relationsHash || null };
}

function unverified(node: DraftNode): WriteRow {
  return node.label === "Span" ? { verified: false } : {};
}

const ends = (from: string, to: string): string =>
  `MATCH (a:${mergeLabelOfId(from)} {id: row.source}) MATCH (b:${mergeLabelOfId(to)} {id: row.target})`;

const kindsOf = (from: string, to: string): string => `${prefixOf(from)} ${prefixOf(to)}`;

/** Of a relation that is known not to be there: the transaction it stands in is carried out once or not at all. */
export function createRelation(relation: DraftRelation, dataset: string): WriteStatement {
  const { type, from, to } = relation;
  const { properties } = relationRow(relation, dataset);
  const text = textOf(`${type} ${kindsOf(from, to)}`, () => {
    return `UNWIND $p_rows AS row ${ends(from, to)} CREATE (a)-[r:\`${type}\`]->(b) SET r += row.properties${WRITTEN}`;
  });
  return [text, { source: from, target: to, properties }];
}

export function updateRelation(relation: DraftRelation, dataset: string): WriteStatement {
  const { type, from, to, key } = relation;
  const { properties } = relationRow(relation, dataset);
  const absent = Object.fromEntries(storedRelationNames(type).map((name) => [name, null]));
  const text = `UNWIND $p_rows AS row ${ends(from, to)} MERGE (a)-[r:\`${type}\` {key: row.key}]->(b) SET r += row.properties${WRITTEN}`;
  return [text, { source: from, target: to, key, properties: { ...absent, ...properties } }];
}

/** It is live again, so what was moved aside is no longer needed to know that it once was. */
export function forgetRetracted({ type, from, to, key }: RelationEnds): WriteStatement {
  const pattern = `(a:${mergeLabelOfId(from)} {id: row.source})-[x:RETRACTED {key: row.key}]->(b:${mergeLabelOfId(to)} {id: row.target})`;
  return [`UNWIND $p_rows AS row MATCH ${pattern} WHERE x.type = row.type DELETE x`, { source: from, target: to, key, type }];
}

export function retractRelation({ type, from, to, key }: RelationEnds, retractedAt: string): WriteStatement {
  const pattern = `(a:${mergeLabelOfId(from)} {id: row.source})-[r:\`${type}\` {key: row.key}]->(b:${mergeLabelOfId(to)} {id: row.target})`;
  const text = `UNWIND $p_rows AS row MATCH ${pattern} MERGE (a)-[x:RETRACTED {type: row.type, key: row.key}]->(b) SET x += properties(r)${type === "ABOUT" ? FORGET_SPOKEN : ""} SET x.retractedAt = row.retractedAt DELETE r`;
  return [text, { source: from, target: to, key, type, retractedAt }];
}

/** What begins at it was moved aside before, so that there is nothing left to compare. */
export function retractNode(id: string, retractedAt: string): WriteStatement {
  const removed = labelsOf(kindOf(labelOfId(id)))
    .map((label) => ` REMOVE n:${label}`)
    .join("");
  const text = `UNWIND $p_rows AS row MATCH (n:${mergeLabelOfId(id)} {id: row.id}) SET n.retractedAt = row.retractedAt SET n.relationsHash = null SET n.speakerId = null SET n:Retracted${removed}`;
  return [text, { id, retractedAt }];
}

/** As another graph had moved it aside; what this one had moved aside by that id is replaced. */
export function writeAsideNode(node: AsideNode, dataset: string): WriteStatement {
  const absent = Object.fromEntries(storedNodeNames(node.label).map((name) => [name, null]));
  const { properties } = nodeRow(node, dataset, "");
  const row = { ...absent, ...unverified(node), ...properties, retractedAt: node.retractedAt };
  return ["UNWIND $p_rows AS row MERGE (n:Retracted {id: row.id}) SET n += row.properties", { id: node.id, properties: row }];
}

/** The label by which an end of a relation is found, live or moved aside. */
export type EndLabel = (id: string) => string;

/** The same of a relation; its ends may be live or moved aside. */
export function writeAsideRelation(relation: AsideRelation, dataset: string, labelOf: EndLabel): WriteStatement {
  const { type, from, to, key, retractedAt } = relation;
  const absent = Object.fromEntries(storedRelationNames(type).map((name) => [name, null]));
  const { properties } = relationRow(relation, dataset);
  const pattern = `MATCH (a:${labelOf(from)} {id: row.source}) MATCH (b:${labelOf(to)} {id: row.target})`;
  const text = `UNWIND $p_rows AS row ${pattern} MERGE (a)-[x:RETRACTED {type: row.type, key: row.key}]->(b) SET x += row.properties${WRITTEN}`;
  return [text, { source: from, target: to, key, type, properties: { ...absent, ...properties, type, retractedAt } }];
}
