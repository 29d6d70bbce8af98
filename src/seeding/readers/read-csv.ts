import { figure } from "../faults/figure";
import { RowBuilder } from "./build-rows";
import type { TableShape } from "./build-rows";
import { scanCsvRow } from "./scan-csv-row";
import type { CsvRow, CsvText } from "./scan-csv-row";
import { MAX_ROW, reportFault } from "./table-context";
import type { Place, TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";

/** What programs write between cells in countries where a comma stands in numbers, and others. */
const SEPARATORS = [";", "\t", "|"];

/**
 * CSV of RFC 4180: quotes, separators and ends of line within quotes, LF or CRLF. A row that breaks its rules is a fault at
 * the quote mark to blame, and the rows behind it are read on. Where the separator is a guess, a header of one cell with another one in it is
 * a fault, and nothing is read.
 */
export class CsvParser implements TableParser {
  stopped = false;
  private readonly rows: RowBuilder;
  private pieces: string[] = [];
  private size = 0;
  /** A long cell is scanned again once it has doubled, not at every piece. */
  private wanted = 0;
  private line = 1;

  constructor(
    private readonly context: TableContext,
    private readonly separator: string,
    private readonly shape: TableShape,
    private readonly isGuessed = false,
  ) {
    this.rows = new RowBuilder(context, shape, (raw, line, index) => findCell(raw, line, index, separator));
  }

  push(text: string): TableRow[] {
    if (this.stopped) return [];
    this.pieces.push(text);
    this.size += text.length;
    return this.size < this.wanted ? [] : this.drain({ isLast: false });
  }

  end(): TableRow[] {
    return this.stopped ? [] : this.drain({ isLast: true });
  }

  private drain({ isLast }: Pick<CsvText, "isLast">): TableRow[] {
    const text = this.pieces.join("");
    const csv: CsvText = { text, separator: this.separator, isLast };
    const found: TableRow[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length && !this.stopped) {
      const newline = text.indexOf("\n", at);
      if (newline < 0 && !isLast && text.length - at <= MAX_ROW && quote < 0) break;
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const isPlain = newline >= 0 && (quote < 0 || quote > newline);
      const next = isPlain || this.line <= this.shape.skipLines ? this.takeLine(csv, at, newline, found) : this.takeRow(csv, at, found);
      if (next < 0) break;
      at = next;
    }
    this.keep(text.slice(at));
    return found;
  }

  private keep(rest: string): void {
    this.pieces = this.stopped || rest === "" ? [] : [rest];
    this.size = this.stopped ? 0 : rest.length;
    this.wanted = Math.min(rest.length * 2, MAX_ROW + 1);
  }

  /** A line without a quote mark is a row, however its cells look. */
  private takeLine({ text, isLast }: CsvText, at: number, newline: number, found: TableRow[]): number {
    if (newline < 0 && !isLast) return -1;
    const stop = newline < 0 ? text.length : newline;
    const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const raw = text.slice(at, end);
    if (this.line <= this.shape.skipLines) this.rows.skip(raw);
    else this.add(raw.split(this.separator), raw, found);
    this.line += 1;
    return stop + 1;
  }

  private takeRow(csv: CsvText, at: number, found: TableRow[]): number {
    const { text } = csv;
    const row = scanCsvRow(csv, at);
    if (row.is === "incomplete") {
      if (text.length - at <= MAX_ROW) return -1;
      if (row.opened === undefined) this.tooLong();
      else this.unclosed(text, at, row.opened);
      return text.length;
    }
    if (row.is === "unclosed") return this.unclosed(text, at, row.opened);
    if (row.is === "stray") return this.stray(csv, at, row);
    const raw = text.slice(at, row.end);
    this.add(row.cells, raw, found);
    this.line += countNewlines(text, at, row.end) + 1;
    return row.next;
  }

  private add(cells: readonly string[], raw: string, found: TableRow[]): void {
    if (raw.trim() === "" && cells.length === 1 && !raw.includes('"')) return;
    const other = this.isGuessed && !this.rows.hasNames && cells.length === 1 ? SEPARATORS.find((sign) => raw.includes(sign)) : undefined;
    if (other !== undefined) return this.otherSeparator(raw, other, raw.indexOf(other));
    if (raw.length > MAX_ROW) return this.tooLong();
    const nul = raw.indexOf("\0");
    const bare = raw.includes("\r") && !raw.includes('"');
    if (nul >= 0)
      this.reject(raw, nul, "CHARACTER", "NUL stands here, which no text has; take it out, or declare the file's encoding if it is UTF-16");
    else if (bare) this.bareReturn(raw);
    else {
      const row = this.rows.add(cells, raw, this.line);
      if (row !== undefined) found.push(row);
    }
  }

  private otherSeparator(raw: string, sign: string, offset: number): void {
    const name = sign === "\t" ? "tab" : `'${sign}'`;
    const message = `the header is a single cell with ${sign === "\t" ? "tabs" : `"${sign}"`} in it; write "separator: ${name}" beside "files", or "separator: ','" if it is one column`;
    this.reject(raw, offset, "CELL_COUNT", message);
  }

  private bareReturn(raw: string): void {
    this.reject(
      raw,
      raw.indexOf("\r"),
      "CHARACTER",
      "a lone CR stands here (a line's end of old Macs?); save the file with LF or CRLF, or put the cell in quotes",
    );
  }

  private reject(raw: string, offset: number, name: "CELL_COUNT" | "CHARACTER" | "QUOTE", message: string): void {
    const place = placeIn(raw, this.line, offset);
    // Whatever follows a broken header would be taken for one.
    if (!this.rows.hasNames) this.stopped = true;
    reportFault(this.context, place, name, message, this.rows.broken(raw, this.line));
  }

  private stray({ text, isLast }: CsvText, at: number, row: CsvRow & { is: "stray" }): number {
    const newline = text.indexOf("\n", row.at);
    if (newline < 0 && !isLast && text.length - at <= MAX_ROW) return -1;
    const stop = newline < 0 ? text.length : newline;
    const raw = text.slice(at, stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
    const isFirstCell = row.opened === undefined ? !text.slice(at, row.at).includes(this.separator) : row.opened === at;
    const other = this.isGuessed && !this.rows.hasNames && isFirstCell ? otherSeparatorIn(raw) : undefined;
    if (other === undefined)
      this.reject(raw, ...strayFault(raw, this.line, row.at - at, row.opened === undefined ? undefined : row.opened - at));
    else this.otherSeparator(raw, ...other);
    this.line += countNewlines(text, at, stop) + 1;
    return stop + 1;
  }

  private unclosed(text: string, at: number, opened: number): number {
    const raw = text.slice(at).trimEnd();
    this.reject(
      raw,
      opened - at,
      "QUOTE",
      'the quote that opens here is never closed; close it with ", and write "" for a quote mark within it',
    );
    this.stopped = true;
    return text.length;
  }

  private tooLong(): void {
    const message = `a line of more than ${figure(MAX_ROW)} characters; is this the right file and format?`;
    reportFault(this.context, { line: this.line, column: 1 }, "TOO_LONG", message);
    this.stopped = true;
  }
}

/** The sign by which a line of cells in quotes can be read, and where it stands first. */
function otherSeparatorIn(raw: string): [sign: string, offset: number] | undefined {
  for (const sign of SEPARATORS) {
    const row = scanCsvRow({ text: raw, separator: sign, isLast: true }, 0);
    const second = row.is === "row" ? row.starts[1] : undefined;
    if (second !== undefined) return [sign, second - sign.length];
  }
  return undefined;
}

/** A quote that spans lines lost its end most often, and then the place to look is where it opens. */
function strayFault(raw: string, line: number, at: number, opened: number | undefined): [number, "QUOTE", string] {
  if (opened === undefined)
    return [at, "QUOTE", 'a quote mark inside a cell that has none around it; put the cell in quotes and write "" for the mark'];
  const [start, close] = [placeIn(raw, line, opened), placeIn(raw, line, at - 1)];
  const advice = 'write "" for a quote mark within a cell';
  if (start.line === close.line)
    return [at - 1, "QUOTE", `text behind the quote mark that closes the cell opened at ${show(start)}; ${advice}`];
  return [
    opened,
    "QUOTE",
    `the quote that opens here is closed at ${show(close)}, with text behind it; close it where it ends, and ${advice}`,
  ];
}

const show = ({ line, column }: Place): string => `${String(line)}:${String(column)}`;

function placeIn(raw: string, line: number, offset: number): Place {
  const start = offset === 0 ? 0 : raw.lastIndexOf("\n", offset - 1) + 1;
  return { line: line + countNewlines(raw, 0, offset), column: offset - start + 1 };
}

function findCell(raw: string, line: number, index: number, separator: string): Place {
  const row = scanCsvRow({ text: raw, separator, isLast: true }, 0);
  return placeIn(raw, line, row.is === "row" ? (row.starts[index] ?? 0) : 0);
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
