import { BoundedMap } from "../../bounded-map";

/** What is left of a budget after something was taken, or why nothing was. */
export interface Budget {
  readonly limit: number;
  /** Whole points. */
  readonly left: number;
  /** Seconds until there would have been enough; 0 where there was. */
  readonly waitSeconds: number;
}

interface Account {
  points: number;
  /** Of the steady clock. */
  at: number;
}

/** Some megabytes. Whoever was not seen for a minute has a full budget again, so that forgetting them changes nothing. */
const ACCOUNTS_KEPT = 50_000;
const MINUTE_MS = 60_000;

/**
 * Points that fill up evenly, as many as the limit within a minute, for each address. A window that begins anew each
 * minute would let twice as much through around its end.
 */
export class CostBudget {
  private readonly accounts = new BoundedMap<string, Account>(ACCOUNTS_KEPT);

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get size(): number {
    return this.accounts.size;
  }

  /** Takes points, or none where they are not there. */
  take(key: string, points: number): Budget {
    const account = this.filled(key);
    const missing = points - account.points;
    if (missing <= 0) account.points -= points;
    return {
      limit: this.perMinute,
      left: Math.floor(account.points),
      waitSeconds: missing <= 0 ? 0 : Math.max(1, Math.ceil((missing / this.perMinute) * (MINUTE_MS / 1000))),
    };
  }

  private filled(key: string): Account {
    const now = this.now();
    const known = this.accounts.get(key);
    const account = known ?? { points: this.perMinute, at: now };
    if (known === undefined) this.accounts.set(key, account);
    account.points = Math.min(this.perMinute, account.points + ((now - account.at) / MINUTE_MS) * this.perMinute);
    account.at = now;
    return account;
  }
}
