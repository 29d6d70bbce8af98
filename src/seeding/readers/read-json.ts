import { jsonRows } from "./read-json-lines";
import { RecordRows } from "./record-rows";
import { JsonSplitter } from "./split-json";
import { reportFault } from "./table-context";
import type { TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** One list or map of records in a file of JSON, at its top or at a dotted path; streamed, record by record. */
export class JsonParser implements TableParser {
  stopped = false;
  private readonly splitter: JsonSplitter;
  private readonly rows: RecordRows;

  /** @param records a dotted path; `.` where the whole file is one record */
  constructor(
    private readonly context: TableContext,
    records?: string,
  ) {
    this.rows = new RecordRows(context);
    this.splitter = new JsonSplitter(recordPath(records), records === ".");
  }

  push(text: string): TableRow[] {
    this.splitter.push(text);
    return this.drain();
  }

  end(): TableRow[] {
    this.splitter.end();
    return this.drain();
  }

  private drain(): TableRow[] {
    const rows = this.splitter.items.splice(0).flatMap((item) => jsonRows(this.rows, this.context, item));
    const { fault } = this.splitter;
    if (fault !== undefined && !this.stopped) {
      this.stopped = true;
      reportFault(this.context, fault.place, fault.kind, fault.message);
    }
    return rows;
  }
}

/** The names of a dotted path, none for the file itself. */
export function recordPath(records: string | undefined): string[] {
  return (records ?? "").split(".").filter((name) => name !== "");
}
