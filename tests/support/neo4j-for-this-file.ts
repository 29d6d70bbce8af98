import { createServer } from "node:net";
import type { Server } from "node:net";

const LOCK_TIMEOUT_MS = 600_000;
const RETRY_MS = 100;

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** Where the Neo4j of this run is; null when the run goes without. */
export function neo4jAddress(): Neo4jAddress | null {
  const uri = process.env["QUOTH_TEST_NEO4J"];
  if (!uri) return null;
  return { uri, user: process.env["QUOTH_TEST_NEO4J_USER"] ?? "neo4j", password: process.env["QUOTH_TEST_NEO4J_PASSWORD"] ?? "" };
}

/** Why the run goes without a Neo4j. */
export function neo4jAbsence(): string {
  return process.env["QUOTH_TEST_NEO4J_SKIPPED"] ?? "no Neo4j was started";
}

/**
 * Call at the top of a test file that uses the Neo4j of this run: the file has it for itself until its last test. All
 * files share one database, and jest runs files in parallel. The lock is a port, since it ends with its process.
 */
export function holdNeo4jForThisFile(): void {
  let lock: Server | undefined;
  beforeAll(async () => {
    if (neo4jAddress()) lock = await takePort(Number(process.env["QUOTH_TEST_NEO4J_LOCK"]));
  }, LOCK_TIMEOUT_MS);
  afterAll(async () => {
    await new Promise((resolve) => (lock ? lock.close(resolve) : resolve(undefined)));
  });
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
