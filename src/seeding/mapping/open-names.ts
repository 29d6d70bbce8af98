import type { Fault } from "../faults/fault";
import { figure } from "../faults/figure";
import type { OpenName } from "./propose-decisions";

/** The most frequent; the others are in what `quoth reconcile` proposes. */
const SHOWN = 10;

/** Notes on names that may mean several, or that are last names alone, so that nobody takes what is left open for lost. */
export function openNames(open: readonly OpenName[], mapping: string): Fault[] {
  const sorted = [...open].sort((a, b) => b.count - a.count);
  const shown = sorted.slice(0, SHOWN).map((name) => asNote(inWords(name), mapping));
  const rest = sorted.slice(SHOWN);
  if (rest.length === 0) return shown;
  const times = rest.reduce((sum, { count }) => sum + count, 0);
  return [...shown, asNote(`${figure(rest.length)} more names (${figure(times)} times) stay open; quoth reconcile lists them`, mapping)];
}

function inWords({ name, count, candidates }: OpenName): string {
  const whom = candidates.map(({ id, probability }) => `${id} (${Math.round(probability * 100)} %)`).join(", ");
  return `"${name}" (${figure(count)} ${count === 1 ? "time" : "times"}) stays open: it may be ${whom}; a speaker has these as candidates, other fields are left out; decide it under "names" in entities.yaml, such as ${JSON.stringify(name)}: ${candidates[0]?.id ?? ""}`;
}

function asNote(message: string, file: string): Fault {
  return { file, line: 1, column: 1, code: "SEED_OPEN_NAME", message };
}
