import type { Dialect, FullTextQuery } from "../dialect";
import { fullTextRule } from "../schema-plan";

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

/** @see https://neo4j.com/docs/cypher-manual/5/indexes/semantic-indexes/full-text-indexes/ */
export const NEO4J_DIALECT: Dialect = {
  walksIndexInOrder: true,
  searchText,
  printSearch: (label, parameter, variable) =>
    `CALL db.index.fulltext.queryNodes('${fullTextRule(label).name}', $${parameter}) YIELD node AS ${variable}`,
};
