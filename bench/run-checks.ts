import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../tests/support/neo4j-process";
import { CHECKS, CHECKS_FOLDER } from "./checks/checks";
import type { Engine, Mode } from "./checks/checks";
import { openGraph } from "./checks/open-graph";
import { runCheck } from "./checks/run-check";
import type { Outcome } from "./checks/run-check";
import { installPackages } from "./install-peer";
import { startNode } from "./start-process";

/** One line of the table at the end. */
interface Result extends Outcome {
  readonly mode: string;
}

interface Options {
  readonly engine: Engine;
  readonly modes: readonly Mode[];
  /** Names of checks; all of them when empty. */
  readonly only: readonly string[];
}

const USAGE = `npm run checks -- [flags]
  --engine embedded|neo4j           the engine; neo4j where NEO4J_URI or NEO4J_TEST_URI is set (it is seeded!), otherwise embedded
  --mode development|production     NODE_ENV of the server; both without it
  --introspection on|off            both without it
  --only security-audit,corpus-run  these checks alone`;
const CLI = join(__dirname, "../../dist/cli.js");

async function main(): Promise<void> {
  const options = readOptions();
  installPackages(CHECKS_FOLDER);
  const folder = mkdtempSync(join(tmpdir(), "quoth-checks-"));
  try {
    const graph = await openGraph(options.engine, folder);
    const results: Result[] = [];
    try {
      for (const mode of options.modes) results.push(...(await runMode(mode, options, folder, graph.settings)));
    } finally {
      await graph.stop();
    }
    printTable(options.engine, results);
    if (results.length === 0) throw new Error(`No check was run.\n${USAGE}`);
    process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOptions(): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { engine: text, mode: text, introspection: text, only: text } });
  const named = process.env["NEO4J_URI"] || process.env["NEO4J_TEST_URI"];
  const engines = oneOf(["embedded", "neo4j"] as const, values.engine ?? (named ? "neo4j" : "embedded"));
  const environments = oneOf(["development", "production"] as const, values.mode);
  const introspections = oneOf(["on", "off"] as const, values.introspection);
  const only = values.only?.split(",") ?? [];
  const unknown = only.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`There is no check ${unknown.join(", ")}: ${CHECKS.map(({ name }) => name).join(", ")}.`);
  const modes = environments.flatMap((environment) => introspections.map((introspection) => ({ environment, introspection })));
  return { engine: engines[0] ?? "embedded", modes, only };
}

/** The value that was given, or all that there are. */
function oneOf<T extends string>(known: readonly T[], given: string | undefined): readonly T[] {
  const found = known.filter((value) => given === undefined || value === given);
  if (found.length === 0) throw new Error(`"${String(given)}" is none of ${known.join(", ")}.\n${USAGE}`);
  return found;
}

/** Every check against one server, which is started for it and stopped afterwards. */
async function runMode(mode: Mode, options: Options, parent: string, graph: Readonly<Record<string, string>>): Promise<Result[]> {
  const name = `${mode.environment}, introspection ${mode.introspection}`;
  const folder = join(parent, name.replace(/\W+/g, "-"));
  mkdirSync(folder);
  cpSync(join(CHECKS_FOLDER, "relay"), folder, { recursive: true });
  const port = await freePort();
  const server = await startNode(`Quoth (${name})`, [CLI, "serve"], "Ctrl+C stops it", {
    ...graph,
    NODE_ENV: mode.environment,
    QUOTH_INTROSPECTION: mode.introspection,
    QUOTH_PORT: String(port),
    // The checks ask more than anybody's minute holds; what is refused for that would prove nothing.
    QUOTH_COST_PER_MINUTE: "0",
  });
  const results: Result[] = [];
  try {
    const url = `http://127.0.0.1:${String(port)}/graphql`;
    for (const check of CHECKS) {
      if (options.only.length > 0 && !options.only.includes(check.name)) continue;
      if (check.needsIntrospection && mode.introspection === "off") continue;
      const target = { ...mode, engine: options.engine, url, folder, sparePort: await freePort(), boltPort: await freePort() };
      const outcome = await runCheck(check, target);
      console.log(`${outcome.ok ? "held" : "FELL"} ${name}: ${check.name}: ${outcome.says} (${String(outcome.seconds)} s)`);
      for (const fault of outcome.faults) console.log(`     ${fault.slice(0, 300)}`);
      results.push({ ...outcome, mode: name });
    }
  } finally {
    await server.stop();
  }
  return results;
}

function printTable(engine: string, results: readonly Result[]): void {
  console.log(`\n| mode, on ${engine} | check | score | |\n| --- | --- | --- | --- |`);
  for (const { mode, name, says, ok } of results) console.log(`| ${mode} | ${name} | ${says} | ${ok ? "held" : "**fell**"} |`);
  console.log(`\n${String(results.filter(({ ok }) => ok).length)} of ${String(results.length)} checks held`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
