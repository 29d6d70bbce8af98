import { unbounded } from "../../nodes/level-node";
import type { LevelNode } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { keyAliases, printPage } from "../clauses/print-page";
import { printConditions } from "../clauses/print-where";
import { saidAbout } from "../clauses/said-about";
import { restOf } from "./print-asked";
import { branchOf, WALK_BRANCH } from "./print-choice";
import { printTotal } from "./print-degree";
import { RELATIONS_A_PAIR } from "./print-pair";
import { listsSpeakers, printStart } from "./print-start";
import { printWalk } from "./print-walk";
import type { Along, Start } from "./start";

/** A page in the order of time of what some speakers said about one named thing. */
export interface SpeakersAbout {
  readonly about: Start;
  readonly along: Along;
  readonly speakers: Start;
}

/** Of more speakers than these it is not counted how much they said: that alone would take longer than a page does. */
const COUNTED = 40;
/** Of what other walks look at: what else there is to do takes less here, since all there is has been looked up by the ids of both. */
const PART_OF_REACH = 5;

/** The two demands that such a page begins with; null where there are others, or none of these. */
export function speakersAboutOf({
  starts,
  along,
}: {
  readonly starts: readonly Start[];
  readonly along: Along | null;
}): SpeakersAbout | null {
  if (along?.of !== "about" || starts.length !== 2) return null;
  const about = starts.find(({ from }) => from === along.part);
  const speakers = starts.find((start) => start !== about);
  return about && speakers && listsSpeakers(speakers) ? { about, along, speakers } : null;
}

/**
 * Along the index of the thing where the speakers said much, and as far as that may be worth it. Otherwise, and where that did not fill the
 * page, what each of the speakers said about it is looked up by the ids that ABOUT has of the two (ADR 18).
 */
export function printSpeakersAbout(level: LevelNode, { about, along, speakers }: SpeakersAbout, next: NextName): string[] {
  const { page, variable, source, carries } = level;
  if (page === null || source.from !== "label") throw new Error("What is walked along an index is a page of a label.");
  const told = { start: speakers, print: printStart(speakers, { past: null, seeksRelations: true, countedUpTo: COUNTED }, next) };
  const thing = { start: about, print: printStart(about, { past: null, seeksRelations: true }, next) };
  const [chosen, walked, total] = [next("b"), next("w"), next("c")];
  const [ids, degree] = [told.print.ids ?? "", thing.print.degree];
  const reach = `$${page.walk?.reachParameter ?? ""} / ${PART_OF_REACH}`;
  const lookups = [told.print.lookup, thing.print.lookup, printTotal(source.label, total)];
  const walk = printWalk(
    level,
    [told, thing],
    { chosen, walked, instead: String(SOUGHT_BRANCH), lists: [ids], along, degree, reach },
    next,
  );
  const outer = [ids, walked, chosen];
  const returns = `RETURN ${[...carries, ...keyAliases(level)].join(", ")}`;
  const branches = [
    [
      `WITH ${outer.join(", ")} WHERE ${chosen} = ${SOUGHT_BRANCH}`,
      ...printSoughtPage(level, { about, along, speakers }, ids, next),
      returns,
    ],
    [`WITH ${outer.join(", ")} WHERE ${chosen} = ${WALK_BRANCH}`, `UNWIND ${walked} AS ${variable}`, returns],
  ];
  return [
    ...lookups.map((lines) => printCall([], lines)),
    `WITH ${ids}, ${degree}, ${printWhether({ ids, said: told.print.degree, degree, total, limit: page.limitParameter ?? "" })} AS ${chosen}`,
    ...walk,
    printUnion(outer, branches),
  ];
}

/** The other branch than the walk: what each speaker said about the thing is looked up. */
const SOUGHT_BRANCH = branchOf(0);

/** What is known before either way is gone. */
interface Numbers {
  readonly ids: string;
  /** How much the speakers said: none where they are too many to be counted. */
  readonly said: string;
  /** How much is said about the thing. */
  readonly degree: string;
  /** All statements. */
  readonly total: string;
  readonly limit: string;
}

/**
 * The number of the branch. A walk meets a statement of the speakers every so often, where speakers and things are independent; each of
 * the others is looked up, read and sorted. Of too many speakers at least the walk is known to end.
 */
function printWhether({ ids, said, degree, total, limit }: Numbers): string {
  const sought = `${RELATIONS_A_PAIR}.0 * size(${ids}) + 3.0 * ${said} * ${degree} / ${total}`;
  return `CASE WHEN size(${ids}) > ${COUNTED} OR $${limit} * toFloat(${total}) < ${said} * (${sought}) THEN ${WALK_BRANCH} ELSE ${SOUGHT_BRANCH} END`;
}

/** What each speaker said about the thing, by the index that ABOUT has over both, in the order of the page. */
function printSoughtPage(level: LevelNode, { about, along, speakers }: SpeakersAbout, ids: string, next: NextName): string[] {
  const { page, variable } = level;
  if (page === null) return [];
  const [speaker, relation] = [next("m"), next("r")];
  const unbound = { ...level, page: unbounded(page) };
  const rest = printConditions(unbound, restOf(level, [about, speakers]), "anywhere", next);
  return [
    `UNWIND ${ids} AS ${speaker}`,
    `MATCH (${variable})-[${relation}:ABOUT]->()`,
    `WHERE ${[...saidAbout(relation, speaker, along.id), ...rest].join(" AND ")}`,
    ...printPage(level, page),
  ];
}
