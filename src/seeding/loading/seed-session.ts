import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { SeedInProgress } from "../../errors";
import type { CypherStatement, CypherValue, GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { VERSION_WAIT_MS } from "../../model/version-lease";
import { DATA_VERSION_ID } from "../stored/read-data-version";
import { checkWritten } from "./check-written";

/** The id of the node that says who loads. */
const LOCK_ID = "lock:seed";

/** A lease that is not renewed ends after this; every batch renews it. */
const LEASE_MS = 15_000;
const WAIT_MS = 20_000;
const POLL_MS = 250;

// Setting the id takes the node's lock before the lease is looked at; read first, and two seeders could both find it free.
const TAKE = `MERGE (l:SeedLock {id: $p_lock}) SET l.id = $p_lock
WITH l WHERE l.holder IS NULL OR l.holder = '' OR l.holder = $p_holder OR l.until < $p_now OR l.until = $p_stale
SET l.holder = $p_holder, l.until = $p_until
RETURN l.holder AS holder`;
const LOOK = "MATCH (l:SeedLock {id: $p_lock}) RETURN l.until AS until";
const RELEASE = "MATCH (l:SeedLock {id: $p_lock}) WHERE l.holder = $p_holder SET l.holder = '', l.until = 0";
const RENEW = "MATCH (l:SeedLock {id: $p_lock}) WHERE l.holder = $p_holder SET l.until = $p_until RETURN l.batch AS batch";
/**
 * In front of every write: whoever lost the lease writes nothing, and a transaction that a driver repeats because the answer
 * to its COMMIT was lost finds its own name there and does nothing, so that it may CREATE.
 */
const GUARD = "MATCH (l:SeedLock {id: $p_lock}) WHERE l.holder = $p_holder AND coalesce(l.batch, '') <> $p_batch ";
const NEW_VERSION = "MERGE (v:DataVersion {id: $p_versionId}) SET v.version = $p_version, v.changedAt = $p_changedAt";
/** The last of its transaction. */
const DONE = "MATCH (l:SeedLock {id: $p_lock}) WHERE l.holder = $p_holder SET l.batch = $p_batch";

const TAKEN_OVER = "Another seeder took over, since this one stood still for too long. Seed again; what was written stays.";

export interface SessionOptions {
  readonly now: () => Date;
  /** Told when another seeder has to be waited for. */
  readonly onNote?: (text: string) => void;
  /** Milliseconds to wait for another seeder; 20 s unless given, which outlasts the lease of a killed one. */
  readonly waitMs?: number;
  /**
   * Milliseconds from the last write until the load may be called done: `VERSION_WAIT_MS` unless given. Less is right only
   * where no server runs on this graph.
   */
  readonly versionWaitMs?: number;
}

/** What this seeder may do while it holds the lease: one transaction after the other, each renewing it. */
export class SeedSession {
  private readonly holder = randomUUID();
  /** Of the last write; absent while nothing was written. */
  version: string | undefined;
  private wroteAt = -Infinity;

  private constructor(
    private readonly engine: GraphEngine,
    private readonly options: SessionOptions,
  ) {}

  /**
   * Takes the lease, waiting for one that a killed seeder left behind to end.
   * @throws SeedInProgress where another seeder keeps renewing it
   */
  static async open(engine: GraphEngine, options: SessionOptions): Promise<SeedSession> {
    const session = new SeedSession(engine, options);
    const started = performance.now();
    const waitMs = options.waitMs ?? WAIT_MS;
    let seen = { until: -1, since: started };
    for (let told = false; !(await session.take(session.stale(seen))); told = true) {
      if (!told)
        options.onNote?.(`Another seeder is at work on this graph, or was killed a moment ago; waiting for up to ${waitMs / 1000} s.`);
      if (performance.now() - started > waitMs) {
        throw new SeedInProgress("Another seeder is at work on this graph. Wait until it is done, then seed again.");
      }
      await sleep(POLL_MS);
      const until = await session.leaseEnd();
      if (until !== seen.until) seen = { until, since: performance.now() };
    }
    return session;
  }

  /**
   * Runs statements in one transaction that also renews the lease and sets a new data version: once or not at all, even
   * where the engine tries it again. Each text begins where a lease has been matched, so it must not use `l`.
   * @throws SeedInProgress where the lease was lost; nothing of the transaction was written then
   * @throws WriteIncomplete where rows found nothing to be written to; nothing was written then, either
   */
  async write(statements: readonly CypherStatement[]): Promise<void> {
    const version = randomUUID();
    const changedAt = this.options.now().toISOString();
    const parameters = { p_versionId: DATA_VERSION_ID, p_version: version, p_changedAt: changedAt };
    await this.note([...statements, { text: NEW_VERSION, parameters }]);
    this.version = version;
    this.wroteAt = performance.now();
  }

  /**
   * The same without a new data version, for what no answer depends on.
   * @throws SeedInProgress, WriteIncomplete
   */
  async note(statements: readonly CypherStatement[]): Promise<void> {
    const p_batch = randomUUID();
    const batch = [
      this.guarded(RENEW, { p_until: this.leaseUntil() }),
      ...statements.map(({ text, parameters }) => this.guarded(GUARD + text, { ...parameters, p_batch })),
      this.guarded(DONE, { p_batch }),
    ];
    await this.engine.write(batch, async ([renewed, ...written]) => {
      const lease = renewed?.[0];
      if (lease === undefined) throw new SeedInProgress(TAKEN_OVER);
      // Otherwise the driver repeats what was written the first time.
      if (lease["batch"] !== p_batch) await checkWritten(statements, written, this.engine);
    });
  }

  /** Keeps the lease while something takes long that writes nothing, such as comparing a large corpus with the graph. */
  async keepDuring<T>(work: () => Promise<T>): Promise<T> {
    const renew = (): void => {
      // Should it fail, the next write finds out whether the lease is lost.
      this.engine.write([this.guarded(RENEW, { p_until: this.leaseUntil() })]).catch(() => undefined);
    };
    const timer = setInterval(renew, LEASE_MS / 3);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  async close(): Promise<void> {
    await this.engine.write([this.guarded(RELEASE, {})]);
  }

  /**
   * Waits until no server can take an older version for the present one any more. The embedded store belongs to this
   * process alone, so that nobody else has one.
   */
  async untilSeen(): Promise<void> {
    const left = this.wroteAt + (this.options.versionWaitMs ?? VERSION_WAIT_MS) - performance.now();
    if (this.engine.name !== "embedded" && left > 0) await sleep(left);
  }

  private async take(stale: number): Promise<boolean> {
    const parameters = { p_now: this.options.now().getTime(), p_stale: stale, p_until: this.leaseUntil() };
    const [rows] = await this.engine.write([this.guarded(TAKE, parameters)]);
    return (rows ?? []).length > 0;
  }

  private async leaseEnd(): Promise<number> {
    const [row]: GraphRecord[] = await this.engine.read({ text: LOOK, parameters: { p_lock: LOCK_ID } });
    return typeof row?.["until"] === "number" ? row["until"] : -1;
  }

  /** A lease that nobody renewed while we watched has ended, whatever the clocks of the two seeders say. */
  private stale({ until, since }: { until: number; since: number }): number {
    return until > 0 && performance.now() - since > LEASE_MS ? until : -1;
  }

  private leaseUntil(): number {
    return this.options.now().getTime() + LEASE_MS;
  }

  private guarded(text: string, parameters: Readonly<Record<string, CypherValue>>): CypherStatement {
    return { text, parameters: { ...parameters, p_lock: LOCK_ID, p_holder: this.holder } };
  }
}
