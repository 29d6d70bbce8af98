import type { Contender } from "./contenders";
import { targetOf } from "./contenders";
import { requestsPerSecond } from "./load-client";
import type { Operation } from "./operations/operation";

/** Requests per second in each round, by contender. */
export type Rates = ReadonlyMap<Contender, readonly number[]>;

/** Why a contender gave up when it was asked again and again. */
export type Failures = ReadonlyMap<Contender, string>;

/** One operation, asked of all contenders in turns, round by round. */
export class Race {
  private round = 0;
  private readonly measured: Map<Contender, number[]>;
  private readonly failed = new Map<Contender, string>();

  constructor(
    readonly operation: Operation,
    private readonly contenders: readonly Contender[],
  ) {
    this.measured = new Map(contenders.map((contender) => [contender, []]));
  }

  get rates(): Rates {
    return this.measured;
  }

  get failures(): Failures {
    return this.failed;
  }

  /**
   * A round of so many milliseconds for each contender; who begins changes, so that whatever the machine does meets all.
   * @returns whether a contender gave up in it
   */
  async run(roundMs: number): Promise<boolean> {
    const [round, failed] = [this.round++, this.failed.size];
    const from = round % this.contenders.length;
    for (const contender of [...this.contenders.slice(from), ...this.contenders.slice(0, from)]) {
      const target = targetOf(contender, this.operation);
      const own = this.measured.get(contender) ?? [];
      // A round cannot end before its answers: who needs several rounds for one is measured once.
      const isSlow = own.length > 0 && Math.max(...own) < 1000 / roundMs;
      if (!target || isSlow || this.failed.has(contender)) continue;
      try {
        own.push(await requestsPerSecond(target, roundMs));
      } catch (error) {
        this.failed.set(contender, `answered alone, and failed on four connections: ${String(error).slice(0, 300)}`);
      }
    }
    return this.failed.size > failed;
  }
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
