import { SPOKE_ABOUT_TOTAL } from "../../../model/spoke-about";
import type { GroupsNode } from "../../nodes/groups-node";
import type { NextName } from "../clauses/print-condition";
import { printCall } from "../clauses/print-call";

/** Names of what is bound for each pair, and what is demanded of the two ends. */
export interface EveryPair {
  readonly relation: string;
  readonly speaker: string;
  readonly thing: string;
  readonly demands: readonly string[];
}

/**
 * Lines that bind all pairs of speaker and thing, of which a relation has the number. Where that decides, they come in its order from an index; without
 * one, those alone that are at least as large as the last one shown, since to sort all of them takes four times as long as to look for that.
 */
export function printEveryPair({ relation, speaker, thing, demands }: EveryPair, groups: GroupsNode, next: NextName): string[] {
  const { seeksRelations, limitParameter, order, countAlias } = groups;
  const [first] = order;
  const number = `${relation}.statements`;
  const pairs = (conditions: readonly string[], label = ""): string[] => [
    `MATCH (${speaker}${label})-[${relation}:${SPOKE_ABOUT_TOTAL}]->(${thing})`,
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(" AND ")}`]),
  ];
  if (first?.expression !== countAlias) return pairs(demands, ":Entity");
  if (seeksRelations) return pairs([`${number} > 0`, ...demands]);
  const [each, last] = [next("k"), next("l")];
  const isDown = first.direction === "DESC";
  const shown = [`WITH ${number} AS ${each} ORDER BY ${each} ${first.direction} LIMIT $${limitParameter}`];
  return [
    printCall([], [...pairs(demands, ":Entity"), ...shown, `RETURN ${isDown ? "min" : "max"}(${each}) AS ${last}`]),
    ...pairs([`${number} ${isDown ? ">=" : "<="} ${last}`, ...demands], ":Entity"),
  ];
}
