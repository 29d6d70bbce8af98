import { indent } from "./indent";
import type { LevelNode } from "./level-node";
import type { NextName } from "./print-condition";
import { boundWords, ownWords, printScore, printTests } from "./print-search-tests";
import type { BestWords, SearchBranch, SearchNode } from "./search-node";

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
  readonly page: (runs: string) => { readonly where: readonly string[]; readonly lines: readonly string[] };
}

/**
 * Lines that bind the nodes in which the words occur, and their score. Whatever the engine's index finds is tested by the
 * same conditions on both engines, so that both find the same; and once, whichever index it comes from: a database's planner needs a
 * second for a long statement.
 */
export function printSearched(place: SearchPlace, next: NextName): string[] {
  const { level, search, walk } = place;
  if (search.best !== null && walk === null) return printBestFirst(place, search.best, next);
  const few = search.fewParameter === null ? null : { hits: next("q"), parameter: search.fewParameter };
  const strict = few === null ? [] : [printStrictCount(place, few)];
  if (walk !== null) return [...strict, walk, ...printTested(place, few, level.carries)];
  const frequent = printFrequency(place, next);
  if (frequent !== null) return [...strict, ...frequent.lines, printByFrequency(place, few, frequent)];
  return [...strict, ...printCandidates(place, casesOf(search, few)), ...printTested(place, few, [level.variable])];
}

/** How many nodes there are of a kind, counted no further than needed. */
interface Few {
  /** The variable that holds their number, up to the parameter. */
  readonly hits: string;
  readonly parameter: string;
}

function hitsOf(few: Few | null): string[] {
  return few === null ? [] : [few.hits];
}

/** What the index is asked in one case: a call for each branch; null where every node of its label is a candidate. */
interface Case {
  readonly calls: readonly (string | null)[];
  /** A condition on the variables outside; null where there is only one case. */
  readonly guard: string | null;
  readonly hits: readonly string[];
}

function casesOf({ branches }: SearchNode, few: Few | null): Case[] {
  const all = branches.map(({ calls }) => calls.all);
  const any = branches.map(({ calls }) => calls.any);
  // Where every node is a candidate in any case, the tests alone tell the cases apart.
  if (few === null || [...all, ...any].every((call) => call === null)) return [{ calls: all, guard: null, hits: [] }];
  const hits = [few.hits];
  return [
    { calls: all, guard: `${few.hits} >= $${few.parameter}`, hits },
    { calls: any, guard: `${few.hits} < $${few.parameter}`, hits },
  ];
}

/** Lines that bind every node that may have the words. */
function printCandidates({ level, search }: SearchPlace, cases: readonly Case[]): string[] {
  const { variable } = level;
  const places = cases.flatMap(({ calls, guard, hits }) =>
    search.branches.map((branch, index) => [
      ...(guard === null ? [] : [`WITH ${hits.join(", ")} WHERE ${guard}`]),
      ...printCandidate(branch, calls[index] ?? null, variable),
    ]),
  );
  const [only] = places;
  if (only !== undefined && places.length === 1) return only;
  const outer = [...new Set(cases.flatMap(({ hits }) => hits))].join(", ");
  const union = places.map((lines) => indent([...lines, `RETURN ${variable}`].join("\n"))).join("\n  UNION ALL\n");
  return [`CALL (${outer}) {\n${union}\n}`];
}

function printCandidate({ label, narrow }: SearchBranch, call: string | null, variable: string): string[] {
  if (call === null) return [`MATCH (${variable}:${label})`];
  return narrow === null ? [call] : [call, `WITH ${variable}`, `WHERE ${variable}:${narrow}`];
}

/** The candidates that have the words, with their score. */
function printTested({ level, search, where }: SearchPlace, few: Few | null, carried: readonly string[]): string[] {
  const { variable } = level;
  const { words, bound } = boundWords(search, variable);
  const conditions = [...printTests(search, few, words), ...where()];
  const score =
    search.scoreAlias === null ? [] : [`WITH ${[...carried, `${printScore(search, variable, words)} AS ${search.scoreAlias}`].join(", ")}`];
  return [`WITH ${[...carried, ...hitsOf(few), ...bound].join(", ")}`, `WHERE ${conditions.join(" AND ")}`, ...score];
}

/** How many nodes have all of it. */
function printStrictCount(place: SearchPlace, few: Few): string {
  const { level, search, walk, where } = place;
  const { variable, imports, carries } = level;
  const found = walk === null ? printCandidates(place, casesOf(search, null)) : [walk];
  const { words, bound } = boundWords(search, variable);
  const conditions = [...printTests(search, null, words), ...where()];
  const keep = [...new Set([variable, ...(walk === null ? [] : carries)]), ...bound].join(", ");
  const lines = [
    ...found,
    `WITH ${keep}`,
    `WHERE ${conditions.join(" AND ")}`,
    `WITH ${variable} LIMIT $${few.parameter}`,
    `RETURN count(${variable}) AS ${few.hits}`,
  ];
  return printCall(imports, lines);
}

/**
 * Two cases, of which one runs: the page is filled by what is kept as the best for the word, or all that has the word is looked
 * at. A count of the first, which stops at a page, tells which.
 */
function printBestFirst(place: SearchPlace, best: BestWords, next: NextName): string[] {
  const { level, search, beyond } = place;
  const { imports, page, variable } = level;
  const few = { hits: next("q"), parameter: page?.limitParameter ?? "" };
  const score = search.scoreAlias ?? "";
  const all = search.branches.map(({ calls }) => calls.all);
  // Where nothing is kept apart, all that has the word stands among the best.
  const kept = best.calls.map((call, index) => call ?? all[index] ?? null);
  const count = printCall(imports, [
    ...printCandidates(place, [{ calls: kept, guard: null, hits: [] }]),
    ...printTested(place, null, [variable]),
    `WITH ${variable}, ${score}`,
    `WHERE ${[`${score} >= $${best.scoreParameter}`, ...beyond].join(" AND ")}`,
    `WITH ${variable} LIMIT $${few.parameter}`,
    `RETURN count(${variable}) AS ${few.hits}`,
  ]);
  const hits = [few.hits];
  const cases = [
    { calls: kept, guard: `${few.hits} >= $${few.parameter}`, hits },
    { calls: all, guard: `${few.hits} < $${few.parameter}`, hits },
  ];
  return [count, ...printCandidates(place, cases), ...printTested(place, null, [variable])];
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
  const lines = [printCall([], [call, `WITH ${variable} LIMIT $${frequentParameter}`, `RETURN count(${variable}) AS ${hits}`])];
  return { hits, parameter: frequentParameter, lines };
}

/** All that has the words where the hits are few, or else the page along the order index, whose bound holds for nothing where they are. */
function printByFrequency(place: SearchPlace, few: Few | null, { hits, parameter }: Frequency): string {
  const { level, search, page, where } = place;
  const { variable, imports } = level;
  const scored = [variable, ...(search.scoreAlias === null ? [] : [search.scoreAlias])].join(", ");
  const isRare = `${hits} < $${parameter}`;
  const cases = casesOf(search, few).map((each) => ({
    calls: each.calls,
    guard: [isRare, ...(each.guard === null ? [] : [each.guard])].join(" AND "),
    hits: [...each.hits, hits],
  }));
  const rare = [...printCandidates(place, cases), ...printTested(place, few, [variable]), `RETURN ${scored}`];
  const walk = page(`${hits} >= $${parameter}`);
  const words = ownWords(variable);
  const frequent = [
    `WITH ${[...hitsOf(few), hits].join(", ")}`,
    `MATCH (${variable}:${search.branches[0]?.label ?? ""})`,
    `WHERE ${[...walk.where, ...printTests(search, few, words), ...where()].join(" AND ")}`,
    ...walk.lines,
    ...(search.scoreAlias === null ? [] : [`WITH ${variable}, ${printScore(search, variable, words)} AS ${search.scoreAlias}`]),
    `RETURN ${scored}`,
  ];
  const branches = [rare, frequent].map((lines) => indent(lines.join("\n"))).join("\n  UNION ALL\n");
  return `CALL (${[...imports, ...hitsOf(few), hits].join(", ")}) {\n${branches}\n}`;
}

function printCall(imports: readonly string[], lines: readonly string[]): string {
  return `CALL (${imports.join(", ")}) {\n${indent(lines.join("\n"))}\n}`;
}
