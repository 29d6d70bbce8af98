import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** One statement at the database; times are of the steady clock, in milliseconds. */
export interface StatementTrace {
  /** Of the schema's `Query`. */
  readonly field: string;
  readonly begunAt: number;
  readonly endedAt: number;
  readonly rows: number;
  /** Null where it ended with rows. */
  readonly code: string | null;
}

/** What the note of a request holds beyond its figures while traces are kept. */
export class RequestTrace {
  readonly method: string;
  /** For `traceparent` and `tracestate` alone. */
  readonly headers: IncomingHttpHeaders;
  readonly statements: StatementTrace[] = [];
  private begunAt: number | undefined;
  private endedAt: number | undefined;

  constructor({ method = "", headers }: Pick<IncomingMessage, "method" | "headers">) {
    this.method = method;
    this.headers = headers;
  }

  /** From the text of the question to its first statement, or to its answer where it has none. */
  get preparing(): { readonly begunAt: number; readonly endedAt: number } | undefined {
    const { begunAt, endedAt } = this;
    return begunAt === undefined || endedAt === undefined ? undefined : { begunAt, endedAt };
  }

  prepareBegins(): void {
    this.begunAt = performance.now();
  }

  /** The first call counts. */
  prepareEnds(): void {
    this.endedAt ??= performance.now();
  }
}
