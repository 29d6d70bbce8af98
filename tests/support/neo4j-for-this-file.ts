import { createServer } from "node:net";
import type { Server } from "node:net";

const LOCK_TIMEOUT_MS = 600_000;
const RETRY_MS = 100;

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** A Neo4j of this run, as the start of the run hands it on. */
export interface RunNeo4j extends Neo4jAddress {
  /** Whoever listens on it has the database for itself. */
  readonly lockPort: number;
}

/** The environment variables by which start-engines.ts speaks to the test files. */
export const RUN = {
  /** JSON of RunNeo4j[], one for each worker or one for all; empty when the run goes without. */
  databases: "QUOTH_TEST_NEO4J",
  /** Port of whoever starts them; empty where the one database is not ours to start or to kill. */
  starterPort: "QUOTH_TEST_NEO4J_STARTER",
  /** Why the run goes without. */
  absence: "QUOTH_TEST_NEO4J_SKIPPED",
} as const;

/** Which of the run's databases this worker uses; jest counts its workers from 1. */
function ownIndex(count: number): number {
  return (Number(process.env["JEST_WORKER_ID"] ?? 1) - 1) % count;
}

function runNeo4j(): RunNeo4j | null {
  const databases = JSON.parse(process.env[RUN.databases] || "[]") as RunNeo4j[];
  return databases[ownIndex(Math.max(databases.length, 1))] ?? null;
}

/** Where this worker's Neo4j is, once it is held; null when the run goes without. */
export function neo4jAddress(): Neo4jAddress | null {
  return runNeo4j();
}

/** Whether the run starts its Neo4j itself, so that a test may start another and stop that. */
export function isOwnNeo4j(): boolean {
  return neo4jAddress() !== null && Boolean(process.env[RUN.starterPort]);
}

/** Why the run goes without a Neo4j. */
export function neo4jAbsence(): string {
  return process.env[RUN.absence] ?? "no Neo4j was started";
}

/**
 * Call at the top of a test file that uses the Neo4j of this run: it is started if it was not yet, and the file has it for
 * itself until its last test. Each worker has one of its own; one that was given by address is shared, and files take
 * turns. The lock is a port, since it ends with its process.
 */
export function holdNeo4jForThisFile(): void {
  let lock: Server | undefined;
  beforeAll(async () => {
    const here = runNeo4j();
    if (!here) return;
    lock = await takePort(here.lockPort);
    if (isOwnNeo4j()) await haveNeo4jStarted();
  }, LOCK_TIMEOUT_MS);
  afterAll(async () => {
    await new Promise((resolve) => (lock ? lock.close(resolve) : resolve(undefined)));
  });
}

/** Starts the databases of the run, where it starts them itself and nobody had it do so. */
async function haveNeo4jStarted(): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${String(process.env[RUN.starterPort])}/`);
  if (!response.ok) throw new Error(await response.text());
}

async function takePort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    const taken = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(true));
    });
    if (taken) return server;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
