import type { LevelNode } from "../../nodes/level-node";
import type { SearchBranch, SearchNode } from "../../nodes/search-node";
import { printUnion } from "../clauses/print-call";
import { boundWords, ownWords, printScored, printTests } from "./print-search-tests";

/** A level whose nodes are looked for by words, and how its other demands are worded. */
export interface SearchPlace {
  readonly level: LevelNode;
  readonly search: SearchNode;
  /** A MATCH along relations from the level above; null where the engine's index is asked. */
  readonly walk: string | null;
  /** What else is demanded of a node, whatever page it is on, as conditions: all but what is asked once. */
  readonly demands: () => readonly string[];
  /** The same, and that it lies behind the cursor. */
  readonly where: () => readonly string[];
  /** Lines that keep the nodes for which the rest holds, and bind nothing but these; null where there is no rest. */
  readonly askedOnce: (() => readonly string[]) | null;
  /** What lies behind the cursor of a page that is sorted by the score, as conditions. */
  readonly beyond: readonly string[];
  /** The page along its order index: its bounds, in force under a condition alone if one is given, and the lines that sort and cut it. */
  readonly page: (runs: string | null) => { readonly where: readonly string[]; readonly lines: readonly string[] };
}

/** How many nodes there are of a kind, counted no further than needed. */
export interface Few {
  /** The variable that holds their number, up to the parameter. */
  readonly hits: string;
  readonly parameter: string;
}

export function hitsOf(few: Few | null): string[] {
  return few === null ? [] : [few.hits];
}

/** What the index is asked in one case: a call for each branch; null where every node of its label is a candidate. */
export interface Case {
  readonly calls: readonly (string | null)[];
  /** A condition on the variables outside; null where there is only one case. */
  readonly guard: string | null;
  readonly hits: readonly string[];
  /** What each node of it is told with: an expression, under a name. */
  readonly tells?: { readonly value: string; readonly as: string };
}

export function casesOf({ branches }: SearchNode, few: Few | null): Case[] {
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

/**
 * Lines that bind every node that may have the words.
 * @param kept variables outside that the lines behind these need, beside those of the cases
 */
export function printCandidates({ level, search }: SearchPlace, cases: readonly Case[], kept: readonly string[] = []): string[] {
  const { variable } = level;
  const places = cases.flatMap(({ calls, guard, hits, tells }) =>
    search.branches.map((branch, index) => ({
      lines: [
        ...(guard === null ? [] : [`WITH ${hits.join(", ")} WHERE ${guard}`]),
        ...printCandidate(branch, calls[index] ?? null, variable),
      ],
      returns: `RETURN ${[variable, ...(tells === undefined ? [] : [`${tells.value} AS ${tells.as}`])].join(", ")}`,
    })),
  );
  const [only] = places;
  if (only !== undefined && places.length === 1) return only.lines;
  const outer = [...new Set(cases.flatMap(({ hits }) => hits))];
  const union = printUnion(
    outer,
    places.map(({ lines, returns }) => [...lines, returns]),
  );
  if (!search.isGathered) return [union];
  const told = cases.flatMap(({ tells }) => tells?.as ?? []);
  const keys = [...new Set([...outer, ...kept, ...told])].map((key) => `${key}, `).join("");
  return [union, `WITH ${keys}collect(${variable}) AS ${variable}_all`, `UNWIND ${variable}_all AS ${variable}`];
}

function printCandidate({ label, narrow }: SearchBranch, call: string | null, variable: string): string[] {
  if (call === null) return [`MATCH (${variable}:${label})`];
  return narrow === null ? [call] : [call, `WITH ${variable}`, `WHERE ${variable}:${narrow}`];
}

/** The candidates that have the words, with their score. */
export function printTested({ level, search, where, askedOnce }: SearchPlace, few: Few | null, carried: readonly string[]): string[] {
  const { variable } = level;
  const { words, bound } = boundWords(search, variable);
  const conditions = [...printTests(search, few, words), ...where()];
  const left = askedOnce === null ? words : ownWords(variable);
  return [
    `WITH ${[...carried, ...hitsOf(few), ...bound].join(", ")}`,
    `WHERE ${conditions.join(" AND ")}`,
    ...(askedOnce?.() ?? []),
    ...printScored(search, variable, carried, left),
  ];
}
