import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, Score, Target } from "./checks";

/** How a check went. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  /** The score, or the reason why there is none. */
  readonly says: string;
  readonly seconds: number;
  /** What the check printed of its failures, and the end of what it printed in other ways. */
  readonly faults: readonly string[];
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const GIVE_UP_MS = 420_000;

/** Runs one check in the target's folder, in a process of its own. */
export async function runCheck(check: Check, target: Target): Promise<Outcome> {
  const begin = performance.now();
  check.prepare?.(target);
  const json = join(target.folder, `${check.name}.json`);
  const flags = check.wants ? ["--json", json] : [];
  const { code, output } = await run([...check.argv(target), ...flags], target);
  const score = check.wants && existsSync(json) ? (JSON.parse(readFileSync(json, "utf8")) as Score) : null;
  const ok = code === 0 && (check.wants ? score !== null && check.wants(score, target) : !check.silent || output === "");
  const lines = output.split("\n");
  const faults = lines.filter((line) => /^FAIL /.test(line)).slice(0, 20);
  return {
    name: check.name,
    ok,
    says: score ? describe(score) : code === 0 ? "accepted" : `exit ${String(code)}`,
    seconds: Math.round((performance.now() - begin) / 1000),
    faults: ok ? [] : faults.length > 0 ? faults : lines.slice(-20),
  };
}

function describe({ passed, failed, skipped }: Score): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ""}`;
}

function run(argv: readonly string[], { folder, environment, introspection }: Target): Promise<Ended> {
  // For the server that injection-oracle starts, and for the ESLint step.
  const ofServer = { NODE_ENV: environment, QUOTH_INTROSPECTION: introspection, QUOTH_COST_PER_MINUTE: "0" };
  // A kept answer shows no statement, and what is planned beside the questions would be taken for theirs: how many arguments are judged
  // would hang on how fast the machine is.
  const settings = { ...ofServer, QUOTH_ANSWER_CACHE: "0", QUOTH_PLANNING_TIME: "0", SCHEMA: "schema.graphql", NO_COLOR: "1" };
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, argv, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], timeout: GIVE_UP_MS });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: said.join("").trim() }));
  });
}
