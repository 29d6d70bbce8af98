import { REJECT_COLUMN, REJECT_FIELD } from "./table-context";
import type { TableRow } from "./table-row";

/** How the rejects of a format are written. */
export interface RejectShape {
  readonly format: string;
  readonly separator: string;
  readonly header: boolean;
}

/** What a rejects file begins with: skipped lines and the header of the table, with one column more. */
export function rejectHead(head: string | undefined, { format, separator, header }: RejectShape): string {
  if (head === undefined || (format !== "csv" && format !== "tsv")) return "";
  const written = head.endsWith("\r") ? head.slice(0, -1) : head;
  if (!header) return `${written}\n`;
  return `${written}${hasReason(written, format, separator) ? "" : `${format === "tsv" ? "\t" : separator}${REJECT_COLUMN}`}\n`;
}

/** Of a rejects file that was loaded again, the header has the column already. */
function hasReason(head: string, format: string, separator: string): boolean {
  const sign = format === "tsv" ? "\t" : separator;
  return head.endsWith(`${sign}${REJECT_COLUMN}`) || head.endsWith(`${sign}"${REJECT_COLUMN}"`);
}

/** One rejected row with its reason, in the table's own format; of formats that are no tables of lines, its cells as JSON. */
export function rejectLine(row: TableRow, reason: string, shape: RejectShape): string {
  const told = shape.header ? reason : `${REJECT_COLUMN}: ${reason}`;
  const raw = hasReason(row.head ?? "", shape.format, shape.separator) ? withoutLastCell(row.raw, shape) : row.raw;
  if (shape.format === "csv") return `${raw}${shape.separator}"${told.replaceAll('"', '""')}"\n`;
  if (shape.format === "tsv") return `${raw}\t${told.replace(/[\t\r\n]+/g, " ")}\n`;
  if (shape.format === "jsonl") return `${jsonLine(row.raw, reason)}\n`;
  const isEmpty = Object.keys(row.cells).every((name) => name.startsWith("file."));
  return `${JSON.stringify({ ...row.cells, ...(isEmpty && { raw: row.raw }), [REJECT_FIELD]: reason })}\n`;
}

/** The line as it is, down to the spelling of its numbers, with a field more; of a line that is no object, a text in one. */
function jsonLine(raw: string, reason: string): string {
  const body = raw.trimEnd();
  if (!body.endsWith("}")) return JSON.stringify({ raw: body, [REJECT_FIELD]: reason });
  const inner = body.slice(0, -1).replace(OLD_REASON, "").trimEnd();
  return `${inner}${/[{,]$/.test(inner) ? "" : ","}${JSON.stringify(REJECT_FIELD)}:${JSON.stringify(reason)}}`;
}

/** The reason of the load before. */
const OLD_REASON = new RegExp(`,\\s*"${REJECT_FIELD}"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*"\\s*$`);

function withoutLastCell(raw: string, { format, separator }: RejectShape): string {
  const quoted = /"(?:[^"]|"")*"$/.exec(raw);
  if (format === "csv" && quoted && raw.startsWith(separator, quoted.index - separator.length))
    return raw.slice(0, quoted.index - separator.length);
  const last = raw.lastIndexOf(format === "tsv" ? "\t" : separator);
  return last < 0 ? raw : raw.slice(0, last);
}
