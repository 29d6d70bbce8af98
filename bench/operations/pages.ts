import { personName } from "../words";
import { at, DEEP, HIGHEST, list, pick, sortedBy } from "./operation";
import type { Json, Marks, Operation } from "./operation";

const PERSON = "person:bench-7";
const TOPIC = "topic:bench-3";
const ORGANIZATION = "organization:bench-2";
/** Two syllables of a last name. */
const NAME_PART = personName(7).slice(-4);

/** Operations that read one thing or one page, the nested list last. */
export const PAGE_OPERATIONS: readonly Operation[] = [
  {
    name: "one person",
    reads: "page",
    quoth: { query: `query ($id: ID!) { person(id: $id) { id name aliases description wikidataId } }`, variables: { id: PERSON } },
    handWritten: {
      cypher: `MATCH (p:Entity {id: $id}) WHERE p:Person
RETURN {person: p{.id, .name, aliases: coalesce(p.aliases, []), .description, .wikidataId}} AS data`,
      parameters: { id: PERSON },
    },
    neo4jGraphql: {
      query: `query ($id: ID!) { people(where: { id: { eq: $id } }) { id name aliases description wikidataId } }`,
      variables: { id: PERSON },
      answer: (data) => ({ person: at(data, "people.0") }),
    },
    postgraphile: {
      query: `query ($id: String!) { person(rowId: $id) { rowId name aliases description wikidataId } }`,
      variables: { id: PERSON },
      answer: (data) => ({ person: pick(at(data, "person"), "rowId as id", "name", "aliases", "description", "wikidataId") }),
    },
  },
  {
    name: "20 people by a part of the name",
    reads: "page",
    quoth: {
      query: `query ($part: String!) { people(first: 20, where: { name: { contains: $part } }) { nodes { id name } } }`,
      variables: { part: NAME_PART },
    },
    handWritten: {
      cypher: `MATCH (p:Entity) WHERE p.namesText CONTAINS $part AND p:Person
WITH p ORDER BY p.nameKey LIMIT 20 RETURN {people: {nodes: collect(p{.id, .name})}} AS data`,
      parameters: { part: NAME_PART },
    },
    neo4jGraphql: {
      query: `query ($part: String!) {
  people(limit: 20, sort: [{ nameKey: ASC }], where: { namesText: { contains: $part } }) { id name }
}`,
      variables: { part: NAME_PART },
      answer: (data) => ({ people: { nodes: at(data, "people") } }),
    },
    postgraphile: {
      query: `query ($part: String!) {
  people(first: 20, orderBy: [NAME_ASC, ROW_ID_ASC], filter: { name: { includesInsensitive: $part } }) { nodes { rowId name } }
}`,
      variables: { part: NAME_PART },
      answer: (data) => ({ people: { nodes: list(data, "people.nodes").map((person) => pick(person, "rowId as id", "name")) } }),
    },
  },
  {
    name: "50 people, 10 statements each, what each is about",
    reads: "page",
    quoth: {
      query: `query ($first: Int!) {
  people(first: $first) { nodes { id name said(first: 10) { nodes { id text saidAt about { stance entity { id name } } } } } }
}`,
      variables: { first: 50 },
    },
    handWritten: {
      cypher: `MATCH (p:Person) WHERE p.nameKey > '' WITH p ORDER BY p.nameKey LIMIT $first
CALL (p) {
  MATCH (s:Statement) WHERE s.speakerId = p.id AND s.saidKey IS NOT NULL WITH s ORDER BY s.speakerId DESC, s.saidKey DESC LIMIT 10
  CALL (s) { MATCH (s)-[a:ABOUT]->(e:Entity) WITH a, e ORDER BY e.id RETURN collect({stance: a.stance, entity: e{.id, .name}}) AS about }
  RETURN collect(s{.id, .text, .saidAt, about: about}) AS said
}
RETURN {people: {nodes: collect(p{.id, .name, said: {nodes: said}})}} AS data`,
      parameters: { first: 50 },
    },
    neo4jGraphql: {
      query: `query ($first: Int!) {
  people(limit: $first, sort: [{ nameKey: ASC }], where: { nameKey: { gt: "" } }) {
    id name
    saidConnection(first: 10, where: { edge: { rank: { eq: "PREFERRED" } } }, sort: [{ node: { saidKey: DESC } }]) {
      edges { node { id text saidAt aboutConnection { edges { properties { stance } node { id name } } } } }
    }
  }
}`,
      variables: { first: 50 },
      answer: (data) => ({ people: { nodes: list(data, "people").map(personOfNeo4jGraphql) } }),
    },
    postgraphile: {
      query: `query ($first: Int!) {
  people(first: $first, orderBy: [NAME_ASC, ROW_ID_ASC]) { nodes { rowId name
    statementsBySpeakerId(first: 10, orderBy: [SAID_AT_DESC, ROW_ID_DESC]) {
      nodes { rowId text saidAt abouts { nodes { stance topic { rowId name } person { rowId name } } } }
    } } }
}`,
      variables: { first: 50 },
      answer: (data) => ({ people: { nodes: list(data, "people.nodes").map(personOfPostgraphile) } }),
    },
  },
  {
    name: "latest 20 about a topic by members of an organization",
    reads: "page",
    quoth: {
      query: `query ($topic: ID!, $organization: ID!) {
  statements(first: 20, where: { about: { some: { id: $topic } }, speaker: { memberOf: $organization } }) { nodes { id text saidAt speaker { id name } } }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION },
    },
    handWritten: {
      cypher: `MATCH (:Entity {id: $organization})<-[:MEMBER_OF]-(m:Person) WITH collect(m.id) AS members
MATCH (s)-[a:ABOUT]->() WHERE a.aboutId = $topic AND a.saidKey < $highest AND a.speakerId IN members
WITH s, a ORDER BY a.aboutId DESC, a.saidKey DESC LIMIT 20
MATCH (s)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(p:Entity)
RETURN {statements: {nodes: collect(s{.id, .text, .saidAt, speaker: p{.id, .name}})}} AS data`,
      parameters: { topic: TOPIC, organization: ORGANIZATION, highest: HIGHEST },
    },
    neo4jGraphql: {
      query: `query ($topic: ID!, $organization: ID!, $highest: String!) {
  statements(limit: 20, sort: [{ saidKey: DESC }], where: {
    saidKey: { lt: $highest }
    aboutTopics: { some: { id: { eq: $topic } } }
    speakerConnection: { some: { edge: { rank: { eq: "PREFERRED" } }, node: { memberOf: { some: { id: { eq: $organization } } } } } }
  }) { id text saidAt speakerConnection(where: { edge: { rank: { eq: "PREFERRED" } } }) { edges { node { id name } } } }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION, highest: HIGHEST },
      answer: (data) => ({ statements: { nodes: list(data, "statements").map(statementOfNeo4jGraphql) } }),
    },
    postgraphile: {
      query: `query ($topic: String!, $organization: String!) {
  statements(first: 20, orderBy: [SAID_AT_DESC, ROW_ID_DESC], filter: {
    abouts: { some: { topicId: { equalTo: $topic } } }
    speaker: { memberships: { some: { organizationId: { equalTo: $organization } } } }
  }) { nodes { rowId text saidAt speaker { rowId name } } }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION },
      answer: (data) => ({ statements: { nodes: list(data, "statements.nodes").map(statementOfPostgraphile) } }),
    },
  },
];

/** The page behind the 10,000th statement. */
export function deepPage({ deepKey, quothCursor, postgraphileCursor }: Marks): Operation {
  return {
    name: "page of 20 behind 10,000 statements, by date",
    reads: "page",
    quoth: {
      query: `query ($after: String!) { statements(first: 20, after: $after) { nodes { id text saidAt } pageInfo { hasNextPage } } }`,
      variables: { after: quothCursor },
    },
    handWritten: {
      cypher: `MATCH (s:Statement) WHERE s.saidKey < $key WITH s ORDER BY s.saidKey DESC LIMIT 21
WITH collect(s{.id, .text, .saidAt}) AS rows
RETURN {statements: {nodes: rows[..20], pageInfo: {hasNextPage: size(rows) > 20}}} AS data`,
      parameters: { key: deepKey },
    },
    neo4jGraphql: {
      // Its connection, whose cursors are offsets, too, gathers all that is behind the page and runs out of memory.
      query: `query ($highest: String!, $offset: Int!) {
  statements(limit: 21, offset: $offset, sort: [{ saidKey: DESC }], where: { saidKey: { lt: $highest } }) { id text saidAt }
}`,
      variables: { highest: HIGHEST, offset: DEEP },
      answer: (data) => ({
        statements: {
          nodes: list(data, "statements").slice(0, 20),
          pageInfo: { hasNextPage: list(data, "statements").length > 20 },
        },
      }),
    },
    postgraphile: {
      query: `query ($after: Cursor!) {
  statements(first: 20, after: $after, orderBy: [SAID_AT_DESC, ROW_ID_DESC]) { nodes { rowId text saidAt } pageInfo { hasNextPage } }
}`,
      variables: { after: postgraphileCursor },
      answer: (data) => ({
        statements: {
          nodes: list(data, "statements.nodes").map((statement) => pick(statement, "rowId as id", "text", "saidAt")),
          pageInfo: at(data, "statements.pageInfo"),
        },
      }),
    },
  };
}

function personOfNeo4jGraphql(person: Json): Json {
  const said = list(person, "saidConnection.edges").map((edge) => {
    const about = list(edge, "node.aboutConnection.edges").map((each) => ({
      stance: at(each, "properties.stance"),
      entity: at(each, "node"),
    }));
    return { ...pick(at(edge, "node"), "id", "text", "saidAt"), about: sortedBy(about, "entity.id") };
  });
  return { ...pick(person, "id", "name"), said: { nodes: said } };
}

function personOfPostgraphile(person: Json): Json {
  const said = list(person, "statementsBySpeakerId.nodes").map((statement) => {
    const about = list(statement, "abouts.nodes").map((each) => ({
      stance: at(each, "stance"),
      entity: pick(at(each, "topic") ?? at(each, "person"), "rowId as id", "name"),
    }));
    return { ...pick(statement, "rowId as id", "text", "saidAt"), about: sortedBy(about, "entity.id") };
  });
  return { ...pick(person, "rowId as id", "name"), said: { nodes: said } };
}

/** With the favoured speaker, as the other operations want it, too. */
export function statementOfNeo4jGraphql(statement: Json): { readonly [name: string]: Json } {
  return { ...pick(statement, "id", "text", "saidAt"), speaker: at(statement, "speakerConnection.edges.0.node") };
}

/** With the favoured speaker, as the other operations want it, too. */
export function statementOfPostgraphile(statement: Json): { readonly [name: string]: Json } {
  return { ...pick(statement, "rowId as id", "text", "saidAt"), speaker: pick(at(statement, "speaker"), "rowId as id", "name") };
}
