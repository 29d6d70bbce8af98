import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { freePort, NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../tests/support/neo4j-process";
import { startProcess } from "./start-process";
import type { RunningProcess } from "./start-process";

/** A Neo4j that can be reached, and how to let go of it. */
export interface Neo4jPlace {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** What Neo4j is given: enough for the graph to be read from memory, as on any server that is meant for it. */
interface Memory {
  readonly heap: string;
  readonly pageCacheMb: number;
}

const TESTS = join(__dirname, "../../tests/support/neo4j");
const TEST_PAGE_CACHE = "pagecache_memory, 64L << 20";

/**
 * The Neo4j of NEO4J_TEST_URI, or one of its own from Maven packages.
 * @param folder where its store is kept from run to run; a temporary one without it
 */
export async function openNeo4j(statements: number, folder: string | undefined): Promise<Neo4jPlace> {
  const given = process.env["NEO4J_TEST_URI"];
  const user = process.env["NEO4J_TEST_USER"] ?? NEO4J_TEST_USER;
  const password = process.env["NEO4J_TEST_PASSWORD"] ?? NEO4J_TEST_PASSWORD;
  if (given !== undefined) return { uri: given, user, password, stop: () => Promise.resolve() };
  const memory = statements > 300_000 ? { heap: "4g", pageCacheMb: 8192 } : { heap: "2g", pageCacheMb: 1024 };
  const home = folder ?? mkdtempSync(join(tmpdir(), "quoth-bench-neo4j-"));
  mkdirSync(home, { recursive: true });
  const { uri, running } = await launch(home, memory);
  const stop = async (): Promise<void> => {
    await running.stop();
    if (folder === undefined) rmSync(home, { recursive: true, force: true });
  };
  return { uri, user, password, stop };
}

/** Ends what Neo4j still works on for those who no longer wait: not every contender tells it to stop. */
export async function endQuestions({ uri, user, password }: Neo4jPlace): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW'",
    );
    const ids = records.map((record) => String(record.get("transactionId")));
    if (ids.length > 0) await driver.executeQuery("TERMINATE TRANSACTIONS $ids", { ids });
  } finally {
    await driver.close();
  }
}

/** The launcher of the tests with another page cache: theirs holds a few thousand statements. */
async function launch(home: string, { heap, pageCacheMb }: Memory): Promise<{ uri: string; running: RunningProcess }> {
  const library = await libraryFolder();
  const port = await freePort();
  const source = readFileSync(join(TESTS, "Neo4jServer.java"), "utf8");
  if (!source.includes(TEST_PAGE_CACHE)) throw new Error(`tests/support/neo4j/Neo4jServer.java no longer says "${TEST_PAGE_CACHE}".`);
  const folder = mkdtempSync(join(tmpdir(), "quoth-bench-launcher-"));
  const launcher = join(folder, "Neo4jServer.java");
  writeFileSync(launcher, source.replace(TEST_PAGE_CACHE, `pagecache_memory, ${String(pageCacheMb)}L << 20`));
  const argv = [`-Xmx${heap}`, `-Xms${heap}`, "-cp", join(library, "*"), launcher, home, String(port), NEO4J_TEST_PASSWORD];
  const running = await startProcess("Neo4j", spawn("java", argv, { stdio: ["pipe", "pipe", "pipe"] }), "READY");
  rmSync(folder, { recursive: true });
  return { uri: `bolt://127.0.0.1:${String(port)}`, running };
}

/** Where the tests keep Neo4j's packages; they are fetched by starting a server of the tests once. */
async function libraryFolder(): Promise<string> {
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(join(TESTS, "pom.xml"), "utf8"))?.[1];
  const library = process.env["QUOTH_NEO4J_LIB"] ?? join(tmpdir(), `quoth-neo4j-${String(version)}`, "lib");
  if (!existsSync(library)) await (await startNeo4j()).stop();
  return library;
}
