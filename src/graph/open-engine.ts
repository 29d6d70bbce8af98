import type { DatabaseNames } from "../config/database-names";
import type { Config } from "../config/settings";
import { openEmbeddedEngine } from "./embedded/embedded-engine";
import type { GraphEngine } from "./engine";
import { openNeo4jEngine } from "./neo4j/neo4j-engine";

/** For how long reads of the server try again. */
const READ_RETRY_MS = 5000;

/**
 * The engine that the settings name: Neo4j where NEO4J_URI is set, else the embedded one.
 * @param purpose a load waits longer than a question for a database that went away
 * @param names how messages name the settings, where they are others
 * @throws BadSetting, DatabaseUnavailable, DatabaseLoginFailed, StoreInUse, StoreUnusable, StoreIncomplete
 */
export async function openEngine(config: Config, purpose: "questions" | "load", names?: DatabaseNames): Promise<GraphEngine> {
  const { neo4jUri: uri, readTimeoutMs } = config;
  if (uri === undefined) return openEmbeddedEngine({ folder: config.dataDir, readTimeoutMs });
  return openNeo4jEngine({
    uri,
    user: config.neo4jUser,
    password: config.neo4jPassword ?? "",
    database: config.neo4jDatabase,
    readTimeoutMs: purpose === "load" ? readTimeoutMs + config.seedRetryMs : readTimeoutMs,
    names,
    retryTimeMs: purpose === "load" ? config.seedRetryMs : READ_RETRY_MS,
  });
}
