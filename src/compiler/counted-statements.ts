import type { Counted } from "./counted-level";
import type { Draft } from "./draft";
import type { ConditionNode } from "./nodes/condition-node";
import { all } from "./nodes/condition-node";
import { reachAll } from "./reach-all";
import { readFilter } from "./read-filter";
import { readSearched } from "./read-search";

type Arguments = Readonly<Record<string, unknown>>;

/** Every statement that the arguments `where` and `search` leave. @param beside further demands @throws BadUserInput, LimitExceeded */
export function countedStatements({ where, search }: Arguments, beside: readonly ConditionNode[], draft: Draft): Counted {
  const start = reachAll("Statement", draft);
  const filter = where ? readFilter(where as Arguments, "StatementWhere", draft) : null;
  const searched = readSearched(search, { label: "Statement", variable: start.subject.variable, isWhole: true }, draft);
  return { start, filter: all([filter, ...beside].filter((part) => part !== null)), search: searched.search };
}
