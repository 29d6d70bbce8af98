import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
import type { Document, Node, Pair } from "yaml";
import { recordPath } from "./read-json";
import { reportFault } from "./table-context";
import type { Place, TableContext } from "./table-context";
import type { TableRow } from "./table-row";
import { WholeFileParser } from "./whole-file-parser";
import { fieldOffset, YAML_OPTIONS, YamlCellFault, YamlCells } from "./yaml-cells";

interface Entry {
  readonly node: Node;
  readonly key?: string;
}

/** A list or map of records in a file of YAML as other people write it; the file is held in memory as a whole. */
export class YamlParser extends WholeFileParser {
  private readonly lines = new LineCounter();

  /** @param records a dotted path; `.` where the whole file is one record */
  constructor(
    context: TableContext,
    private readonly records?: string,
  ) {
    super(context);
  }

  protected override read(text: string): TableRow[] {
    const parsed = parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter: this.lines });
    const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
    const wrong = documents.flatMap((document) => document.errors);
    for (const error of wrong)
      reportFault(this.context, this.place(error.pos[0]), "YAML", `${error.message}; nothing of this file was read`);
    // What is left of a file whose structure is broken may be something else than what was written.
    if (wrong.length > 0) return [];
    return documents.flatMap((document) => this.readDocument(document, text, documents.length > 1));
  }

  private readDocument(document: Document.Parsed, text: string, isOneOfMany: boolean): TableRow[] {
    const cells = new YamlCells(document);
    const root = document.contents as Node | null;
    if (root === null || (isScalar(root) && root.value === "")) return [];
    return this.entries(root, isOneOfMany).flatMap((entry) => this.readEntry(entry, cells, text));
  }

  private entries(root: Node, isOneOfMany: boolean): Entry[] {
    if (this.records === "." || (isOneOfMany && isMap(root))) return [{ node: root }];
    const path = recordPath(this.records);
    let node: Node | null = root;
    for (const name of path) {
      const pairs: Pair<Node, Node | null>[] = isMap(node) ? (node.items as Pair<Node, Node | null>[]) : [];
      const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === name);
      if (pair?.value === undefined || pair.value === null) {
        const known = pairs.slice(0, 20).map(({ key }) => (isScalar(key) ? String(key.value) : "?"));
        const message = `the file has no records at ${path.join(".")}${known.length > 0 ? `; fields on the way are ${known.join(", ")}` : ""}`;
        reportFault(this.context, { line: 1, column: 1 }, "NO_RECORDS", message);
        return [];
      }
      node = pair.value;
    }
    if (isSeq(node)) return (node.items as Node[]).map((each) => ({ node: each }));
    return isMap(node) ? mapEntries(node.items as Pair<Node, Node | null>[], node, path.length === 0) : [{ node }];
  }

  private readEntry({ node, key }: Entry, cells: YamlCells, text: string): TableRow[] {
    const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
    const [place, raw] = [this.place(from), text.slice(from, to)];
    try {
      const locate = (column: string): Place | undefined => {
        const at = fieldOffset(node, column);
        return at === undefined ? undefined : this.place(at);
      };
      return this.rows.add({ cell: cells.read(node), place, raw, locate, ...(key !== undefined && { key }) });
    } catch (error) {
      if (!(error instanceof YamlCellFault)) throw error;
      reportFault(this.context, this.place(error.at), error.kind, error.message, this.rows.broken(raw, place));
      return [];
    }
  }

  private place(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** A map whose first value is a text is one record; any other is a map of records. */
function mapEntries(pairs: readonly Pair<Node, Node | null>[], whole: Node, isWholeFile: boolean): Entry[] {
  const first = pairs[0]?.value;
  if (isWholeFile && !isMap(first) && !isSeq(first)) return [{ node: whole }];
  return pairs.flatMap(({ key, value }) => (value === null ? [] : [{ node: value, key: isScalar(key) ? String(key.value) : "" }]));
}
