import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
// Beside this file, or, where it was compiled elsewhere, in the tree that it was compiled from.
const SOURCE = [join(__dirname, "neo4j"), join(__dirname, "../../../tests/support/neo4j")].find((folder) => existsSync(folder)) ?? "";
const START_TIMEOUT_MS = 120_000;
const FETCH_TIMEOUT_MS = 600_000;
/** Below the ports that systems take for outgoing connections: one that is free stays so until it is used. */
const PORTS = { first: 20_000, count: 10_000 };
/**
 * A server of one test ends before the second compiler's work pays: with it, the first loads cost twice the processor time. For one of a whole run it does:
 * planning is most of what that does, and takes three quarters of the time once it is compiled.
 */
const ONE_COMPILER = "-XX:TieredStopAtLevel=1";
/** What was planned for the graph of one test file serves the next, though that one has other numbers of nodes. */
const PLANS_KEPT = "-Dquoth.replanInterval=PT24H";
const FLAGS_OF_USE = { "short-lived": [ONE_COMPILER, PLANS_KEPT], "for a run": [PLANS_KEPT], lasting: [] } as const;
/** Of each server in the process. */
const MEMORY_MB = { young: 220, all: 512 };
export const NEO4J_TEST_USER = "neo4j";
export const NEO4J_TEST_PASSWORD = "quoth-tests";

export type Neo4jUse = keyof typeof FLAGS_OF_USE;

/** Several ports are as many servers in one process: what it compiles for one of them serves all, and half of what it does is to compile. */
export interface Neo4jWish {
  readonly ports?: readonly number[];
  /** Where the stores are kept; a temporary one without it. */
  readonly folder?: string;
  /** One that is asked for minutes is compiled as any server is. */
  readonly use?: Neo4jUse;
}

export interface Neo4jProcess {
  /** Of the server at the first port. */
  readonly uri: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Why a Neo4j cannot be started on this machine; null when it can. */
export async function whyNoNeo4j(): Promise<string | null> {
  const java = await run("java", ["-version"]).catch(() => null);
  if (!java) return "no `java` on the path (17 or later is wanted)";
  const major = Number(/version "(\d+)/.exec(java.stderr + java.stdout)?.[1] ?? 0);
  if (major < 17) return `Java ${String(major)} is too old (17 or later is wanted)`;
  const modules = await run("java", ["--list-modules"]).catch(() => null);
  // The launcher of the tests is compiled when it is started.
  if (!modules?.stdout.includes("jdk.compiler@")) return "this Java cannot compile (a JDK is wanted, not a JRE)";
  if (existsSync(libraryFolder())) return null;
  return (await run("mvn", ["-version"]).catch(() => null)) ? null : "no `mvn` (Maven) on the path";
}

/** Starts a Neo4j of its own; fetches its packages at the first run. */
export async function startNeo4j({ ports, folder, use = "short-lived" }: Neo4jWish = {}): Promise<Neo4jProcess> {
  const library = await fetchLibrary();
  const home = folder ?? mkdtempSync(join(tmpdir(), "quoth-neo4j-run-"));
  const boltPorts = ports ?? [await freePort()];
  const argv = [...FLAGS_OF_USE[use], ...flagsFor(boltPorts.length), "-cp", join(library, "*"), join(SOURCE, "Neo4jServer.java")];
  const child = spawn("java", [...argv, home, boltPorts.join(), NEO4J_TEST_PASSWORD], { stdio: ["pipe", "pipe", "pipe"] });
  await untilReady(child);
  return {
    uri: boltUri(boltPorts[0] ?? 0),
    pid: child.pid ?? 0,
    async stop() {
      await ended(child);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}

export function boltUri(port: number): string {
  return `bolt://127.0.0.1:${String(port)}`;
}

function flagsFor(servers: number): string[] {
  const { young, all } = MEMORY_MB;
  return ["-XX:+UseSerialGC", `-Xmn${String(young * servers)}m`, "-XX:MetaspaceSize=256m", `-Xmx${String(all * servers)}m`];
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + randomInt(PORTS.count);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

function libraryFolder(): string {
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(join(SOURCE, "pom.xml"), "utf8"))?.[1];
  return process.env["QUOTH_NEO4J_LIB"] ?? join(tmpdir(), `quoth-neo4j-${String(version)}`, "lib");
}

/** The folder with Neo4j's packages, which are fetched unless they are there. */
export async function fetchLibrary(): Promise<string> {
  const library = libraryFolder();
  if (existsSync(library)) return library;
  // Into a folder of its own first: a fetch that is cut short must not look like a complete one.
  const fetched = mkdtempSync(join(tmpdir(), "quoth-neo4j-fetch-"));
  cpSync(join(SOURCE, "pom.xml"), join(fetched, "pom.xml"));
  const goal = ["dependency:copy-dependencies", "-DoutputDirectory=lib", "-DincludeScope=runtime"];
  await run("mvn", ["-q", "-B", "-f", join(fetched, "pom.xml"), ...goal], { cwd: fetched, timeout: FETCH_TIMEOUT_MS });
  mkdirSync(join(library, ".."), { recursive: true });
  if (!existsSync(library)) moveFolder(join(fetched, "lib"), library);
  rmSync(fetched, { recursive: true, force: true });
  return library;
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another disk (EXDEV), or another run was quicker and put it there already.
    if (!existsSync(to)) cpSync(from, to, { recursive: true });
    if (!existsSync(to)) throw error;
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`The test Neo4j was not ready after ${String(START_TIMEOUT_MS / 1000)} s.\n${said}`));
    }, START_TIMEOUT_MS);
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
      if (!said.includes("READY")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The test Neo4j ended with ${String(code)}.\n${said}`));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exit;
  clearTimeout(timer);
}
