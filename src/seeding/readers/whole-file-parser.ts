import { RecordRows } from "./record-rows";
import type { TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** A format that can be read only once the whole file is there; it is held in memory. */
export abstract class WholeFileParser implements TableParser {
  readonly stopped = false;
  protected readonly rows: RecordRows;
  private readonly pieces: string[] = [];

  constructor(protected readonly context: TableContext) {
    this.rows = new RecordRows(context);
  }

  protected abstract read(text: string): TableRow[];

  push(text: string): TableRow[] {
    this.pieces.push(text);
    return [];
  }

  end(): TableRow[] {
    return this.read(this.pieces.join(""));
  }
}
