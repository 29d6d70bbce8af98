import neo4j from "neo4j-driver";
import type { Driver, ProfiledPlan } from "neo4j-driver";
import { toEngineMap } from "../src/graph/neo4j/to-engine-value";
import { compileAll } from "../tests/compiler/compile-query";
import { isMissing } from "./operations/operation";
import type { Operation } from "./operations/operation";
import type { Neo4jPlace } from "./start-neo4j";

/** How often Neo4j reaches into its store for an operation: does not depend on the machine. */
export interface Accesses {
  readonly quoth: number;
  /** Null where there is none. */
  readonly handWritten: number | null;
}

/** Profiles the statements that Quoth sends for an operation, and the hand-written one. */
export async function profileOperation(operation: Operation, place: Neo4jPlace): Promise<Accesses> {
  const driver = neo4j.driver(place.uri, neo4j.auth.basic(place.user, place.password));
  try {
    let quoth = 0;
    for (const { statement } of compileAll(operation.quoth.query, operation.quoth.variables)) {
      if (statement) quoth += await accessesOf(driver, statement.text, toEngineMap(statement.parameters));
    }
    const { handWritten } = operation;
    return {
      quoth,
      handWritten: isMissing(handWritten) ? null : await accessesOf(driver, handWritten.cypher, toEngineMap(handWritten.parameters)),
    };
  } finally {
    await driver.close();
  }
}

async function accessesOf(driver: Driver, text: string, parameters: object): Promise<number> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters, { routing: neo4j.routing.READ });
  return summary.profile ? sum(summary.profile) : NaN;
}

function sum({ dbHits, children }: ProfiledPlan): number {
  return children.reduce((total, child) => total + sum(child), dbHits);
}
