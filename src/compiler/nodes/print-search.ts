import type { LevelNode } from "./level-node";
import type { NextName } from "./print-condition";
import type { SearchBranch, SearchNode, SearchTest } from "./search-node";

/** Where the nodes of a level come from when it is no index by words: lines that bind them. */
export interface SearchPlace {
  readonly level: LevelNode;
  readonly search: SearchNode;
  /** A MATCH along relations from the level above; null where the engine's index is asked. */
  readonly walk: string | null;
  /** What else is demanded of a node, as conditions. */
  readonly where: () => readonly string[];
}

/**
 * Lines that bind the nodes in which the words occur, and their score. Whatever the engine's index finds is tested by the
 * same conditions on both engines, so that both find the same.
 */
export function printSearched(place: SearchPlace, next: NextName): string[] {
  const { level, search, walk } = place;
  const few = search.fewParameter === null ? null : { parameter: search.fewParameter, hits: next("q") };
  const strict = few === null ? [] : [printStrictCount(place, few)];
  const outer = [...level.imports, ...(few ? [few.hits] : [])];
  if (walk !== null) return [...strict, ...printBranch(place, oneBranch(search), few, false)];
  const branches = search.branches.flatMap((branch) => callsOf(branch, few).map((call) => printCall(place, branch, call, few)));
  return [...strict, `CALL (${outer.join(", ")}) {\n${branches.join("\n  UNION ALL\n")}\n}`];
}

interface Few {
  readonly parameter: string;
  /** The variable that holds how many nodes have all words, up to the parameter. */
  readonly hits: string;
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

function callsOf({ calls }: SearchBranch, few: Few | null): Call[] {
  if (few === null || calls.all === calls.any) return [{ text: calls.all, guard: null }];
  return [
    { text: calls.all, guard: `${few.hits} >= $${few.parameter}` },
    { text: calls.any, guard: `${few.hits} < $${few.parameter}` },
  ];
}

/** How many nodes have all of it, counted no further than needed. */
function printStrictCount({ level, search, walk, where }: SearchPlace, { parameter, hits }: Few): string {
  const { variable, imports } = level;
  const branches = search.branches.map((branch) => {
    const found = walk ?? branch.calls.all ?? `MATCH (${variable}:${branch.label})`;
    const conditions = [...narrowTest(branch, variable), ...allTests(branch, variable), ...where()];
    const keep = [...new Set([variable, ...level.carries])].join(", ");
    return `  ${found}\n  WITH ${keep}\n  WHERE ${conditions.join(" AND ")}\n  WITH ${variable} LIMIT $${parameter}\n  RETURN ${variable}.id AS ${hits}_id`;
  });
  return `CALL (${imports.join(", ")}) {\n  CALL (${imports.join(", ")}) {\n${branches.join("\n  UNION ALL\n")}\n  }\n  RETURN count(${hits}_id) AS ${hits}\n}`;
}

function printCall(place: SearchPlace, branch: SearchBranch, call: Call, few: Few | null): string {
  const { level, search } = place;
  const { variable } = level;
  const guard = call.guard === null ? [] : [`WITH ${few?.hits ?? ""} WHERE ${call.guard}`];
  const found = call.text ?? `MATCH (${variable}:${branch.label})`;
  const lines = [...guard, found, ...printBranch({ ...place, walk: "" }, branch, few, true)];
  const score = search.scoreAlias === null ? "" : `, ${search.scoreAlias}`;
  return [...lines, `RETURN ${variable}${score}`].map((line) => line.replace(/^/gm, "  ")).join("\n");
}

/** The tests of one branch, and the score of what passes them. */
function printBranch({ level, search, walk, where }: SearchPlace, branch: SearchBranch, few: Few | null, isCall: boolean): string[] {
  const { variable } = level;
  const all = allTests(branch, variable).join(" AND ");
  const some = branch.wanted.map((test) => printTest(test, variable)).join(" OR ");
  const found = few === null ? [all] : [`(${all} OR (${few.hits} < $${few.parameter} AND (${some})))`];
  const unwanted = few === null ? [] : unwantedTests(branch, variable);
  const conditions = [...narrowTest(branch, variable), ...found, ...unwanted, ...where()];
  const carried = isCall ? [variable, ...(few ? [few.hits] : [])] : [...level.carries, ...(few ? [few.hits] : [])];
  const kept = isCall ? [variable] : level.carries;
  const score =
    search.scoreAlias === null ? [] : [`WITH ${[...kept, `${printScore(branch, variable)} AS ${search.scoreAlias}`].join(", ")}`];
  return [...(walk === "" || walk === null ? [] : [walk]), `WITH ${carried.join(", ")}`, `WHERE ${conditions.join(" AND ")}`, ...score];
}

function narrowTest({ narrow }: SearchBranch, variable: string): string[] {
  return narrow === null ? [] : [`${variable}:${narrow}`];
}

function allTests(branch: SearchBranch, variable: string): string[] {
  return [...branch.wanted.map((test) => printTest(test, variable)), ...unwantedTests(branch, variable)];
}

/** A node without any word has none that is unwanted. */
function unwantedTests({ unwanted }: SearchBranch, variable: string): string[] {
  return unwanted.map((test) => `NOT coalesce(${printTest(test, variable)}, false)`);
}

function wordsOf({ match }: SearchTest, variable: string): string {
  return match === "phrase" ? `${variable}.searchText` : `coalesce(${variable}.searchWords, ${variable}.searchText)`;
}

function patternOf({ parameter, byStemmer }: SearchTest, variable: string): string {
  return byStemmer ? `$${parameter}[${variable}.searchStemmer]` : `$${parameter}`;
}

function printTest(test: SearchTest, variable: string): string {
  const [words, pattern] = [wordsOf(test, variable), patternOf(test, variable)];
  if (test.match !== "fuzzy") return `${words} CONTAINS ${pattern}`;
  return `(any(x IN $${test.piecesParameter ?? ""} WHERE ${words} CONTAINS x) AND ${words} =~ ${pattern})`;
}

/**
 * How well a node fits: for each thing found a point, and up to another one by how often it occurs for the length of the
 * text (the saturation of BM25, Robertson and Zaragoza 2009, without rarity, which would change with every load and leave
 * cursors behind). Whole numbers compare alike on every engine.
 */
function printScore(branch: SearchBranch, variable: string): string {
  const parts = branch.wanted.map((test) => {
    const times = test.match === "fuzzy" ? "1.0" : `toFloat(size(split(${wordsOf(test, variable)}, ${patternOf(test, variable)})) - 1)`;
    const found = `CASE WHEN ${printTest(test, variable)} THEN ${WEIGHTS[test.match]} + ${times} / (${times} + 0.3 + size(${variable}.searchText) * 0.006) ELSE 0.0 END`;
    return found;
  });
  const names = branch.exactParameter === null ? [] : [exactName(branch.exactParameter, variable)];
  return `toInteger((${[...parts, ...names].join(" + ")}) * ${SCORE_UNIT})`;
}

/** Whole words count more than beginnings, and those more than misspellings. */
const WEIGHTS: Readonly<Record<SearchTest["match"], string>> = { phrase: "2.0", prefix: "1.5", fuzzy: "1.0" };
/** A score of 1 as the engines carry it. */
export const SCORE_UNIT = 1_000_000;

function exactName(parameter: string, variable: string): string {
  return `CASE WHEN ${variable}.namesText CONTAINS $${parameter} THEN 100.0 ELSE 0.0 END`;
}
