import { describeCondition } from "./describe-condition";
import type { LevelNode } from "../../src/compiler/nodes/level-node";
import { beginningOf } from "../../src/compiler/nodes/start";
import type { Along } from "../../src/compiler/nodes/start";
import { levelsOf } from "../../src/compiler/print-cypher";
import type { RootTree } from "../../src/compiler/root-tree";

/** The tree of a root field in words, one line a part: where each level begins, what it demands, and what is below it. */
export function describeTree(tree: RootTree): string {
  return levelsOf(tree)
    .map((level) => describeLevel(level, 0))
    .join("\n");
}

function describeLevel(level: LevelNode, depth: number): string {
  const indent = "  ".repeat(depth);
  const lines = [
    `${indent}${level.gives.is} from ${describeSource(level)}`,
    ...describeBeginning(level).map((line) => `${indent}  ${line}`),
  ];
  const below = level.below.map((each) => describeLevel(each, depth + 1));
  return [...lines, ...below].join("\n");
}

function describeSource({ source, search }: LevelNode): string {
  if (search !== null) return `what has the words, of ${search.branches.map((branch) => branch.label).join(", ")}`;
  return source.from === "label" ? source.label : source.from;
}

/** The demands that a level may begin at, and the index that it may walk along. */
function describeBeginning(level: LevelNode): string[] {
  if (level.search !== null) return [];
  const beginning = beginningOf(level);
  switch (beginning.at) {
    case "source":
      return level.page?.walk ? [`begins along ${level.page.terms[0]?.expression ?? ""}`] : [];
    case "names":
      return ["begins at the index of names"];
    case "along":
      return [`begins along ${describeIndex(level, beginning.along)}`];
    case "stretch":
      return [
        `begins between two times, along the ${beginning.of} of ${beginning.from === null ? (beginning.id ?? "") : oneLine(describeCondition(beginning.from))}`,
      ];
    case "start":
      return [`begins at ${oneLine(describeCondition(beginning.start.from))}`];
    case "soon":
      return [
        `begins along ${describeIndex(level, beginning.along)}, as far as a few pages`,
        ...(beginning.instead === null ? [] : [`  then at ${oneLine(describeCondition(beginning.instead.from))}`]),
      ];
    case "alternatives":
      return [
        "begins at each of",
        ...beginning.starts.map(({ from }) => `  ${oneLine(describeCondition(from))}`),
        ...(beginning.walksIndex ? [`  or along ${describeIndex(level, null)}`] : []),
      ];
    case "cheapest":
      return [
        "begins at the cheapest of",
        ...beginning.starts.map(({ from }) => `  ${oneLine(describeCondition(from))}`),
        ...(beginning.walksIndex ? [`  along ${describeIndex(level, beginning.along)}`] : []),
      ];
  }
}

function describeIndex({ page }: LevelNode, along: Along | null): string {
  if (along === null) return page?.terms[0]?.expression ?? "";
  return `the time of ${along.part === null ? along.of : oneLine(describeCondition(along.part))}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
