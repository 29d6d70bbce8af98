import { parseBrat } from "./parse-brat";
import type { BratAnnotations, BratFrame, BratSpan } from "./parse-brat";
import { reportFault, setCell, TextRow } from "./table-context";
import type { TableContext } from "./table-context";
import type { Cell, TableRow } from "./table-row";

/** A text and what an annotation file says of it. */
export interface BratDocument {
  readonly name: string;
  readonly text: string;
  readonly ann: string;
  /** What the annotation file's name has behind the document's, such as an annotator's name. */
  readonly annotator: string;
}

type CellMap = Record<string, Cell>;

/** Cells that every row has; a role of such a name gets `role.` in front of it. */
const OWN_CELLS = ["text", "document", "annotator", "id", "type", "trigger", "notes", "normalisations"];

/**
 * The rows of one document of brat: one for each event and relation, or where there is none, for each text-bound annotation.
 * A role's cell is a list with one item for each stretch of text, offsets in code points.
 */
export function readBrat(document: BratDocument, context: TableContext): TableRow[] {
  const annotations = parseBrat(document.ann, context);
  const rows = new BratRows(document, annotations, context);
  if (annotations.frames.length > 0) return annotations.frames.flatMap((frame) => rows.ofFrame(frame));
  return [...annotations.spans.values()].map((span) => rows.ofSpan(span));
}

class BratRows {
  private count = 0;
  private readonly points: string[] | string;
  private readonly remarksOf = new Map<string, BratAnnotations["remarks"][number][]>();
  private readonly frames: ReadonlyMap<string, BratFrame>;

  constructor(
    private readonly document: BratDocument,
    private readonly annotations: BratAnnotations,
    private readonly context: TableContext,
  ) {
    // Without characters beyond the first plane, code points are what JavaScript counts.
    this.points = /[\ud800-\udfff]/.test(document.text) ? [...document.text] : document.text;
    this.frames = new Map(annotations.frames.map((frame) => [frame.id, frame]));
    for (const remark of annotations.remarks) this.remarksOf.set(remark.target, [...(this.remarksOf.get(remark.target) ?? []), remark]);
  }

  ofSpan(span: BratSpan): TableRow {
    const items = this.items(span);
    return this.row(span.id, span.type, [[span.type.toLowerCase(), items, 1]], span.line, `${span.id}\t${span.type}\t${span.text}`, [
      span.id,
    ]);
  }

  ofFrame(frame: BratFrame): TableRow[] {
    const roles: [string, CellMap[], number][] = [];
    const ids = [frame.id];
    const all = [...(frame.trigger === undefined ? [] : [{ name: "trigger", target: frame.trigger, column: 1 }]), ...frame.roles];
    for (const { name, target, column } of all) {
      const span = this.annotations.spans.get(this.frames.get(target)?.trigger ?? target);
      if (span === undefined) {
        const message = `${frame.id} names ${target}, which this file does not have; add it or take the role out`;
        reportFault(
          this.context,
          { line: frame.line, column },
          "MISSING_REF",
          message,
          this.row(frame.id, frame.type, [], frame.line, frame.raw, []),
        );
        return [];
      }
      ids.push(target);
      const items = this.items(span, target);
      // Of two fillers of one role, brat numbers the second: Theme, Theme2.
      for (const role of roleNames(name, span.type, frame.id)) roles.push([role, items, column]);
    }
    return [this.row(frame.id, frame.type, roles, frame.line, frame.raw, ids)];
  }

  private row(id: string, type: string, roles: [string, CellMap[], number][], line: number, raw: string, ids: string[]): TableRow {
    const { name, text, annotator } = this.document;
    this.count += 1;
    const cells: CellMap = { text, document: name, annotator, id, type };
    const columns = new Map<string, number>();
    for (const [role, items, column] of roles) {
      const cell = OWN_CELLS.includes(role) && role !== "trigger" ? `role.${role}` : role;
      columns.set(cell, columns.get(cell) ?? column);
      setCell(cells, cell, [...((cells[cell] as CellMap[] | undefined) ?? []), ...items]);
    }
    for (const { kind, name: remark, value } of this.remarksOf.get(id) ?? [])
      if (kind === "attribute" && !(remark in cells)) setCell(cells, remark, value);
    cells.notes = this.remarks("note", ids);
    cells.normalisations = this.remarks("normalisation", ids);
    for (const each in this.context.fileCells) cells[each] = this.context.fileCells[each] ?? "";
    cells["file.number"] = String(this.count);
    return new TextRow(this.context.file, line, cells, raw, (row, column) => ({ line: row.line, column: columns.get(column) ?? 1 }));
  }

  private remarks(kind: "note" | "normalisation", ids: readonly string[]): CellMap[] {
    const found = ids.flatMap((id) => this.remarksOf.get(id) ?? []).filter((each) => each.kind === kind);
    return found.map(({ name, target, value }) => ({ of: target, type: name, text: value }));
  }

  /** One item for each stretch; the words are those of the annotation file, so that they can be held against the text. */
  private items(span: BratSpan, id = span.id): CellMap[] {
    const words = cutWords(span) ?? span.stretches.map(({ start, end }) => this.slice(start, end));
    const attributes = (this.remarksOf.get(id) ?? []).filter(({ kind }) => kind === "attribute").map(({ name, value }) => [name, value]);
    return span.stretches.map(({ start, end }, index) => ({
      ...(Object.fromEntries(attributes) as CellMap),
      start: String(start),
      end: String(end),
      text: words[index] ?? "",
      type: span.type,
      id,
    }));
  }

  private slice(start: number, end: number): string {
    return typeof this.points === "string" ? this.points.slice(start, end) : this.points.slice(start, end).join("");
  }
}

/** The words of each stretch, cut out of what the annotation file repeats; nothing where the lengths do not add up. */
function cutWords({ text, stretches }: BratSpan): string[] | undefined {
  if (stretches.length === 1) return [text];
  const points = [...text];
  const words: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    words.push(points.slice(at, at + end - start).join(""));
    at += end - start + 1;
  }
  return at - 1 === points.length ? words : undefined;
}

/** Arguments of a relation say nothing by their own names; the types of what they point to do. */
function roleNames(name: string, type: string, frameId: string): string[] {
  if (frameId.startsWith("R") && /^Arg\d$/i.test(name)) return [...new Set([name.toLowerCase(), type.toLowerCase()])];
  return [name === "trigger" ? name : name.replace(/\d+$/, "").toLowerCase()];
}
