import type { BuiltShape } from "./build-shape";
import type { Draft } from "./draft";
import type { LevelNode } from "./nodes/level-node";

/** What a level gives whose items are no page: neither cursors nor hits. @param extras expressions in front of the rows of each */
export function plainItems(built: readonly BuiltShape[], extras: readonly string[], draft: Draft): Pick<LevelNode, "below" | "gives"> {
  return {
    below: built.flatMap((each) => each.below),
    gives: { is: "items", alias: draft.name("e"), shapes: built.map((each) => each.shape), withKeys: false, hit: null, extras },
  };
}
