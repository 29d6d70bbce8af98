import type { Dialect, FullTextClause, FullTextQuery } from "../dialect";
import { bestWordsRule, fullTextRule } from "../schema-plan";

/** Words hold letters and digits alone, so nothing in them is an operator of Lucene's; they are folded, so no AND or OR. */
function searchText({ mode, clauses }: FullTextQuery): string {
  const sign = mode === "all" ? "+" : "";
  const areFew = clauses.filter(({ match }) => match === "fuzzy").length <= MOST_PATTERNS;
  return clauses.map((clause) => `${sign}(${clause.forms.map((form) => printForm(form, clause, areFew)).join(" ")})`).join(" ");
}

/**
 * Lucene's own `word~2` is met by the 50 nearest words of an index alone (FuzzyQuery's `maxExpansions`), and more than that are
 * near a short word; a regular expression is met by all. To make one ready takes 10 ms for seven letters, 70 ms for twelve,
 * half a second for 24, and nothing stops it, so that long words, and more than a few, are left to the former.
 */
function printForm(form: string, clause: FullTextClause, areFew: boolean): string {
  if (clause.match !== "fuzzy") return clause.match === "prefix" ? `${form}*` : form;
  return areFew && [...form].length <= LONGEST_PATTERN ? `/${clause.pattern.replaceAll("(?:", "(")}/` : `${form}~${clause.distance}`;
}

const LONGEST_PATTERN = 12;
const MOST_PATTERNS = 4;

function printCall(index: string, text: string, variable: string): string {
  return `CALL db.index.fulltext.queryNodes('${index}', ${text}) YIELD node AS ${variable}`;
}

/** @see https://neo4j.com/docs/cypher-manual/5/indexes/semantic-indexes/full-text-indexes/ */
export const NEO4J_DIALECT: Dialect = {
  walksIndexInOrder: true,
  asksOnce: false,
  countsDoubles: false,
  testsAllRows: true,
  searchText,
  callsTakeVariables: true,
  printSearch: (label, text, variable) => printCall(fullTextRule(label).name, text, variable),
  printBestSearch: (label, text, variable) => printCall(bestWordsRule(label).name, text, variable),
};
