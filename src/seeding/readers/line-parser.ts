import { LineSplitter } from "./split-lines";
import type { TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** A format in which every line is a row. */
export abstract class LineParser implements TableParser {
  private readonly lines: LineSplitter;
  private found: TableRow[] = [];

  constructor(protected readonly context: TableContext) {
    this.lines = new LineSplitter(context, (raw, line) => this.found.push(...this.read(raw, line)));
  }

  /** @param raw a line without its end, @param line its number, from 1 */
  protected abstract read(raw: string, line: number): readonly TableRow[];

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

  /** What follows cannot be read; the fault is reported by whoever calls this. */
  protected stop(): void {
    this.lines.stopped = true;
  }

  private drain(): TableRow[] {
    const { found } = this;
    this.found = [];
    return found;
  }
}
