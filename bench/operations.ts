import type { CypherValue } from "../src/graph/cypher-statement";

/** One question, asked of each contender; their answers are compared before they are timed. */
export interface Operation {
  readonly name: string;
  readonly graphql: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What a person who knows Cypher and the data would write: it returns the answer's `data` as one column. */
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, CypherValue>>;
}

const HIGHEST = "\u{10FFFF}";

export const OPERATIONS: readonly Operation[] = [
  {
    name: "one person",
    graphql: `query ($id: ID!) { person(id: $id) { id name aliases description wikidataId } }`,
    variables: { id: "person:bench-7" },
    cypher: `MATCH (p:Entity {id: $id}) WHERE p:Person
RETURN {person: p{.id, .name, aliases: coalesce(p.aliases, []), .description, .wikidataId}} AS data`,
    parameters: { id: "person:bench-7" },
  },
  {
    name: "50 people, 10 statements each, what each is about",
    graphql: `query ($first: Int!) { people(first: $first) { nodes { id name said(first: 10) { nodes { id text saidAt about { stance entity { id name } } } } } } }`,
    variables: { first: 50 },
    cypher: `MATCH (p:Person) WHERE p.nameKey > '' WITH p ORDER BY p.nameKey LIMIT $first
CALL (p) {
  MATCH (p)<-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]-(s:Statement) WITH s ORDER BY s.saidKey DESC LIMIT 10
  CALL (s) { MATCH (s)-[a:ABOUT]->(e:Entity) WITH a, e ORDER BY e.id RETURN collect({stance: a.stance, entity: e{.id, .name}}) AS about }
  RETURN collect(s{.id, .text, .saidAt, about: about}) AS said
}
RETURN {people: {nodes: collect(p{.id, .name, said: {nodes: said}})}} AS data`,
    parameters: { first: 50 },
  },
  {
    name: "latest 20 about a topic by members of an organization",
    graphql: `query ($topic: ID!, $organization: ID!) {
  statements(first: 20, where: { about: { some: { id: $topic } }, speaker: { memberOf: $organization } }) { nodes { id text saidAt speaker { id name } } }
}`,
    variables: { topic: "topic:bench-3", organization: "organization:bench-2" },
    cypher: `MATCH (s:Statement) WHERE s.saidKey < $highest
  AND EXISTS { (:Entity {id: $topic})<-[:ABOUT]-(s) }
  AND EXISTS { (:Entity {id: $organization})<-[:MEMBER_OF]-(:Entity)<-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]-(s) }
WITH s ORDER BY s.saidKey DESC LIMIT 20
CALL (s) { MATCH (s)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(p:Entity) RETURN head(collect(p{.id, .name})) AS speaker }
RETURN {statements: {nodes: collect(s{.id, .text, .saidAt, speaker: speaker})}} AS data`,
    parameters: { topic: "topic:bench-3", organization: "organization:bench-2", highest: HIGHEST },
  },
  {
    name: "count of statements about a topic",
    graphql: `query ($topic: ID!) { statements(where: { about: { some: { id: $topic } } }) { totalCount } }`,
    variables: { topic: "topic:bench-3" },
    cypher: `MATCH (:Entity {id: $topic})<-[:ABOUT]-(s:Statement) RETURN {statements: {totalCount: count(s)}} AS data`,
    parameters: { topic: "topic:bench-3" },
  },
];
