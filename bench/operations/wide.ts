import { at, HIGHEST, list, pick, textAt } from "./operation";
import type { Json, Marks, Operation } from "./operation";

const TOPIC = "topic:bench-3";
const PUBLISHER = "organization:bench-1";

const ROW_FIELDS = "id text saidAt speaker speakerId about aboutIds saidIn saidInId publisher url quotationType cue dataset";
const MAP_OF_ROW = ROW_FIELDS.split(" ").filter((field) => field !== "about" && field !== "aboutIds");

/** The two lists as sets: in which order they are joined is each contender's own. */
function comparableRow(row: Json): Json {
  const [about, ids] = ["about", "aboutIds"].map((field) => textAt(row, field).split("; ").sort());
  return { ...pick(row, ...MAP_OF_ROW), about: about ?? [], aboutIds: ids ?? [] };
}

const joined = (entities: readonly Json[], field: string): string => entities.map((entity) => textAt(entity, field)).join("; ");

function rowOfNeo4jGraphql(statement: Json): Json {
  const about = list(statement, "about");
  return comparableRow({
    ...pick(statement, "id", "text", "saidAt", "dataset", "saidIn.0.name as saidIn", "saidIn.0.id as saidInId"),
    ...pick(at(statement, "speakerConnection.edges.0.node"), "name as speaker", "id as speakerId"),
    ...pick(
      at(statement, "reports.0"),
      "document.0.publisher.0.name as publisher",
      "document.0.url as url",
      "type as quotationType",
      "cue",
    ),
    about: joined(about, "name"),
    aboutIds: joined(about, "id"),
  });
}

function rowOfPostgraphile(statement: Json): Json {
  const about = list(statement, "abouts.nodes").map((each) => at(each, "topic") ?? at(each, "person"));
  return comparableRow({
    ...pick(statement, "rowId as id", "text", "saidAt", "dataset", "saidIn.name as saidIn", "saidIn.rowId as saidInId"),
    ...pick(statement, "speaker.name as speaker", "speaker.rowId as speakerId"),
    ...pick(
      at(statement, "reports.nodes.0"),
      "document.publisher.name as publisher",
      "document.url as url",
      "type as quotationType",
      "cue",
    ),
    about: joined(about, "name"),
    aboutIds: joined(about, "rowId"),
  });
}

/** Operations that look far or bring much. */
export const WIDE_OPERATIONS: readonly Operation[] = [
  {
    name: "20 people whose words about a topic an organization published",
    reads: "page",
    quoth: {
      query: `query ($topic: ID!, $publisher: ID!) {
  people(first: 20, where: { said: { some: { about: { some: { id: $topic } }, reports: { some: { publisher: { id: $publisher } } } } } }) {
    nodes { id name }
  }
}`,
      variables: { topic: TOPIC, publisher: PUBLISHER },
    },
    handWritten: {
      // Along the names: from the topic it takes ten times the accesses.
      cypher: `MATCH (p:Person) WHERE p.nameKey > ''
WITH p ORDER BY p.nameKey WHERE COUNT {
  MATCH (s)-[a:ABOUT]->() WHERE a.aboutId = $topic AND a.speakerId = p.id
  MATCH (s)<-[:REPORTS]-(:Report)-[:IN_DOCUMENT]->(:Document)-[:PUBLISHED_BY]->(o:Entity) WHERE coalesce(o.id, '') = $publisher
} > 0
WITH p LIMIT 20
RETURN {people: {nodes: collect(p{.id, .name})}} AS data`,
      parameters: { topic: TOPIC, publisher: PUBLISHER },
    },
    neo4jGraphql: {
      query: `query ($topic: ID!, $publisher: ID!) {
  people(limit: 20, sort: [{ nameKey: ASC }], where: { nameKey: { gt: "" }, saidConnection: { some: {
    edge: { rank: { eq: "PREFERRED" } }
    node: { aboutTopics: { some: { id: { eq: $topic } } }, reports: { some: { document: { some: { publisher: { some: { id: { eq: $publisher } } } } } } } }
  } } }) { id name }
}`,
      variables: { topic: TOPIC, publisher: PUBLISHER },
      answer: (data) => ({ people: { nodes: at(data, "people") } }),
    },
    postgraphile: {
      query: `query ($topic: String!, $publisher: String!) {
  people(first: 20, orderBy: [NAME_ASC, ROW_ID_ASC], filter: { statementsBySpeakerId: { some: {
    abouts: { some: { topicId: { equalTo: $topic } } }
    reports: { some: { document: { publisherId: { equalTo: $publisher } } } }
  } } }) { nodes { rowId name } }
}`,
      variables: { topic: TOPIC, publisher: PUBLISHER },
      answer: (data) => ({ people: { nodes: list(data, "people.nodes").map((person) => pick(person, "rowId as id", "name")) } }),
    },
  },
  {
    name: "100 flat rows for a table",
    reads: "page",
    quoth: {
      query: `query ($first: Int!) { statementRows(first: $first) { rows { ${ROW_FIELDS} } hasNextPage } }`,
      variables: { first: 100 },
      answer: (data) => list(data, "statementRows.rows").map(comparableRow),
    },
    handWritten: {
      cypher: `MATCH (s:Statement) WHERE s.saidKey < $highest WITH s ORDER BY s.saidKey DESC LIMIT $first + 1
CALL (s) { MATCH (s)-[:ATTRIBUTED_TO {rank: 'PREFERRED'}]->(p:Entity) RETURN head(collect(p)) AS speaker }
CALL (s) { MATCH (s)-[:ABOUT]->(e:Entity) WITH e ORDER BY e.id RETURN collect(e.name) AS names, collect(e.id) AS ids }
CALL (s) { OPTIONAL MATCH (s)-[:SAID_IN]->(l:Place) RETURN head(collect(l)) AS place }
CALL (s) { MATCH (s)<-[:REPORTS]-(r:Report)-[:IN_DOCUMENT]->(d:Document) WITH r, d ORDER BY r.reportedKey LIMIT 1
  OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(o:Entity) RETURN r, d, head(collect(o)) AS publisher }
WITH collect(s{.id, .text, .saidAt, .dataset, speaker: speaker.name, speakerId: speaker.id, saidIn: place.name, saidInId: place.id,
  about: reduce(text = '', name IN names | text + CASE text WHEN '' THEN '' ELSE '; ' END + name),
  aboutIds: reduce(text = '', id IN ids | text + CASE text WHEN '' THEN '' ELSE '; ' END + id),
  publisher: publisher.name, url: d.url, quotationType: r.type, cue: r.cue}) AS rows
RETURN {statementRows: {rows: rows[..$first], hasNextPage: size(rows) > $first}} AS data`,
      parameters: { first: 100, highest: HIGHEST },
    },
    neo4jGraphql: {
      query: `query ($first: Int!, $highest: String!) {
  statements(limit: $first, sort: [{ saidKey: DESC }], where: { saidKey: { lt: $highest } }) {
    id text saidAt dataset about { id name } saidIn { id name } reports { type cue document { url publisher { name } } }
    speakerConnection(where: { edge: { rank: { eq: "PREFERRED" } } }) { edges { node { id name } } }
  }
}`,
      variables: { first: 100, highest: HIGHEST },
      answer: (data) => list(data, "statements").map(rowOfNeo4jGraphql),
    },
    postgraphile: {
      query: `query ($first: Int!) {
  statements(first: $first, orderBy: [SAID_AT_DESC, ROW_ID_DESC]) { nodes {
    rowId text saidAt dataset speaker { rowId name } saidIn { rowId name }
    abouts { nodes { topic { rowId name } person { rowId name } } } reports { nodes { type cue document { url publisher { name } } } }
  } }
}`,
      variables: { first: 100 },
      answer: (data) => list(data, "statements.nodes").map(rowOfPostgraphile),
    },
  },
];

/** Three people spoke about some topics; whoever spoke about one of these, too. */
export function sharedTopics({ smallOrganization }: Marks): Operation {
  return {
    name: "20 people who spoke about a topic of an organization's members",
    reads: "page",
    quoth: {
      query: `query ($organization: ID!) {
  people(first: 20, where: { said: { some: { about: { some: { kind: [TOPIC], spokenAbout: { some: { speaker: { memberOf: $organization } } } } } } } }) {
    nodes { id name }
  }
}`,
      variables: { organization: smallOrganization },
    },
    handWritten: {
      cypher: `MATCH (:Entity {id: $organization})<-[:MEMBER_OF]-(:Entity)-[:SPOKE_ABOUT_TOTAL]->(t:Topic)
WITH collect(DISTINCT t) AS topics
MATCH (p:Person) WHERE p.nameKey > '' AND EXISTS { (p)-[:SPOKE_ABOUT_TOTAL]->(t:Topic) WHERE t IN topics }
WITH p ORDER BY p.nameKey LIMIT 20
RETURN {people: {nodes: collect(p{.id, .name})}} AS data`,
      parameters: { organization: smallOrganization },
    },
    neo4jGraphql: {
      query: `query ($organization: ID!) {
  people(limit: 20, sort: [{ nameKey: ASC }], where: { nameKey: { gt: "" }, saidConnection: { some: {
    edge: { rank: { eq: "PREFERRED" } }
    node: { aboutTopics: { some: { spokenAbout: { some: { speakerConnection: { some: {
      edge: { rank: { eq: "PREFERRED" } }
      node: { memberOf: { some: { id: { eq: $organization } } } }
    } } } } } } }
  } } }) { id name }
}`,
      variables: { organization: smallOrganization },
      answer: (data) => ({ people: { nodes: at(data, "people") } }),
    },
    postgraphile: {
      query: `query ($organization: String!) {
  people(first: 20, orderBy: [NAME_ASC, ROW_ID_ASC], filter: { statementsBySpeakerId: { some: { abouts: { some: { topic: {
    abouts: { some: { statement: { speaker: { memberships: { some: { organizationId: { equalTo: $organization } } } } } } }
  } } } } } }) { nodes { rowId name } }
}`,
      variables: { organization: smallOrganization },
      answer: (data) => ({ people: { nodes: list(data, "people.nodes").map((person) => pick(person, "rowId as id", "name")) } }),
    },
  };
}
