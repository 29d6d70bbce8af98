import type { LinkWay } from "../../model/links";
import { RELATED, RELATED_TYPES, STATEMENT_LINKS } from "../../model/links";
import type { SourceNode } from "./level-node";
import { printPattern } from "./print-pattern";

type NeighbourSource = Extract<SourceNode, { from: "neighbours" }>;
type StatementSource = Extract<SourceNode, { from: "linkStatements" }>;

/** One branch a kind of link, each giving the entity, the kind, and how many statements (or relations) are behind it. */
export function printNeighbours(source: NeighbourSource, variable: string): string {
  const { start, links, link, count } = source;
  const branches = links.map((kind) => printBranch(source, kind, variable));
  const none = `MATCH (${variable}:Entity) WHERE false RETURN ${variable}, '' AS ${link}, 0 AS ${count}`;
  return `CALL (${start}) {\n  ${(branches.length === 0 ? [none] : branches).join("\n  UNION ALL\n  ")}\n}`;
}

function printBranch({ start, labels, link, count }: NeighbourSource, kind: string, variable: string): string {
  const statement = `${variable}_s`;
  const isOther = [`${variable} <> ${start}`, ...labelTest(labels, variable)].join(" AND ");
  const gives = (counted: string): string => `RETURN ${variable}, '${kind}' AS ${link}, ${counted} AS ${count}`;
  if (kind === RELATED) return `${printRelated(start, variable, isOther)} ${gives(`count(${variable}_r)`)}`;
  const ways = waysOf(kind);
  const [only] = ways;
  if (ways.length === 1 && only)
    return `${printWay(only, start, statement, `${variable}:Entity`)} WHERE ${isOther} ${gives(`count(DISTINCT ${statement})`)}`;
  const each = ways.map(
    (way) => `${printWay(way, start, statement, `${variable}:Entity`)} WHERE ${isOther} RETURN ${variable}, ${statement}`,
  );
  return `CALL (${start}) { ${each.join(" UNION ALL ")} } ${gives(`count(DISTINCT ${statement})`)}`;
}

function labelTest(labels: readonly string[] | null, variable: string): string[] {
  if (labels === null) return [];
  return labels.length === 0 ? ["false"] : [`(${labels.map((label) => `${variable}:${label}`).join(" OR ")})`];
}

/** Both directions, and the two steps by way of a position: binds the other entity, and a relation for each. */
export function printRelated(start: string, variable: string, isOther: string): string {
  const relation = `${variable}_r`;
  const direct = `MATCH (${start})-[${relation}:${RELATED_TYPES.join("|")}]-(${variable}:Entity) WHERE ${isOther} RETURN ${variable}, ${relation}`;
  const held = `MATCH (${start})-[${relation}:HELD]->(:Position)-[:AT|IN_PLACE]->(${variable}:Entity) WHERE ${isOther} RETURN ${variable}, ${relation}`;
  const holds = `MATCH (${start})<-[:AT|IN_PLACE]-(:Position)<-[${relation}:HELD]-(${variable}:Entity) WHERE ${isOther} RETURN ${variable}, ${relation}`;
  return `CALL (${start}) { ${[direct, held, holds].join(" UNION ALL ")} }`;
}

/** The ways of a link between two entities. */
export function waysOf(kind: string): readonly LinkWay[] {
  const link = STATEMENT_LINKS[kind];
  if (!link) throw new Error(`The model has no link ${kind}.`);
  return link.ways;
}

/** One MATCH to the statement and one from it, so that a relation may be walked on both. */
export function printWay({ to, from }: LinkWay, start: string, statement: string, end: string): string {
  return `MATCH ${printPattern(to, { from: start, to: statement })} MATCH ${printPattern(unlabelled(from), { from: statement, to: end })}`;
}

/** The end is named with its label already. */
function unlabelled(walk: LinkWay["from"]): LinkWay["from"] {
  return walk.map((step, index) => {
    if (index < walk.length - 1) return step;
    const { to: _to, ...bare } = step;
    return bare;
  });
}

/** The statements of the one kind that the variable holds. */
export function printLinkStatements({ start, end, link, links }: StatementSource, variable: string): string {
  const branches = links
    .filter((kind) => kind !== RELATED)
    .flatMap((kind) =>
      waysOf(kind).map(
        (way) => `WITH ${start}, ${end}, ${link} WHERE ${link} = '${kind}' ${printWay(way, start, variable, end)} RETURN ${variable}`,
      ),
    );
  const none = `MATCH (${variable}:Statement) WHERE false RETURN ${variable}`;
  return `CALL (${[start, end, link].join(", ")}) {\n  ${(branches.length === 0 ? [none] : branches).join("\n  UNION ALL\n  ")}\n}`;
}
