import { execute, parse } from "graphql";
import type { GraphQLSchema } from "graphql";
import neo4j from "neo4j-driver";
import type { Driver, ProfiledPlan } from "neo4j-driver";
import type { RequestContext } from "../src/api/request/request-context";
import { DEFAULT_LIMITS } from "../src/compiler/limits";
import type { CypherStatement } from "../src/graph/cypher-statement";
import type { GraphEngine } from "../src/graph/engine";
import { openNeo4jEngine } from "../src/graph/neo4j/neo4j-engine";
import { toEngineMap } from "../src/graph/neo4j/to-engine-value";
import { isMissing } from "./operations/operation";
import type { Operation } from "./operations/operation";
import type { Neo4jPlace } from "./start-neo4j";

/** How often Neo4j reaches into its store for an operation: does not depend on the machine. */
export interface Accesses {
  readonly quoth: number;
  /** Null where there is none. */
  readonly handWritten: number | null;
}

const READ_TIMEOUT_MS = 60_000;

/** Profiles the statements that Quoth sends for an operation, and the hand-written one. */
export async function profileOperation(operation: Operation, place: Neo4jPlace, schema: GraphQLSchema): Promise<Accesses> {
  const driver = neo4j.driver(place.uri, neo4j.auth.basic(place.user, place.password));
  try {
    let quoth = 0;
    for (const { text, parameters } of await statementsOf(operation, place, schema)) quoth += await accessesOf(driver, text, parameters);
    const { handWritten } = operation;
    if (isMissing(handWritten)) return { quoth, handWritten: null };
    return { quoth, handWritten: await accessesOf(driver, handWritten.cypher, handWritten.parameters) };
  } finally {
    await driver.close();
  }
}

/** What Quoth sends for an operation, written down on its way. */
async function statementsOf({ quoth }: Operation, place: Neo4jPlace, schema: GraphQLSchema): Promise<CypherStatement[]> {
  const engine = await openNeo4jEngine({ ...place, readTimeoutMs: READ_TIMEOUT_MS, retryTimeMs: 0 });
  const sent: CypherStatement[] = [];
  const writingDown = Object.create(engine) as GraphEngine;
  writingDown.read = (statement) => {
    sent.push(statement);
    return engine.read(statement);
  };
  try {
    const contextValue: RequestContext = {
      engine: writingDown,
      limits: DEFAULT_LIMITS,
      hasFormerIds: () => Promise.resolve(false),
      oncePerVersion: (_, read) => read(),
    };
    const { errors } = await execute({ schema, document: parse(quoth.query), variableValues: quoth.variables, contextValue });
    if (errors?.[0]) throw errors[0];
    return sent;
  } finally {
    await engine.close();
  }
}

async function accessesOf(driver: Driver, text: string, parameters: CypherStatement["parameters"]): Promise<number> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, toEngineMap(parameters), { routing: neo4j.routing.READ });
  return summary.profile ? sum(summary.profile) : NaN;
}

function sum({ dbHits, children }: ProfiledPlan): number {
  return children.reduce((total, child) => total + sum(child), dbHits);
}
