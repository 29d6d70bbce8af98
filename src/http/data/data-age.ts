import { within } from "../within";

/** Which data there is, and for how long. */
export interface DataState {
  readonly version: string;
  /** Since a load changed it; NaN where that is not known. */
  readonly ageSeconds: number;
}

export interface DataAgeSources {
  /** Null where it is not known. */
  version(): Promise<string | null>;
  /** When the data last changed, as ISO 8601. */
  changedAt(): Promise<string | null>;
}

/** Whoever asks is a program that gives up soon. */
const PATIENCE_MS = 2000;

/** Asks for the moment of the change once for each version. */
export class DataAge {
  private known: { readonly version: string; readonly changedAt: string } | undefined;

  constructor(private readonly sources: DataAgeSources) {}

  async state(): Promise<DataState | null> {
    const version = await this.sources.version();
    if (version === null) return null;
    if (this.known?.version !== version) await this.learn(version);
    const changedAt = this.known?.version === version ? Date.parse(this.known.changedAt) : NaN;
    return { version, ageSeconds: Math.max(0, (Date.now() - changedAt) / 1000) };
  }

  private async learn(version: string): Promise<void> {
    // Without it the age is not known; the next one who asks tries again.
    const asked = this.sources.changedAt().catch(() => null);
    const changedAt = await within(PATIENCE_MS, asked, null);
    if (changedAt !== null) this.known = { version, changedAt };
  }
}
