import type { LinkWay } from "../../model/links";
import { RELATED, RELATED_TYPES, STATEMENT_LINKS } from "../../model/links";
import type { NetworkNode } from "./network-node";
import { printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { indent } from "./print-found";
import { printRelated, waysOf } from "./print-links";
import { printPattern } from "./print-pattern";

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

const SPEECH: readonly string[] = ["SPOKE_ABOUT", "SPOKEN_ABOUT_BY"];

function cutFlags(lists: readonly string[]): string[] {
  return lists.length > 1 ? ["cut"] : [];
}

/** Entities one step further, the strongest first, without those that are there. */
function printStep(network: NetworkNode, lists: readonly string[], grown: string, cap: string, next: NextName): string[] {
  const frontier = lists.at(-1) ?? "";
  const [from, to, count] = [next("f"), next("x"), next("c")];
  // Whom somebody spoke about, and who spoke about somebody, is one link seen from its two ends.
  const isSpeech = network.links.some((kind) => SPEECH.includes(kind));
  const kinds = [...(isSpeech ? SPEECH : []), ...network.links.filter((kind) => !SPEECH.includes(kind))];
  const branches = kinds.flatMap((kind) => printReaches(network, kind, { from, to, count, cap }, next));
  const body = [
    `UNWIND ${frontier} AS ${from}`,
    `CALL (${from}) {\n${indent(branches.join("\nUNION ALL\n"))}\n}`,
    `WITH ${[to, ...lists].join(", ")}, sum(${count}) AS ${count}`,
    `WHERE ${lists.map((each) => `NOT ${to} IN ${each}`).join(" AND ")}`,
    `WITH ${to}, ${count} ORDER BY ${count} DESC, ${to}.id ASC LIMIT $${network.moreParameter}`,
    `RETURN collect(${to}) AS ${grown}`,
  ];
  const outer = lists.join(", ");
  return [`CALL (${outer}) {\n${indent(body.join("\n"))}\n}`];
}

interface Reach {
  readonly from: string;
  readonly to: string;
  readonly count: string;
  readonly cap: string;
}

/** Every way of one kind of link from an entity, with the number of statements behind each entity that it reaches. */
function printReaches(network: NetworkNode, kind: string, { from, to, count, cap }: Reach, next: NextName): string[] {
  if (kind === RELATED) {
    if (network.where !== null) return [];
    return [`${printRelated(from, to, `${to} <> ${from}`)}\nRETURN ${to}, count(${to}_r) AS ${count}`];
  }
  return waysOf(kind).map(
    (way) => `${printCapped(network, way, { from, to, cap }, next)}\nRETURN ${to}, count(DISTINCT ${to}_s) AS ${count}`,
  );
}

function printCapped(network: NetworkNode, way: LinkWay, { from, to, cap }: Omit<Reach, "count">, next: NextName): string {
  const statement = `${to}_s`;
  const where = network.where === null ? "" : `\nWHERE ${printCondition(network.where, { node: statement, at: "anywhere" }, next)}`;
  const toStatement = `MATCH ${printPattern(way.to, { from, to: statement })}${where}\nWITH ${from}, ${statement} LIMIT $${cap}`;
  const last = way.from.map((step, index) =>
    index === way.from.length - 1
      ? {
          relation: step.relation,
          direction: step.direction,
          ...(step.where ? { where: step.where } : {}),
          ...(step.hops ? { hops: step.hops } : {}),
        }
      : step,
  );
  return `${toStatement}\nMATCH ${printPattern(last, { from: statement, to: `${to}:Entity` })}\nWHERE ${to} <> ${from}`;
}

/** The links between the chosen entities, each once, seen from the entity that it points away from. */
function printBetween(network: NetworkNode, next: NextName): string {
  const { list, betweenParameter: cap, edgesParameter } = network;
  const [from, to, count, link] = [next("f"), next("x"), next("c"), next("t")];
  const kinds = network.links.filter((kind) => kind !== "SPOKEN_ABOUT_BY" || !network.links.includes("SPOKE_ABOUT"));
  const branches = kinds.flatMap((kind) => {
    if (kind === RELATED)
      return network.where === null
        ? printDirected(from, to).map((each) => `${each}\nRETURN ${to}, '${kind}' AS ${link}, count(${to}_r) AS ${count}`)
        : [];
    const [way] = waysOf(kind);
    if (!way) return [];
    const isMutual = kind === "SPOKEN_ABOUT_WITH";
    const once = isMutual ? ` AND ${from}.id < ${to}.id` : "";
    return [
      `${printCapped(network, way, { from, to, cap }, next)}${once}\nRETURN ${to}, '${kind}' AS ${link}, count(DISTINCT ${to}_s) AS ${count}`,
    ];
  });
  const none = `MATCH (${to}:Entity) WHERE false RETURN ${to}, '' AS ${link}, 0 AS ${count}`;
  const body = [
    `UNWIND ${list} AS ${from}`,
    `CALL (${from}) {\n${indent((branches.length === 0 ? [none] : branches).join("\nUNION ALL\n"))}\n}`,
    `WITH ${list}, ${from}, ${to}, ${link}, ${count}`,
    `WHERE ${to} IN ${list}`,
    `WITH ${from}, ${to}, ${link}, ${count} ORDER BY ${count} DESC, ${from}.id ASC, ${link} ASC, ${to}.id ASC LIMIT $${edgesParameter}`,
    `RETURN collect([${from}.id, ${link}, ${to}.id, ${count}]) AS ${list}_edges`,
  ];
  return `CALL (${list}) {\n${indent(body.join("\n"))}\n}`;
}

/** A relation from the entity, or by way of a position that it held. */
function printDirected(from: string, to: string): string[] {
  return [
    `MATCH (${from})-[${to}_r:${RELATED_TYPES.join("|")}]->(${to}:Entity)`,
    `MATCH (${from})-[${to}_r:HELD]->(:Position)-[:AT|IN_PLACE]->(${to}:Entity)`,
  ];
}

/** Whether some entity has more statements than were looked at; the database keeps these numbers. */
function printBusy({ list, links, betweenParameter }: NetworkNode, next: NextName): string {
  const each = next("f");
  const types = new Set(
    links
      .flatMap((kind) => STATEMENT_LINKS[kind]?.ways.flatMap((way) => way.to.slice(0, 1)) ?? [])
      .map((step) => [step.relation].flat()[0]),
  );
  const degrees = [...types].map((type) => `COUNT { (${each})<-[:${type}]-() }`);
  const test = degrees.length === 0 ? "false" : degrees.map((degree) => `${degree} > $${betweenParameter}`).join(" OR ");
  return `CALL (${list}) {\n  UNWIND ${list} AS ${each}\n  WITH ${each} WHERE ${test}\n  RETURN count(${each}) AS ${list}_busy\n}`;
}
