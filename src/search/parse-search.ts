import { analyzeText } from "./analyze-text";
import type { SearchClause, SearchQuery } from "./search-query";
import { NO_STEMMER } from "./stem-word";

/** `-"a phrase"`, or a run without blanks; a quote that is never closed is a sign like any other. */
const PART = /(-?)"([^"]*)"|(\S+)/gu;
/** Edit distance by the length of a word: short ones would match too much. */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;
/** What may be a misspelling of a longer one grows with the square of its length, and is more than an engine takes. */
const TWO_EDITS_UP_TO = 24;
const ONE_EDIT_UP_TO = 100;

/**
 * Quoth's own search syntax: words, "a phrase", -not, beginning*, misspelling~. Whatever else was typed is text, and text
 * is nothing but its words.
 */
export function parseSearch(text: string): SearchQuery {
  const [wanted, unwanted]: [SearchClause[], SearchClause[]] = [[], []];
  const name: string[] = [];
  for (const [, minus = "", phrase, run = ""] of text.matchAll(PART)) {
    const isUnwanted = phrase === undefined ? run.startsWith("-") : minus === "-";
    const clause = phrase === undefined ? readRun(isUnwanted ? run.slice(1) : run) : phraseOf(phrase);
    const clauses = isUnwanted ? unwanted : wanted;
    if (clause && !clauses.some((each) => isSame(each, clause))) clauses.push(clause);
    if (!isUnwanted) name.push(phrase ?? run);
  }
  return { wanted, unwanted, name: name.join(" ") };
}

/** How many words it holds. */
export function countWords({ wanted, unwanted }: Pick<SearchQuery, "wanted" | "unwanted">): number {
  return [...wanted, ...unwanted].reduce((sum, clause) => sum + clause.words.length, 0);
}

/** A run that falls apart into several words ("don't", "Al-Jazeera") is a phrase; of `Al-Jaz*` the last one is a beginning, of `Al-Jazera~` a misspelling. */
function readRun(run: string): SearchClause | null {
  const clause = phraseOf(run);
  if (clause === null) return null;
  if (run.endsWith("*")) return { ...clause, match: "prefix" };
  const distance = run.endsWith("~") ? distanceFor(clause.words.at(-1) ?? "") : 0;
  return distance === 0 ? clause : { ...clause, match: "fuzzy", distance };
}

function phraseOf(text: string): SearchClause | null {
  const words = analyzeText(text, NO_STEMMER).map((token) => token.word);
  return words.length === 0 ? null : { match: "phrase", words, distance: 0 };
}

function distanceFor(word: string): number {
  const length = [...word].length;
  if (length < ONE_EDIT_FROM || length > ONE_EDIT_UP_TO) return 0;
  return length < TWO_EDITS_FROM || length > TWO_EDITS_UP_TO ? 1 : 2;
}

function isSame(a: SearchClause, b: SearchClause): boolean {
  return a.match === b.match && a.words.join(" ") === b.words.join(" ");
}
