import { isMap, LineCounter, parseDocument } from "yaml";
import type { Node } from "yaml";
import { MAX_ROW, reportFault } from "./table-context";
import type { TableRow } from "./table-row";
import { WholeFileParser } from "./whole-file-parser";
import { fieldOffset, YAML_OPTIONS, YamlCellFault, YamlCells } from "./yaml-cells";

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** One Markdown file as one row: its front matter's fields, and `body`, what stands behind it. */
export class MarkdownParser extends WholeFileParser {
  protected override read(raw: string): TableRow[] {
    const start = { line: 1, column: 1 };
    const matter = FRONT_MATTER.exec(raw);
    if (matter === null) {
      const message = raw.startsWith("---")
        ? "the front matter that opens here is never closed; write --- on a line of its own behind it"
        : "the file has no front matter; begin it with a line ---, the fields, and another line ---";
      reportFault(this.context, start, "FRONT_MATTER", message, this.rows.broken(raw, start));
      return [];
    }
    return this.readMatter(raw, matter[1] ?? "", matter[0].length);
  }

  private readMatter(raw: string, matter: string, bodyFrom: number): TableRow[] {
    const body = raw.slice(bodyFrom).trim();
    const lines = new LineCounter();
    const document = parseDocument(matter, { ...YAML_OPTIONS, lineCounter: lines });
    const at = (offset: number): { line: number; column: number } => {
      const { line, col } = lines.linePos(offset);
      // The line of the opening --- stands above.
      return { line: line + 1, column: col };
    };
    const start = { line: 1, column: 1 };
    for (const error of document.errors) reportFault(this.context, at(error.pos[0]), "YAML", error.message, this.rows.broken(raw, start));
    if (document.errors.length > 0) return [];
    const root = document.contents as Node | null;
    const isEmpty = matter.trim() === "";
    if ((!isMap(root) && !isEmpty) || raw.length > MAX_ROW) {
      const [name, message] =
        isMap(root) || isEmpty
          ? (["TOO_LONG", "a file of more than 10,000,000 characters"] as const)
          : (["FRONT_MATTER", "the front matter must be a map from field to value"] as const);
      reportFault(this.context, { line: 2, column: 1 }, name, message, this.rows.broken(raw, start));
      return [];
    }
    try {
      const cell = isMap(root) ? (new YamlCells(document).read(root) as Record<string, string>) : {};
      const locate = (column: string): { line: number; column: number } | undefined => {
        const offset = isMap(root) ? fieldOffset(root, column) : undefined;
        if (offset !== undefined) return at(offset);
        return column === "body" ? { line: raw.slice(0, raw.indexOf(body, bodyFrom)).split("\n").length, column: 1 } : undefined;
      };
      return this.rows.add({ cell: { ...cell, body }, place: start, raw, locate });
    } catch (error) {
      if (!(error instanceof YamlCellFault)) throw error;
      reportFault(this.context, at(error.at), error.kind, error.message, this.rows.broken(raw, start));
      return [];
    }
  }
}
