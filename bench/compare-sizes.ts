import type { BenchOptions } from "./bench-options";
import { compareAnswers } from "./compare-answers";
import type { Contender } from "./contenders";
import { cursorOf, startQuoth } from "./contenders";
import { targetOf } from "./contenders";
import { requestsPerSecond } from "./load-client";
import { openLoadedNeo4j } from "./open-contenders";
import type { Endings } from "./open-contenders";
import { allOperations } from "./operations/all-operations";
import type { Operation } from "./operations/operation";
import { profileOperation } from "./profile-quoth";
import type { Accesses } from "./profile-quoth";
import type { Neo4jPlace } from "./start-neo4j";
import { median } from "./time-contenders";
import type { GraphQLSchema } from "graphql";

/** Quoth on a Neo4j with so many statements. */
interface Size {
  readonly statements: number;
  readonly place: Neo4jPlace;
  readonly quoth: Contender;
  readonly operations: readonly Operation[];
}

/** One operation at both sizes. */
export interface Growth {
  readonly name: string;
  readonly reads: Operation["reads"];
  /** Milliseconds of one question at a time. */
  readonly times: readonly [number, number];
  readonly ratio: number;
  readonly accesses: readonly [Accesses, Accesses];
}

/** How a page may grow when the data grows tenfold; what reads everything may grow as the data does. */
const PAGE_LIMIT = 1.5;
const COLD_TRIES = 3;

/** Quoth on Neo4j with few and with many statements, in turns within one run. */
export async function compareSizes(options: BenchOptions, many: number, schema: GraphQLSchema, endings: Endings): Promise<Growth[]> {
  const small = await openSize(options.statements, options, endings);
  const large = await openSize(many, options, endings);
  const grown: Growth[] = [];
  const factor = many / options.statements;
  console.log(
    `\n| operation | ms at ${String(small.statements)} | ms at ${String(many)} | ratio | allowed | database accesses | hand-written |`,
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [index, operation] of small.operations.entries()) {
    const other = large.operations[index];
    if (!other || !wanted(operation, options)) continue;
    const growth = await compareOne(operation, other, small, large, options, schema);
    if (typeof growth === "string") {
      console.log(`| ${operation.name} | ${growth} | | | | | |`);
      continue;
    }
    grown.push(growth);
    printGrowth(growth, factor);
  }
  return grown;
}

/** Whether an operation is to be run. */
export function wanted({ name }: Operation, { operations }: BenchOptions): boolean {
  return operations.length === 0 || operations.some((part) => name.toLowerCase().includes(part));
}

async function openSize(statements: number, { data }: BenchOptions, endings: Endings): Promise<Size> {
  const { place, marks } = await openLoadedNeo4j(statements, data, endings);
  const quoth = await startQuoth("quoth", place);
  endings.add(() => quoth.process.stop());
  return { statements, place, quoth, operations: allOperations({ ...marks, quothCursor: await cursorOf(quoth, marks) }) };
}

async function compareOne(
  operation: Operation,
  other: Operation,
  small: Size,
  large: Size,
  { rounds, roundMs, warm }: BenchOptions,
  schema: GraphQLSchema,
): Promise<Growth | string> {
  const sides = [
    [operation, small],
    [other, large],
  ] as const;
  for (const [each, { quoth, statements }] of sides) {
    let outcome = (await compareAnswers(each, [quoth], schema)).get(quoth);
    // A database that was just started reads from disk, which may take longer than a question may.
    for (let again = 0; again < COLD_TRIES && outcome?.kind !== "right"; again++)
      outcome = (await compareAnswers(each, [quoth], schema)).get(quoth);
    if (outcome?.kind !== "right") return `at ${String(statements)}: ${outcome?.why ?? "no answer"}`;
  }
  const times: [number[], number[]] = [[], []];
  for (let round = -warm; round < rounds; round++) {
    for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const [each, { quoth }] = sides[side];
      const target = targetOf(quoth, each);
      const rate = target ? await requestsPerSecond(target, roundMs, 1) : NaN;
      if (round >= 0) times[side].push(1000 / rate);
    }
  }
  const ratio = median(times[0].map((time, round) => Number(times[1][round]) / time));
  const accesses = [await profileOperation(operation, small.place, schema), await profileOperation(other, large.place, schema)] as const;
  return { name: operation.name, reads: operation.reads, times: [median(times[0]), median(times[1])], ratio, accesses };
}

function printGrowth({ name, reads, times, ratio, accesses: [few, many] }: Growth, factor: number): void {
  const allowed = reads === "page" ? PAGE_LIMIT : factor;
  const verdict = ratio <= allowed ? ratio.toFixed(2) : `**${ratio.toFixed(2)}**`;
  const from = (a: number | null, b: number | null): string => `${count(a)} → ${count(b)}`;
  const cells = [name, ...times.map((time) => time.toFixed(1)), verdict, String(allowed), from(few.quoth, many.quoth)];
  console.log(`| ${[...cells, from(few.handWritten, many.handWritten)].join(" | ")} |`);
}

const count = (value: number | null): string => (value === null ? "–" : value.toLocaleString("en"));
