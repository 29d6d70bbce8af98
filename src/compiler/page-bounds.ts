import type { CursorKey } from "./cursor";
import type { GoesOn } from "./deferred-bound";
import type { Draft } from "./draft";
import { keyBounds } from "./key-bounds";
import type { ConditionNode } from "./nodes/condition-node";
import type { OrderTerm, SourceNode } from "./nodes/level-node";

/** Sorts above every stored key: the bound of a first page, so that its text is that of the next ones. */
export const HIGHEST = "\uFFFF\u{10FFFF}";
export const LOWEST = "";

/** A key at which a page begins or ends. */
export interface PageBound {
  readonly key: CursorKey;
  /** Where that is known better when the statement is asked. */
  readonly goesOn: GoesOn | null;
}

/** Where all that fulfils a filter begins and ends on a page by one stored key; what is not known is null. */
export interface PageBounds {
  readonly open: PageBound | null;
  readonly far: PageBound | null;
}

export function boundsOf(
  [first, ...others]: readonly OrderTerm[],
  filter: ConditionNode | null,
  source: SourceNode,
  draft: Draft,
): PageBounds | null {
  if (first === undefined || others.length > 0 || first.alias !== null) return null;
  // Of what hangs on a node, statements alone come in an order that an index has.
  const label = source.from === "label" ? source.label : "Statement";
  const known = keyBounds(filter, label, first.expression.slice(first.expression.indexOf(".") + 1), draft.parameters);
  // Only where an index gives an order does its end spare anything.
  const goesOn = draft.dialect.walksIndexInOrder ? known.goesOn : null;
  const above = known.above === null && goesOn === null ? null : { key: known.above ?? LOWEST, goesOn };
  const below = known.below === null ? null : { key: known.below, goesOn: null };
  return first.direction === "DESC" ? { open: below, far: above } : { open: above, far: below };
}

/** A key that everything comes after. */
export function beforeAll({ direction, isNumber }: OrderTerm): PageBound {
  const isDown = direction === "DESC";
  if (isNumber === true) return { key: isDown ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER, goesOn: null };
  return { key: isDown ? HIGHEST : LOWEST, goesOn: null };
}

/** @returns the parameter that carries the bound */
export function boundParameter({ key, goesOn }: PageBound, draft: Draft): string {
  return goesOn === null ? draft.parameter(key) : draft.deferredParameter(key, goesOn, "key");
}
