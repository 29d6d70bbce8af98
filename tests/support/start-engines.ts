import type { Neo4jProcess } from "./neo4j-process";
import { freePort, NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j, whyNoNeo4j } from "./neo4j-process";

declare global {
  var quothTestNeo4j: Neo4jProcess | undefined;
}

/**
 * Before any test: a Neo4j for the whole run, handed on by environment variables. `NEO4J_TEST_URI` names one that runs
 * already (it is emptied!); `QUOTH_TEST_ENGINES=embedded` goes without; `QUOTH_REQUIRE_NEO4J=1` fails rather than go without.
 */
async function startEngines(): Promise<void> {
  // A variable left over from the caller's shell must not be taken for the server of this run.
  delete process.env["QUOTH_TEST_NEO4J"];
  const absence = await whyAbsent();
  if (absence !== null) return goWithout(absence);
  const given = process.env["NEO4J_TEST_URI"];
  if (given) {
    announce(given, process.env["NEO4J_TEST_USER"] ?? "neo4j", process.env["NEO4J_TEST_PASSWORD"] ?? "");
  } else {
    globalThis.quothTestNeo4j = await startNeo4j();
    announce(globalThis.quothTestNeo4j.uri, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD);
    process.env["QUOTH_TEST_NEO4J_PID"] = String(globalThis.quothTestNeo4j.pid);
  }
  process.env["QUOTH_TEST_NEO4J_LOCK"] = String(await freePort());
}

async function whyAbsent(): Promise<string | null> {
  if (process.env["QUOTH_TEST_ENGINES"] === "embedded") return "QUOTH_TEST_ENGINES=embedded asks for the embedded engine alone";
  return process.env["NEO4J_TEST_URI"] ? null : await whyNoNeo4j();
}

function goWithout(reason: string): void {
  if (process.env["QUOTH_REQUIRE_NEO4J"] === "1") {
    throw new Error(`QUOTH_REQUIRE_NEO4J=1, but there is no Neo4j to test on: ${reason}. Install Java and Maven, or set NEO4J_TEST_URI.`);
  }
  process.env["QUOTH_TEST_NEO4J_SKIPPED"] = reason;
  process.stderr.write(`\nNEO4J TESTS ARE SKIPPED: ${reason}.\n`);
}

function announce(uri: string, user: string, password: string): void {
  process.env["QUOTH_TEST_NEO4J"] = uri;
  process.env["QUOTH_TEST_NEO4J_USER"] = user;
  process.env["QUOTH_TEST_NEO4J_PASSWORD"] = password;
}

export = startEngines;
