import { WALKS } from "../../../model/walks";
import type { DistinctNode, GroupsNode } from "../../nodes/groups-node";
import { printCall } from "../clauses/print-call";
import { printPattern } from "../clauses/print-pattern";

/** Whether it is the favoured speakers, whose ids stand beside statements and what they are about (ADR 18). */
export function isOfSpeakers({ stages: [first, ...more] }: DistinctNode): boolean {
  return first === WALKS.speaker && more.length === 0;
}

/** Speakers are counted with the statements where groups are few: where most groups are not shown, that takes up to three times as long. */
export function isCountedAlong(distinct: DistinctNode, { dimensions }: GroupsNode): boolean {
  return isOfSpeakers(distinct) && dimensions.every(({ isFew }) => isFew);
}

/** Whether it is counted from the list of what a group has counted. */
export function needsNodes(distinct: DistinctNode, groups: GroupsNode, spokenAbout: string | null): boolean {
  return !isOfSpeakers(distinct) || (spokenAbout === null && !isCountedAlong(distinct, groups));
}

/** The name of that list. */
export function nodesOf({ countAlias }: GroupsNode): string {
  return `${countAlias}_nodes`;
}

/** Only of the groups that are shown. A document has several statements and a publisher many documents, each of which is looked at once. */
export function printDistinct(distinct: DistinctNode, groups: GroupsNode, spokenAbout: string | null): string {
  const { alias, stages } = distinct;
  const [nodes, from, to] = [nodesOf(groups), `${alias}_from`, `${alias}_to`];
  if (isOfSpeakers(distinct)) {
    if (spokenAbout === null)
      return printCall([nodes], [`UNWIND ${nodes} AS ${from}`, `RETURN count(DISTINCT ${from}.speakerId) AS ${alias}`]);
    return printCall(
      [spokenAbout],
      [`RETURN COUNT { ${printPattern(WALKS.spokenAboutBy, { from: spokenAbout, to: "", bare: true })} } AS ${alias}`],
    );
  }
  const ends = [from, ...stages.slice(1).map((_, index) => `${alias}_${String(index)}`), to];
  const walk = stages.flatMap((steps, index) => {
    const [near = "", far = ""] = ends.slice(index);
    const once = index === 0 ? [] : [`WITH DISTINCT ${near}`];
    return [...once, `MATCH ${printPattern(steps, { from: near, to: far, bare: true })}`];
  });
  return printCall([nodes], [`UNWIND ${nodes} AS ${from}`, ...walk, `RETURN count(DISTINCT ${to}) AS ${alias}`]);
}
