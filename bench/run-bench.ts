import { writeFileSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { buildQuothSchema } from "../src/api/build-schema";
import { HELP, readOptions } from "./bench-options";
import type { BenchOptions } from "./bench-options";
import { compareAnswers } from "./compare-answers";
import type { Outcomes } from "./compare-answers";
import { compareSizes, wanted } from "./compare-sizes";
import { HAS_CACHE } from "./contenders";
import type { Contender } from "./contenders";
import { describeRun } from "./describe-run";
import { Endings, openContenders } from "./open-contenders";
import { allOperations } from "./operations/all-operations";
import type { Operation } from "./operations/operation";
import { printGoals, printTable, ratioOf } from "./print-table";
import type { Measured } from "./print-table";
import { endQuestions } from "./start-neo4j";
import type { Neo4jPlace } from "./start-neo4j";
import { median, Race } from "./time-contenders";
import type { Failures } from "./time-contenders";

/**
 * `npm run bench -- --help`: Quoth beside hand-written Cypher, @neo4j/graphql and PostGraphile, over the same data, each
 * asked in its own words. Answers are compared before anybody is timed. Timings are noisy: read the ratios, whose sides
 * take turns within one run.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(HELP);
    return;
  }
  const endings = new Endings();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void endings.run().finally(() => process.exit(130)));
  }
  try {
    const schema = buildQuothSchema();
    if (options.growth === null) await compareContenders(options, schema, endings);
    else save(options, await compareSizes(options, options.growth, schema, endings));
  } finally {
    await endings.run();
  }
}

/**
 * First everybody's answers to everything; then the times, in rounds through all operations. Compilers are at work in the first rounds, those
 * of the database above all: on two cores they take more of them than the questions, so that these rounds tell who came first, and do not count.
 */
async function compareContenders(options: BenchOptions, schema: GraphQLSchema, endings: Endings): Promise<void> {
  const { contenders, marks, place, version } = await openContenders(options, endings);
  const compared: Compared[] = [];
  for (const operation of allOperations(marks).filter((each) => wanted(each, options))) {
    compared.push(await compare(operation, contenders, schema, place, options));
  }
  const races = compared.map(({ operation, outcomes, timed }) => ({ outcomes, race: new Race(operation, timed) }));
  const inRounds = async (rounds: number, each: readonly Race[]): Promise<void> => {
    for (let round = 0; round < rounds; round++) for (const race of each) if (await race.run(options.roundMs)) await endQuestions(place);
  };
  if (!options.check) {
    const warming = compared.map(({ operation, timed }) => new Race(operation, timed));
    await inRounds(options.warm, warming);
    const counting = races.map(({ race }) => race);
    await inRounds(options.rounds, counting);
  }
  const measured = races.map(
    ({ outcomes, race: { operation, rates, failures } }): Measured => ({ operation, outcomes: withFailures(outcomes, failures), rates }),
  );
  console.log(`\n${describeRun(options, version)}`);
  if (!HAS_CACHE) console.log("There is no column of cached answers: this Quoth keeps none.");
  printTable(measured, contenders);
  if (!options.check) printGoals(measured);
  save(options, measured.map(figures));
  if (measured.some(({ outcomes }) => [...outcomes].some(isFault))) process.exitCode = 1;
}

interface Compared {
  readonly operation: Operation;
  readonly outcomes: Outcomes;
  /** Those whose answer was right. */
  readonly timed: readonly Contender[];
}

async function compare(
  operation: Operation,
  contenders: readonly Contender[],
  schema: GraphQLSchema,
  place: Neo4jPlace,
  options: BenchOptions,
): Promise<Compared> {
  const asked = contenders.filter(({ name }) => name !== "bytes");
  const outcomes = await compareAnswers(operation, asked, schema);
  if ([...outcomes.values()].some(({ kind }) => kind === "failed")) await endQuestions(place);
  await giveBytes(operation, contenders, outcomes);
  const timed = contenders.filter((contender) => isTimed(contender, outcomes));
  const warming = new Race(operation, timed);
  if (!options.check && (await warming.run(options.roundMs))) await endQuestions(place);
  const { failures } = warming;
  console.log(`… ${operation.name}${options.check ? `\n  ${sampleOf(outcomes)}` : ""}`);
  return {
    operation,
    outcomes: withFailures(withBytes(outcomes, contenders), failures),
    timed: timed.filter((contender) => !failures.has(contender)),
  };
}

function withFailures(outcomes: Outcomes, failures: Failures): Outcomes {
  return new Map([...outcomes, ...[...failures].map(([contender, why]) => [contender, { kind: "failed" as const, why }] as const)]);
}

/** A peer may fail; answers that differ, and a failure on our own side, are faults of the benchmark or of Quoth. */
function isFault([{ name }, { kind }]: [Contender, { readonly kind: string }]): boolean {
  return kind === "different" || (kind === "failed" && name !== "neo4j-graphql" && name !== "postgraphile");
}

/** The beginning of the first right answer, for a look at whether it says anything. */
function sampleOf(outcomes: Outcomes): string {
  const first = [...outcomes.values()].find((outcome) => outcome.kind === "right");
  return first?.kind === "right" ? `${first.text.length.toLocaleString("en")} characters: ${first.text.slice(0, 300)}` : "no answer";
}

/** Plain bytes are timed wherever Quoth has an answer that they can send. */
function isTimed(contender: Contender, outcomes: Outcomes): boolean {
  if (contender.name !== "bytes") return outcomes.get(contender)?.kind === "right";
  return [...outcomes].some(([{ name }, { kind }]) => name === "quoth" && kind === "right");
}

function withBytes(outcomes: Outcomes, contenders: readonly Contender[]): Outcomes {
  const bytes = contenders.find(({ name }) => name === "bytes");
  return bytes && isTimed(bytes, outcomes) ? new Map([...outcomes, [bytes, { kind: "right", text: "" }]]) : outcomes;
}

async function giveBytes(operation: Operation, contenders: readonly Contender[], outcomes: Outcomes): Promise<void> {
  const bytes = contenders.find(({ name }) => name === "bytes");
  const own = [...outcomes].find(([{ name }]) => name === "quoth")?.[1];
  if (!bytes || own?.kind !== "right") return;
  await fetch(bytes.url + encodeURIComponent(operation.name), { method: "PUT", body: own.text });
}

function figures(measured: Measured): object {
  const { operation, outcomes, rates } = measured;
  const of = ([contender, outcome]: [Contender, { readonly kind: string; readonly why?: string; readonly note?: string }]): object => {
    const rounds = rates.get(contender) ?? [];
    const { kind, why, note } = outcome;
    return { contender: contender.name, kind, why, note, requestsPerSecond: median(rounds), rounds, ratio: ratioOf(measured, contender) };
  };
  return { operation: operation.name, reads: operation.reads, contenders: [...outcomes].map(of) };
}

function save({ json, statements, rounds, roundMs }: BenchOptions, results: unknown): void {
  if (json === undefined) return;
  writeFileSync(json, `${JSON.stringify({ at: new Date().toISOString(), statements, rounds, roundMs, results }, null, 2)}\n`);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
