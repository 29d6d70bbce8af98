import { indent } from "./indent";
import type { LevelNode } from "./level-node";
import type { NextName } from "./print-condition";
import { printOrder } from "./print-order";
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
  /** The page along its order index: its bounds, in force under a condition alone if one is given, and the lines that sort and cut it. */
  readonly page: (runs: string | null) => { readonly where: readonly string[]; readonly lines: readonly string[] };
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
  const along = printAlongOrder(place, few, next);
  if (along !== null) return [...strict, ...along];
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
  /** What each node of it is told with. */
  readonly tells?: string;
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
  const places = cases.flatMap(({ calls, guard, hits, tells }) =>
    search.branches.map((branch, index) => ({
      lines: [
        ...(guard === null ? [] : [`WITH ${hits.join(", ")} WHERE ${guard}`]),
        ...printCandidate(branch, calls[index] ?? null, variable),
      ],
      returns: `RETURN ${[variable, ...(tells === undefined ? [] : [tells])].join(", ")}`,
    })),
  );
  const [only] = places;
  if (only !== undefined && places.length === 1) return only.lines;
  const outer = [...new Set(cases.flatMap(({ hits }) => hits))];
  return [
    printUnion(
      outer,
      places.map(({ lines, returns }) => [...lines, returns]),
    ),
  ];
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
 * The page is filled by a tier of what is kept as the best for the word, or else all that has the word is looked at. The first nodes of the
 * tiers, as many as a page holds, tell which tier that is: each is taken from the tier that its score lies in, and from no other.
 */
function printBestFirst(place: SearchPlace, best: BestWords, next: NextName): string[] {
  const { level, search, beyond } = place;
  const { imports, page, variable } = level;
  const [hits, tier, score, limit] = [next("q"), next("i"), search.scoreAlias ?? "", page?.limitParameter ?? ""];
  const all = search.branches.map(({ calls }) => calls.all);
  // Where nothing is kept apart, all that has the word stands in each tier.
  const kept = best.tiers.map(({ calls }) => calls.map((call, index) => call ?? all[index] ?? null));
  const lies = `${score} < $${best.scoresParameter}[${tier}] AND ${score} >= $${best.scoresParameter}[${tier} + 1]`;
  const first = printCall(imports, [
    ...printCandidates(
      place,
      kept.map((calls, index) => ({ calls, guard: null, hits: [], tells: `${String(index)} AS ${tier}` })),
    ),
    ...printTested(place, null, [variable, tier]),
    `WITH ${variable}, ${tier}, ${score}`,
    `WHERE ${[lies, ...beyond].join(" AND ")}`,
    `WITH ${variable}, ${tier} LIMIT $${limit}`,
    `RETURN count(${variable}) AS ${hits}, max(${tier}) AS ${tier}`,
  ]);
  const told = [hits, tier];
  const cases = [
    ...kept.map((calls, index) => ({ calls, guard: `${hits} >= $${limit} AND ${tier} = ${String(index)}`, hits: told })),
    { calls: all, guard: `${hits} < $${limit}`, hits: told },
  ];
  return [first, ...printCandidates(place, cases), ...printTested(place, null, [variable])];
}

/**
 * Three cases, of which one runs: the page is full after a few nodes of its order index; or all that has the words is looked at, where
 * that is little; or the index is followed until the page is full. A bound of that walk holds for nothing where it is not to run.
 * @returns null where no index gives the order
 */
function printAlongOrder(place: SearchPlace, few: Few | null, next: NextName): string[] | null {
  const { level, search, page, where } = place;
  const [branch, ...more] = search.branches;
  const call = branch?.calls.all ?? null;
  if (search.walk === null || branch === undefined || call === null || more.length > 0) return null;
  const { variable, imports } = level;
  const { soonParameter, frequentParameter } = search.walk;
  const [soon, hits] = [next("w"), next("h")];
  const words = ownWords(variable);
  const tests = [...printTests(search, few, words), ...where()];
  const outer = hitsOf(few);
  const match = (runs: string | null, conditions: readonly string[]): string[] => [
    `MATCH (${variable}:${branch.label})`,
    `WHERE ${[...page(runs).where, ...conditions].join(" AND ")}`,
  ];
  const sorted = level.page === null ? "" : printOrder(level.page);
  const first = printCall(
    [...imports, ...outer],
    [
      ...match(null, []),
      `WITH ${[variable, ...outer].join(", ")} ${sorted} LIMIT $${soonParameter}`,
      `WITH ${[variable, ...outer].join(", ")}`,
      `WHERE ${tests.join(" AND ")}`,
      ...page(null).lines,
      `RETURN collect(${variable}) AS ${soon}`,
    ],
  );
  const isShort = `size(${soon}) < $${level.page?.limitParameter ?? ""}`;
  const count = printCall(
    [soon],
    [`WITH ${soon} WHERE ${isShort}`, call, `WITH ${variable} LIMIT $${frequentParameter}`, `RETURN count(${variable}) AS ${hits}`],
  );
  const told = [...outer, soon, hits];
  const cases = casesOf(search, few).map((each) => ({
    calls: each.calls,
    guard: [isShort, `${hits} < $${frequentParameter}`, ...(each.guard === null ? [] : [each.guard])].join(" AND "),
    hits: told,
  }));
  const unscored = { ...place, search: { ...search, scoreAlias: null } };
  const returns = `RETURN ${variable}`;
  const found = printUnion(
    [...imports, ...told],
    [
      [`WITH ${soon} WHERE NOT ${isShort}`, `UNWIND ${soon} AS ${variable}`, returns],
      [...printCandidates(place, cases), ...printTested(unscored, few, [variable]), returns],
      [`WITH ${told.join(", ")}`, ...match(`${isShort} AND ${hits} >= $${frequentParameter}`, tests), ...page(null).lines, returns],
    ],
  );
  const score = search.scoreAlias === null ? [] : [`WITH ${variable}, ${printScore(search, variable, words)} AS ${search.scoreAlias}`];
  return [first, count, found, ...score];
}

function printUnion(imports: readonly string[], branches: readonly (readonly string[])[]): string {
  return `CALL (${imports.join(", ")}) {\n${branches.map((lines) => indent(lines.join("\n"))).join("\n  UNION ALL\n")}\n}`;
}

function printCall(imports: readonly string[], lines: readonly string[]): string {
  return `CALL (${imports.join(", ")}) {\n${indent(lines.join("\n"))}\n}`;
}
