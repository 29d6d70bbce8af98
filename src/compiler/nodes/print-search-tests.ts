import { SATURATION, SCORE_UNIT, WEIGHTS } from "../../model/relevance";
import type { SearchNode, SearchTests } from "./search-node";

/** Which of two demands is made: all of the things, or any of them where fewer than the parameter have all. */
interface Fewness {
  readonly hits: string;
  readonly parameter: string;
}

/** Whether the words occur in a node. @param few null where all must occur in any case */
export function printTests(search: SearchNode, few: Fewness | null, variable: string): string[] {
  const { wanted, unwanted, byStemmer, countParameter } = search;
  if (wanted.form === "one") return [`${variable}.searchText CONTAINS ${patternOf(`$${wanted.phrase}`, byStemmer, variable)}`];
  const enough = few === null ? `$${countParameter}` : `CASE WHEN ${few.hits} < $${few.parameter} THEN 1 ELSE $${countParameter} END`;
  const found = `${printFoundCount(wanted, byStemmer, variable)} >= ${enough}`;
  if (unwanted === null) return [found];
  // A node without any word has none that is unwanted.
  return [`$${countParameter} > 0`, found, `coalesce(${printFoundCount(unwanted, byStemmer, variable)}, 0) = 0`];
}

/** How well a node fits: for each thing found its weight, and its share for how often it occurs (`model/relevance.ts`). */
export function printScore({ wanted, byStemmer, exactParameter }: SearchNode, variable: string): string {
  const exact = exactParameter === null ? [] : [`CASE WHEN ${variable}.namesText CONTAINS $${exactParameter} THEN 100.0 ELSE 0.0 END`];
  return `toInteger((${[...pointsOf(wanted, byStemmer, variable), ...exact].join(" + ")}) * ${SCORE_UNIT})`;
}

/** How many of the things occur in a node. */
function printFoundCount(tests: SearchTests, byStemmer: boolean, variable: string): string {
  if (tests.form === "one") throw new Error("One thing is tested, not counted.");
  const words = unstemmed(variable);
  const phrases = `size([c IN $${tests.phrases} WHERE ${variable}.searchText CONTAINS ${patternOf("c", byStemmer, variable)}])`;
  if (tests.form === "several") return phrases;
  const prefixes = `size([c IN $${tests.prefixes} WHERE ${words} CONTAINS c])`;
  return [phrases, prefixes, `size([c IN $${tests.fuzzies} WHERE ${isMisspelt(words)}])`].join(" + ");
}

function patternOf(pattern: string, byStemmer: boolean, variable: string): string {
  return byStemmer ? `${pattern}[${variable}.searchStemmer]` : pattern;
}

function unstemmed(variable: string): string {
  return `coalesce(${variable}.searchWords, ${variable}.searchText)`;
}

/** The quick test first: a regular expression is dear. */
function isMisspelt(words: string): string {
  return `any(x IN c.pieces WHERE ${words} CONTAINS x) AND ${words} =~ c.pattern`;
}

function pointsOf(wanted: SearchTests, byStemmer: boolean, variable: string): string[] {
  const text = `${variable}.searchText`;
  if (wanted.form === "one") {
    const times = timesIn(text, patternOf(`$${wanted.phrase}`, byStemmer, variable));
    return [`${WEIGHTS.phrase.toFixed(1)} + ${times} / (${times} + ${lengthOf(variable)})`];
  }
  const phrases = printPoints(
    WEIGHTS.phrase,
    `[c IN $${wanted.phrases} | ${timesIn(text, patternOf("c", byStemmer, variable))}]`,
    variable,
  );
  if (wanted.form === "several") return [phrases];
  const words = unstemmed(variable);
  return [
    phrases,
    printPoints(WEIGHTS.prefix, `[c IN $${wanted.prefixes} | ${timesIn(words, "c")}]`, variable),
    printPoints(WEIGHTS.fuzzy, `[c IN $${wanted.fuzzies} | CASE WHEN ${isMisspelt(words)} THEN 1.0 ELSE 0.0 END]`, variable),
  ];
}

function lengthOf(variable: string): string {
  return `${SATURATION.base} + size(${variable}.searchText) * ${SATURATION.perCharacter}`;
}

function timesIn(text: string, pattern: string): string {
  return `toFloat(size(split(${text}, ${pattern})) - 1)`;
}

function printPoints(weight: number, times: string, variable: string): string {
  return `reduce(t = 0.0, f IN ${times} | t + CASE WHEN f > 0.0 THEN ${weight.toFixed(1)} + f / (f + ${lengthOf(variable)}) ELSE 0.0 END)`;
}
