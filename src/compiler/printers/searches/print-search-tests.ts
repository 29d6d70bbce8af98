import { SATURATION, SCORE_UNIT, WEIGHTS } from "../../../model/relevance";
import type { SearchNode, SearchTests } from "../../nodes/search-node";

/** Which of two demands is made: all of the things, or any of them where fewer than the parameter have all. */
interface Fewness {
  readonly hits: string;
  readonly parameter: string;
}

/** The words of a node, as expressions: its stems, its unstemmed words, and its stemmer. */
export interface NodeWords {
  readonly stems: string;
  readonly words: string;
  readonly stemmer: string;
}

export function ownWords(variable: string): NodeWords {
  const stems = `${variable}.searchText`;
  return { stems, words: `coalesce(${variable}.searchWords, ${stems})`, stemmer: `${variable}.searchStemmer` };
}

/**
 * The same in variables of their own where they are asked for often: a planner goes over each mention of a property.
 * @returns with what a WITH has to say to bind them
 */
export function boundWords({ wanted }: SearchNode, variable: string): { readonly words: NodeWords; readonly bound: readonly string[] } {
  const own = ownWords(variable);
  if (wanted.form !== "all") return { words: own, bound: [] };
  const words = { stems: `${variable}_t`, words: `${variable}_w`, stemmer: `${variable}_s` };
  const names = ["stems", "words", "stemmer"] as const;
  return { words, bound: names.map((name) => `${own[name]} AS ${words[name]}`) };
}

/** Whether the words occur in a node. @param few null where all must occur in any case */
export function printTests(search: SearchNode, few: Fewness | null, words: NodeWords): string[] {
  const { wanted, unwanted, plainStemmer, countParameter } = search;
  if (wanted.form === "one") return [`${words.stems} CONTAINS ${patternOf(`$${wanted.phrase}`, plainStemmer, words)}`];
  const enough = few === null ? `$${countParameter}` : `CASE WHEN ${few.hits} < $${few.parameter} THEN 1 ELSE $${countParameter} END`;
  const found = `${printFoundCount(wanted, plainStemmer, words)} >= ${enough}`;
  if (unwanted === null) return [found];
  // A node without any word has none that is unwanted.
  return [`$${countParameter} > 0`, found, `coalesce(${printFoundCount(unwanted, plainStemmer, words)}, 0) = 0`];
}

/** How well a node fits: for each thing found its weight, and its share for how often it occurs (`model/relevance.ts`). */
function printScore({ wanted, plainStemmer, exactParameters, bonusParameter }: SearchNode, variable: string, words: NodeWords): string {
  const isCalled = exactParameters.map((each) => `${variable}.namesText CONTAINS $${each}`).join(" OR ");
  const exact = isCalled === "" ? [] : [`CASE WHEN ${isCalled} THEN 100.0 ELSE 0.0 END`];
  return `toInteger((${[...pointsOf(wanted, plainStemmer, words, bonusParameter), ...exact].join(" + ")}) * ${SCORE_UNIT})`;
}

/** A line that tells each node with its score, beside what it carries; none where nobody wants the score. */
export function printScored(search: SearchNode, variable: string, carried: readonly string[], words: NodeWords): string[] {
  const { scoreAlias } = search;
  return scoreAlias === null ? [] : [`WITH ${[...carried, `${printScore(search, variable, words)} AS ${scoreAlias}`].join(", ")}`];
}

/** How many of the things occur in a node. */
function printFoundCount(tests: SearchTests, plainStemmer: string | null, words: NodeWords): string {
  if (tests.form === "one") throw new Error("One thing is tested, not counted.");
  const phrases = `size([c IN $${tests.phrases} WHERE ${words.stems} CONTAINS ${patternOf("c", plainStemmer, words)}])`;
  if (tests.form === "several") return phrases;
  const prefixes = `size([c IN $${tests.prefixes} WHERE ${words.words} CONTAINS c])`;
  return [phrases, prefixes, `size([c IN $${tests.fuzzies} WHERE ${isMisspelt(words)}])`].join(" + ");
}

/** Stemmers that see a word as the plain one does are not told one by one. */
function patternOf(pattern: string, plainStemmer: string | null, { stemmer }: NodeWords): string {
  return plainStemmer === null ? pattern : `coalesce(${pattern}[${stemmer}], ${pattern}.${plainStemmer})`;
}

/** The quick test first: a regular expression is dear. */
function isMisspelt({ words }: NodeWords): string {
  return `any(x IN c.pieces WHERE ${words} CONTAINS x) AND ${words} =~ c.pattern`;
}

function pointsOf(wanted: SearchTests, plainStemmer: string | null, words: NodeWords, bonus: string | null): string[] {
  if (wanted.form === "one") {
    // f / (f + length), with one mention of how often it occurs: to count that is the dearest part.
    const times = timesIn(words.stems, patternOf(`$${wanted.phrase}`, plainStemmer, words));
    return [`${WEIGHTS.phrase.toFixed(1)} + 1.0 / (1.0 + (${lengthOf(words)}) / ${times})`];
  }
  const worth = (weight: number): string => `${weight.toFixed(1)}${bonus === null ? "" : ` + $${bonus}`}`;
  const phrases = printPoints(
    worth(WEIGHTS.phrase),
    `[c IN $${wanted.phrases} | ${timesIn(words.stems, patternOf("c", plainStemmer, words))}]`,
    words,
  );
  if (wanted.form === "several") return [phrases];
  return [
    phrases,
    printPoints(worth(WEIGHTS.prefix), `[c IN $${wanted.prefixes} | ${timesIn(words.words, "c")}]`, words),
    printPoints(worth(WEIGHTS.fuzzy), `[c IN $${wanted.fuzzies} | CASE WHEN ${isMisspelt(words)} THEN 1.0 ELSE 0.0 END]`, words),
  ];
}

function lengthOf({ stems }: NodeWords): string {
  return `${SATURATION.base} + size(${stems}) * ${SATURATION.perCharacter}`;
}

function timesIn(text: string, pattern: string): string {
  return `toFloat(size(split(${text}, ${pattern})) - 1)`;
}

function printPoints(worth: string, times: string, words: NodeWords): string {
  return `reduce(t = 0.0, f IN ${times} | t + CASE WHEN f > 0.0 THEN ${worth} + f / (f + ${lengthOf(words)}) ELSE 0.0 END)`;
}
