import { WALKS } from "../../../model/walks";
import type { RelatedNode } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import type { StretchNode } from "../../nodes/stretch-node";
import { printCall } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { nearEnd, printPatternReversed } from "../clauses/print-pattern";
import { printSpeakersBehind } from "./print-speakers-of";
import { printStretch } from "./print-stretch";
import { beginningOf } from "./start";
import type { Stretch } from "./start";

/** More of a stretch is not counted, since that would take as long as a page does, nor begun at where another way is short. */
const NEAR = 250;

/** The nodes that are looked for, and the list of those whose statements are begun at, if they were looked up before. */
interface Reached {
  readonly variable: string;
  readonly label: string;
  readonly list: string | null;
}

/**
 * Those who said what an index has between two times, each once; or what that is about, which may come again.
 * @returns lines that end in a MATCH or in what it has to fulfil; null where nothing tells the times
 */
export function printBehindStretch(from: RelatedNode, { variable, label, list }: Reached, next: NextName): string[] | null {
  const behind = stretchBehind(from, next);
  if (behind === null) return null;
  const said = printSaid(behind, list, next);
  const statement = behind.level.variable;
  if (from.steps === WALKS.spokenAbout) {
    const ends = { from: nearEnd(from.steps, variable, label), to: statement, bare: true };
    return [...said, `WITH DISTINCT ${statement}`, `MATCH ${printPatternReversed(from.steps, ends)}`];
  }
  return [...said, ...printSpeakersBehind(statement, { variable, label }, next)];
}

/** From the list, where there is one: a branch that is not to run has none, and would walk the whole stretch otherwise. */
function printSaid({ level, stretch, beginning }: StretchBehind, list: string | null, next: NextName): string[] {
  if (list === null) return printStretch(level, beginning, stretch, "anywhere", next);
  const near = next("m");
  return [`UNWIND ${list} AS ${near}`, ...printStretch(level, { ...beginning, id: `${near}.id` }, stretch, "anywhere", next)];
}

/** Where a start is looked up, and how much lies behind it between two times, if these are told and it is not much; otherwise how much of all times. */
export function printNearer(
  lookup: readonly string[],
  from: RelatedNode,
  { list, degree }: { readonly list: string; readonly degree: string },
  next: NextName,
): readonly string[] {
  const behind = stretchBehind(from, next);
  if (behind === null) return lookup;
  const { level, stretch, beginning } = behind;
  const near = next("d");
  const counted = [
    // By its keys alone: to read what lies there takes several times as long.
    ...printStretch(level, { ...beginning, onRelation: null, rest: null }, stretch, "anywhere", next),
    `WITH ${level.variable} LIMIT ${NEAR}`,
    `WITH count(*) AS ${near}`,
    `RETURN CASE WHEN ${near} < ${NEAR} THEN ${near} ELSE ${degree} END AS ${near}`,
  ];
  return [printCall([], lookup), printCall([degree], counted), `RETURN ${list}, ${near} AS ${degree}`];
}

/** What is said behind a demand, as a level of its own. */
interface StretchBehind {
  readonly level: LevelNode;
  readonly stretch: StretchNode;
  readonly beginning: Stretch;
}

function stretchBehind({ inner, stretch }: RelatedNode, next: NextName): StretchBehind | null {
  if (stretch === undefined) return null;
  const variable = next("m");
  const level: LevelNode = {
    imports: [],
    source: { from: "label", label: "Statement" },
    variable,
    carries: [variable],
    filter: inner,
    search: null,
    page: null,
    stretch,
    below: [],
    gives: { is: "count", alias: "", seeksRelations: true },
  };
  const beginning = beginningOf(level);
  return beginning.at === "stretch" ? { level, stretch, beginning } : null;
}
