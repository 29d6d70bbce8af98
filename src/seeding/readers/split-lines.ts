import { figure } from "../faults/figure";
import { MAX_ROW, reportFault } from "./table-context";
import type { TableContext } from "./table-context";

/** Cuts pieces of text into lines, without their LF or CRLF; for formats where a line is a row whatever it holds. */
export class LineSplitter {
  stopped = false;
  private pieces: string[] = [];
  private size = 0;
  private line = 1;

  constructor(
    private readonly context: TableContext,
    private readonly onLine: (raw: string, line: number) => void,
  ) {}

  push(text: string): void {
    if (this.stopped) return;
    let at = 0;
    for (let newline = text.indexOf("\n"); newline >= 0 && !this.stopped; newline = text.indexOf("\n", at)) {
      this.emit(this.size === 0 ? text.slice(at, newline) : this.take(text.slice(at, newline)));
      at = newline + 1;
    }
    if (at >= text.length) return;
    this.pieces.push(text.slice(at));
    this.size += text.length - at;
    if (this.size > MAX_ROW) this.emit(this.take(""));
  }

  end(): void {
    if (this.size > 0 && !this.stopped) this.emit(this.take(""));
  }

  private take(last: string): string {
    const whole = this.pieces.join("") + last;
    this.pieces = [];
    this.size = 0;
    return whole;
  }

  private emit(text: string): void {
    if (text.length > MAX_ROW) {
      const message = `a line of more than ${figure(MAX_ROW)} characters; is this the right file and format?`;
      reportFault(this.context, { line: this.line, column: 1 }, "TOO_LONG", message);
      this.stopped = true;
    } else this.onLine(text.endsWith("\r") ? text.slice(0, -1) : text, this.line);
    this.line += 1;
  }
}
