import { COMMON_WORD, RARE_WORD } from "../words";
import { at, canonicalText, HIGHEST, list, pick, textAt } from "./operation";
import type { Json, Marks, Operation, Question } from "./operation";
import { statementOfNeo4jGraphql, statementOfPostgraphile } from "./pages";

/** Of 100,000 statements it holds all that have the rare word; of a million, the best of them. */
const PAGE = 20;
const NO_HIGHLIGHTS = "without highlights, which its API does not give";
const HIGHLIGHTS = "highlights { text ranges { start end } }";
const NODE = "node { id text saidAt speaker { id name } }";
const PEER_FIELDS = `{ id text saidAt speakerConnection(where: { edge: { rank: { eq: "PREFERRED" } } }) { edges { node { id name } } } }`;

/** A hit as all are compared: the statement, and the words that its highlights mark. */
type Hit = { readonly [name: string]: Json };

/** One hit each, where all of them are on the page; otherwise only whether each has the word, since ranking is each one's own. */
function comparable(hits: readonly Hit[], first: number, word: string, isRanked: boolean): Json {
  const complete = hits.every((hit) => textAt(hit, "text").toLowerCase().includes(word));
  if (isRanked && hits.length >= first) return [hits.length, complete];
  const texts = hits.map(canonicalText);
  return [complete, ...(isRanked ? texts.sort() : texts)];
}

function ofQuoth(isRanked: boolean, word: string, first: number): Question {
  const order = isRanked ? "" : ", orderBy: [{ by: SAID_AT }]";
  return {
    query: `query ($search: String!, $first: Int!) { statements(search: $search, first: $first${order}) { edges { ${NODE} ${HIGHLIGHTS} } } }`,
    variables: { search: word, first },
    answer: (data) => {
      const hits = list(data, "statements.edges").map((edge) => {
        const marked = list(edge, "highlights").flatMap((highlight) =>
          list(highlight, "ranges").map((range) =>
            textAt(highlight, "text")
              .slice(Number(at(range, "start")), Number(at(range, "end")))
              .toLowerCase(),
          ),
        );
        if (marked.length === 0 || marked.some((each) => each !== word)) throw new Error(`Highlights of ${word}: ${JSON.stringify(edge)}`);
        return pick(at(edge, "node"), "id", "text", "saidAt", "speaker");
      });
      return comparable(hits, first, word, isRanked);
    },
  };
}

/** The ranges are found by Cypher, so that what travels is what Quoth sends; words of the benchmark have no accents. */
const MARKED = `s{.id, .text, .saidAt, speaker: speaker} AS node, toLower(s.text) AS folded, s.text AS text
WITH node, text, [at IN range(0, size(folded) - size($word)) WHERE substring(folded, at, size($word)) = $word | {start: at, end: at + size($word)}] AS ranges
RETURN {statements: {edges: collect({node: node, highlights: [{text: text, ranges: ranges}]})}} AS data`;
const SPEAKER = `CALL (s) { MATCH (s)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(p:Entity) RETURN head(collect(p{.id, .name})) AS speaker }`;

function handWritten(isRanked: boolean, word: string, first: number, index: string): Operation["handWritten"] {
  if (index === "") return { missing: "there is no full-text index of statements" };
  // A common word: the latest that has it is near the top of the order, so the index by date beats the index of words.
  const found = isRanked
    ? "CALL db.index.fulltext.queryNodes($index, $word, {limit: $first}) YIELD node AS s, score WITH s, score ORDER BY score DESC, s.id LIMIT $first"
    : "MATCH (s:Statement) WHERE s.saidKey < $highest AND s.searchText CONTAINS ' ' + $word + ' ' WITH s ORDER BY s.saidKey DESC LIMIT $first";
  const cypher = `${found}\n${SPEAKER}\nWITH ${MARKED}`;
  return { cypher, parameters: { word, first, ...(isRanked ? { index } : { highest: HIGHEST }) } };
}

function ofNeo4jGraphql(isRanked: boolean, word: string, first: number): Question {
  return isRanked ? rankedOfNeo4jGraphql(word, first) : latestOfNeo4jGraphql(word, first);
}

function rankedOfNeo4jGraphql(word: string, first: number): Question {
  return {
    query: `query ($word: String!, $first: Int!) { searchStatements(phrase: $word, first: $first, sort: [{ score: DESC }]) { edges { node ${PEER_FIELDS} } } }`,
    variables: { word, first },
    answer: (data) => {
      const hits = list(data, "searchStatements.edges").map((edge) => statementOfNeo4jGraphql(at(edge, "node")));
      return comparable(hits, first, word, true);
    },
    note: NO_HIGHLIGHTS,
  };
}

/** By date it is eight times as fast to look at the latest ones than to sort what the full-text index finds. */
function latestOfNeo4jGraphql(word: string, first: number): Question {
  return {
    query: `query ($first: Int!, $highest: String!, $word: String!) {
  statements(limit: $first, sort: [{ saidKey: DESC }], where: { saidKey: { lt: $highest }, searchText: { contains: $word } }) ${PEER_FIELDS}
}`,
    variables: { first, highest: HIGHEST, word: ` ${word} ` },
    answer: (data) => comparable(list(data, "statements").map(statementOfNeo4jGraphql), first, word, false),
    note: NO_HIGHLIGHTS,
  };
}

function ofPostgraphile(isRanked: boolean, word: string, first: number): Question {
  const field = isRanked ? "searchStatements" : "searchStatementsLatest";
  return {
    query: `query ($word: String!, $first: Int!) {
  ${field}(query: $word, first: $first) { nodes { rowId text saidAt speaker { rowId name } headline(query: $word) } }
}`,
    variables: { word, first },
    answer: (data) => comparable(list(data, `${field}.nodes`).map(statementOfPostgraphile), first, word, isRanked),
    note: "SQL functions for hits and headlines",
  };
}

/** Operations that find statements by their words. */
export function searchOperations({ fulltextIndex }: Marks): readonly Operation[] {
  const search = (name: string, isRanked: boolean, word: string, first: number): Operation => ({
    name,
    reads: "page",
    quoth: ofQuoth(isRanked, word, first),
    handWritten: handWritten(isRanked, word, first, fulltextIndex),
    neo4jGraphql: fulltextIndex === "" ? { missing: "there is no full-text index" } : ofNeo4jGraphql(isRanked, word, first),
    postgraphile: ofPostgraphile(isRanked, word, first),
  });
  return [
    search("search for a rare word, best first, highlights", true, RARE_WORD, PAGE),
    search("search for a common word, best first, highlights", true, COMMON_WORD, PAGE),
    search("search for a common word, latest first, highlights", false, COMMON_WORD, PAGE),
  ];
}
