import type { RequestContext } from "../api/request/request-context";
import type { RequestNote } from "./request-note";

type ReadingEngine = RequestContext["engine"];

/** The engine for one request, which writes down what it does in the request's note. */
export function watchedEngine({ engine, note }: { readonly engine: ReadingEngine; readonly note: RequestNote }): ReadingEngine {
  return {
    dialect: engine.dialect,
    async read(statement) {
      note.statementBegins();
      let rows = 0;
      try {
        const records = await engine.read(statement);
        rows = records.length;
        return records;
      } finally {
        note.statementEnds(rows);
      }
    },
  };
}
