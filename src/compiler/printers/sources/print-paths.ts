import { oppositeOf, RELATED, STATEMENT_LINKS } from "../../../model/links";
import { RELATION_KINDS } from "../../../model/relation-kinds";
import type { SourceNode } from "../../nodes/level-node";
import { printUnion } from "../clauses/print-call";
import { printRelated, printWays, waysOf } from "./print-links";

/** What stands between the parts of the name of a relation. */
export const RELATION_SEPARATOR = "\n";

/** Links lead both ways: whom somebody spoke about leads back to who spoke. */
export function withOpposites(links: readonly string[]): string[] {
  return [...new Set(links.flatMap((link) => [link, oppositeOf(link)]))];
}

/**
 * From some entities one step on: for each, every entity that a link leads to, the kind of link, and the name of what is
 * behind it: the sort key of the latest statement, or a relation as type, start, end and key.
 * @param direction `backward` goes the steps of a path from their ends; the kinds are those of the steps themselves
 */
export function printPathStep(
  links: readonly string[],
  direction: "forward" | "backward",
  { idsParameter, separatorParameter, mostParameter }: PathStepParameters,
): string {
  const names = { from: "f", to: "x", link: "t", behind: "s" };
  const ways = links
    .filter((kind) => kind !== RELATED)
    .flatMap((kind) => waysOf(direction === "backward" ? oppositeOf(kind) : kind).map((way) => ({ kind, way })));
  const statements = printWays({ ...names, ways });
  const related = links.includes(RELATED) ? printRelated(names, "either way") : [];
  const told = ["type(s)", "startNode(s).id", "endNode(s).id", "s.key"].join(` + $${separatorParameter} + `);
  const branches = [
    ...(statements.length > 0 ? [`CALL (f) {\n${statements.join("\nUNION ALL\n")}\n}\nRETURN x, t, max(s.saidKey) AS b`] : []),
    ...(related.length > 0 ? [`CALL (f) {\n${related.join("\nUNION ALL\n")}\n}\nRETURN x, t, max(${told}) AS b`] : []),
  ];
  return [
    `UNWIND $${idsParameter} AS id`,
    "MATCH (f:Entity {id: id})",
    printUnion(
      ["f"],
      branches.map((branch) => [branch]),
    ),
    `WITH f, x, t, b LIMIT $${mostParameter}`,
    "RETURN collect([f.id, x.id, t, b]) AS steps",
  ].join("\n");
}

export interface PathStepParameters {
  readonly idsParameter: string;
  readonly separatorParameter: string;
  readonly mostParameter: string;
}

/** Every link that makes a step, but one: by way of documents everything is near everything. */
export const USUAL_LINKS: readonly string[] = [...Object.keys(STATEMENT_LINKS).filter((link) => link !== "REPORTED"), RELATED];

type NamedRelations = Extract<SourceNode, { from: "namedRelations" }>;

/** The relations of a list of `{type, start, end, key, at}`, each with its ends, its kind, and its place. */
export function printNamedRelations({ rowsParameter, position, relation, holder, kind }: NamedRelations, end: string): string {
  const row = `${position}_row`;
  const renamed = Object.entries(RELATION_KINDS).filter(([name, { type }]) => name !== type);
  const cases = renamed.map(([name, { type }]) => `WHEN '${type}' THEN '${name}'`);
  return [
    `UNWIND $${rowsParameter} AS ${row}`,
    `MATCH (${holder}:Entity {id: ${row}.start})-[${relation}]->(${end})`,
    `WHERE type(${relation}) = ${row}.type AND ${relation}.key = ${row}.key AND ${end}.id = ${row}.end`,
    `WITH ${holder}, ${relation}, ${end}, CASE type(${relation}) ${cases.join(" ")} ELSE type(${relation}) END AS ${kind}, ${row}.at AS ${position}`,
  ].join("\n");
}
