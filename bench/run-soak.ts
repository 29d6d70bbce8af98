import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One look at the server, by its own metrics. */
interface Reading {
  readonly memoryMb: number;
  /** Right after a collection of everything. */
  readonly heapMb: number;
  readonly files: number;
  readonly statements: number;
  readonly answered: number;
}

const SECONDS = Number(process.env["QUOTH_SOAK_SECONDS"] ?? 1200);
const READ_EVERY_MS = Math.min(5000, (SECONDS * 1000) / 24);
const CLIENTS = 8;
/**
 * Growth, from the second third of all requests to the last one, of what a collection leaves of the heap: what is never freed, and not how long the
 * collector is content to wait, which has an end of its own. The first third fills what is kept of 5,000 documents; by requests and not
 * by time, since a slow machine takes longer for that.
 */
const MEMORY_GROWTH = 1.15;
const MEMORY_CAP_MB = 640;
const MEMORY_SLACK_MB = 20;
const FILES_SLACK = 10;

/** Words that come again, which the cache answers, and words that never do. */
const QUESTIONS: readonly ((index: number) => string)[] = [
  () => "{ people(first: 10) { totalCount nodes { name } } }",
  (index) => `{ statements(first: 5, where: { text: { contains: "w${String(index)}" } }) { nodes { id text } } }`,
  (index) => `query Q${String(index)} { search(query: "tehran ${String(index)}", first: 3) { nodes { __typename } } }`,
  (index) => `{ statements(first: ${String(1 + (index % 90))}) { nodes { id speaker { id } } } }`,
  () => "{ statementCounts(groupBy: [SPEAKER]) { count } }",
  () => "{ nope }",
  () => "{ unreadable",
];

async function main(): Promise<void> {
  const store = mkdtempSync(join(tmpdir(), "quoth-soak-"));
  const environment = {
    ...process.env,
    QUOTH_DATA_DIR: join(store, "store"),
    QUOTH_PORT: "0",
    QUOTH_METRICS_PORT: "0",
    QUOTH_LOG: "error",
    // Small, so that it is full early.
    QUOTH_ANSWER_CACHE: "8",
  };
  const flags = ["--expose-gc", "--require", join(__dirname, "../../bench/collect-on-signal.cjs")];
  const server = spawn(process.execPath, [...flags, "dist/cli.js", "serve"], { env: environment, stdio: ["ignore", "inherit", "pipe"] });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  // Whoever ends the soak ends its server: the clients then fail, and what follows is cleaned up.
  process.once("SIGTERM", () => server.kill("SIGTERM"));
  try {
    const [address, metrics] = await addressesOf(server.stderr);
    const readings = await soak(address, async () => read(metrics, await heapAfterCollection(server)));
    const faults = judge(readings);
    process.stdout.write(`${faults.length === 0 ? "Flat: memory, statements and files." : faults.join("\n")}\n`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    server.kill("SIGTERM");
    await ended;
    rmSync(store, { recursive: true, force: true });
  }
}

async function addressesOf(stderr: NodeJS.ReadableStream): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    let said = "";
    stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      const match = /API\s+(http:\/\/\S+)\/graphql[^]*Metrics\s+(http:\/\/\S+)/.exec(said);
      if (match) resolve([String(match[1]), String(match[2])]);
    });
    stderr.on("end", () => reject(new Error(`The server ended:\n${said}`)));
  });
}

async function soak(address: string, look: () => Promise<Reading>): Promise<Reading[]> {
  const until = performance.now() + SECONDS * 1000;
  const readings: Reading[] = [];
  let index = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) await ask(address, index++);
  };
  const observer = async (): Promise<void> => {
    while (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
      readings.push(await look());
    }
  };
  await Promise.all([...Array.from({ length: CLIENTS }, client), observer()]);
  return readings;
}

async function ask(address: string, index: number): Promise<void> {
  const query = QUESTIONS[index % QUESTIONS.length]?.(index);
  // One client in fifty leaves before it has its answer.
  const signal = index % 50 === 0 ? AbortSignal.timeout(2) : AbortSignal.timeout(30_000);
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(`${address}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }), signal });
    const answer = (await response.json()) as { errors?: unknown };
    // The last two are wrong on purpose.
    const isWrong = index % QUESTIONS.length >= QUESTIONS.length - 2;
    if (isWrong !== (answer.errors !== undefined))
      throw new Error(`${query ?? ""} was answered with ${JSON.stringify(answer).slice(0, 300)}`);
  } catch (error) {
    if (index % 50 !== 0) throw error;
  }
}

/** @returns bytes */
async function heapAfterCollection(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const listen = (chunk: Buffer): void => {
      const match = /collected: (\d+)/.exec(chunk.toString());
      if (match === null) return;
      server.stderr?.off("data", listen);
      resolve(Number(match[1]));
    };
    server.stderr?.on("data", listen);
    server.kill("SIGUSR2");
  });
}

async function read(metrics: string, heap: number): Promise<Reading> {
  const text = await (await fetch(metrics)).text();
  const figure = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1] ?? NaN);
  const answered = [...text.matchAll(/^quoth_requests_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  return {
    memoryMb: figure("process_resident_memory_bytes") / 1024 ** 2,
    heapMb: heap / 1024 ** 2,
    files: figure("process_open_fds"),
    statements: figure("quoth_statements_at_work"),
    answered,
  };
}

function judge(readings: readonly Reading[]): string[] {
  const total = readings.at(-1)?.answered ?? 0;
  const early = readings.filter(({ answered }) => answered >= total / 3 && answered < (total * 2) / 3);
  const late = readings.filter(({ answered }) => answered >= (total * 2) / 3);
  const middle = (part: readonly Reading[], of: keyof Reading): number =>
    part.map((each) => each[of]).sort((a, b) => a - b)[part.length >> 1] ?? NaN;
  const says = (of: keyof Reading): string =>
    `${of}: ${middle(early, of).toFixed(0)} in the second third, ${middle(late, of).toFixed(0)} in the last`;
  process.stdout.write(
    `${String(total)} requests in ${String(SECONDS)} s\n${(["memoryMb", "files", "statements"] as const).map(says).join("\n")}\n`,
  );
  const faults: string[] = [];
  // Not "more than": a figure that is missing is no flat one.
  const kept = says("heapMb");
  process.stdout.write(`${kept}\n`);
  if (!(middle(late, "heapMb") <= middle(early, "heapMb") * MEMORY_GROWTH + MEMORY_SLACK_MB)) faults.push(`FAILED ${kept}`);
  const most = Math.max(...readings.map(({ memoryMb }) => memoryMb));
  if (!(most <= MEMORY_CAP_MB)) faults.push(`FAILED ${most.toFixed(0)} MB in all, at most ${String(MEMORY_CAP_MB)}`);
  if (!(middle(late, "files") <= middle(early, "files") + FILES_SLACK)) faults.push(`FAILED ${says("files")}`);
  if (!(middle(late, "statements") <= middle(early, "statements") + CLIENTS)) faults.push(`FAILED ${says("statements")}`);
  if (!(total > SECONDS)) faults.push(`FAILED only ${String(total)} requests were answered`);
  return faults;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
