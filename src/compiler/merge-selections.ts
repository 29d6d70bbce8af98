import { isDeepStrictEqual } from "node:util";
import type { SelectedField, Selection } from "./selection";

/**
 * Two selections of one thing as one.
 * @returns null where they ask different things under one response key, so that one row cannot serve both
 */
export function mergeSelections(a: Selection, b: Selection): Selection | null {
  const fields = [...a.fields];
  for (const field of b.fields) {
    const at = fields.findIndex((each) => each.responseKey === field.responseKey);
    const other = fields[at];
    if (!other) {
      fields.push(field);
      continue;
    }
    const merged = mergeField(other, field);
    if (merged === null) return null;
    fields[at] = merged;
  }
  return { ...a, fields };
}

function mergeField(a: SelectedField, b: SelectedField): SelectedField | null {
  const alike = a.name === b.name && isDeepStrictEqual(a.onTypes, b.onTypes) && isDeepStrictEqual(a.arguments, b.arguments);
  if (!alike) return null;
  if (a.selection === null || b.selection === null) return a;
  const selection = mergeSelections(a.selection, b.selection);
  return selection && { ...a, selection };
}
