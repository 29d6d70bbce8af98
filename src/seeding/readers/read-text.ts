import { RecordRows } from "./record-rows";
import { reportFault } from "./table-context";
import type { TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** A plain text as one row, with the cell `text`: the file as it is, ends of line included. */
export class TextParser implements TableParser {
  readonly stopped = false;
  private readonly pieces: string[] = [];
  private readonly rows: RecordRows;

  constructor(private readonly context: TableContext) {
    this.rows = new RecordRows(context);
  }

  push(text: string): TableRow[] {
    this.pieces.push(text);
    return [];
  }

  end(): TableRow[] {
    const text = this.pieces.join("");
    const place = { line: 1, column: 1 };
    const nul = text.indexOf("\0");
    if (nul < 0) return this.rows.add({ cell: { text }, place, raw: text, locate: () => place });
    const before = text.slice(0, nul);
    const at = { line: before.split("\n").length, column: nul - before.lastIndexOf("\n") };
    reportFault(this.context, at, "CHARACTER", "NUL stands here, which no text has; is this a text?", this.rows.broken(text, place));
    return [];
  }
}
