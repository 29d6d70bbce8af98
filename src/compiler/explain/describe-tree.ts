import type { Compiled } from "../compile";
import type { PathsSearch } from "../find-paths";
import type { LevelNode } from "../nodes/level-node";
import { isPastStatements } from "../nodes/network-node";
import type { NetworkNode } from "../nodes/network-node";
import type { PageTree, RootTree } from "../root-tree";
import { describeCondition } from "./describe-condition";
import type { Values } from "./describe-condition";
import { describeLevel } from "./describe-level";
import { describeCount } from "./describe-count";
import { describeValue } from "./describe-value";
import { indented } from "./indented";
import { shortenList } from "./shorten-list";

/** A root field in words, one line a part: where each level begins, what it demands, and what is below it. */
export function describeTree({ tree, statement }: Pick<Compiled, "tree" | "statement">): string[] {
  const lines = describeRoot(tree, statement?.parameters ?? {});
  // Of a page, `__typename` alone may be asked for; of ids, none may be of a kind that there is.
  return lines.length === 0 ? ["asks nothing of the graph"] : lines;
}

function describeRoot(tree: RootTree, values: Values): string[] {
  switch (tree.is) {
    case "nothing":
      return [`is ${tree.answer === null ? "null" : "an empty list"} whatever the graph holds`];
    case "row":
    case "list":
    case "counts":
    case "cells":
      return describeLevel(tree.level, "gives", values);
    case "page":
    case "rows":
      return describePage(tree, values);
    case "nodes":
      return describeAll(tree.kinds, () => "gives", values);
    case "version":
      return [...describeLevel(tree.level, "gives", values), ...describeAll(tree.counts, ({ name }) => name, values)];
    case "network":
      return [...describeNetwork(tree.network, values), ...describeLevel(tree.nodes, "nodes", values)];
    case "paths":
      return describePaths(tree.search);
  }
}

function describeAll<Part extends { readonly level: LevelNode }>(
  parts: readonly Part[],
  nameOf: (part: Part) => string,
  values: Values,
): string[] {
  return parts.flatMap((part) => describeLevel(part.level, nameOf(part), values));
}

function describePage({ is, items, total, facets }: PageTree & Pick<RootTree, "is">, values: Values): string[] {
  return [
    ...(items === null ? [] : describeLevel(items, is === "rows" ? "rows" : "items", values)),
    ...(total === null ? [] : describeLevel(total, "totalCount", values)),
    ...facets.flatMap((level) => describeLevel(level, "facets", values)),
  ];
}

function describeNetwork(network: NetworkNode, values: Values): string[] {
  const { aroundParameter, stepParameters, links, limitParameter, where, betweenParameter } = network;
  const shown = (parameter: string): string => describeCount(parameter, values);
  const around = (values[aroundParameter] ?? []) as readonly string[];
  return [
    `grows from ${describeValue(around)}, to at most ${shown(limitParameter)} entities`,
    ...indented([
      `by the links ${shortenList(links).join(", ")}, those with most statements first`,
      ...(links.some((kind) => isPastStatements(network, kind)) ? ["who spoke about whom is known without statements, by its number"] : []),
      ...stepParameters.map((cap, at) => `step ${String(at + 1)}: looks at ${shown(cap)} statements of each entity at most`),
      ...(where === null ? [] : [`only statements with ${describeCondition(where, values)}`]),
    ]),
    `edges: the links between the entities that were chosen; looks at ${shown(betweenParameter)} statements of each at most`,
  ];
}

function describePaths({ from, to, maxLength, first }: PathsSearch): string[] {
  return [
    `searches chains from ${describeValue(from)} to ${describeValue(to)} of at most ${String(maxLength)} steps, ${String(first)} of the shortest`,
    ...indented([
      "from both ends, one step at a time: each step is a small statement that looks at the relations of what the last one met",
      "ends as soon as the two meet; one statement more tells what lies on the chains",
    ]),
  ];
}
