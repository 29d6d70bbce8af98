import type { SearchWalk } from "../../nodes/search-node";
import { printCall, printUnion } from "../clauses/print-call";
import type { NextName } from "../clauses/print-condition";
import { printOrder } from "../clauses/print-page";
import { casesOf, hitsOf, printCandidates, printTested } from "./print-candidates";
import type { Few, SearchPlace } from "./print-candidates";
import { ownWords, printScored, printTests } from "./print-search-tests";

/**
 * Three cases, of which one runs: the page is full after a few nodes of its order index; or all that has the words is looked at, where
 * that is little; or the index is followed until the page is full. A bound of that walk holds for nothing where it is not to run.
 * @returns null where no index gives the order
 */
export function printAlongOrder(place: SearchPlace, few: Few | null, next: NextName): string[] | null {
  const { level, search, page, demands } = place;
  const [branch, ...more] = search.branches;
  const call = branch?.calls.all ?? null;
  if (search.walk === null || branch === undefined || call === null || more.length > 0) return null;
  const { variable, imports } = level;
  const { frequentParameter } = search.walk;
  const [soon, hits] = [next("w"), next("h")];
  const words = ownWords(variable);
  const tests = [...printTests(search, few, words), ...demands()];
  const outer = hitsOf(few);
  const first = printCall([...imports, ...outer], [...printFirst(place, search.walk, few), `RETURN collect(${variable}) AS ${soon}`]);
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
      [...printCandidates(place, cases, hitsOf(few)), ...printTested(unscored, few, [variable]), returns],
      [
        `WITH ${told.join(", ")}`,
        ...printMatch(place, `${isShort} AND ${hits} >= $${frequentParameter}`, tests),
        ...page(null).lines,
        returns,
      ],
    ],
  );
  return [first, count, found, ...printScored(search, variable, [variable], words)];
}

/** The page among the first nodes of its order index. */
export function printFirst(place: SearchPlace, { soonParameter }: SearchWalk, few: Few | null): string[] {
  const { level, search, page, demands, askedOnce } = place;
  const { variable } = level;
  const told = [variable, ...hitsOf(few)].join(", ");
  return [
    ...printMatch(place, null, []),
    `WITH ${told} ${level.page === null ? "" : printOrder(level.page)} LIMIT $${soonParameter}`,
    `WITH ${told}`,
    `WHERE ${[...printTests(search, few, ownWords(variable)), ...demands()].join(" AND ")}`,
    ...(askedOnce?.() ?? []),
    ...page(null).lines,
  ];
}

/** Along the order index. @param runs a condition without which nothing of it is looked at; null where it runs in any case */
function printMatch({ level, search, page }: SearchPlace, runs: string | null, conditions: readonly string[]): string[] {
  const [branch] = search.branches;
  return [`MATCH (${level.variable}:${branch?.label ?? ""})`, `WHERE ${[...page(runs).where, ...conditions].join(" AND ")}`];
}
