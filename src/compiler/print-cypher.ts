import type { LevelNode } from "./nodes/level-node";
import type { ConditionPlace, NextName } from "./printers/clauses/print-condition";
import { printNetwork } from "./printers/network/print-network";
import { printItems, printLevel, printSubquery } from "./printers/print-level";
import type { RootTree } from "./root-tree";

/**
 * @param place where the conditions of what the statement begins with stand
 * @returns null where nothing has to be asked.
 */
export function printStatement(tree: RootTree, place: ConditionPlace["at"], next: NextName): string | null {
  if (tree.is === "network") return printNetwork(tree.network, printSubquery(tree.nodes, next), tree.nodes.gives.alias, next);
  const levels = levelsOf(tree);
  const [only] = levels;
  if (!only) return null;
  if (levels.length === 1) return isItemByItem(tree) ? printItems(only, place, next) : printLevel(only, place, next);
  return [
    ...levels.map((level) => printSubquery(level, next, place)),
    `RETURN ${levels.map((level) => level.gives.alias).join(", ")}`,
  ].join("\n");
}

/** The levels that a statement consists of; none refers to another. */
export function levelsOf(tree: RootTree): readonly LevelNode[] {
  switch (tree.is) {
    case "nothing":
    case "paths":
      return [];
    case "row":
    case "counts":
    case "cells":
    case "list":
      return [tree.level];
    case "page":
    case "rows":
      return [tree.items, tree.total, ...tree.facets].filter((level) => level !== null);
    case "network":
      return [tree.nodes];
    case "nodes":
      return tree.kinds.map((kind) => kind.level);
    case "version":
      return [tree.level, ...tree.counts.map((count) => count.level)];
  }
}

/**
 * Whether each item of a page is a record: where nothing but items is asked for, and lists hang on them. One record of all takes a sixth less time
 * while it is small; from 64 kB on it comes in several pieces, of which the driver of Neo4j reads every value in twice the time.
 */
export function isItemByItem(tree: RootTree): boolean {
  return tree.is === "page" && tree.items !== null && tree.total === null && tree.facets.length === 0 && hasPages(tree.items);
}

function hasPages({ below }: LevelNode): boolean {
  return below.some((level) => level.gives.is === "items" || hasPages(level));
}
