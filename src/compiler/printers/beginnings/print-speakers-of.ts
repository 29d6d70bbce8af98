import { isKindOf } from "../../../model/ontology";
import { WALKS } from "../../../model/walks";
import { asksRelation, namesTime, onwardOf } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCondition } from "../clauses/print-condition";
import type { ConditionPlace, NextName } from "../clauses/print-condition";
import { printLookedUp } from "../clauses/print-pattern";
import { andWhere, printConditions, withWhere } from "../clauses/print-where";
import { divide } from "./print-asked-once";
import type { Start } from "./start";

/** Those who said what is bound, each once: statements have the id of their speaker beside them (ADR 18), so that no relation of them is looked through. */
export function printSpeakersBehind(
  statement: string,
  { variable, label }: { readonly variable: string; readonly label: string },
  next: NextName,
): string[] {
  const id = next("i");
  return [`WITH DISTINCT ${statement}.speakerId AS ${id}`, `MATCH ${printLookedUp(variable, label, null)}`, `WHERE ${variable}.id = ${id}`];
}

/**
 * Those who said something of a certain time.
 * @returns null where what is asked for is not this
 */
export function printSpeakersOf(
  { source, variable, ...level }: LevelNode,
  { from, rest }: Start,
  place: ConditionPlace["at"],
  next: NextName,
): string[] | null {
  if (source.from !== "label" || !isKindOf(source.label, ["Entity"]) || from.steps !== WALKS.said) return null;
  if (!namesTime(from) || onwardOf(from) !== null || from.inner === null || asksRelation(from.inner)) return null;
  const statement = next("m");
  const said = withWhere(`MATCH (${statement}:Statement)`, [printCondition(from.inner, { node: statement, at: "anywhere" }, next)]);
  const speakers = printSpeakersBehind(statement, { variable, label: source.label }, next);
  return [...said, ...andWhere(speakers, printConditions({ source, variable, ...level }, divide(rest).first, place, next))];
}
