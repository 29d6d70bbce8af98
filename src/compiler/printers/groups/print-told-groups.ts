import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "../../../model/spoke-about";
import { WALKS } from "../../../model/walks";
import type { ConditionNode } from "../../nodes/condition-node";
import { all, isPlainSome, partsOf } from "../../nodes/condition-node";
import type { DimensionNode, GroupsNode } from "../../nodes/groups-node";
import type { LevelNode } from "../../nodes/level-node";
import { printNearest } from "../beginnings/print-lookup";
import { beginningOf } from "../beginnings/start";
import type { Start } from "../beginnings/start";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { saidAbout } from "../clauses/said-about";
import { isOfSpeakers } from "./print-distinct";
import { printEveryPair } from "./print-every-pair";

/** Lines that bind what tells of each counted statement, under its name, and the dimensions that are bound with it. */
export interface ToldGroups {
  readonly lines: readonly string[];
  readonly bound: readonly DimensionNode[];
  /** What stands for a statement stands for all that one said about the other. */
  readonly isWhole: boolean;
  /** How many of the counted statements one group has; an aggregate, or a number where each row is a group of its own. */
  readonly count: string;
  /** Lines that bind the same anew for one pair of speaker and thing; null where the groups are no such pairs. */
  readonly ofPair: readonly string[] | null;
  /** What a group is about, where the groups are all that is said about things; otherwise null. */
  readonly spokenAbout: string | null;
  /** Where they begin; null where all entities are gone through. */
  readonly start: Start | null;
}

/** What is counted by, beside the two ends of the relation that tells of a statement. */
interface ToldBy {
  readonly speaker: DimensionNode | null;
  readonly about: DimensionNode | null;
  /** The one demand on the statements; null where all are counted. */
  readonly start: Start | null;
}

/**
 * Groups of which a relation tells all there is to know (ADR 18): by the speaker, by what is spoken about and the stance towards it, by year or
 * month; of everything, of some speakers, or of one thing. No statement is looked at: what stands for one, under its name, is the relation from its
 * speaker to what it is about, or the one from the statement to that.
 * @returns null where more than that is asked for
 */
export function printToldGroups(level: LevelNode, groups: GroupsNode, next: NextName): ToldGroups | null {
  const { variable } = level;
  const asked = readToldBy(level, groups);
  if (asked === null) return null;
  const { speaker, about, start } = asked;
  const isOfSpeaker = start?.from.steps === WALKS.speaker;
  const [from, to] = [speaker?.variable ?? next("m"), about?.variable ?? next("m")];
  const nearest = start === null ? [] : printNearest(start, isOfSpeaker ? from : to, next);
  if (nearest === null) return null;
  // Told from the end that is known, where the embedded engine begins.
  const labelled = (name: string): string => (start === null ? `${name}:Entity` : name);
  const isOfThing = start !== null && !isOfSpeaker;
  const isAbout = speaker === null && !isOfSpeaker;
  // The relation from a speaker has no id of its own beside it.
  if (groups.distinct.length > 0 && !isAbout) return null;
  const bound = [speaker, about].filter((each) => each !== null);
  const isPair = bound.length === 2 && groups.dimensions.length === 2;
  // Nothing is asked but between whom it was said: one relation tells of all that one said about the other.
  const isWhole = !isAbout && bound.length === groups.dimensions.length && (isPair || groups.measures.length === 0);
  const relation = isWhole ? SPOKE_ABOUT_TOTAL : SPOKE_ABOUT;
  const pattern = isAbout
    ? `(${labelled(to)})<-[${variable}:ABOUT]-()`
    : isOfThing
      ? `(${to})<-[${variable}:${relation}]-(${from})`
      : `(${labelled(from)})-[${variable}:${relation}]->(${to})`;
  const demands = [speaker, isOfThing ? null : about].flatMap((each) =>
    each === null || each.filter === null ? [] : [printCondition(each.filter, { node: each.variable, at: "anywhere" }, next)],
  );
  const isEvery = start === null && isPair && isWhole;
  return {
    lines: [
      ...nearest,
      ...(isEvery
        ? printEveryPair({ relation: variable, speaker: from, thing: to, demands }, groups, next)
        : [`MATCH ${pattern}`, ...(demands.length === 0 ? [] : [`WHERE ${demands.join(" AND ")}`])]),
      ...(isPair || about === null || about.relation === null ? [] : [`WITH *, ${variable} AS ${about.relation}`]),
    ],
    bound,
    isWhole,
    count: !isWhole ? "count(*)" : isPair ? `${variable}.statements` : `sum(${variable}.statements)`,
    ofPair: isPair ? printOfPair(variable, from, to, groups.seeksRelations) : null,
    spokenAbout: isAbout && start === null && groups.dimensions.length === 1 ? to : null,
    start,
  };
}

/** What one speaker said about one thing: from the index over ABOUT where there is one, since either may be busy. */
function printOfPair(variable: string, speaker: string, thing: string, seeksRelations: boolean): string[] {
  if (!seeksRelations) return [`MATCH (${speaker})-[${variable}:${SPOKE_ABOUT}]->(${thing})`];
  return [`MATCH ()-[${variable}:ABOUT]->()`, `WHERE ${saidAbout(variable, `${speaker}.id`, `${thing}.id`).join(" AND ")}`];
}

function readToldBy(level: LevelNode, { dimensions, report, distinct, total }: GroupsNode): ToldBy | null {
  const { source, search, filter, variable } = level;
  if (source.from !== "label" || source.label !== "Statement" || search !== null) return null;
  if (report !== null || !distinct.every(isOfSpeakers) || total) return null;
  const of = (walk: DimensionNode["steps"]): DimensionNode | null =>
    dimensions.find(({ steps, value }) => steps === walk && value === null) ?? null;
  const [speaker, about] = [of(WALKS.speaker), of(WALKS.about)];
  const others = dimensions.filter((each) => each !== speaker && each !== about);
  const stance = about === null || about.relation === null ? null : `${about.relation}.stance`;
  const isTold = ({ steps, value }: DimensionNode): boolean =>
    steps === null && (value === stance || value === `${variable}.saidAtYear` || value === `${variable}.saidAtMonth`);
  if (!others.every(isTold)) return null;
  if (filter === null) return about === null ? null : { speaker, about, start: null };
  const start = readStart(level, filter, about);
  return start === null ? null : { speaker, about, start };
}

/**
 * The one demand that a filter comes to. What a pair asks of its thing is demanded of the statement, too, so that it may begin there: told by the
 * pair, it need not be asked twice.
 */
function readStart(level: LevelNode, filter: ConditionNode, about: DimensionNode | null): Start | null {
  const parts = partsOf(filter);
  const ofPair =
    about === null || about.filter === null ? undefined : parts.find((part) => isPlainSome(part) && part.inner === about.filter);
  const beginning = beginningOf({ ...level, filter: all(parts.filter((part) => part !== ofPair)) ?? ofPair ?? null });
  if (beginning.at !== "start" || beginning.start.rest !== null) return null;
  const { start } = beginning;
  if (start.from.steps === WALKS.speaker) return about === null ? null : start;
  if (start.from.steps !== WALKS.about) return null;
  // Of several things a statement may be about two, and would count twice.
  return start.from === ofPair || (about === null && !start.repeats) ? start : null;
}
