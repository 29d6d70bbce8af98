import type { CypherStatement } from "../../graph/cypher-statement";
import type { Compiled } from "../compile";
import { describeTree } from "./describe-tree";

/** A statement as it is sent to the database. */
export interface ExplainedStatement extends CypherStatement {
  /** When it is sent, where there are several. */
  readonly when: string | null;
  /** Parameters that get another value when it is sent. */
  readonly filledIn: readonly string[];
}

export interface Explained {
  /** In words, one line a part. */
  readonly tree: readonly string[];
  readonly statements: readonly ExplainedStatement[];
}

/** What a root field was compiled to, for people. */
export function explainCompiled(compiled: Compiled): Explained {
  return { tree: describeTree(compiled), statements: statementsOf(compiled) };
}

function statementsOf({ tree, statement, deferred }: Compiled): ExplainedStatement[] {
  if (tree.is !== "paths") {
    return statement === null ? [] : [{ ...statement, when: null, filledIn: deferred.map(({ parameter }) => parameter) }];
  }
  const { forward, backward, told, parameters, idsParameter, entities, statements, relations } = tree.search;
  const rows = [entities, statements, relations].map(({ rowsParameter }) => rowsParameter);
  const of = (text: string): CypherStatement => ({ text, parameters: usedIn(text, parameters) });
  return [
    { when: "for each step from the first end", ...of(forward), filledIn: [idsParameter] },
    { when: "for each step from the other end", ...of(backward), filledIn: [idsParameter] },
    { when: "once, for what lies on the chains", ...of(told), filledIn: rows },
  ];
}

/** All statements of a search share their parameters. */
function usedIn(text: string, parameters: CypherStatement["parameters"]): CypherStatement["parameters"] {
  const used = new Set(text.match(/\$\w+/g));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => used.has(`$${name}`)));
}
