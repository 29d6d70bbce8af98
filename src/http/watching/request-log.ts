import type { RequestListener } from "./request-watch";

/** Where lines go that are no errors. */
export interface InfoLog {
  info(details: object, message: string): void;
  debug(details: object, message: string): void;
}

/** They are asked every few seconds by programs, and answer the same for weeks. */
const SIGNS_OF_LIFE = new Set(["/health", "/ready"]);

/**
 * One line a request: figures and names of Quoth's own, the operation's name, and of the caller's words nothing else but
 * what `AskedQuestion.asked` holds.
 */
export function createRequestLog(log: InfoLog): RequestListener {
  return ({ id, route, question, cache, statements, rows, databaseMs, codes }, { status, ms, left }) => {
    const line = {
      id,
      route,
      ...question,
      statements,
      rows,
      databaseMs: rounded(databaseMs),
      otherMs: rounded(ms - databaseMs),
      ms: rounded(ms),
      cache,
      status,
      codes,
      ...(left && { left }),
    };
    if (route !== null && SIGNS_OF_LIFE.has(route)) log.debug(line, "request");
    else log.info(line, "request");
  };
}

/** Microseconds are as fine as any of this is. */
function rounded(ms: number): number {
  return Math.max(0, Math.round(ms * 1000) / 1000);
}
