import type { ConditionNode } from "../../nodes/condition-node";
import { all, partsOf } from "../../nodes/condition-node";
import type { LevelNode } from "../../nodes/level-node";
import { isEntity } from "./print-lookup";
import type { PrintedStart } from "./print-start";
import type { Start } from "./start";

/** What a level demands beside its starts. */
export function restOf({ filter }: LevelNode, starts: readonly Start[]): ConditionNode | null {
  return all(partsOf(filter).filter((part) => !starts.some(({ from }) => from === part)));
}

/** How the starts besides one ask for their lists: lines that walk on to them, and conditions. */
interface StartTests {
  readonly joins: readonly string[];
  readonly tests: readonly string[];
  /** What they refer to. */
  readonly lists: readonly string[];
}

/** From a statement, which has few relations, the way is walked on; an entity may have many, of which one is enough. */
export function isJoined({ source }: LevelNode, { join }: PrintedStart): boolean {
  return source.from === "label" && !isEntity(source.label) && join !== null;
}

/** @param beside the node, or a relation that has the same id beside it */
export function askStarts(level: LevelNode, starts: readonly PrintedStart[], beside = level.variable): StartTests {
  const { variable } = level;
  const joined = starts.filter((each) => isJoined(level, each));
  const tests = starts.filter((each) => !joined.includes(each)).map(({ test, ids }) => test(ids === null ? variable : beside));
  return {
    joins: joined.flatMap((each) => each.join?.(variable) ?? []),
    tests: tests.map(({ condition }) => condition),
    lists: [...joined, ...tests].flatMap(({ list }) => list ?? []),
  };
}
