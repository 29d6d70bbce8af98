import type { Driver } from "neo4j-driver";

/** The database gave no answer within our own time. */
export class NoAnswer extends Error {}

interface Lease {
  readonly driver: Driver;
  calls: number;
  retired: boolean;
}

const CLOSE_TIMEOUT_MS = 2000;

/**
 * The driver in use, with a timer of our own on every call: the driver itself waits for ever on a connection whose other
 * end is frozen, and such a connection keeps its place in the pool. After a call without an answer, later calls get a
 * fresh driver; the old one is closed, connections and all, as soon as its last call has ended.
 */
export class CurrentDriver {
  private lease: Lease;
  private lastAnswerAt = -Infinity;
  private closed = false;
  private running = 0;

  constructor(private readonly create: () => Driver) {
    this.lease = { driver: create(), calls: 0, retired: false };
  }

  /**
   * Runs `work` on the driver.
   * @throws NoAnswer after `timeoutMs`; whatever `work` throws
   */
  async call<T>(work: (driver: Driver) => Promise<T>, timeoutMs: number): Promise<T> {
    const lease = this.lease;
    lease.calls++;
    this.running++;
    try {
      const answer = await within(work(lease.driver), timeoutMs);
      this.lastAnswerAt = performance.now();
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) this.retire(lease);
      throw error;
    } finally {
      lease.calls--;
      this.running--;
      if (lease.retired && lease.calls === 0) void closeQuietly(lease.driver);
    }
  }

  /** Milliseconds since the database last answered anything; tells a busy one from one that is gone. */
  sinceLastAnswer(): number {
    return performance.now() - this.lastAnswerAt;
  }

  /** Calls that have not ended, on whichever driver. */
  get atWork(): number {
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    await closeQuietly(this.lease.driver);
  }

  private retire(lease: Lease): void {
    if (lease.retired) return;
    lease.retired = true;
    // A fresh driver also forgets bookmarks: a database that came back from a backup may never reach them.
    if (lease === this.lease && !this.closed) this.lease = { driver: this.create(), calls: 0, retired: false };
  }
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`No answer within ${String(timeoutMs)} ms.`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function closeQuietly(driver: Driver): Promise<void> {
  // What closing says no longer concerns anybody; a frozen server must not hold up the end.
  await within(driver.close(), CLOSE_TIMEOUT_MS).catch(() => undefined);
}
