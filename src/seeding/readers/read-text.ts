import { reportFault } from "./table-context";
import type { TableRow } from "./table-row";
import { WholeFileParser } from "./whole-file-parser";

/** A plain text as one row, with the cell `text`: the file as it is, ends of line included. */
export class TextParser extends WholeFileParser {
  protected override read(text: string): TableRow[] {
    const place = { line: 1, column: 1 };
    const nul = text.indexOf("\0");
    if (nul < 0) return this.rows.add({ cell: { text }, place, raw: text, locate: () => place });
    const before = text.slice(0, nul);
    const at = { line: before.split("\n").length, column: nul - before.lastIndexOf("\n") };
    reportFault(this.context, at, "CHARACTER", "NUL stands here, which no text has; is this a text?", this.rows.broken(text, place));
    return [];
  }
}
