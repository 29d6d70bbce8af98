import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fromBufferPromise, openPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { didYouMean } from "../faults/nearest-name";
import type { TableShape } from "../readers/build-rows";
import { SharedStringsParser, SheetParser } from "../readers/read-xlsx";
import { reportFault } from "../readers/table-context";
import type { TableContext } from "../readers/table-context";
import type { TableRow } from "../readers/table-row";
import { parseRelations, parseStyles, parseWorkbook } from "../readers/xlsx-values";

/** Where a workbook is read from: a path, or bytes where it had to be unpacked. */
export type WorkbookSource = string | Buffer;

/** The rows of one sheet of a workbook, streamed; the shared strings alone are held in memory. */
export async function* openXlsx(
  workbook: WorkbookSource,
  sheet: string | undefined,
  shape: TableShape,
  context: TableContext,
): AsyncGenerator<TableRow> {
  const start = { line: 1, column: 1 };
  let zip: ZipFile | undefined;
  try {
    zip = typeof workbook === "string" ? await openPromise(workbook, { autoClose: false }) : await fromBufferPromise(workbook);
    const book = new Workbook(zip, await readEntries(zip));
    const { sheets, from1904 } = parseWorkbook(await book.text("xl/workbook.xml"));
    const wanted = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
    if (wanted === undefined) {
      const names = sheets.map(({ name }) => name);
      const near = sheet === undefined ? "" : didYouMean(sheet, names);
      reportFault(context, start, "XLSX", `the workbook has no sheet "${sheet ?? ""}"${near}; it has ${names.join(", ")}`);
      return;
    }
    const target = parseRelations(await book.text("xl/_rels/workbook.xml.rels")).get(wanted.relation) ?? "";
    const styles = book.has("xl/styles.xml") ? parseStyles(await book.text("xl/styles.xml")) : [];
    const parser = new SheetParser(context, shape, { sharedStrings: await book.sharedStrings(), styles, from1904 });
    for await (const piece of await book.stream(target)) yield* parser.push(piece as string);
    yield* parser.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    reportFault(
      context,
      start,
      "XLSX",
      `the workbook cannot be read (${String(reason)}); save it again as .xlsx, without a password, or as CSV`,
    );
  } finally {
    zip?.close();
  }
}

class Workbook {
  constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`it has no part ${name}`);
    return (await this.zip.openReadStreamPromise(entry)).setEncoding("utf8");
  }

  async text(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`it has no part ${name}`);
    return (await buffer(await this.zip.openReadStreamPromise(entry))).toString("utf8");
  }

  async sharedStrings(): Promise<readonly string[]> {
    const parser = new SharedStringsParser();
    if (!this.has("xl/sharedStrings.xml")) return [];
    for await (const piece of await this.stream("xl/sharedStrings.xml")) parser.push(piece as string);
    return parser.strings;
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}
