import type { RequestContext } from "../../api/request/request-context";
import { QuothError } from "../../errors";
import type { RequestNote } from "./request-note";

type ReadingEngine = RequestContext["engine"];

export interface WatchedParts {
  readonly engine: ReadingEngine;
  readonly note: RequestNote;
  /** The root field that statements belong to. */
  readonly field: string;
  /** Told how long a statement took, whether it ended with rows or with an error. */
  readonly onStatement: ((ms: number) => void) | null;
}

/** The engine for one root field, which writes down what it does in the request's note. */
export function watchedEngine({ engine, note, field, onStatement }: WatchedParts): ReadingEngine {
  return {
    dialect: engine.dialect,
    async read(statement) {
      note.trace?.prepareEnds();
      note.statementBegins();
      const begunAt = performance.now();
      let rows = 0;
      let code: string | null = null;
      try {
        const records = await engine.read(statement);
        rows = records.length;
        return records;
      } catch (error) {
        code = error instanceof QuothError ? error.code : "INTERNAL_SERVER_ERROR";
        throw error;
      } finally {
        note.statementEnds(rows);
        const endedAt = performance.now();
        note.trace?.statements.push({ field, begunAt, endedAt, rows, code });
        onStatement?.(endedAt - begunAt);
      }
    },
  };
}
