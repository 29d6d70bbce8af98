import { SaxesParser } from "saxes";
import { RowBuilder } from "./build-rows";
import type { TableShape } from "./build-rows";
import type { TableContext, TableParser } from "./table-context";
import type { TableRow } from "./table-row";
import { dateText, localName, numberText } from "./xlsx-values";
import type { DateKind } from "./xlsx-values";

/** What the cells of a sheet refer to. */
export interface SheetParts {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly (DateKind | undefined)[];
  readonly from1904: boolean;
}

/** Collects the shared strings of a workbook; of rich text the words alone, of phonetic hints nothing. */
export class SharedStringsParser {
  readonly strings: string[] = [];
  private readonly parser = new SaxesParser();
  private text = "";
  private isText = false;
  private isHint = false;

  constructor() {
    this.parser.on("opentag", ({ name }) => {
      const local = localName(name);
      if (local === "si") this.text = "";
      if (local === "t") this.isText = true;
      if (local === "rPh") this.isHint = true;
    });
    this.parser.on("text", (text) => {
      if (this.isText && !this.isHint) this.text += text;
    });
    this.parser.on("closetag", ({ name }) => {
      const local = localName(name);
      if (local === "si") this.strings.push(unescapeXlsx(this.text));
      if (local === "t") this.isText = false;
      if (local === "rPh") this.isHint = false;
    });
  }

  push(xml: string): void {
    this.parser.write(xml);
  }
}

/** The rows of one sheet, from pieces of its XML. Line and column of a place are those of the sheet. */
export class SheetParser implements TableParser {
  readonly stopped = false;
  private readonly parser = new SaxesParser();
  private readonly rows: RowBuilder;
  private found: TableRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private cell = { column: 0, type: "n", style: 0, text: "", isValue: false, isHint: false };

  constructor(
    context: TableContext,
    private readonly shape: TableShape,
    private readonly parts: SheetParts,
  ) {
    this.rows = new RowBuilder(context, { ...shape, mayBeShort: true }, (_raw, line, index) => ({ line, column: index + 1 }));
    this.parser.on("opentag", ({ name, attributes }) => this.open(localName(name), attributes));
    this.parser.on("text", (text) => {
      if (this.cell.isValue && !this.cell.isHint) this.cell.text += text;
    });
    this.parser.on("closetag", ({ name }) => this.close(localName(name)));
  }

  push(xml: string): TableRow[] {
    this.parser.write(xml);
    return this.drain();
  }

  end(): TableRow[] {
    this.parser.close();
    return this.drain();
  }

  private drain(): TableRow[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (name === "row") {
      this.line = Number(attributes.r ?? this.line + 1);
      this.cells = [];
    } else if (name === "c") {
      const column = columnIndex(attributes.r) ?? this.cells.length;
      this.cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "", isValue: false, isHint: false };
    } else if (name === "v" || name === "t") this.cell.isValue = true;
    else if (name === "rPh") this.cell.isHint = true;
  }

  private close(name: string): void {
    if (name === "v" || name === "t") this.cell.isValue = false;
    else if (name === "rPh") this.cell.isHint = false;
    else if (name === "c") {
      while (this.cells.length < this.cell.column) this.cells.push("");
      this.cells[this.cell.column] = this.value();
    } else if (name === "row") this.endRow();
  }

  private endRow(): void {
    const raw = this.cells.map((each) => each.replace(/[\t\r\n]+/g, " ")).join("\t");
    if (this.line <= this.shape.skipLines || raw.trim() === "") return;
    const row = this.rows.add(this.cells, raw, this.line);
    if (row !== undefined) this.found.push(row);
  }

  private value(): string {
    const { type, text, style } = this.cell;
    if (text === "" && type !== "s") return "";
    if (type === "s") return this.parts.sharedStrings[Number(text)] ?? "";
    if (type === "b") return text === "1" ? "true" : "false";
    if (type === "str" || type === "inlineStr") return unescapeXlsx(text);
    if (type === "d" || type === "e") return text;
    const kind = this.parts.styles[style];
    return kind === undefined ? numberText(text) : dateText(Number(text), kind, this.parts.from1904);
  }
}

/** `C12` is column 2. */
function columnIndex(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Characters that XML does not hold are written as `_x000D_`. */
function unescapeXlsx(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
