import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import type { LoadFigures, LoadJob } from "./load-job";
import { openNeo4j } from "./start-neo4j";

const run = promisify(execFile);
const GOALS = { ratio: 0.7, evenness: 0.8, again: 5, peakMb: 800 };
const ENGINES = ["embedded", "neo4j"] as const;
type EngineName = (typeof ENGINES)[number];

const HELP = `npm run bench:load [-- options]

  --statements N   statements of the made-up corpus (50000)
  --engine NAME    only this one: ${ENGINES.join(", ")}
  --skip-bare      the seeder alone

Loads one made-up corpus with the seeder, and the very same nodes and relations with bare UNWIND … CREATE statements through
the driver alone, whose rows are made while the clock stands still. Each load has a process and an empty store of its own.`;

interface Options {
  readonly statements: number;
  readonly engines: readonly EngineName[];
  readonly skipBare: boolean;
}

interface Compared {
  readonly engine: EngineName;
  readonly bare: LoadFigures | null;
  readonly first: LoadFigures;
  readonly again: LoadFigures;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === null) return console.log(HELP);
  const compared: Compared[] = [];
  for (const engine of options.engines) compared.push(await compare(engine, options));
  for (const each of compared) print(each);
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      statements: { type: "string", default: "50000" },
      engine: { type: "string" },
      "skip-bare": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const statements = Number(values.statements);
  if (!Number.isSafeInteger(statements) || statements < 1000) throw new Error("--statements wants a whole number from 1000 on.");
  const engines = ENGINES.filter((each) => values.engine === undefined || each === values.engine);
  if (engines.length === 0) throw new Error(`There is no engine "${values.engine ?? ""}"; there are ${ENGINES.join(", ")}.`);
  return values.help ? null : { statements, engines, skipBare: values["skip-bare"] };
}

async function compare(engine: EngineName, { statements, skipBare }: Options): Promise<Compared> {
  const bare = skipBare ? null : await withStore(engine, statements, (load) => load("bare"));
  return withStore(engine, statements, async (load) => ({ engine, bare, first: await load("seeder"), again: await load("seeder") }));
}

type Load = (who: LoadJob["who"]) => Promise<LoadFigures>;

/** Gives a way to load into a store that is empty at first, and takes the store away again. */
async function withStore<T>(engine: EngineName, statements: number, work: (load: Load) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "quoth-bench-load-"));
  const place = engine === "neo4j" ? await openNeo4j(statements, undefined) : null;
  const answer = join(folder, "answer.json");
  const { uri = "", user = "", password = "" } = place ?? {};
  const target = place === null ? { folder: join(folder, "store") } : { neo4j: { uri, user, password } };
  try {
    return await work(async (who) => {
      const job: LoadJob = { who, statements, answer, ...target };
      await run(process.execPath, [join(__dirname, "load-job.js"), JSON.stringify(job)], { maxBuffer: 1 << 24 });
      return JSON.parse(readFileSync(answer, "utf8")) as LoadFigures;
    });
  } finally {
    await place?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function print({ engine, bare, first, again }: Compared): void {
  const lines = [
    `\n${engine}: ${figure(first.rows)} nodes and relations`,
    `  bare UNWIND      ${bare === null ? "not run" : `${figure(bare.rate)} a second, ${bare.seconds.toFixed(1)} s; first fifth ${figure(bare.first)}, last ${figure(bare.last)}`}`,
    `  seeder           ${figure(first.rate)} a second, ${first.seconds.toFixed(1)} s (${first.takeInSeconds.toFixed(1)} s of it taking the corpus in)`,
    `  ratio            ${bare === null ? "-" : goal(first.rate / bare.rate, GOALS.ratio)}`,
    `  last/first fifth ${figure(first.last)} / ${figure(first.first)} = ${goal(first.last / first.first, GOALS.evenness)} of relations`,
    `  second load      ${again.seconds.toFixed(1)} s, ${goal(first.seconds / again.seconds, GOALS.again)} times faster, ${again.changed ? "CHANGED SOMETHING" : "changed nothing"}`,
    `  peak memory      ${figure(first.peakMb)} MB${engine === "embedded" ? " with the store in it" : first.peakMb <= GOALS.peakMb ? "" : ` (goal: ${figure(GOALS.peakMb)} MB: MISSED)`}`,
  ];
  console.log(lines.join("\n"));
}

function goal(value: number, least: number): string {
  return `${value.toFixed(2)} (goal ${String(least)}: ${value >= least ? "met" : "MISSED"})`;
}

function figure(value: number): string {
  return Math.round(value).toLocaleString("en");
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
