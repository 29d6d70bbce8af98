import type { SourceNode } from "./level-node";

/** Shortest chains between two entities. */
export interface PathsNode {
  readonly fromParameter: string;
  readonly toParameter: string;
  /** Relations that may be walked, either way. */
  readonly types: readonly string[];
  /** Relations walked at most; part of the text, since the engines take no parameter there. */
  readonly hops: number;
  /** Chains of relations looked at, from which one is chosen for each chain of entities. */
  readonly mostParameter: string;
  readonly firstParameter: string;
  /** The list that holds the paths. */
  readonly list: string;
}

/** Finds the paths, then tells what lies on them. */
export function printPaths(paths: PathsNode, told: readonly string[], columns: readonly string[]): string {
  const { fromParameter, toParameter, types, hops, mostParameter, firstParameter, list } = paths;
  const [a, b, p] = [`${list}_a`, `${list}_b`, `${list}_p`];
  const key = (of: string): string => `reduce(t = '', x IN ${of} | t + x.id + ' ')`;
  const lines = [
    `MATCH (${a}:Entity {id: $${fromParameter}})`,
    `MATCH (${b}:Entity {id: $${toParameter}})`,
    `MATCH ${p} = allShortestPaths((${a})-[:${types.join("|")}*..${hops}]-(${b}))`,
    `WITH ${p} LIMIT $${mostParameter}`,
    `WITH ${p}, [x IN nodes(${p}) WHERE x:Entity] AS chain, ${key(`nodes(${p})`)} AS whole ORDER BY whole`,
    // Many statements may justify one step: a chain of entities is told once.
    `WITH size(chain) AS length, ${key("chain")} AS name, head(collect(${p})) AS ${p}`,
    `ORDER BY length, name LIMIT $${firstParameter}`,
    `WITH collect(${p}) AS ${list}`,
  ];
  const found = `CALL (${list}) {\n  UNWIND ${list} AS ${p}\n  RETURN collect([[x IN nodes(${p}) | x.id], [r IN relationships(${p}) | type(r)], [r IN relationships(${p}) | startNode(r).id]]) AS ${list}_found\n}`;
  return [...lines, found, ...told, `RETURN ${[`${list}_found`, ...columns].join(", ")}`].join("\n");
}

type PathRelations = Extract<SourceNode, { from: "pathRelations" }>;

/** The kinds of the API that have another name in the graph. */
const KINDS = { HELD: "HELD_POSITION", OWNS: "OWNS_ACCOUNT" } as const;
const BETWEEN_ENTITIES = ["MEMBER_OF", "PART_OF", "LOCATED_IN", "INVOLVED_IN", "RELATED_TO", ...Object.keys(KINDS)];

export function printPathRelations({ paths, relation, holder, kind }: PathRelations, end: string): string {
  const path = `${relation}_path`;
  const types = BETWEEN_ENTITIES.map((type) => `'${type}'`).join(", ");
  const cases = Object.entries(KINDS).map(([type, name]) => `WHEN '${type}' THEN '${name}'`);
  return [
    `UNWIND ${paths} AS ${path}`,
    `UNWIND relationships(${path}) AS ${relation}`,
    `WITH DISTINCT ${relation}`,
    `WHERE type(${relation}) IN [${types}]`,
    `WITH startNode(${relation}) AS ${holder}, ${relation}, endNode(${relation}) AS ${end}, CASE type(${relation}) ${cases.join(" ")} ELSE type(${relation}) END AS ${kind}`,
  ].join("\n");
}
