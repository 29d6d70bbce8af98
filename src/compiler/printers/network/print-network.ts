import { RELATED, SPEECH, SPEECH_LINKS, STATEMENT_LINKS } from "../../../model/links";
import { isPastStatements } from "../../nodes/network-node";
import type { NetworkNode } from "../../nodes/network-node";
import { indent } from "../clauses/indent";
import { printCall, printUnion } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printPattern } from "../clauses/print-pattern";
import type { WayOfKind } from "../sources/print-links";
import { printRelated, printSpeech, speechStep, waysOf } from "../sources/print-links";
import { printLists, toldOnce } from "./print-told-once";
import { printWalkedLinks, printWaysThere } from "./print-walked-links";

/**
 * Grows from the given entities by the strongest links, step by step and never beyond the limit; then tells the entities,
 * and the links between them. However many statements an entity has, each step looks at a bounded number of them.
 */
export function printNetwork(network: NetworkNode, told: string, toldAlias: string, next: NextName): string {
  const { aroundParameter, stepParameters, list, limitParameter } = network;
  const lists = [next("w")];
  const lines = [
    `UNWIND $${aroundParameter} AS ${lists[0]}_id`,
    `MATCH (${lists[0]}_m:Entity {id: ${lists[0]}_id})`,
    `WITH collect(${lists[0]}_m) AS ${lists[0]}`,
  ];
  for (const cap of stepParameters) {
    const [grown, more] = [next("w"), next("w")];
    lines.push(...printStep(network, lists, grown, cap, next));
    const room = `$${limitParameter} - ${lists.map((each) => `size(${each})`).join(" - ")}`;
    const kept = `CASE WHEN ${room} > 0 THEN ${grown}[0..${room}] ELSE [] END AS ${more}`;
    lines.push(`WITH ${[...lists, kept].join(", ")}, ${[...cutFlags(lists), `size(${grown}) > ${room}`].join(" OR ")} AS cut`);
    lists.push(more);
  }
  lines.push(`WITH ${lists.join(" + ")} AS ${list}, cut`, printBetween(network, next), printBusy(network, next), told);
  return [...lines, `RETURN ${toldAlias}, ${list}_edges, cut, ${list}_busy`].join("\n");
}

/** Entities one step further, the strongest first, without those that are there; none where there was no room for all of the step before. */
function printStep(network: NetworkNode, lists: readonly string[], grown: string, cap: string, next: NextName): string[] {
  const last = lists.at(-1) ?? "";
  const flags = cutFlags(lists);
  const frontier = flags.length === 0 ? last : `CASE WHEN cut THEN [] ELSE ${last} END`;
  const isSpeech = network.links.some((kind) => SPEECH_LINKS.includes(kind));
  const kinds = [...(isSpeech ? SPEECH_LINKS : []), ...network.links.filter((kind) => !SPEECH_LINKS.includes(kind))];
  const names = { from: next("f"), to: next("x"), link: next("t"), count: next("c") };
  const { to, count } = names;
  const outer = [...lists, ...flags].join(", ");
  const body = [
    ...printCounted(network, { ...names, cap, begins: frontier, imports: [...lists, ...flags] }, kinds, allWays, "either way", next),
    `WITH ${[to, ...lists].join(", ")}, sum(${count}) AS ${count}`,
    `WHERE ${lists.map((each) => `NOT ${to} IN ${each}`).join(" AND ")}`,
    `WITH ${to}, ${count} ORDER BY ${count} DESC, ${to}.id ASC LIMIT $${network.moreParameter}`,
    `RETURN collect(${to}) AS ${grown}`,
  ];
  return [`CALL (${outer}) {\n${indent(body.join("\n"))}\n}`];
}

function cutFlags(lists: readonly string[]): string[] {
  return lists.length > 1 ? ["cut"] : [];
}

function allWays(kind: string): readonly WayOfKind[] {
  return waysOf(kind).map((way) => ({ kind, way }));
}

interface CountedNames {
  readonly from: string;
  readonly to: string;
  readonly link: string;
  readonly count: string;
  readonly cap: string;
  /** An expression: the entities to begin at; and the variables that it refers to. */
  readonly begins: string;
  readonly imports: readonly string[];
}

/** From each of some entities, how many statements (or relations) are behind each link of these kinds to another entity. */
function printCounted(
  network: NetworkNode,
  { from, to, link, count, cap, begins, imports }: CountedNames,
  kinds: readonly string[],
  ofKind: (kind: string) => readonly WayOfKind[],
  direction: "either way" | "away",
  next: NextName,
): string[] {
  const behind = `${to}_s`;
  const speech = kinds.filter((kind) => isPastStatements(network, kind));
  const ways = kinds.filter((kind) => kind !== RELATED && !speech.includes(kind)).flatMap(ofKind);
  const told = toldOnce(ways.length === 0 ? null : network.where, next);
  const lists = told.listed.map(({ list }) => list);
  const where = told.where === null ? null : printCondition(told.where, { node: behind, at: "anywhere" }, next);
  const walk = { from, to, link, behind, where, lists, cap, ways };
  const bind = (statement: string): string[] => {
    const each = next("f");
    return [`UNWIND ${begins} AS ${each}`, printWaysThere({ from: each, behind: statement, ways })];
  };
  const related = kinds.includes(RELATED) && network.where === null ? printRelated(walk, direction).map((body) => [body]) : [];
  const sources = [
    ...(walk.ways.length === 0 ? [] : [printWalkedLinks(walk)]),
    ...(related.length === 0 ? [] : [[printUnion([from], related)]]),
  ];
  const branches = [
    ...speech.map((kind) => printSpeech({ from, to, link, count }, kind, cap)),
    ...sources.map((lines) => [...lines, `RETURN ${to}, ${link}, count(DISTINCT ${behind}) AS ${count}`]),
  ];
  const none = `MATCH (${to}:Entity) WHERE false RETURN ${to}, '' AS ${link}, 0 AS ${count}`;
  return [
    ...printLists(network.where, told, imports, bind, next),
    `UNWIND ${begins} AS ${from}`,
    printUnion([from, ...lists], branches.length === 0 ? [[none]] : branches),
  ];
}

/** The links between the chosen entities, each once, seen from the entity that it points away from. */
function printBetween(network: NetworkNode, next: NextName): string {
  const { list, betweenParameter, edgesParameter, links } = network;
  const names = { from: next("f"), to: next("x"), link: next("t"), count: next("c") };
  const { from, to, link, count } = names;
  const kinds = links.filter((kind) => kind !== SPEECH.fromThing || !links.includes(SPEECH.fromSpeaker));
  const body = [
    ...printCounted(
      network,
      { ...names, cap: betweenParameter, begins: list, imports: [list] },
      kinds,
      (kind) => allWays(kind).slice(0, 1),
      "away",
      next,
    ),
    `WITH ${[list, from, to, link, count].join(", ")}`,
    `WHERE ${to} IN ${list} AND (${link} <> 'SPOKEN_ABOUT_WITH' OR ${from}.id < ${to}.id)`,
    `WITH ${[from, to, link, count].join(", ")} ORDER BY ${count} DESC, ${from}.id ASC, ${link} ASC, ${to}.id ASC LIMIT $${edgesParameter}`,
    `RETURN collect([${from}.id, ${link}, ${to}.id, ${count}]) AS ${list}_edges`,
  ];
  return `CALL (${list}) {\n${indent(body.join("\n"))}\n}`;
}

/**
 * Whether some entity may have more statements than were looked at. Those that are one step away are looked at together, whatever the relation,
 * and the database keeps their numbers; those further away are counted, as far as they were looked at.
 */
function printBusy(network: NetworkNode, next: NextName): string {
  const { list, links, betweenParameter, busyParameter } = network;
  const [each, degree, count] = [next("f"), next("d"), next("k")];
  const speech = links.filter((kind) => isPastStatements(network, kind));
  const walks = links.filter((kind) => !speech.includes(kind)).flatMap((kind) => STATEMENT_LINKS[kind]?.ways.map((way) => way.to) ?? []);
  const near = new Set(walks.flatMap(([step, ...more]) => (step === undefined || more.length > 0 ? [] : [[step.relation].flat()[0]])));
  const further = new Set(walks.filter((walk) => walk.length > 1).map((walk) => printPattern(walk, { from: each, to: `${each}_s` })));
  const degrees = [...near].map((type) => `COUNT { (${each})<-[:${type}]-() }`);
  const told = `WITH ${each}, ${degree} WHERE ${degree}`;
  const branches = [
    ...speech.map((kind) => [`RETURN COUNT { ${printPattern([speechStep(kind)], { from: each, to: "" })} } AS ${count}`]),
    [`${told} > $${betweenParameter}`, `RETURN ${degree} AS ${count}`],
    ...[...further].map((pattern) => [
      `${told} <= $${betweenParameter}`,
      `MATCH ${pattern}`,
      `WITH ${each}_s LIMIT $${busyParameter}`,
      `RETURN count(${each}_s) AS ${count}`,
    ]),
  ];
  const body = [
    `UNWIND ${list} AS ${each}`,
    `WITH ${each}, ${degrees.length === 0 ? "0" : degrees.join(" + ")} AS ${degree}`,
    printUnion([each, degree], branches),
    `WITH ${each}, ${count} WHERE ${count} > $${betweenParameter}`,
    `RETURN count(DISTINCT ${each}) AS ${list}_busy`,
  ];
  return printCall([list], body);
}
