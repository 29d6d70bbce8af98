/** What stands at the beginning of a text of CSV: a whole row, one that is not complete yet, or one that breaks the rules. */
export type CsvRow =
  | { readonly is: "row"; readonly cells: string[]; readonly starts: number[]; readonly end: number; readonly next: number }
  | { readonly is: "incomplete"; readonly opened: number | undefined }
  | { readonly is: "unclosed"; readonly opened: number }
  | { readonly is: "stray"; readonly at: number; readonly opened: number | undefined };

/** A text of CSV, or the beginning of one. */
export interface CsvText {
  readonly text: string;
  readonly separator: string;
  /** Nothing follows. */
  readonly isLast: boolean;
}

type CsvCell = { readonly is: "cell"; readonly text: string; readonly end: number } | Exclude<CsvRow, { is: "row" }>;

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/**
 * Reads one row of CSV that may have cells in quotes.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function scanCsvRow(csv: CsvText, from: number): CsvRow {
  const { text, separator } = csv;
  const cells: string[] = [];
  const starts: number[] = [];
  for (let at = from; ; ) {
    starts.push(at);
    const cell = text.charCodeAt(at) === QUOTE ? quoted(csv, at) : plain(csv, at);
    if (cell.is !== "cell") return cell;
    cells.push(cell.text);
    if (text.startsWith(separator, cell.end)) {
      at = cell.end + separator.length;
      continue;
    }
    const next = text.charCodeAt(cell.end) === RETURN ? cell.end + 2 : cell.end + 1;
    return { is: "row", cells, starts, end: cell.end, next };
  }
}

function quoted(csv: CsvText, opened: number): CsvCell {
  const { text, isLast } = csv;
  let doubled = false;
  for (let from = opened + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return isLast ? { is: "unclosed", opened } : { is: "incomplete", opened };
    const after = close + 1;
    if (text.charCodeAt(after) === QUOTE) {
      doubled = true;
      from = after + 1;
      continue;
    }
    const ends = endsCell(csv, after);
    if (ends === undefined) return { is: "incomplete", opened };
    if (!ends) return { is: "stray", at: after, opened };
    const inner = text.slice(opened + 1, close);
    return { is: "cell", text: doubled ? inner.replaceAll('""', '"') : inner, end: after };
  }
}

function endsCell({ text, separator, isLast }: CsvText, at: number): boolean | undefined {
  if (at >= text.length) return isLast ? true : undefined;
  const code = text.charCodeAt(at);
  if (code === NEWLINE || text.startsWith(separator, at)) return true;
  if (code !== RETURN) return false;
  return at + 1 < text.length ? text.charCodeAt(at + 1) === NEWLINE : isLast ? true : undefined;
}

function plain({ text, separator, isLast }: CsvText, from: number): CsvCell {
  const stop = separator.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { is: "stray", at, opened: undefined };
    if (code === stop) return { is: "cell", text: text.slice(from, at), end: at };
    if (code !== NEWLINE) continue;
    const end = at > from && text.charCodeAt(at - 1) === RETURN ? at - 1 : at;
    return { is: "cell", text: text.slice(from, end), end };
  }
  if (!isLast) return { is: "incomplete", opened: undefined };
  const end = text.charCodeAt(text.length - 1) === RETURN && text.length > from ? text.length - 1 : text.length;
  return { is: "cell", text: text.slice(from, end), end };
}
