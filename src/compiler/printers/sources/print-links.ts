import type { Step } from "../../../model/edge-types";
import type { LinkWay } from "../../../model/links";
import { RELATED, RELATED_TYPES, SPEECH, SPEECH_LINKS, STATEMENT_LINKS } from "../../../model/links";
import { isOnceBetween } from "../../../model/ontology";
import { SPOKE_ABOUT_TOTAL } from "../../../model/spoke-about";
import type { SourceNode } from "../../nodes/level-node";
import { printUnion } from "../clauses/print-call";
import { printPattern, withoutEndLabel } from "../clauses/print-pattern";
import { saidAbout } from "../clauses/said-about";

type NeighbourSource = Extract<SourceNode, { from: "neighbours" }>;
type StatementSource = Extract<SourceNode, { from: "linkStatements" }>;

/** Ways of links from one entity to others, to be told in as few patterns as possible: each is dear to plan. */
export interface LinkWalk {
  /** Bound to the entity that the ways begin at. */
  readonly from: string;
  /** Will be bound to the other entity, the kind of link, and the statement or relation behind it. */
  readonly to: string;
  readonly link: string;
  readonly behind: string;
  readonly ways: readonly WayOfKind[];
}

/** A way and the kind of link that it makes. */
export interface WayOfKind {
  readonly kind: string;
  readonly way: LinkWay;
}

/** The ways of a link between two entities. */
export function waysOf(kind: string): readonly LinkWay[] {
  const link = STATEMENT_LINKS[kind];
  if (!link) throw new Error(`The model has no link ${kind}.`);
  return link.ways;
}

/** One subquery body a pattern, each giving the other entity, the kind and what is behind the link. */
export function printWays(walk: LinkWalk): string[] {
  const direct = walk.ways.filter(({ way }) => isDirect(way));
  const others = walk.ways.filter(({ way }) => !isDirect(way));
  const shared = direct.length === 0 ? [] : [printDirectWays(walk, direct)];
  return [...shared, ...others.map(({ kind, way }) => printOtherWay(walk, kind, way))];
}

/** Names of what is bound for one link: the entity that it is seen from, the other, the kind, and how many are behind it. */
export interface CountedLink {
  readonly from: string;
  readonly to: string;
  readonly link: string;
  readonly count: string;
}

/** Who spoke about whom, seen from either, past the statements: the graph has a relation for all of them, with their number (ADR 18). */
export function printSpeech({ from, to, link, count }: CountedLink, kind: string, most: string | null = null): string[] {
  const relation = `${to}_t`;
  return [
    `MATCH ${printPattern([speechStep(kind)], { from, to, relation })}`,
    `WHERE ${to} <> ${from}`,
    ...(most === null ? [] : [`WITH ${to}, ${relation} LIMIT $${most}`]),
    `RETURN ${to}, '${kind}' AS ${link}, ${relation}.statements AS ${count}`,
  ];
}

/** The step of such a kind of link. */
export function speechStep(kind: string): Step {
  return { relation: SPOKE_ABOUT_TOTAL, direction: kind === SPEECH.fromSpeaker ? "out" : "in" };
}

function isDirect({ to, from }: LinkWay): boolean {
  return to.length === 1 && from.length === 1;
}

/** One pattern for all that stand on one statement: the two relations tell the kind of link. */
function printDirectWays({ from, to, link, behind }: LinkWalk, ways: readonly WayOfKind[]): string {
  const types = (side: "to" | "from"): string[] => [...new Set(ways.map(({ way }) => typeOf(way, side)))];
  const [a, b] = [`${to}_a`, `${to}_b`];
  const only = ways.length === 1 ? ways[0] : undefined;
  const first = favoured(a, types("to"));
  const second = [`${to} <> ${from}`, ...favoured(b, types("from"))];
  return [
    `MATCH (${from})<-[${a}:${types("to").join("|")}]-(${behind}:Statement)${first.length === 0 ? "" : ` WHERE ${first.join(" AND ")}`}`,
    `MATCH (${behind})-[${b}:${types("from").join("|")}]->(${to}:Entity) WHERE ${second.join(" AND ")}`,
    ...(only ? [] : [`WITH ${to}, ${behind}, ${printKinds(ways, `type(${a})`, b)} AS ${link} WHERE ${link} IS NOT NULL`]),
    `RETURN ${to}, ${only ? `'${only.kind}' AS ${link}` : link}, ${behind}`,
  ].join("\n");
}

/** Of those who are said to have said something, the favoured one; of one relation, or of one among others that have no rank. */
export function favoured(relation: string, types: readonly string[]): string[] {
  if (!types.includes("ATTRIBUTED_TO")) return [];
  return [`${types.length === 1 ? `${relation}.rank` : `coalesce(${relation}.rank, 'PREFERRED')`} = 'PREFERRED'`];
}

function typeOf(way: LinkWay, side: "to" | "from"): string {
  return nameOfWalk(way[side]);
}

/** What a walk is called among others: by its one relation, or by all of them. */
export function nameOfWalk(steps: readonly Step[]): string {
  return steps.map(({ relation }) => [relation].flat()[0]).join(" ");
}

/** The kind by the names of the two walks: `CASE type(a) WHEN 'ABOUT' THEN CASE type(b) WHEN 'ABOUT' THEN 'SPOKEN_ABOUT_WITH' END END` */
export function printKinds(ways: readonly WayOfKind[], came: string, b: string): string {
  const firsts = [...new Set(ways.map(({ way }) => typeOf(way, "to")))];
  const cases = firsts.map((first) => {
    const seconds = ways.filter(({ way }) => typeOf(way, "to") === first);
    const inner = seconds.map(({ kind, way }) => `WHEN '${typeOf(way, "from")}' THEN '${kind}'`).join(" ");
    return `WHEN '${first}' THEN CASE type(${b}) ${inner} END`;
  });
  return `CASE ${came} ${cases.join(" ")} END`;
}

function printOtherWay({ from, to, link, behind }: LinkWalk, kind: string, { to: toStatement, from: onward }: LinkWay): string {
  return [
    `MATCH ${printPattern(toStatement, { from, to: behind })}`,
    `MATCH ${printPattern(withoutEndLabel(onward), { from: behind, to: `${to}:Entity` })} WHERE ${to} <> ${from}`,
    `RETURN ${to}, '${kind}' AS ${link}, ${behind}`,
  ].join("\n");
}

/** Relations that are no statements, either way or only away from the entity, and the two steps by way of a position. */
export function printRelated({ from, to, link, behind }: Omit<LinkWalk, "ways">, direction: "either way" | "away"): string[] {
  const end = direction === "away" ? "->" : "-";
  const gives = ` WHERE ${to} <> ${from} RETURN ${to}, '${RELATED}' AS ${link}, ${behind}`;
  const direct = `MATCH (${from})-[${behind}:${RELATED_TYPES.join("|")}]${end}(${to}:Entity)${gives}`;
  const held = `MATCH (${from})-[${behind}:HELD]->(:Position)-[:AT|IN_PLACE]->(${to}:Entity)${gives}`;
  const holds = `MATCH (${from})<-[:AT|IN_PLACE]-(:Position)<-[${behind}:HELD]-(${to}:Entity)${gives}`;
  return direction === "away" ? [direct, held] : [direct, held, holds];
}

/** Entities that share statements with one, by kind of link, with how many statements (or relations) are behind each. */
export function printNeighbours(source: NeighbourSource, variable: string): string {
  const { start, links, labels, link, count } = source;
  const behind = `${variable}_s`;
  const walkedKinds = links.filter((kind) => kind !== RELATED && !SPEECH_LINKS.includes(kind));
  const ways = walkedKinds.flatMap((kind) => waysOf(kind).map((way) => ({ kind, way })));
  const walk: LinkWalk = { from: start, to: variable, link, behind, ways };
  const counted = (bodies: readonly string[], figure: string): string[] =>
    bodies.length === 0
      ? []
      : [`CALL (${start}) {\n${bodies.join("\nUNION ALL\n")}\n}\nRETURN ${variable}, ${link}, count(${figure}) AS ${count}`];
  const related = links.includes(RELATED) ? printRelated(walk, "either way") : [];
  // Statements and relations are no values of one kind: each is counted for itself.
  const speech = links.filter((kind) => SPEECH_LINKS.includes(kind));
  const branches = [
    ...speech.map((kind) => printSpeech({ from: start, to: variable, link, count }, kind).join("\n")),
    ...counted(printWays(walk), comesOnce(ways) ? "*" : `DISTINCT ${behind}`),
    ...counted(related, `DISTINCT ${behind}`),
  ];
  const none = `MATCH (${variable}:Entity) WHERE false RETURN ${variable}, '' AS ${link}, 0 AS ${count}`;
  const body = `CALL (${start}) {\n${(branches.length === 0 ? [none] : branches).join("\nUNION ALL\n")}\n}`;
  const test = labelTest(labels, variable);
  return test === null ? body : `${body}\nWITH ${[start, variable, link, count].join(", ")}\nWHERE ${test}`;
}

/** Whether a statement stands between two entities in one way only, and once. */
function comesOnce(ways: readonly WayOfKind[]): boolean {
  const [only] = ways;
  return (
    ways.length === 1 && only !== undefined && isDirect(only.way) && [typeOf(only.way, "to"), typeOf(only.way, "from")].every(isOnceBetween)
  );
}

function labelTest(labels: readonly string[] | null, variable: string): string | null {
  if (labels === null) return null;
  return labels.length === 0 ? "false" : `(${labels.map((label) => `${variable}:${label}`).join(" OR ")})`;
}

/** The statements of the one kind that the variable holds, each once: looked up, or from the list of what was gathered for all links of the page. */
export function printLinkStatements(source: StatementSource, variable: string): string {
  const { start, end, link, links, gathered, seeksRelations } = source;
  const sought = links
    .filter((kind) => isSoughtLink(kind, seeksRelations))
    .map((kind) => [
      `WITH ${start}, ${end}, ${link} WHERE ${link} = '${kind}' ${printSoughtSpeech(source, kind, variable)} RETURN ${variable}`,
    ]);
  const told = gathered === null ? [] : [printOfGathered(gathered, source, variable)];
  const none = `MATCH (${variable}:Statement) WHERE false RETURN ${variable}`;
  const branches = [...sought, ...told];
  return printUnion([start, end, link, ...(gathered === null ? [] : [gathered])], branches.length === 0 ? [[none]] : branches);
}

/** Whether what is behind a link is looked up for each: what one said about the other, on an engine that has an index of both. */
export function isSoughtLink(kind: string, seeksRelations: boolean): boolean {
  return seeksRelations && SPEECH_LINKS.includes(kind);
}

function printOfGathered(gathered: string, { end, link }: StatementSource, variable: string): string[] {
  const own = `[${variable}_g IN ${gathered} WHERE ${variable}_g[0] = ${end}.id AND ${variable}_g[1] = ${link} | ${variable}_g[2]]`;
  return [`UNWIND ${own} AS ${variable}_l`, `UNWIND ${variable}_l AS ${variable}`, `RETURN ${variable}`];
}

/** From the index of what each said about each: either end may be busy. */
function printSoughtSpeech({ start, end }: StatementSource, kind: string, variable: string): string {
  const [speaker, thing] = kind === SPEECH.fromSpeaker ? [start, end] : [end, start];
  const relation = `${variable}_a`;
  return `MATCH (${variable})-[${relation}:ABOUT]->() WHERE ${saidAbout(relation, `${speaker}.id`, `${thing}.id`).join(" AND ")}`;
}
