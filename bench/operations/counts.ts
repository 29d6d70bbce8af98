import { at, list, pick, withoutLastTies } from "./operation";
import type { Json, Missing, Operation, Question } from "./operation";

const TOPIC = "topic:bench-3";
const ORGANIZATION = "organization:bench-2";
const BUSY_PERSON = "person:bench-0";
const NO_GROUPS: Missing = { missing: "its API counts, but does not group" };

const GROUPS = `groupBy: [SPEAKER, MONTH], first: 100`;
const GROUP_FIELDS = `{ keys { value label } count }`;
/** Sorted by the count alone at first, so that the ids of those alone are read that tie where the page ends. */
const GROUP_ANSWER = `WITH p, month, n ORDER BY n DESC WITH p, month, n ORDER BY n DESC, p.id, month LIMIT 100
RETURN {statementCounts: collect({keys: [{value: p.id, label: p.name}, {value: month, label: month}], count: n})} AS data`;
/** A time has its own text on both, so that label is left out of the comparison. */
const groupsOfQuoth = (data: Json): Json =>
  withoutLastTies(
    list(data, "statementCounts").map((row) => pick(row, "keys.0.value as speaker", "keys.1.value as month", "count")),
    "count",
  );
const BY_SQL = "an SQL function: the aggregates plugin groups by whole days and returns every group";

function groupsOfPostgraphile(topic: string | null): Question {
  return {
    query: `query ($topic: String) { countBySpeakerAndMonth(topic: $topic, firstRows: 100) { nodes { speakerId month count } } }`,
    variables: { topic },
    answer: (data) =>
      withoutLastTies(
        list(data, "countBySpeakerAndMonth.nodes").map((row) => pick(row, "speakerId as speaker", "month", "count")),
        "count",
      ),
    note: BY_SQL,
  };
}

const CELLS = `first: 100) { speaker { id name } target { id name } count favour against }`;
/** Stances are counted of the pairs that are shown. */
const CELL_ANSWER = `WITH p, e, a.statements AS n ORDER BY n DESC WITH p, e, n ORDER BY n DESC, p.id, e.id LIMIT 100
CALL (p, e) {
  MATCH ()-[a:ABOUT]->() WHERE a.aboutId = e.id AND a.speakerId = p.id
  RETURN sum(CASE a.stance WHEN 'FAVOUR' THEN 1 ELSE 0 END) AS favour, sum(CASE a.stance WHEN 'AGAINST' THEN 1 ELSE 0 END) AS against
}
WITH * ORDER BY n DESC, p.id, e.id
RETURN {whoSpokeAboutWhom: collect({speaker: p{.id, .name}, target: e{.id, .name}, count: n, favour: favour, against: against})} AS data`;
const cellsOf = (data: Json): Json => withoutLastTies(list(data, "whoSpokeAboutWhom"), "count");

function cellsOfPostgraphile(organization: string | null): Question {
  return {
    query: `query ($organization: String) {
  whoSpokeAboutWhom(organization: $organization, firstRows: 100) { nodes { speakerId speakerName targetId targetName count favour against } }
}`,
    variables: { organization },
    answer: (data) =>
      withoutLastTies(
        list(data, "whoSpokeAboutWhom.nodes").map((row) => ({
          speaker: pick(row, "speakerId as id", "speakerName as name"),
          target: pick(row, "targetId as id", "targetName as name"),
          ...pick(row, "count", "favour", "against"),
        })),
        "count",
      ),
    note: "an SQL function",
  };
}

const NEIGHBOURS = "neighbours(kinds: [TOPIC], links: [SPOKE_ABOUT], first: 20)";

/** Operations that count and group. */
export const COUNT_OPERATIONS: readonly Operation[] = [
  {
    name: "count of statements about a topic",
    reads: "everything",
    quoth: {
      query: `query ($topic: ID!) { statements(where: { about: { some: { id: $topic } } }) { totalCount } }`,
      variables: { topic: TOPIC },
    },
    handWritten: {
      // Only statements are about something, and each once: the topic's own count of its relations tells it.
      cypher: `MATCH (t:Entity {id: $topic}) RETURN {statements: {totalCount: COUNT { (t)<-[:ABOUT]-() }}} AS data`,
      parameters: { topic: TOPIC },
    },
    // Through the topic, which is much faster than by a filter on statements: 190 requests/s instead of 5.
    neo4jGraphql: {
      query: `query ($topic: ID!) { topics(where: { id: { eq: $topic } }) { spokenAboutConnection { totalCount } } }`,
      variables: { topic: TOPIC },
      answer: (data) => ({ statements: { totalCount: at(data, "topics.0.spokenAboutConnection.totalCount") } }),
    },
    // The same: 1,500 instead of 90.
    postgraphile: {
      query: `query ($topic: String!) { abouts(condition: { topicId: $topic }) { totalCount } }`,
      variables: { topic: TOPIC },
      answer: (data) => ({ statements: { totalCount: at(data, "abouts.totalCount") } }),
    },
  },
  {
    name: "count of statements about a topic by members of an organization",
    reads: "everything",
    quoth: {
      query: `query ($topic: ID!, $organization: ID!) {
  statements(where: { about: { some: { id: $topic } }, speaker: { memberOf: $organization } }) { totalCount }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION },
    },
    handWritten: {
      cypher: `MATCH (:Entity {id: $organization})<-[:MEMBER_OF]-(m:Person) 
MATCH ()-[a:ABOUT]->() WHERE a.aboutId = $topic AND a.speakerId = m.id
RETURN {statements: {totalCount: count(*)}} AS data`,
      parameters: { topic: TOPIC, organization: ORGANIZATION },
    },
    neo4jGraphql: {
      query: `query ($topic: ID!, $organization: ID!) {
  topics(where: { id: { eq: $topic } }) {
    spokenAboutConnection(where: { node: { speakerConnection: { some: {
      edge: { rank: { eq: "PREFERRED" } }, node: { memberOf: { some: { id: { eq: $organization } } } }
    } } } }) { totalCount }
  }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION },
      answer: (data) => ({ statements: { totalCount: at(data, "topics.0.spokenAboutConnection.totalCount") } }),
    },
    postgraphile: {
      query: `query ($topic: String!, $organization: String!) {
  statements(filter: {
    abouts: { some: { topicId: { equalTo: $topic } } }
    speaker: { memberships: { some: { organizationId: { equalTo: $organization } } } }
  }) { totalCount }
}`,
      variables: { topic: TOPIC, organization: ORGANIZATION },
    },
  },
  {
    name: "speakers by month, about a busy topic, first 100",
    reads: "everything",
    quoth: {
      query: `query ($topic: ID!) { statementCounts(${GROUPS}, where: { about: { some: { id: $topic } } }) ${GROUP_FIELDS} }`,
      variables: { topic: TOPIC },
      answer: groupsOfQuoth,
    },
    handWritten: {
      cypher: `MATCH (:Entity {id: $topic})<-[r:SPOKE_ABOUT]-(p)
WITH p, r.saidAtMonth AS month, count(*) AS n ${GROUP_ANSWER}`,
      parameters: { topic: TOPIC },
    },
    neo4jGraphql: NO_GROUPS,
    postgraphile: groupsOfPostgraphile(TOPIC),
  },
  {
    name: "speakers by month, everything, first 100",
    reads: "everything",
    quoth: { query: `{ statementCounts(${GROUPS}) ${GROUP_FIELDS} }`, variables: {}, answer: groupsOfQuoth },
    handWritten: {
      cypher: `MATCH (s:Statement) WHERE s.speakerId IS NOT NULL AND s.saidAtMonth IS NOT NULL
WITH s.speakerId AS id, s.saidAtMonth AS month, count(*) AS n MATCH (p:Entity {id: id}) ${GROUP_ANSWER}`,
      parameters: {},
    },
    neo4jGraphql: NO_GROUPS,
    postgraphile: groupsOfPostgraphile(null),
  },
  {
    name: "who spoke about whom, members of an organization, first 100",
    reads: "everything",
    quoth: {
      query: `query ($organization: ID!) { whoSpokeAboutWhom(speakers: { memberOf: $organization }, ${CELLS} }`,
      variables: { organization: ORGANIZATION },
      answer: cellsOf,
    },
    handWritten: {
      cypher: `MATCH (:Entity {id: $organization})<-[:MEMBER_OF]-(p:Entity)-[a:SPOKE_ABOUT_TOTAL]->(e)
${CELL_ANSWER}`,
      parameters: { organization: ORGANIZATION },
    },
    neo4jGraphql: NO_GROUPS,
    postgraphile: cellsOfPostgraphile(ORGANIZATION),
  },
  {
    name: "who spoke about whom, everything, first 100",
    reads: "everything",
    quoth: { query: `{ whoSpokeAboutWhom(${CELLS} }`, variables: {}, answer: cellsOf },
    handWritten: {
      cypher: `MATCH (p)-[a:SPOKE_ABOUT_TOTAL]->(e) WHERE a.statements > 0\n${CELL_ANSWER}`,
      parameters: {},
    },
    neo4jGraphql: NO_GROUPS,
    postgraphile: cellsOfPostgraphile(null),
  },
  {
    name: "topics that a busy person spoke about, first 20",
    reads: "everything",
    quoth: {
      query: `query ($id: ID!) { person(id: $id) { ${NEIGHBOURS} { edges { node { id name } link count } } } }`,
      variables: { id: BUSY_PERSON },
      answer: (data) =>
        withoutLastTies(
          list(data, "person.neighbours.edges").map((edge) => pick(edge, "node.id as id", "node.name as name", "count")),
          "count",
        ),
    },
    handWritten: {
      cypher: `MATCH (p:Entity {id: $id})-[a:SPOKE_ABOUT_TOTAL]->(e:Topic)
WITH e, a.statements AS n ORDER BY n DESC WITH e, n ORDER BY n DESC, e.id LIMIT 20
RETURN {person: {neighbours: {edges: collect({node: e{.id, .name}, link: 'SPOKE_ABOUT', count: n})}}} AS data`,
      parameters: { id: BUSY_PERSON },
    },
    neo4jGraphql: { missing: "its API does not count links between two kinds through a third" },
    postgraphile: {
      query: `query ($id: String!) { person(rowId: $id) { neighbours(firstRows: 20) { nodes { rowId name count } } } }`,
      variables: { id: BUSY_PERSON },
      answer: (data) =>
        withoutLastTies(
          list(data, "person.neighbours.nodes").map((row) => pick(row, "rowId as id", "name", "count")),
          "count",
        ),
      note: "an SQL function",
    },
  },
];
