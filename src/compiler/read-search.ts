import { LimitExceeded } from "../errors";
import { labelsOf, kindOf, propertiesOf, searchedOf } from "../model/ontology";
import { foldText } from "../search/fold-text";
import { misspellingPattern, piecesOf } from "../search/misspelling";
import { countWords, parseSearch } from "../search/parse-search";
import type { SearchClause, SearchQuery } from "../search/search-query";
import { NO_STEMMER, STEMMERS, stemWord } from "../search/stem-word";
import { checkText } from "./check-arguments";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import type { SearchBranch, SearchNode, SearchTest } from "./nodes/search-node";
import type { HitPlan } from "./row-plan";

/** Below so many nodes with all words, those with any are shown as well, behind them. */
const FEW = 5;

/** A search text, read and checked. @throws LimitExceeded, BadUserInput */
export function readSearchText(value: unknown, where: string, draft: Draft): SearchQuery & { readonly text: string } {
  const text = checkText(value as string, where, draft.limits);
  const query = parseSearch(text);
  const [words, limit] = [countWords(query), draft.limits.maxWords];
  if (words > limit) {
    throw new LimitExceeded(
      "SEARCH_TOO_LONG",
      `\`${where}\` has too many words: ${words}, at most ${limit} (QUOTH_MAX_WORDS). Leave out the common ones.`,
      { limit, actual: words, setting: "QUOTH_MAX_WORDS" },
    );
  }
  return { ...query, text };
}

/** What a search text means for a list. */
export interface Searched {
  readonly search: SearchNode | null;
  /** Nothing is found by a text without any word. */
  readonly filter: ConditionNode | null;
  readonly hit: HitPlan | null;
}

/**
 * The argument `search` of a list of things of one label.
 * @param isWhole whether the list is of the whole label: only then is the index worth asking
 */
export function readSearched(given: unknown, label: string, variable: string, isWhole: boolean, draft: Draft): Searched {
  if (given === null || given === undefined) return { search: null, filter: null, hit: null };
  const query = readSearchText(given, "search", draft);
  const hit = { fields: searchedOf(label), clauses: query.wanted };
  if (query.wanted.length === 0) return { search: null, filter: { kind: "any", parts: [] }, hit };
  const search = buildSearch(query, [label], variable, draft.name("k"), draft);
  return { search: isWhole ? search : withoutCalls(search), filter: null, hit };
}

function withoutCalls(search: SearchNode): SearchNode {
  return { ...search, branches: search.branches.map((branch) => ({ ...branch, calls: { all: null, any: null } })) };
}

/**
 * A search among nodes of some labels.
 * @param labels of the API's types; those that no index knows by themselves are narrowed from a wider one
 */
export function buildSearch(
  query: SearchQuery & { readonly text: string },
  labels: readonly string[],
  variable: string,
  scoreAlias: string | null,
  draft: Draft,
): SearchNode {
  return {
    branches: labels.map((label) => buildBranch(query, label, variable, draft)),
    fewParameter: query.wanted.length > 1 ? draft.parameter(FEW) : null,
    scoreAlias,
  };
}

function buildBranch(query: SearchQuery & { readonly text: string }, label: string, variable: string, draft: Draft): SearchBranch {
  const indexed = kindOf(label).searched === undefined ? (labelsOf(kindOf(label))[0] ?? label) : label;
  const byStemmer = propertiesOf(kindOf(indexed)).some((property) => property.name === "language");
  const test = (clause: SearchClause): SearchTest => buildTest(clause, byStemmer, draft);
  return {
    calls: indexCalls(query, indexed, byStemmer, variable, draft),
    label,
    narrow: indexed === label ? null : label,
    wanted: query.wanted.map(test),
    unwanted: query.unwanted.map(test),
    exactParameter: indexed === "Entity" ? draft.parameter(`\n${foldText(query.text)}\n`) : null,
  };
}

function buildTest(clause: SearchClause, byStemmer: boolean, draft: Draft): SearchTest {
  const { match, words, distance } = clause;
  const [word = ""] = words;
  if (match === "prefix") return { match, parameter: draft.parameter(` ${word}`), byStemmer: false, piecesParameter: null };
  if (match === "fuzzy") {
    const pattern = `(?s).* (?:${misspellingPattern(word, distance)}) .*`;
    const piecesParameter = draft.parameter(piecesOf(word, distance));
    return { match, parameter: draft.parameter(pattern), byStemmer: false, piecesParameter };
  }
  const phrase = (stemmer: string): string => words.map((each) => ` ${stemWord(each, stemmer)} `).join("");
  if (!byStemmer) return { match, parameter: draft.parameter(phrase(NO_STEMMER)), byStemmer, piecesParameter: null };
  const patterns = Object.fromEntries(STEMMERS.map((stemmer) => [stemmer, phrase(stemmer)]));
  return { match, parameter: draft.parameter(patterns), byStemmer, piecesParameter: null };
}

/** The engine's index is asked for each word in every form that it may have in some language. */
function indexCalls(
  query: SearchQuery,
  label: string,
  byStemmer: boolean,
  variable: string,
  { dialect, parameter }: Draft,
): SearchBranch["calls"] {
  const clauses = query.wanted.flatMap(({ match, words, distance }) =>
    words.map((word) => {
      if (match !== "phrase") return { match, forms: [word], distance };
      const stemmers = byStemmer ? STEMMERS : [NO_STEMMER];
      return { match: "word" as const, forms: [...new Set(stemmers.map((stemmer) => stemWord(word, stemmer)))], distance: 0 };
    }),
  );
  const call = (mode: "all" | "any"): string | null => {
    const text = dialect.searchText({ mode, clauses });
    return text === null ? null : dialect.printSearch(label, parameter(text), variable);
  };
  const all = call("all");
  return { all, any: query.wanted.length > 1 ? call("any") : all };
}
