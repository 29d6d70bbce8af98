import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Budget } from "../cost/cost-budget";
import type { RequestTrace } from "./request-trace";

/** What GraphQL knows of a question. */
export interface AskedQuestion {
  /** Its name in the document; null where it has none, or is none. */
  operation: string | null;
  /** SHA-256 of the document, as persisted queries have it. */
  document: string | null;
  /** Points; null where the question was refused before it was measured. */
  cost: number | null;
  /** The caller's own words; kept only where a setting asks for them. */
  asked?: { readonly query: string; readonly variables: unknown };
}

/** `none`: the answer may not be kept, or none are. */
export type CacheUse = "hit" | "miss" | "none";

/** The header that carries the id, both ways. */
export const REQUEST_ID = "x-request-id";

/** A name has no length of its own in GraphQL. */
const MAX_NAME = 64;
const SANE_ID = /^[\w-]{1,64}$/;
/** Ids of several servers, and of one before and after a start, differ by this. */
const START = `${randomBytes(9).toString("base64url")}-`;
let count = 0;

/** The client's own id for its request where it is a sane one, else one of ours. */
export function requestId(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID];
  if (given !== undefined && SANE_ID.test(String(given))) return String(given);
  return START + (++count).toString(36);
}

/** Everything that is known of one request while it is answered. Times are of the steady clock, in milliseconds. */
export class RequestNote {
  question: AskedQuestion = { operation: null, document: null, cost: null };
  cache: CacheUse = "none";
  statements = 0;
  rows = 0;
  /** In which at least one statement was with the database: several of one question are there at once. */
  databaseMs = 0;
  codes: readonly string[] = [];
  /** What is left of the client's points; null where nobody counts them. */
  budget: Budget | null = null;
  /** The pattern, not what the caller wrote; null where nothing is at that path. */
  route: string | null = null;
  /** Null where no traces are kept. */
  trace: RequestTrace | null = null;
  private atDatabase = 0;
  private atDatabaseSince = 0;

  constructor(
    /** Goes back to the client, and stands in each line of the log that concerns the request. */
    readonly id: string,
    readonly begunAt = performance.now(),
  ) {}

  statementBegins(): void {
    this.statements++;
    if (this.atDatabase++ === 0) this.atDatabaseSince = performance.now();
  }

  statementEnds(rows: number): void {
    this.rows += rows;
    if (--this.atDatabase === 0) this.databaseMs += performance.now() - this.atDatabaseSince;
  }
}

/** The name of an operation as it may stand in a log. */
export function nameForLog(operation: string | undefined): string | null {
  return operation === undefined ? null : operation.slice(0, MAX_NAME);
}
