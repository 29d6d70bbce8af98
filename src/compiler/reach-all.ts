import type { Reached } from "./build-edge";
import type { Draft } from "./draft";
import { labelOf } from "./scalar-expression";

/** Every node of an API type, to be filtered from there. */
export function reachAll(type: string, draft: Draft): Reached {
  const variable = draft.name("n");
  return { source: { from: "label", label: labelOf(type) }, subject: { type, variable, link: null }, imports: [], carries: [variable] };
}
