import type { Step } from "../../../model/edge-types";
import { relationOf } from "../../../model/ontology";
import type { NextName } from "./print-condition";
import { printPattern } from "./print-pattern";

/** A way without its last step, which may be left out; whoever is looked for may stand at either end of that step. */
export interface EitherEnd {
  readonly steps: readonly Step[];
  /** A condition on the node at the near end: that it has an id, or is what one of that id is a step away from. */
  readonly hasId: (node: string, idParameter: string, next: NextName) => string;
}

/**
 * What few nodes have behind them is asked of these alone: publishers are rarely accounts, whose owner is meant, and to walk a step that may be
 * left out takes a database longer than all else on the way.
 * @returns null where the last step of a way may not be left out, or begins at nodes of several kinds
 */
export function eitherEnd(steps: readonly Step[]): EitherEnd | null {
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2 || last.hops?.[0] !== 0 || last.hops[1] !== 1) return null;
  const { hops: _hops, ...step } = last;
  if (typeof step.relation !== "string" || step.direction === "both") return null;
  const [near, ...others] = relationOf(step.relation)[step.direction === "in" ? "to" : "from"];
  if (near === undefined || others.length > 0) return null;
  const has = (id: string, parameter: string): string => `coalesce(${id}, '') = $${parameter}`;
  return {
    steps: steps.slice(0, -1),
    hasId: (node, idParameter, next) => {
      const far = next("m");
      // A label tested beside the id would be told apart from it by the planner, and what is beyond walked for each node after all.
      const own = step.to === undefined ? `${node}.id` : `CASE WHEN ${node}:${step.to} THEN ${node}.id END`;
      const beyond = `COUNT { MATCH ${printPattern([step], { from: node, to: far })} WHERE ${has(`${far}.id`, idParameter)} } > 0`;
      return `(${has(own, idParameter)} OR ${node}:${near} AND ${beyond})`;
    },
  };
}
