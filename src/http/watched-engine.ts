import type { RequestContext } from "../api/request/request-context";
import type { RequestNote } from "./request-note";

type ReadingEngine = RequestContext["engine"];

export interface WatchedParts {
  readonly engine: ReadingEngine;
  readonly note: RequestNote;
  /** Told how long a statement took, whether it ended with rows or with an error. */
  readonly onStatement: ((ms: number) => void) | null;
}

/** The engine for one root field, or for all of a request, which writes down what it does in the request's note. */
export function watchedEngine({ engine, note, onStatement }: WatchedParts): ReadingEngine {
  return {
    dialect: engine.dialect,
    async read(statement) {
      note.statementBegins();
      const begunAt = performance.now();
      let rows = 0;
      try {
        const records = await engine.read(statement);
        rows = records.length;
        return records;
      } finally {
        note.statementEnds(rows);
        onStatement?.(performance.now() - begunAt);
      }
    },
  };
}
