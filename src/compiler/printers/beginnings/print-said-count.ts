import { WALKS } from "../../../model/walks";
import { partsOf } from "../../nodes/condition-node";
import type { CountNode, LevelNode } from "../../nodes/level-node";
import { isIdTest } from "../clauses/print-condition";
import { printNumberSaid } from "../clauses/print-pattern";
import { beginningOf } from "./start";

/**
 * How much one has said, where that is all that is asked: an index has the statements of each speaker (ADR 18), and none of them is looked at. The
 * relations of a speaker would be asked for their rank, which takes four times as long.
 * @returns null where anything else is demanded, or the engine has no such index
 */
export function printSaidCount(level: LevelNode, { alias, seeksRelations }: CountNode): string[] | null {
  const { source, filter, search, variable } = level;
  if (!seeksRelations || search !== null) return null;
  if (source.from === "steps") {
    const [step, ...more] = source.steps;
    return step === WALKS.said[0] && more.length === 0 && filter === null ? [`RETURN ${printNumberSaid(source.start)} AS ${alias}`] : null;
  }
  const speaker = namedSpeaker(level);
  if (speaker === null) return null;
  return [
    `MATCH (${variable}:Statement)`,
    `WHERE ${variable}.speakerId = $${speaker} AND ${variable}.saidKey IS NOT NULL`,
    `RETURN count(*) AS ${alias}`,
  ];
}

/** A parameter that holds the id of the one speaker whose statements are meant. */
function namedSpeaker(level: LevelNode): string | null {
  const beginning = beginningOf(level);
  if (beginning.at !== "start" || beginning.start.rest !== null) return null;
  const { from } = beginning.start;
  const [test, ...others] = partsOf(from.inner);
  return from.steps === WALKS.speaker && test !== undefined && others.length === 0 && isIdTest(test) ? test.parameter : null;
}
