import { within } from "../within";

/** Where the version comes from, and how long one may be trusted. */
export interface VersionSource {
  /** The version of the data; null where nothing was ever loaded. */
  read(): Promise<string | null>;
  /** Milliseconds for which it may be taken for the present one, from the start of the read. */
  readonly leaseMs: number;
}

interface Moment {
  readonly steady: number;
  readonly wall: number;
}

/** After so long without a question the version is not read any more. */
const IDLE_MS = 5000;

/**
 * What the server knows of the version of the data. While questions come in it is read again in the background before
 * its lease ends, so that no question waits for it; the first one after a pause does.
 */
export class DataVersion {
  private trusted: { readonly version: string | null; readonly since: Moment } | undefined;
  private reading: { readonly done: Promise<void>; readonly since: Moment } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private usedAt = -Infinity;
  private stopped = false;

  constructor(private readonly source: VersionSource) {}

  /** The version that the data has for certain; null where that is not known right now, or nothing is loaded. */
  known(): string | null {
    this.usedAt = performance.now();
    return this.trusted && this.isTrusted() ? this.trusted.version : null;
  }

  /** As `known`, after a read where that is what it takes; a read that is late is not waited for. */
  async settle(): Promise<string | null> {
    if (!this.isTrusted() && !this.stopped) {
      const { done, since } = (this.reading ??= this.read());
      const leftMs = this.source.leaseMs - age(since);
      if (leftMs > 0) await within(leftMs, done, undefined);
    }
    return this.known();
  }

  /** Nothing is known from now on. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private isTrusted(): boolean {
    return !this.stopped && this.trusted !== undefined && age(this.trusted.since) < this.source.leaseMs;
  }

  private read(): { done: Promise<void>; since: Moment } {
    clearTimeout(this.timer);
    const since = now();
    const done = this.source
      .read()
      .then(
        (version) => void (this.trusted = { version, since }),
        // The lease ends by itself; the question that finds it so goes its ordinary way, and says what is wrong.
        () => undefined,
      )
      .finally(() => this.planNext(since));
    return { done, since };
  }

  private planNext(since: Moment): void {
    this.reading = undefined;
    if (this.stopped) return;
    this.timer = setTimeout(
      () => {
        if (performance.now() - this.usedAt < IDLE_MS) this.reading ??= this.read();
      },
      Math.max(0, this.source.leaseMs / 2 - age(since)),
    );
    this.timer.unref();
  }
}

function now(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}

/** The steady clock stands still while a machine sleeps, the other one may be set back: the one that shows more is right. */
function age({ steady, wall }: Moment): number {
  return Math.max(performance.now() - steady, Date.now() - wall);
}
