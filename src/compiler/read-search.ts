import { LimitExceeded } from "../errors";
import type { FullTextClause } from "../graph/dialect";
import { hasBestWords, kindOf, labelsOf, propertiesOf, searchedOf } from "../model/ontology";
import { BEST_SHARES, SCORE_UNIT, WEIGHTS } from "../model/relevance";
import { bestWord } from "../search/best-words";
import { foldText } from "../search/fold-text";
import { misspellingPattern, piecesOf } from "../search/misspelling";
import { countWords, parseSearch } from "../search/parse-search";
import type { SearchClause, SearchQuery } from "../search/search-query";
import { NO_STEMMER, STEMMERS, stemWord } from "../search/stem-word";
import { checkText } from "./check-arguments";
import type { Draft } from "./draft";
import type { BestWords, SearchBranch, SearchNode, SearchTests } from "./nodes/search-node";
import type { HitPlan } from "./row-plan";

/** Below so many nodes with all words, those with any are shown as well, behind them. */
const FEW = 5;

/** A search text, read and checked. @throws LimitExceeded, BadUserInput */
export function readSearchText(value: unknown, where: string, draft: Draft): SearchText {
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

/** A search text with what it means. */
export type SearchText = SearchQuery & { readonly text: string };

/** What a search text means for a list. */
export interface Searched {
  readonly search: SearchNode | null;
  readonly hit: { readonly fields: readonly string[]; readonly clauses: HitPlan["clauses"] } | null;
  /** What to ask first for a page of the best; null where there is nothing of the kind. */
  readonly best: () => BestWords | null;
}

/** A list that may be searched: of things of one label. */
export interface SearchedList {
  readonly label: string;
  readonly variable: string;
  /** Whether it is of the whole label: only then is the index worth asking. */
  readonly isWhole: boolean;
}

/** The argument `search` of a list. */
export function readSearched(given: unknown, { label, variable, isWhole }: SearchedList, draft: Draft): Searched {
  if (given === null || given === undefined) return { search: null, hit: null, best: () => null };
  const query = readSearchText(given, "search", draft);
  const search = buildSearch(query, [label], variable, draft);
  return {
    search: isWhole ? search : withoutCalls(search),
    hit: { fields: searchedOf(label), clauses: query.wanted },
    best: () => (isWhole ? buildBest(query, search.branches, variable, draft) : null),
  };
}

function withoutCalls(search: SearchNode): SearchNode {
  return { ...search, branches: search.branches.map((branch) => ({ ...branch, calls: { all: null, any: null } })) };
}

/**
 * A search among nodes of some labels.
 * @param labels of the API's types; those that no index knows by themselves are narrowed from a wider one
 */
export function buildSearch(query: SearchText, labels: readonly string[], variable: string, draft: Draft): SearchNode {
  const form = formOf(query);
  const indexed = labels.map(indexedLabel);
  const byStemmer = indexed.some(hasLanguages);
  return {
    branches: labels.map((label) => buildBranch(query, label, variable, draft)),
    isGathered: !draft.dialect.testsAllRows,
    wanted: buildTests(query.wanted, form, byStemmer, draft),
    unwanted: form === "all" ? buildTests(query.unwanted, form, byStemmer, draft) : null,
    plainStemmer: byStemmer ? NO_STEMMER : null,
    exactParameters: indexed.includes("Entity") ? namesTyped(query).map((each) => draft.parameter(each)) : [],
    countParameter: draft.parameter(query.wanted.length),
    fewParameter: form === "one" ? null : draft.parameter(query.wanted.length > 1 ? FEW : 0),
    bonusParameter: form === "one" ? null : draft.parameter(bonusOf(query.wanted)),
    walk: null,
    scoreAlias: draft.name("k"),
    best: null,
  };
}

/** A share is below 1: so much, and all the others' shares together are not worth one thing that is not found. */
function bonusOf(wanted: readonly SearchClause[]): number {
  const least = Math.min(...wanted.map(({ match }) => WEIGHTS[match]));
  return Math.max(0, wanted.length - 1 - least);
}

/** What may be somebody's name: the whole of what was typed, and what is left of it without the signs that say how to search. */
function namesTyped({ text, name }: SearchText): string[] {
  return [text, name].map((each) => `\n${foldText(each)}\n`);
}

/**
 * What is asked first for a page of the best, or null where nothing is kept for it: of one word or phrase, of each label the nodes that
 * are among the best for each of its words. A phrase occurs no more often than any of its words, so that these are enough.
 */
export function buildBest(query: SearchText, branches: readonly SearchBranch[], variable: string, draft: Draft): BestWords | null {
  if (formOf(query) !== "one" || !branches.some(({ label }) => hasBestWords(kindOf(label)))) return null;
  const tiers = branches.length === 1 ? TIERS : TIERS_OF_SEVERAL;
  const least = tiers.map((tier) => Math.ceil((WEIGHTS.phrase + (BEST_SHARES[tier] ?? 1)) * SCORE_UNIT));
  return {
    ...bestCalls(query, branches, tiers, variable, draft),
    scoresParameter: draft.parameter([Number.MAX_SAFE_INTEGER, ...least]),
  };
}

const TIERS = BEST_SHARES.map((_, tier) => tier).reverse();
/** Each makes the statement longer by as many calls as there are labels, and its first planning slower: one of those in the middle. */
const TIERS_OF_SEVERAL = [1];

function bestCalls(
  query: SearchText,
  branches: readonly SearchBranch[],
  tiers: readonly number[],
  variable: string,
  draft: Draft,
): Pick<BestWords, "tiers" | "ofTier"> {
  const print = (label: string, text: string): string => draft.dialect.printBestSearch(label, text, variable);
  const [only] = branches;
  if (draft.dialect.callsTakeVariables && only?.narrow === null && branches.length === 1) {
    const texts = `$${draft.parameter(tiers.map((tier) => bestText(query, only.label, tier, draft)))}`;
    const tier = draft.name("i");
    return {
      tiers: tiers.map((_, index) => ({ calls: [print(only.label, `${texts}[${index}]`)] })),
      ofTier: { tier, call: print(only.label, `${texts}[${tier}]`) },
    };
  }
  const call = (label: string, tier: number): string | null => {
    const text = bestText(query, label, tier, draft);
    return text === null ? null : print(label, `$${draft.parameter(text)}`);
  };
  return { tiers: tiers.map((tier) => ({ calls: branches.map(({ label }) => call(label, tier)) })), ofTier: null };
}

/** Asks for the words as they are kept in the tier and those above it; null where nothing is kept for a label. */
function bestText(query: SearchText, label: string, tier: number, draft: Draft): string | null {
  if (!hasBestWords(kindOf(label))) return null;
  const clauses = wordClauses(query, hasLanguages(label)).map((clause) => ({
    ...clause,
    forms: clause.forms.flatMap((form) => TIERS.filter((each) => each >= tier).map((each) => bestWord(form, each))),
  }));
  return draft.dialect.searchText({ mode: "all", clauses });
}

function buildBranch(query: SearchText, label: string, variable: string, draft: Draft): SearchBranch {
  const indexed = indexedLabel(label);
  return { calls: indexCalls(query, indexed, variable, draft), label, narrow: indexed === label ? null : label };
}

/** The label by which an index knows the nodes of a label. */
function indexedLabel(label: string): string {
  return kindOf(label).searched === undefined ? (labelsOf(kindOf(label))[0] ?? label) : label;
}

function hasLanguages(label: string): boolean {
  return propertiesOf(kindOf(label)).some((property) => property.name === "language");
}

/** The plainest form in which a search can be asked. */
function formOf({ wanted, unwanted }: SearchQuery): SearchTests["form"] {
  if (unwanted.length > 0 || wanted.length === 0 || wanted.some(({ match }) => match !== "phrase")) return "all";
  return wanted.length === 1 ? "one" : "several";
}

function buildTests(clauses: readonly SearchClause[], form: SearchTests["form"], byStemmer: boolean, draft: Draft): SearchTests {
  const of = (match: SearchClause["match"]): SearchClause[] => clauses.filter((clause) => clause.match === match);
  const phrases = of("phrase").map(({ words }) => phrasePattern(words, byStemmer));
  if (form === "one") return { form, phrase: draft.parameter(phrases[0] ?? "") };
  if (form === "several") return { form, phrases: draft.parameter(phrases) };
  const fuzzies = of("fuzzy").map(({ words, distance }) => {
    const word = words.at(-1) ?? "";
    return { pattern: `(?s).*${beforeLast(words)} (?:${misspellingPattern(word, distance)}) .*`, pieces: piecesOf(word, distance) };
  });
  return {
    form,
    phrases: draft.parameter(phrases),
    prefixes: draft.parameter(of("prefix").map(({ words }) => `${beforeLast(words)} ${words.at(-1) ?? ""}`)),
    fuzzies: draft.parameter(fuzzies),
  };
}

/** The words in front of the last one, as they stand in a text: letters and digits alone, so that a regular expression takes them as they are. */
function beforeLast(words: readonly string[]): string {
  return words
    .slice(0, -1)
    .map((word) => ` ${word} `)
    .join("");
}

/** A phrase as it stands in a text, or, where languages differ, as it stands in the texts of each. */
function phrasePattern(words: readonly string[], byStemmer: boolean): string | Record<string, string> {
  const pattern = (stemmer: string): string => words.map((word) => ` ${stemWord(word, stemmer)} `).join("");
  const plain = pattern(NO_STEMMER);
  if (!byStemmer) return plain;
  const others = STEMMERS.map((stemmer) => [stemmer, pattern(stemmer)] as const).filter(([, each]) => each !== plain);
  return { ...Object.fromEntries(others), [NO_STEMMER]: plain };
}

/** The engine's index is asked for each word in every form that it may have in some language. */
function indexCalls(query: SearchQuery, label: string, variable: string, draft: Draft): SearchBranch["calls"] {
  const clauses = wordClauses(query, hasLanguages(label));
  const call = (mode: "all" | "any"): string | null => {
    const text = clauses.length === 0 ? NO_WORD : draft.dialect.searchText({ mode, clauses });
    return text === null ? null : draft.dialect.printSearch(label, `$${draft.parameter(text)}`, variable);
  };
  return { all: call("all"), any: call("any") };
}

function wordClauses({ wanted }: SearchQuery, byStemmer: boolean): FullTextClause[] {
  const stemmers = byStemmer ? STEMMERS : [NO_STEMMER];
  return wanted.flatMap(({ match, words, distance }) =>
    words.map((word, at): FullTextClause => {
      const isLast = at === words.length - 1;
      if (isLast && match === "prefix") return { match, forms: [word] };
      if (isLast && match === "fuzzy") return { match, forms: [word], distance, pattern: misspellingPattern(word, distance) };
      return { match: "word", forms: [...new Set(stemmers.map((stemmer) => stemWord(word, stemmer)))] };
    }),
  );
}

/** Asked where nothing is looked for: an empty text is an error to one engine. What it finds is thrown away. */
const NO_WORD = "x";
