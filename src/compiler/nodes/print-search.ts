import { SATURATION, SCORE_UNIT, WEIGHTS } from "../../search/relevance";
import { indent } from "./indent";
import type { LevelNode } from "./level-node";
import type { NextName } from "./print-condition";
import type { BestWords, SearchBranch, SearchNode, SearchTests } from "./search-node";

/** Where the nodes of a level come from when it is no index by words: lines that bind them. */
export interface SearchPlace {
  readonly level: LevelNode;
  readonly search: SearchNode;
  /** A MATCH along relations from the level above; null where the engine's index is asked. */
  readonly walk: string | null;
  /** What else is demanded of a node, as conditions. */
  readonly where: () => readonly string[];
  /** What lies behind the cursor of a page that is sorted by the score, as conditions. */
  readonly beyond: readonly string[];
  /** The page along its order index: its bounds, in force under a condition alone, and the lines that sort and cut it. */
  readonly page?: (runs: string) => { readonly where: readonly string[]; readonly lines: readonly string[] };
}

/**
 * Lines that bind the nodes in which the words occur, and their score. Whatever the engine's index finds is tested by the
 * same conditions on both engines, so that both find the same.
 */
export function printSearched(place: SearchPlace, next: NextName): string[] {
  const { level, search, walk } = place;
  const few = search.fewParameter === null ? null : { hits: next("q"), parameter: search.fewParameter };
  const strict = few === null ? [] : [printStrictCount(place, few)];
  if (walk !== null) return [...strict, walk, ...printBranch(place, oneBranch(search), few, level.carries)];
  if (search.best !== null) return printBestFirst(place, search.best, next);
  const frequent = printFrequency(place, next);
  const isRare = frequent === null ? [] : [`${frequent.hits} < $${frequent.parameter}`];
  const branches = search.branches.flatMap((branch) =>
    callsOf(branch, few, isRare).map((call) => printCall(place, branch, call, few, frequent)),
  );
  if (frequent !== null) branches.push(printFrequentWalk(place, few, frequent));
  const outer = [...level.imports, ...hitsOf(few), ...hitsOf(frequent)].join(", ");
  return [...strict, ...(frequent?.lines ?? []), `CALL (${outer}) {\n${branches.join("\n  UNION ALL\n")}\n}`];
}

/**
 * Two cases, of which one runs: the page is filled by what is kept as the best for the word, or all that has the word is looked
 * at. A count of the first, which stops at a page, tells which.
 */
function printBestFirst(place: SearchPlace, best: BestWords, next: NextName): string[] {
  const { level, search } = place;
  const { imports, page, variable } = level;
  const limit = page?.limitParameter ?? "";
  const hits = next("q");
  const [outer, inner] = [imports.join(", "), [...imports, hits].join(", ")];
  const counted = search.branches.map((branch, index) =>
    indent(
      [...printBest(place, best, branch, index), `WITH ${variable} LIMIT $${limit}`, `RETURN ${variable}.id AS ${hits}_id`].join("\n"),
    ),
  );
  const score = search.scoreAlias === null ? "" : `, ${search.scoreAlias}`;
  const kept = search.branches.map((branch, index) =>
    indent([`WITH ${hits} WHERE ${hits} >= $${limit}`, ...printBest(place, best, branch, index), `RETURN ${variable}${score}`].join("\n")),
  );
  const all = search.branches.map((branch) =>
    printCall(place, branch, { text: branch.calls.all, guard: `${hits} < $${limit}` }, null, { hits, parameter: limit }),
  );
  const union = (branches: readonly string[]): string => branches.join("\n  UNION ALL\n");
  return [
    `CALL (${outer}) {\n  CALL (${outer}) {\n${indent(union(counted))}\n  }\n  RETURN count(${hits}_id) AS ${hits}\n}`,
    `CALL (${inner}) {\n${union([...kept, ...all])}\n}`,
  ];
}

/** The nodes of one branch that have at least the score and lie behind the cursor. */
function printBest(place: SearchPlace, { calls, scoreParameter }: BestWords, branch: SearchBranch, index: number): string[] {
  const { level, search, beyond } = place;
  const { variable } = level;
  const score = search.scoreAlias ?? "";
  return [
    calls[index] ?? branch.calls.all ?? `MATCH (${variable}:${branch.label})`,
    ...printBranch(place, branch, null, [variable]),
    `WITH ${variable}, ${score}`,
    `WHERE ${[`${score} >= $${scoreParameter}`, ...beyond].join(" AND ")}`,
  ];
}

/** How many hits the index has, as far as it matters. */
interface Frequency extends Few {
  readonly lines: readonly string[];
}

function printFrequency({ level, search }: SearchPlace, next: NextName): Frequency | null {
  const { frequentParameter } = search;
  const [branch, ...more] = search.branches;
  const call = branch?.calls.all ?? null;
  if (frequentParameter === null || call === null || more.length > 0) return null;
  const hits = next("h");
  const { variable } = level;
  const lines = [`CALL () {\n  ${call}\n  WITH ${variable} LIMIT $${frequentParameter}\n  RETURN count(${variable}) AS ${hits}\n}`];
  return { hits, parameter: frequentParameter, lines };
}

/** The page along the order index; its bound holds for nothing where the hits are few. */
function printFrequentWalk(place: SearchPlace, few: Few | null, { hits, parameter }: Frequency): string {
  const { level, search, page } = place;
  const branch = oneBranch(search);
  const { variable } = level;
  const walk = page?.(`${hits} >= $${parameter}`) ?? { where: [], lines: [] };
  const tests = [...walk.where, ...printTests(search, branch, variable, few), ...place.where()];
  const score = search.scoreAlias === null ? [] : [`WITH ${variable}, ${printScore(branch, variable)} AS ${search.scoreAlias}`];
  const lines = [
    `WITH ${[...hitsOf(few), hits].join(", ")}`,
    `MATCH (${variable}:${branch.label})`,
    `WHERE ${tests.join(" AND ")}`,
    ...walk.lines,
    ...score,
    `RETURN ${[variable, ...(search.scoreAlias === null ? [] : [search.scoreAlias])].join(", ")}`,
  ];
  return indent(lines.join("\n"));
}

interface Few {
  /** The variable that holds how many nodes have all words, up to the parameter. */
  readonly hits: string;
  readonly parameter: string;
}

function hitsOf(few: Few | null): string[] {
  return few === null ? [] : [few.hits];
}

/** One call of the index, for one of the two cases. */
interface Call {
  readonly text: string | null;
  /** Which case it is for; null for both. */
  readonly guard: string | null;
}

function oneBranch(search: SearchNode): SearchBranch {
  const [branch] = search.branches;
  if (!branch) throw new Error("Something is searched in every level that has a search.");
  return branch;
}

function callsOf({ calls }: SearchBranch, few: Few | null, guards: readonly string[]): Call[] {
  const guarded = (...more: readonly string[]): string | null => [...guards, ...more].join(" AND ") || null;
  if (few === null || (calls.all === null && calls.any === null)) return [{ text: calls.all, guard: guarded() }];
  return [
    { text: calls.all, guard: guarded(`${few.hits} >= $${few.parameter}`) },
    { text: calls.any, guard: guarded(`${few.hits} < $${few.parameter}`) },
  ];
}

/** How many nodes have all of it, counted no further than needed. */
function printStrictCount({ level, search, walk, where }: SearchPlace, { hits, parameter }: Few): string {
  const { variable, imports } = level;
  const outer = imports.join(", ");
  const branches = search.branches.map((branch) => {
    const found = walk ?? branch.calls.all ?? `MATCH (${variable}:${branch.label})`;
    const conditions = [...narrowTest(branch, variable), ...printTests(search, branch, variable, null), ...where()];
    const keep = [...new Set([variable, ...level.carries])].join(", ");
    return `  ${found}\n  WITH ${keep}\n  WHERE ${conditions.join(" AND ")}\n  WITH ${variable} LIMIT $${parameter}\n  RETURN ${variable}.id AS ${hits}_id`;
  });
  return `CALL (${outer}) {\n  CALL (${outer}) {\n${branches.join("\n  UNION ALL\n")}\n  }\n  RETURN count(${hits}_id) AS ${hits}\n}`;
}

function printCall(place: SearchPlace, branch: SearchBranch, { text, guard }: Call, few: Few | null, frequent: Few | null): string {
  const { level, search } = place;
  const { variable } = level;
  const found = text ?? `MATCH (${variable}:${branch.label})`;
  const score = search.scoreAlias === null ? "" : `, ${search.scoreAlias}`;
  const guarded = guard === null ? [] : [`WITH ${[...hitsOf(few), ...hitsOf(frequent)].join(", ")} WHERE ${guard}`];
  const lines = [...guarded, found, ...printBranch(place, branch, few, [variable]), `RETURN ${variable}${score}`];
  return indent(lines.join("\n"));
}

/** The tests of one branch, and the score of what passes them. */
function printBranch({ search, where, level }: SearchPlace, branch: SearchBranch, few: Few | null, carried: readonly string[]): string[] {
  const { variable } = level;
  const conditions = [...narrowTest(branch, variable), ...printTests(search, branch, variable, few), ...where()];
  const score =
    search.scoreAlias === null ? [] : [`WITH ${[...carried, `${printScore(branch, variable)} AS ${search.scoreAlias}`].join(", ")}`];
  return [`WITH ${[...carried, ...hitsOf(few)].join(", ")}`, `WHERE ${conditions.join(" AND ")}`, ...score];
}

function narrowTest({ narrow }: SearchBranch, variable: string): string[] {
  return narrow === null ? [] : [`${variable}:${narrow}`];
}

/** @param few null where all must occur in any case */
function printTests({ countParameter }: SearchNode, branch: SearchBranch, variable: string, few: Few | null): string[] {
  const { wanted, unwanted, byStemmer } = branch;
  if (wanted.form === "one") return [`${variable}.searchText CONTAINS ${patternOf(`$${wanted.phrase}`, byStemmer, variable)}`];
  const enough = few === null ? `$${countParameter}` : `CASE WHEN ${few.hits} < $${few.parameter} THEN 1 ELSE $${countParameter} END`;
  const found = `${printFoundCount(wanted, byStemmer, variable)} >= ${enough}`;
  if (unwanted === null) return [found];
  // A node without any word has none that is unwanted.
  return [`$${countParameter} > 0`, found, `coalesce(${printFoundCount(unwanted, byStemmer, variable)}, 0) = 0`];
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

/** How well a node fits: for each thing found its weight, and its share for how often it occurs (`search/relevance.ts`). */
function printScore({ wanted, byStemmer, exactParameter }: SearchBranch, variable: string): string {
  const exact = exactParameter === null ? [] : [`CASE WHEN ${variable}.namesText CONTAINS $${exactParameter} THEN 100.0 ELSE 0.0 END`];
  return `toInteger((${[...pointsOf(wanted, byStemmer, variable), ...exact].join(" + ")}) * ${SCORE_UNIT})`;
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
