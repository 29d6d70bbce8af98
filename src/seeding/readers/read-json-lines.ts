import { LineParser } from "./line-parser";
import { JsonFault, parseJson } from "./parse-json";
import { RecordRows } from "./record-rows";
import type { FoundRecord } from "./record-rows";
import { reportFault } from "./table-context";
import type { Place, TableContext } from "./table-context";
import type { TableRow } from "./table-row";

/** JSON lines: each line one object; blank lines do no harm. */
export class JsonLinesParser extends LineParser {
  private readonly rows: RecordRows;

  constructor(context: TableContext) {
    super(context);
    this.rows = new RecordRows(context, "each line is one object; of a file that is one list, write format: json");
  }

  protected override read(raw: string, line: number): readonly TableRow[] {
    return raw.trim() === "" ? [] : jsonRows(this.rows, this.context, { raw, place: { line, column: 1 } });
  }
}

/** The rows of one value of JSON that begins at a place; a fault in it is reported, with the row for the rejects. */
export function jsonRows(rows: RecordRows, context: TableContext, item: Pick<FoundRecord, "raw" | "place" | "key">): TableRow[] {
  const { raw, place } = item;
  try {
    return rows.add({ ...item, cell: parseJson(raw), locate: (column) => fieldPlace(raw, place, column) });
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    reportFault(context, placeWithin(raw, place, error.at), error.kind, error.message, rows.broken(raw, place));
    return [];
  }
}

function fieldPlace(raw: string, start: Place, column: string): Place | undefined {
  let found: number | undefined;
  parseJson(raw, (name, at) => {
    if (name === column) found ??= at;
  });
  return found === undefined ? undefined : placeWithin(raw, start, found);
}

/** The place of an offset into a text that begins at a place. */
function placeWithin(text: string, start: Place, offset: number): Place {
  const before = text.slice(0, offset);
  const newline = before.lastIndexOf("\n");
  if (newline < 0) return { line: start.line, column: start.column + offset };
  return { line: start.line + before.split("\n").length - 1, column: offset - newline };
}
