import { RowBuilder } from "./build-rows";
import type { TableShape } from "./build-rows";
import { LineParser } from "./line-parser";
import { reportFault } from "./table-context";
import type { Place, TableContext } from "./table-context";
import type { TableRow } from "./table-row";

/** Tab-separated values without any quoting: a quote mark is a letter, a line is a row. */
export class TsvParser extends LineParser {
  private readonly rows: RowBuilder;

  constructor(
    context: TableContext,
    private readonly shape: TableShape,
  ) {
    super(context);
    this.rows = new RowBuilder(context, shape, findCell);
  }

  protected override read(raw: string, line: number): readonly TableRow[] {
    if (line <= this.shape.skipLines) {
      this.rows.skip(raw);
      return [];
    }
    if (raw.trim() === "") return [];
    const nul = raw.search(/[\0\r]/);
    if (nul < 0) {
      const row = this.rows.add(raw.split("\t"), raw, line);
      return row === undefined ? [] : [row];
    }
    if (!this.rows.hasNames) this.stop();
    const message = `${raw[nul] === "\r" ? "a lone CR (a line's end of old Macs?)" : "NUL, which no text has,"} stands here; take it out, or save the file again with LF or CRLF`;
    reportFault(this.context, { line, column: nul + 1 }, "CHARACTER", message, this.rows.broken(raw, line));
    return [];
  }
}

function findCell(raw: string, line: number, index: number): Place {
  let at = 0;
  for (let tabs = 0; tabs < index; tabs += 1) at = raw.indexOf("\t", at) + 1;
  return { line, column: at + 1 };
}
