import { RowBuilder } from "./build-rows";
import type { TableShape } from "./build-rows";
import { LineSplitter } from "./split-lines";
import { reportFault } from "./table-context";
import type { Place, TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** Tab-separated values without any quoting: a quote mark is a letter, a line is a row. */
export class TsvParser implements TableParser {
  private readonly rows: RowBuilder;
  private readonly lines: LineSplitter;
  private found: TableRow[] = [];

  constructor(
    private readonly context: TableContext,
    private readonly shape: TableShape,
  ) {
    this.rows = new RowBuilder(context, shape, findCell);
    this.lines = new LineSplitter(context, (raw, line) => this.take(raw, line));
  }

  get stopped(): boolean {
    return this.lines.stopped;
  }

  push(text: string): TableRow[] {
    this.lines.push(text);
    return this.drain();
  }

  end(): TableRow[] {
    this.lines.end();
    return this.drain();
  }

  private drain(): TableRow[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  private take(raw: string, line: number): void {
    if (line <= this.shape.skipLines) return this.rows.skip(raw);
    if (raw.trim() === "") return;
    const nul = raw.search(/[\0\r]/);
    if (nul < 0) {
      const row = this.rows.add(raw.split("\t"), raw, line);
      if (row !== undefined) this.found.push(row);
      return;
    }
    if (!this.rows.hasNames) this.lines.stopped = true;
    const message = `${raw[nul] === "\r" ? "a lone CR (a line's end of old Macs?)" : "NUL, which no text has,"} stands here; take it out, or save the file again with LF or CRLF`;
    reportFault(this.context, { line, column: nul + 1 }, "CHARACTER", message, this.rows.broken(raw, line));
  }
}

function findCell(raw: string, line: number, index: number): Place {
  let at = 0;
  for (let tabs = 0; tabs < index; tabs += 1) at = raw.indexOf("\t", at) + 1;
  return { line, column: at + 1 };
}
