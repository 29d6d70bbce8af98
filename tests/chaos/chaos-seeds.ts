/** How many runs in all, half of them on each engine; `npm run chaos` asks for 500. */
const RUNS = Number(process.env["QUOTH_CHAOS"] ?? 30);
/** Repeats one run; a failure prints its number. */
const GIVEN = process.env["QUOTH_CHAOS_SEED"];
const FIRST = 20200103;

/** The numbers of the runs on one engine. */
export function chaosSeeds(engine: "neo4j" | "embedded"): readonly number[] {
  if (GIVEN !== undefined) return [Number(GIVEN)];
  const embedded = Math.ceil(RUNS / 2);
  return Array.from({ length: engine === "embedded" ? embedded : RUNS - embedded }, (_, index) => FIRST + index);
}
