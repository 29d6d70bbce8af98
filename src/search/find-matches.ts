import type { Token } from "./analyze-text";
import { analyzeText } from "./analyze-text";
import { isMisspelling } from "./misspelling";
import type { SearchClause } from "./search-query";
import { stemWord } from "./stem-word";

/** A stretch of a text: Unicode code points, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a text has what was looked for, in its own order, without overlaps. */
export function findMatches(text: string, clauses: readonly SearchClause[], stemmer: string): TextRange[] {
  const tokens = analyzeText(text, stemmer);
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) return merge(matchesOf(only, tokens, stemmer));
  const ranges = clauses.flatMap((clause) => matchesOf(clause, tokens, stemmer));
  return merge(ranges.sort((a, b) => a.start - b.start || a.end - b.end));
}

function matchesOf({ match, words, distance }: SearchClause, tokens: readonly Token[], stemmer: string): TextRange[] {
  const last = words.at(-1) ?? "";
  if (match === "prefix") return endingIn(tokens, words, ({ word }) => word.startsWith(last));
  if (match === "fuzzy") return endingIn(tokens, words, ({ word }) => isMisspelling(word, last, distance));
  return phraseIn(
    tokens,
    words.map((each) => stemWord(each, stemmer)),
  );
}

/** Wherever these stems stand one behind the other. */
function phraseIn(tokens: readonly Token[], stems: readonly string[]): TextRange[] {
  const ranges: TextRange[] = [];
  tokens.forEach((first, at) => {
    if (first.stem !== stems[0]) return;
    const last = tokens[at + stems.length - 1];
    if (last !== undefined && stems.every((stem, index) => tokens[at + index]?.stem === stem))
      ranges.push({ start: first.start, end: last.end });
  });
  return ranges;
}

/** Wherever these words stand one behind the other, the last of them in some form. */
function endingIn(tokens: readonly Token[], words: readonly string[], isLast: (token: Token) => boolean): TextRange[] {
  const before = words.slice(0, -1);
  return tokens.flatMap((token, at) => {
    const from = at - before.length;
    if (from < 0 || !isLast(token) || !before.every((word, index) => tokens[from + index]?.word === word)) return [];
    return [{ start: tokens[from]?.start ?? token.start, end: token.end }];
  });
}

function merge(ranges: readonly TextRange[]): TextRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
