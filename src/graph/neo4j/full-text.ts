import type { Dialect, FullTextQuery } from "../dialect";
import { bestWordsRule, fullTextRule } from "../schema-plan";

/** Words hold letters and digits alone, so nothing in them is an operator of Lucene's; they are folded, so no AND or OR. */
function searchText({ mode, clauses }: FullTextQuery): string {
  const sign = mode === "all" ? "+" : "";
  return clauses.map(({ match, forms, distance }) => `${sign}(${forms.map((form) => form + SUFFIX[match](distance)).join(" ")})`).join(" ");
}

const SUFFIX: Readonly<Record<FullTextQuery["clauses"][number]["match"], (distance: number) => string>> = {
  word: () => "",
  prefix: () => "*",
  fuzzy: (distance) => `~${distance}`,
};

function printCall(index: string, text: string, variable: string): string {
  return `CALL db.index.fulltext.queryNodes('${index}', ${text}) YIELD node AS ${variable}`;
}

/** @see https://neo4j.com/docs/cypher-manual/5/indexes/semantic-indexes/full-text-indexes/ */
export const NEO4J_DIALECT: Dialect = {
  walksIndexInOrder: true,
  searchText,
  callsTakeVariables: true,
  printSearch: (label, text, variable) => printCall(fullTextRule(label).name, text, variable),
  printBestSearch: (label, text, variable) => printCall(bestWordsRule(label).name, text, variable),
};
