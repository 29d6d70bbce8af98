import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Engine } from "./checks";
import { NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../../tests/support/neo4j-process";

/** A seeded graph, by the settings of a server that answers from it. */
export interface OpenGraph {
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const ROOT = join(__dirname, "../../..");
/** 11 people and 32 statements: the checks want 8 and 30. */
const CORPUS = join(ROOT, "seed/soleimani-2020");

/**
 * The embedded store in a folder, or Neo4j: that of NEO4J_URI or NEO4J_TEST_URI, to which the corpus is added, or one of its own
 * from Maven packages.
 */
export async function openGraph(engine: Engine, folder: string): Promise<OpenGraph> {
  const graph = engine === "embedded" ? openStore(folder) : await openNeo4j();
  try {
    const env = { ...process.env, ...graph.settings };
    await promisify(execFile)(process.execPath, [join(ROOT, "dist/cli.js"), "seed", CORPUS], { env });
  } catch (error) {
    await graph.stop();
    throw error;
  }
  return graph;
}

function openStore(folder: string): OpenGraph {
  // An empty text counts as not set: the caller's shell may name a Neo4j.
  return { settings: { NEO4J_URI: "", QUOTH_DATA_DIR: join(folder, "store") }, stop: () => Promise.resolve() };
}

async function openNeo4j(): Promise<OpenGraph> {
  const { NEO4J_URI: uri, NEO4J_TEST_URI: testUri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  // Its user and password stand beside it in the environment.
  if (uri) return { settings: { NEO4J_URI: uri }, stop: () => Promise.resolve() };
  if (testUri) {
    const settings = { NEO4J_URI: testUri, NEO4J_USER: user ?? "neo4j", NEO4J_PASSWORD: password ?? "", NEO4J_PASSWORD_FILE: "" };
    return { settings, stop: () => Promise.resolve() };
  }
  const neo4j = await startNeo4j({ use: "lasting" });
  const login = { NEO4J_USER: NEO4J_TEST_USER, NEO4J_PASSWORD: NEO4J_TEST_PASSWORD, NEO4J_PASSWORD_FILE: "" };
  return { settings: { NEO4J_URI: neo4j.uri, ...login }, stop: () => neo4j.stop() };
}
