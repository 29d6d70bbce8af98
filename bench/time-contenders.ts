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

/** Rounds in which all take turns, after one that does not count; who begins changes, so that whatever the machine does meets all. */
export async function timeContenders(operation: Operation, contenders: readonly Contender[], { rounds, roundMs }: Timing): Promise<Rates> {
  const rates = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = -1; round < rounds; round++) {
    const from = Math.max(0, round) % contenders.length;
    for (const contender of [...contenders.slice(from), ...contenders.slice(0, from)]) {
      const target = targetOf(contender, operation);
      if (!target) continue;
      const own = rates.get(contender) ?? [];
      // A round cannot end before its answers: who needs several rounds for one is measured once.
      if (round > 0 && Math.max(...own) < 1000 / roundMs) continue;
      const rate = await requestsPerSecond(target, roundMs);
      if (round >= 0) own.push(rate);
    }
  }
  return rates;
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
