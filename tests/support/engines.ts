import { ONTOLOGY } from "../../src/model/ontology";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { openNeo4jEngine } from "../../src/graph/neo4j/neo4j-engine";
import { holdNeo4jForThisFile, neo4jAbsence, neo4jAddress } from "./neo4j-for-this-file";
import { refuseLostRows } from "./refuse-lost-rows";

export interface TestEngine {
  readonly name: string;
  /** Why it is not there; its tests are to be skipped then. */
  readonly skipped: string | null;
  /** An empty graph with constraints and indexes. */
  open(): Promise<GraphEngine>;
}

/** Answers are judged here, not speed: a database that has just started plans its first large statement for seconds, beside another one for more. */
const READ_TIMEOUT_MS = 30_000;
const RETRY_TIME_MS = 5000;
const NODES_PER_BATCH = 10_000;

/** Every engine; a test file that imports this has the Neo4j of the run for itself. */
export const engines: readonly TestEngine[] = [
  { name: "embedded", skipped: null, open: openEmptyEmbedded },
  { name: "neo4j", skipped: neo4jAddress() ? null : neo4jAbsence(), open: openEmptyNeo4j },
];

holdNeo4jForThisFile();

/** One `describe` for each engine; where an engine is missing, its tests count as skipped, in plain sight. */
export function describeOnEngines(title: string, suite: (engine: TestEngine) => void): void {
  for (const engine of engines) {
    const full = `${title}, on ${engine.name}`;
    if (engine.skipped === null) describe(full, () => suite(engine));
    else describe.skip(`${full} (${engine.skipped})`, () => suite(engine));
  }
}

async function openEmptyEmbedded(): Promise<GraphEngine> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: READ_TIMEOUT_MS, shuffleUnordered: true });
  await engine.ensureSchema(ONTOLOGY);
  return refuseLostRows(engine);
}

async function openEmptyNeo4j(): Promise<GraphEngine> {
  const address = neo4jAddress();
  if (!address) throw new Error(`There is no Neo4j to test on: ${neo4jAbsence()}.`);
  const engine = await openNeo4jEngine({ ...address, readTimeoutMs: READ_TIMEOUT_MS, retryTimeMs: RETRY_TIME_MS });
  await emptyGraph(engine);
  await engine.ensureSchema(ONTOLOGY);
  return engine;
}

/** Deletes everything, in batches: one transaction for all of a large graph outgrows the server's memory. */
async function emptyGraph(engine: GraphEngine): Promise<void> {
  const text = "MATCH (n) WITH n LIMIT $p_limit DETACH DELETE n RETURN count(n) AS deleted";
  for (;;) {
    const [rows] = await engine.write([{ text, parameters: { p_limit: NODES_PER_BATCH } }]);
    if (rows?.[0]?.["deleted"] === 0) return;
  }
}
