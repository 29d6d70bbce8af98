import { findMatches } from "./find-matches";
import type { TextRange } from "./find-matches";
import { foldedNames } from "./folded-names";
import type { SearchClause } from "./search-query";
import { NO_STEMMER } from "./stem-word";

/** One field of a hit and what was found in it. */
export interface Highlight {
  readonly field: string;
  /** The field, or, of a long one, the part around the first match. */
  readonly text: string;
  /** Where `text` begins in the field: Unicode code points. */
  readonly offset: number;
  /** Within `text`. */
  readonly ranges: readonly TextRange[];
}

/** Longer texts are shown in part. */
const WHOLE_UP_TO = 20_000;
const SNIPPET = 400;
const BEFORE = 80;

/** The fields in which something was found; of an entity's names, each that has a match of its own. */
export function highlight(
  fields: readonly { readonly field: string; readonly texts: readonly string[] }[],
  clauses: readonly SearchClause[],
  stemmer: string,
): Highlight[] {
  return fields.flatMap(({ field, texts }) =>
    texts.flatMap((text) => {
      const ranges = matchesIn(text, clauses, stemmer);
      return ranges.length === 0 ? [] : [snippetOf(field, text, ranges)];
    }),
  );
}

/** A name found in Latin letters that is written in others is marked as a whole: its letters do not correspond one by one. */
function matchesIn(text: string, clauses: readonly SearchClause[], stemmer: string): TextRange[] {
  const ranges = findMatches(text, clauses, stemmer);
  if (ranges.length > 0 || stemmer !== NO_STEMMER) return ranges;
  const isFoundInLatin = foldedNames([text]).some((form) => findMatches(form, clauses, stemmer).length > 0);
  return isFoundInLatin ? [{ start: 0, end: [...text].length }] : [];
}

function snippetOf(field: string, text: string, ranges: readonly TextRange[]): Highlight {
  const points = text.length <= WHOLE_UP_TO ? null : [...text];
  if (points === null || points.length <= WHOLE_UP_TO) return { field, text, offset: 0, ranges };
  const [first = { start: 0, end: 0 }] = ranges;
  const offset = Math.max(0, first.start - BEFORE);
  const end = Math.max(offset + SNIPPET, first.end);
  const inside = ranges.filter((range) => range.end <= end).map((range) => ({ start: range.start - offset, end: range.end - offset }));
  return { field, text: points.slice(offset, end).join(""), offset, ranges: inside };
}
