import { buffer } from "node:stream/consumers";
import type { Fault } from "../faults/fault";
import type { TableShape } from "../readers/build-rows";
import { TextPieces } from "../readers/decode-text";
import { pathCells } from "../readers/match-path";
import { CsvParser } from "../readers/read-csv";
import { JsonParser } from "../readers/read-json";
import { JsonLinesParser } from "../readers/read-json-lines";
import { MarkdownParser } from "../readers/read-markdown";
import { TextParser } from "../readers/read-text";
import { TsvParser } from "../readers/read-tsv";
import { YamlParser } from "../readers/read-yaml-table";
import { reportFault } from "../readers/table-context";
import type { TableContext, TableParser } from "../readers/table-context";
import type { TableRow } from "../readers/table-row";
import { FileBytes } from "./file-bytes";
import { sha256OfFile } from "./input-file";
import { listFiles } from "./list-files";
import type { ListedFile } from "./list-files";
import { openBrat } from "./open-brat";
import { openXlsx } from "./open-xlsx";
import { SeenFiles } from "./seen-files";
import { bareName, formatOf, TABLE_FORMATS } from "./table-source";
import type { TableFormat, TableSource } from "./table-source";

const START = { line: 1, column: 1 };
const MEANWHILE = "while the tables were read; let whoever writes to it finish, then start again";

/**
 * The rows of all files of a source, file after file, streamed: memory does not grow with CSV, TSV, JSON lines, JSON and XLSX
 * (but for the latter's shared strings); files of YAML, Markdown, text and brat are held one at a time.
 * @param onFault is told every fault at once, with the row where only that row is lost
 * @param seen kept by whoever reads several times, so that a file that is another one than before is a fault
 */
export async function* readTable(
  source: TableSource,
  onFault: (fault: Fault, row?: TableRow) => void,
  seen = new SeenFiles(),
): AsyncGenerator<TableRow> {
  const files = await listFiles(source, onFault);
  const other = seen.cameOrWent(source, files);
  if (other !== undefined) onFault({ file: other, ...START, code: "SEED_CHANGED", message: `the file came or went ${MEANWHILE}` });
  const brat: ListedFile[] = [];
  for (const file of files) {
    const format = formatOf(file.path, source);
    const context = contextOf(file, source, onFault);
    if (format === undefined) unknownFormat(context);
    else if (context.fileCells === NO_CELLS) continue;
    else if (format === "brat") brat.push(file);
    else yield* orEmpty({ ...context, seen }, (noting) => readFile(file, format, source, noting));
  }
  const whole: typeof readWhole = (path, of, context) => readWhole(path, of, { ...context, seen });
  if (brat.length > 0) yield* openBrat(brat, source, (file) => contextOf(file, source, onFault), whole);
}

interface ReadContext extends TableContext {
  readonly seen?: SeenFiles;
}

const NO_CELLS = {};

/** Of a file without a row this is said, unless a fault says why. */
async function* orEmpty(context: ReadContext, read: (context: ReadContext) => AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  let isTold = false;
  const onFault: TableContext["onFault"] = (fault, row) => {
    isTold = true;
    context.onFault(fault, row);
  };
  for await (const row of read({ ...context, onFault })) {
    isTold = true;
    yield row;
  }
  if (!isTold) reportFault(context, START, "NO_ROWS", "the file has no row");
}

function contextOf(file: ListedFile, source: TableSource, onFault: TableContext["onFault"]): TableContext {
  const own = { "file.name": bareName(file.relative), "file.path": file.relative };
  const context = { file: file.shown, fileCells: own, onFault };
  if (source.path === undefined) return context;
  const named = pathCells(source.path, file.relative) ?? pathCells(source.path, file.relative.replace(/\.gz$/i, ""));
  if (named !== undefined) return { ...context, fileCells: { ...named, ...own } };
  const message = `the path "${file.relative}" does not fit the pattern "${source.path}"; change the pattern, or leave the file out`;
  reportFault(context, { line: 1, column: 1 }, "MISSING_FILE", message);
  return { ...context, fileCells: NO_CELLS };
}

function unknownFormat(context: TableContext): void {
  const message = `the file's ending says no format that is known; write format: with one of ${TABLE_FORMATS.join(", ")}`;
  reportFault(context, { line: 1, column: 1 }, "UNKNOWN_FILE", message);
}

async function* readFile(file: ListedFile, format: TableFormat, source: TableSource, context: ReadContext): AsyncGenerator<TableRow> {
  if (format !== "xlsx") {
    yield* readPieces(file.path, parserOf(format, source, context), source, context);
    return;
  }
  try {
    const workbook = /\.gz$/i.test(file.path) ? await buffer(new FileBytes(file.path)) : file.path;
    yield* openXlsx(workbook, source.sheet, shapeOf(source), context);
    // Its parts are not read in their order, so that it cannot be hashed on the way.
    reportChange(file.path, await sha256OfFile(file.path), context);
  } catch (error) {
    reportUnreadable(error, context, 1);
  }
}

function shapeOf({ header = true, columns, skipLines = 0 }: TableSource): TableShape {
  return { header, skipLines, ...(columns && { columns }) };
}

function parserOf(format: Exclude<TableFormat, "xlsx">, source: TableSource, context: TableContext): TableParser {
  switch (format) {
    case "csv":
      return new CsvParser(context, source.separator ?? ",", shapeOf(source), source.separator === undefined);
    case "tsv":
      return new TsvParser(context, shapeOf(source));
    case "jsonl":
      return new JsonLinesParser(context);
    case "json":
      return new JsonParser(context, source.records);
    case "yaml":
      return new YamlParser(context, source.records);
    case "markdown":
      return new MarkdownParser(context);
    case "text":
    case "brat":
      return new TextParser(context);
  }
}

async function* readPieces(path: string, parser: TableParser, source: TableSource, context: ReadContext): AsyncGenerator<TableRow> {
  const text = new TextPieces(source.encoding);
  let line = 1;
  let column = 1;
  const advance = (piece: string): void => {
    const newline = piece.lastIndexOf("\n");
    column = newline < 0 ? column + piece.length : piece.length - newline;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) line += 1;
  };
  const bytes = new FileBytes(path);
  try {
    for await (const part of bytes) {
      const piece = text.push(part);
      advance(piece);
      yield* parser.push(piece);
      if (text.problem !== undefined || parser.stopped) break;
    }
    const last = text.problem === undefined && !parser.stopped ? text.end() : "";
    advance(last);
    yield* parser.push(last);
  } catch (error) {
    return reportUnreadable(error, context, line);
  }
  reportChange(path, bytes.sha256, context);
  // What stands in front of the fault within its row is no row.
  if (text.problem !== undefined)
    return reportFault(context, { line, column }, "ENCODING", `${text.problem.message}; the file is read up to here`);
  yield* parser.end();
}

/** The text of a file as a whole, or nothing where it cannot be read, which is reported. */
async function readWhole(path: string, source: TableSource, context: ReadContext): Promise<string | undefined> {
  const parser = new TextParser(context);
  for await (const row of readPieces(path, parser, source, context)) return row.raw;
  return undefined;
}

/** Of what was not read to its end, nobody can tell. */
function reportChange(path: string, sha256: string | undefined, context: ReadContext): void {
  if (sha256 !== undefined && context.seen?.hasChanged(path, sha256) === true)
    reportFault(context, START, "CHANGED", `the file changed ${MEANWHILE}`);
}

function reportUnreadable(error: unknown, context: TableContext, line: number): void {
  const { code, message: reason } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code.startsWith("Z_")) {
    const message = `the compressed file is ${code === "Z_BUF_ERROR" ? "cut off" : "damaged"} (${reason}); get it again, or unpack what is left of it`;
    return reportFault(context, { line, column: 1 }, "GZIP", message);
  }
  if (!/^E[A-Z]+$/.test(code)) throw error;
  reportFault(context, { line, column: 1 }, "MISSING_FILE", `the file cannot be read (${code})`);
}
