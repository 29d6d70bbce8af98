import { EDGES } from "../../model/edges";
import type { Step } from "../../model/edge-types";
import { FILTERS } from "../../model/filters";
import { WALKS } from "../../model/walks";

interface StepsName {
  readonly name: string;
  /** The filter has `some`, `every`, `none` and `count` there. */
  readonly isQuantified: boolean;
}

/** What the API calls the ways through the graph: as filters name them, else as fields do, else as the model does. */
const NAMES: ReadonlyMap<string, StepsName> = new Map([...namesOfFilters(), ...namesOfFields(), ...namesOfModel()].reverse());

/** A way by its name in the API; of one without a name, those of its parts. */
export function nameSteps(steps: readonly Step[]): StepsName {
  const whole = NAMES.get(JSON.stringify(steps));
  if (whole !== undefined) return whole;
  for (let length = steps.length - 1; length > 0; length--) {
    const begin = NAMES.get(JSON.stringify(steps.slice(0, length)));
    if (begin !== undefined) return { name: `${begin.name} > ${nameSteps(steps.slice(length)).name}`, isQuantified: false };
  }
  return { name: printArrows(steps), isQuantified: false };
}

/** A way by the relations of the graph: `<-ATTRIBUTED_TO-`. */
export function printArrows(steps: readonly Step[]): string {
  return steps.map(printArrow).join(" ");
}

function printArrow({ relation, direction, hops }: Step): string {
  const [least, most] = hops ?? [];
  const times = least === undefined ? "" : ` (${String(least)}${most === undefined ? " or more" : ` to ${String(most)}`} times)`;
  const types = `-${[relation].flat().join("|")}-`;
  return `${direction === "in" ? "<" : ""}${types}${direction === "out" ? ">" : ""}${times}`;
}

function namesOfFilters(): [string, StepsName][] {
  const fields = Object.values(FILTERS).flatMap((table) => Object.entries(table));
  return fields.flatMap(([name, field]): [string, StepsName][] =>
    (field.by === "related" || field.by === "relatedId") && field.steps.length > 0
      ? [nameOf(field.steps, name, field.by === "related" && field.quantified === true)]
      : [],
  );
}

function namesOfFields(): [string, StepsName][] {
  return EDGES.flatMap(({ field, walk }) => (walk.by === "steps" ? [nameOf(walk.steps, field)] : []));
}

/** Several steps are told by their parts, which say more. */
function namesOfModel(): [string, StepsName][] {
  return Object.entries(WALKS).flatMap(([name, steps]) => (steps.length === 1 ? [nameOf(steps, name)] : []));
}

function nameOf(steps: readonly Step[], name: string, isQuantified = false): [string, StepsName] {
  return [JSON.stringify(steps), { name, isQuantified }];
}
