import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openNeo4jEngine } from "../src/graph/neo4j/neo4j-engine";
import { freePort, NEO4J_TEST_PASSWORD, NEO4J_TEST_USER, startNeo4j } from "../tests/support/neo4j-process";
import { generateGraph } from "./generate-graph";
import { loadGraph } from "./load-graph";
import { post, requestsPerSecond } from "./load-client";
import type { Target } from "./load-client";
import { OPERATIONS } from "./operations";
import type { Operation } from "./operations";

/**
 * `npm run bench [-- statements]`: hand-written Cypher over plain HTTP against Quoth, on one Neo4j with 100,000
 * statements unless said otherwise. Timings are noisy: read the ratio, whose two sides alternate in one run.
 */
const STATEMENTS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const ROUND_MS = Number(process.env["BENCH_ROUND_MS"] ?? 2000);
const HEAP = "2g";

interface Place {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

async function main(): Promise<void> {
  const given = process.env["NEO4J_TEST_URI"];
  const own = given === undefined ? await startNeo4j(undefined, undefined, HEAP) : null;
  const place: Place = {
    uri: given ?? own?.uri ?? "",
    user: process.env["NEO4J_TEST_USER"] ?? NEO4J_TEST_USER,
    password: process.env["NEO4J_TEST_PASSWORD"] ?? NEO4J_TEST_PASSWORD,
  };
  const children: ChildProcess[] = [];
  try {
    await load(place);
    const [plainPort, quothPort] = [await freePort(), await freePort()];
    children.push(
      await startServer("READY", [join(__dirname, "hand-written-server.js"), String(plainPort), place.uri, place.user, place.password], {}),
    );
    const settings = {
      NEO4J_URI: place.uri,
      NEO4J_USER: place.user,
      NEO4J_PASSWORD: place.password,
      QUOTH_PORT: String(quothPort),
      QUOTH_LOG: "error",
    };
    children.push(await startServer("graphql", [join(__dirname, "../../dist/cli.js"), "serve"], settings));
    await compareAll(`http://127.0.0.1:${String(plainPort)}/`, `http://127.0.0.1:${String(quothPort)}/graphql`);
  } finally {
    for (const child of children) child.kill("SIGTERM");
    await own?.stop();
  }
}

async function load(place: Place): Promise<void> {
  const engine = await openNeo4jEngine({ ...place, readTimeoutMs: 60_000, retryTimeMs: 60_000 });
  try {
    const [row] = await engine.read({ text: "MATCH (s:Statement) RETURN count(s) AS n", parameters: {} });
    if (row?.["n"] === STATEMENTS) return;
    const start = performance.now();
    const graph = generateGraph(STATEMENTS);
    await loadGraph(engine, graph);
    console.log(
      `${String(STATEMENTS)} statements, ${String(graph.nodes.length)} nodes, ${String(graph.relations.length)} relations, loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`,
    );
  } finally {
    await engine.close();
  }
}

async function startServer(ready: string, argv: string[], settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, argv, { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(ready)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`${argv[0] ?? ""} ended with ${String(code)}.\n${said}`)));
  });
  return child;
}

async function compareAll(plainUrl: string, quothUrl: string): Promise<void> {
  console.log(`\n| operation | hand-written, requests/s | Quoth, requests/s | ratio |\n| --- | --- | --- | --- |`);
  for (const operation of OPERATIONS) {
    const plain = { name: "hand-written", url: plainUrl, body: JSON.stringify({ operation: operation.name }) };
    const quoth = { name: "Quoth", url: quothUrl, body: JSON.stringify({ query: operation.graphql, variables: operation.variables }) };
    await compareAnswers(operation, plain, quoth);
    const { rates, ratio } = await time(plain, quoth);
    console.log(`| ${operation.name} | ${rates.map((rate) => rate.toFixed(0)).join(" | ")} | ${ratio.toFixed(2)} |`);
  }
}

async function compareAnswers(operation: Operation, plain: Target, quoth: Target): Promise<void> {
  const [a, b] = [JSON.parse(await post(plain)), JSON.parse(await post(quoth))] as [{ data: unknown }, { data: unknown }];
  if (!isDeepStrictEqual(a.data, b.data))
    throw new Error(`${operation.name}: the answers differ.\n${JSON.stringify(a).slice(0, 600)}\n${JSON.stringify(b).slice(0, 600)}`);
}

/** The median of rounds in which both sides take turns. */
async function time(plain: Target, quoth: Target): Promise<{ rates: number[]; ratio: number }> {
  await requestsPerSecond(plain, ROUND_MS);
  await requestsPerSecond(quoth, ROUND_MS);
  const rounds: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Who begins changes: whatever the machine does meanwhile meets both.
    const quothFirst = round % 2 === 1;
    const first = await requestsPerSecond(quothFirst ? quoth : plain, ROUND_MS);
    const second = await requestsPerSecond(quothFirst ? plain : quoth, ROUND_MS);
    rounds.push(quothFirst ? [second, first] : [first, second]);
  }
  return { rates: [median(rounds.map(([a]) => a)), median(rounds.map(([, b]) => b))], ratio: median(rounds.map(([a, b]) => b / a)) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
