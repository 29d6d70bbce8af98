import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const DIST = join(ROOT, "dist");
/** The program, for those who start it in an unusual way. */
export const CLI = join(DIST, "cli.js");
const STALE_LOCK_MS = 180_000;

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** Builds dist/ where it is missing or older than src/, so that these tests never judge yesterday's code. */
export function ensureBuilt(): void {
  if (isFresh()) return;
  const release = takeBuildLock();
  try {
    // Another test file may have been quicker; its programs may run from dist/ already.
    if (!isFresh()) build();
  } finally {
    release();
  }
}

function build(): void {
  const target = join(ROOT, "node_modules", ".quoth-build");
  rmSync(target, { recursive: true, force: true });
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", ROOT, "--outDir", target], { encoding: "utf8" });
  if (status !== 0) throw new Error(`src/ does not compile:\n${stdout}`);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(target, DIST);
}

/** A folder can be made once only; one that is old was left behind by a run that was killed. */
function takeBuildLock(): () => void {
  const lock = join(ROOT, "node_modules", ".quoth-build-lock");
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** Runs `quoth` to its end. */
export async function quoth(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const begin = performance.now();
  const child = startQuoth(words, environment);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await exitOf(child);
  return { exitCode, stdout, stderr, ms: performance.now() - begin };
}

/** Starts `quoth`, with no setting but the given ones; questions are planned when they are asked. */
export function startQuoth(words: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const clean = Object.entries(process.env).filter(([name]) => !/^(QUOTH|NEO4J)_/.test(name));
  return spawn(process.execPath, [CLI, ...words], {
    env: { ...Object.fromEntries(clean), QUOTH_PLANNING_TIME: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once("close", (code) => resolve(code)));
}

/** What the program says on stderr up to a pattern. @throws Error when it ends before */
export async function untilSaid(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const match = pattern.exec(said);
      if (match) resolve(match);
    });
    child.once("close", (code) => reject(new Error(`It ended with ${String(code)} before it said ${String(pattern)}:\n${said}`)));
  });
}

function isFresh(): boolean {
  if (!existsSync(CLI)) return false;
  const built = statSync(CLI).mtimeMs;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  return sources.every((file) => statSync(join(ROOT, "src", file)).mtimeMs <= built);
}
