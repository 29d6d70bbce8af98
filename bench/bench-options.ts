import { parseArgs } from "node:util";

/** Who answers; the order is that of the table's columns. */
export const CONTENDERS = ["hand-written", "neo4j-graphql", "postgraphile", "embedded", "quoth", "cached", "bytes"] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What a run of the benchmark does. */
export interface BenchOptions {
  readonly statements: number;
  readonly rounds: number;
  readonly roundMs: number;
  /** Rounds that count for nothing, before those that do. */
  readonly warm: number;
  /** Lower-case parts of operations' names; all of them without any. */
  readonly operations: readonly string[];
  readonly contenders: readonly ContenderName[];
  /** Compares Neo4j at `statements` and at this many instead of comparing contenders. */
  readonly growth: number | null;
  /** Answers are compared, nothing is timed. */
  readonly check: boolean;
  /** Where stores are kept from run to run. */
  readonly data: string | undefined;
  readonly json: string | undefined;
}

export const HELP = `npm run bench [-- options]

  --statements N     statements of the made-up world (BENCH_STATEMENTS; 100000)
  --rounds N         rounds in which all contenders take turns (BENCH_ROUNDS; 5)
  --ms N             milliseconds a contender has in each round (BENCH_ROUND_MS; 1000)
  --warm N           rounds before those that count, since compilers are still at work (3)
  --operation TEXT   only operations whose name has this text; may be given again
  --contender NAME   only these and quoth: ${CONTENDERS.join(", ")}; may be given again
  --skip-peers       neither @neo4j/graphql nor PostGraphile
  --check            compares the answers and times nothing
  --growth [N]       instead: Quoth on Neo4j with N statements (1000000) against as many as --statements says, and database
                     accesses of each; begins two Neo4j, 16 GB of memory in all, and takes a quarter to half of an hour to load
  --data FOLDER      keeps the stores of Neo4j and of the embedded engine here, for the next run
  --json FILE        writes all figures, too

Environment: NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD name an empty Neo4j to use instead of one of its own;
BENCH_POSTGRES_URL an empty PostgreSQL database (its schema "public" is dropped), BENCH_POSTGRES_BIN the folder of initdb and
postgres. Without either, PostgreSQL is taken from /usr/lib/postgresql, and left out where that is missing.`;

/** @throws Error for an option that there is not, or a value that makes no sense; null where help was asked for */
export function readOptions(argv: readonly string[]): BenchOptions | null {
  const { values, positionals } = parseArgs({
    // `--growth` may stand without a number.
    args: argv.flatMap((each, index) => (each === "--growth" && !/^\d+$/.test(argv[index + 1] ?? "") ? [each, "1000000"] : [each])),
    allowPositionals: true,
    options: {
      statements: { type: "string" },
      rounds: { type: "string" },
      ms: { type: "string" },
      warm: { type: "string" },
      operation: { type: "string", multiple: true, default: [] },
      contender: { type: "string", multiple: true, default: [] },
      "skip-peers": { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      growth: { type: "string" },
      data: { type: "string" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const environment = process.env;
  return {
    statements: whole("statements", values.statements ?? positionals[0] ?? environment["BENCH_STATEMENTS"] ?? "100000", 20_000),
    rounds: whole("rounds", values.rounds ?? environment["BENCH_ROUNDS"] ?? "5", 1),
    roundMs: whole("ms", values.ms ?? environment["BENCH_ROUND_MS"] ?? "1000", 50),
    warm: whole("warm", values.warm ?? "3", 0),
    operations: values.operation.map((each) => each.toLowerCase()),
    contenders: contendersOf(values.contender, values["skip-peers"]),
    growth: values.growth === undefined ? null : whole("growth", values.growth, 20_000),
    check: values.check,
    data: values.data,
    json: values.json,
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} wants a whole number from ${String(least)} on, not "${text}".`);
}

function contendersOf(names: readonly string[], skipPeers: boolean): readonly ContenderName[] {
  const unknown = names.find((name) => !CONTENDERS.some((each) => each === name));
  if (unknown !== undefined) throw new Error(`There is no contender "${unknown}"; there are ${CONTENDERS.join(", ")}.`);
  const wanted = names.length === 0 ? CONTENDERS : CONTENDERS.filter((each) => each === "quoth" || names.includes(each));
  return wanted.filter((each) => !skipPeers || (each !== "neo4j-graphql" && each !== "postgraphile"));
}
