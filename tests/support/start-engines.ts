import { NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, boltUri, fetchLibrary, freePort, whyNoNeo4j } from "./neo4j-process";
import { Neo4jStarter } from "./neo4j-starter";
import { RUN } from "./neo4j-for-this-file";
import type { Neo4jAddress, RunNeo4j } from "./neo4j-for-this-file";

declare global {
  var quothTestNeo4j: Neo4jStarter | undefined;
}

/**
 * Before any test: says which Neo4j the test files will use, by environment variables. Each worker has one of its own, so
 * that none waits for another; they are started when one is needed. `NEO4J_TEST_URI` names one that runs already (it is
 * emptied!); `QUOTH_TEST_ENGINES=embedded` goes without; `QUOTH_REQUIRE_NEO4J=1` fails rather than go without.
 */
async function startEngines({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  // Variables left over from the caller's shell must not be taken for those of this run.
  for (const name of Object.values(RUN)) delete process.env[name];
  const absence = await whyAbsent();
  if (absence !== null) return goWithout(absence);
  const uri = process.env["NEO4J_TEST_URI"];
  if (uri) {
    const [user, password] = [process.env["NEO4J_TEST_USER"] ?? "neo4j", process.env["NEO4J_TEST_PASSWORD"] ?? ""];
    await announce([{ uri, user, password }]);
  } else {
    await fetchLibrary();
    const ports = await Promise.all(Array.from({ length: maxWorkers }, async () => freePort()));
    const login = { user: NEO4J_TEST_USER, password: NEO4J_TEST_PASSWORD };
    await announce(ports.map((port) => ({ uri: boltUri(port), ...login })));
    globalThis.quothTestNeo4j = await Neo4jStarter.listen(ports);
    process.env[RUN.starterPort] = String(globalThis.quothTestNeo4j.port);
  }
}

async function whyAbsent(): Promise<string | null> {
  if (process.env["QUOTH_TEST_ENGINES"] === "embedded") return "QUOTH_TEST_ENGINES=embedded asks for the embedded engine alone";
  return process.env["NEO4J_TEST_URI"] ? null : await whyNoNeo4j();
}

function goWithout(reason: string): void {
  if (process.env["QUOTH_REQUIRE_NEO4J"] === "1") {
    throw new Error(`QUOTH_REQUIRE_NEO4J=1, but there is no Neo4j to test on: ${reason}. Install Java and Maven, or set NEO4J_TEST_URI.`);
  }
  process.env[RUN.absence] = reason;
  process.stderr.write(`\nNEO4J TESTS ARE SKIPPED: ${reason}.\n`);
}

async function announce(addresses: readonly Neo4jAddress[]): Promise<void> {
  const databases = addresses.map(async (address): Promise<RunNeo4j> => ({ ...address, lockPort: await freePort() }));
  process.env[RUN.databases] = JSON.stringify(await Promise.all(databases));
}

export = startEngines;
