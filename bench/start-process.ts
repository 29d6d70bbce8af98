import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** A server of the benchmark in a process of its own. */
export interface RunningProcess {
  stop(): Promise<void>;
}

/** A Neo4j with a million statements that was cut off needs minutes to write again what its log has. */
const READY_WITHIN_MS = 600_000;
/** One that was just loaded has gigabytes in memory that are not in its files yet. */
const STOP_WITHIN_MS = 180_000;

/**
 * Waits until a process says that it is ready, and reads what it says from then on, so that it never waits for a reader.
 * @throws Error with its last words where it ends, or says nothing in time
 */
export async function startProcess(
  name: string,
  child: ChildProcess,
  ready: string,
  signal: NodeJS.Signals = "SIGTERM",
): Promise<RunningProcess> {
  let said = "";
  const stop = (): Promise<void> => end(child, signal);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${name} was not ready after ${String(READY_WITHIN_MS / 1000)} s.\n${said}`));
    }, READY_WITHIN_MS);
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
      if (!said.includes(ready)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${String(code)}.\n${said}`));
    });
  });
  return { stop };
}

/** As `npm start` starts Quoth (docs/operations.md, "Memory"); every server gets the same, whoever made it. */
const NODE_OPTIONS = ["--max-semi-space-size=64"];

/** A script that Node runs; `settings` are added to the environment. */
export function startNode(
  name: string,
  argv: readonly string[],
  ready: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  const environment = { ...process.env, NODE_ENV: "production", ...settings };
  return startProcess(
    name,
    spawn(process.execPath, [...NODE_OPTIONS, ...argv], { env: environment, stdio: ["ignore", "pipe", "pipe"] }),
    ready,
  );
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await exit;
  clearTimeout(timer);
}
