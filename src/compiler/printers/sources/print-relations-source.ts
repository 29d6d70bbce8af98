import { BETWEEN_ENTITIES } from "../../../model/relation-kinds";
import type { SourceNode } from "../../nodes/level-node";
import { printUnion } from "../clauses/print-call";

type RelationsSource = Extract<SourceNode, { from: "relations" }>;

/** How each kind is walked from an entity, either way. */
const WAYS: Readonly<Record<string, readonly ((source: RelationsSource, end: string) => string)[]>> = {
  HELD_POSITION: [
    ({ start, relation, holder }, end) =>
      `MATCH (${start})-[${relation}:HELD]->(${end}:Position) WITH ${start} AS ${holder}, ${relation}, ${end}`,
    ({ start, relation, holder }, end) =>
      `MATCH (${start})<-[:AT|IN_PLACE]-(${end}:Position)<-[${relation}:HELD]-(${holder}:Person) WITH DISTINCT ${holder}, ${relation}, ${end}`,
  ],
  OWNS_ACCOUNT: [
    ({ start, relation, holder }, end) =>
      `MATCH (${start})-[${relation}:OWNS]->(${end}:Account) WITH ${start} AS ${holder}, ${relation}, ${end}`,
  ],
  ...Object.fromEntries(BETWEEN_ENTITIES.map(([kind, { type }]) => [kind, bothWays(type)])),
};

/** All kinds, in the order in which they are walked. */
export const WALKED_KINDS = Object.keys(WAYS);

function bothWays(type: string): readonly ((source: RelationsSource, end: string) => string)[] {
  return [
    ({ start, relation, holder }, end) =>
      `MATCH (${start})-[${relation}:${type}]->(${end}:Entity) WITH ${start} AS ${holder}, ${relation}, ${end}`,
    ({ start, relation, holder }, end) =>
      `MATCH (${start})<-[${relation}:${type}]-(${holder}:Entity) WITH ${holder}, ${relation}, ${start} AS ${end}`,
  ];
}

/** Of no kind at all: a subquery needs a body that gives its columns. */
function noRelation({ start, relation, holder, kind }: RelationsSource, end: string): string {
  return `MATCH (${start})-[${relation}:RELATED_TO]->(${end}:Entity) WHERE false RETURN ${start} AS ${holder}, ${relation}, ${end}, '' AS ${kind}`;
}

/** One branch a kind and direction, each giving holder, relation, end and kind. */
export function printRelationsSource(source: RelationsSource, end: string): string {
  const branches = source.kinds.flatMap((kind) =>
    (WAYS[kind] ?? []).map(
      (branch) => `${branch(source, end)} RETURN ${source.holder}, ${source.relation}, ${end}, '${kind}' AS ${source.kind}`,
    ),
  );
  const all = branches.length === 0 ? [noRelation(source, end)] : branches;
  return printUnion(
    [source.start],
    all.map((branch) => [branch]),
  );
}
