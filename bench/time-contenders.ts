import type { Contender } from "./contenders";
import { targetOf } from "./contenders";
import { requestsPerSecond } from "./load-client";
import type { Operation } from "./operations/operation";

export interface Timing {
  readonly rounds: number;
  readonly roundMs: number;
}

/** Requests per second in each round, by contender. */
export type Rates = ReadonlyMap<Contender, readonly number[]>;

/** Why a contender gave up when it was asked again and again. */
export type Failures = ReadonlyMap<Contender, string>;

/** Asks everybody for a while without counting, so that compilers, plans and caches are as they are in a server that has run for long. */
export async function warmUp(operation: Operation, contenders: readonly Contender[], { roundMs }: Timing): Promise<Failures> {
  return (await runRounds(operation, contenders, { rounds: 1, roundMs })).failures;
}

/** Rounds in which all take turns; who begins changes, so that whatever the machine does meets all. */
export async function runRounds(
  operation: Operation,
  contenders: readonly Contender[],
  { rounds, roundMs }: Timing,
): Promise<{ rates: Rates; failures: Failures }> {
  const rates = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  const failures = new Map<Contender, string>();
  for (let round = 0; round < rounds; round++) {
    const from = round % contenders.length;
    for (const contender of [...contenders.slice(from), ...contenders.slice(0, from)]) {
      const target = targetOf(contender, operation);
      const own = rates.get(contender) ?? [];
      // A round cannot end before its answers: who needs several rounds for one is measured once.
      const isSlow = round > 0 && Math.max(...own) < 1000 / roundMs;
      if (!target || isSlow || failures.has(contender)) continue;
      try {
        own.push(await requestsPerSecond(target, roundMs));
      } catch (error) {
        failures.set(contender, `answered alone, and failed on four connections: ${String(error).slice(0, 300)}`);
      }
    }
  }
  return { rates, failures };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** The median over rounds of how much faster `a` was than `b` in the same round. */
export function ratio(rates: Rates, a: Contender, b: Contender): number {
  const [own, other] = [rates.get(a) ?? [], rates.get(b) ?? []];
  const both = Array.from({ length: Math.min(own.length, other.length) }, (_, round) => Number(own[round]) / Number(other[round]));
  return median(both);
}

export function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);
}
