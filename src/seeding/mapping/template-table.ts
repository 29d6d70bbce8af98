import { CORPUS_FILES } from "../../model/corpus-row";
import type { RecordShape } from "../../model/corpus-row-types";
import type { RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import type { TemplatePlace, TextPlan } from "./mapping";
import { parseTemplate, TemplateProblem } from "./parse-template";
import type { Blank, ColumnName, Template } from "./template";

/** The templates of one mapping with their places, so that a fault of a row can say which part of the mapping made it. */
export class TemplateTable {
  readonly places: TemplatePlace[] = [];
  /** Every name in a blank, and the number of its template. */
  readonly names: { readonly name: ColumnName; readonly number: number }[] = [];

  /** Every table of `lookups` that a blank asks, with the column where it says one. */
  readonly asked: { readonly table: string; readonly column?: string; readonly at: number }[] = [];

  constructor(readonly file: SourceFile) {}

  /** A text with blanks; what is wrong with it is reported, and it stands for nothing then. */
  add(text: string, at: number): Template {
    const number = this.place(at);
    try {
      const template = parseTemplate(text, number);
      const blanks = template.parts.filter((part): part is Blank => typeof part !== "string");
      for (const { names, calls } of blanks) {
        this.names.push(...names.map((name) => ({ name, number })));
        for (const { name, args } of calls) if (name === "lookup") this.ask(args, at);
      }
      const first = blanks[0]?.names[0]?.whole;
      if (first !== undefined) this.places[number] = { ...this.file.place(at), cell: first };
      return template;
    } catch (problem) {
      if (!(problem instanceof TemplateProblem)) throw problem;
      this.file.fault(at, "MAPPING", problem.message);
      return { parts: [], number };
    }
  }

  private ask([table = "", column]: readonly string[], at: number): void {
    this.asked.push({ table, ...(column !== undefined && { column }), at });
  }

  /** A text without blanks, whatever signs it has. */
  literal(text: string, at: number): Template {
    return { parts: [text], number: this.place(at) };
  }

  /** A place of the mapping, by the number that faults of rows carry. */
  place(at: number): number {
    this.places.push(this.file.place(at));
    return this.places.length - 1;
  }

  /**
   * Lets faults of what is made for each item of a list stand at the column that holds the list: an item has no place of its own.
   * @param from the number of the first template that may use the variable
   */
  standFor(variable: string, list: Template, from: number): void {
    const column = this.places[list.number]?.cell;
    if (column === undefined) return;
    for (const [number, place] of this.places.entries())
      if (number >= from && place.cell?.split(".", 1)[0] === variable) this.places[number] = { ...place, cell: column };
  }

  text(node: RawNode, name: string, asList: boolean): TextPlan | undefined {
    if (node.is === "scalar") return node.broken ? undefined : { is: "text", template: this.add(node.text, node.at), asList };
    this.file.fault(node.at, "TYPE", `"${name}" must be text, such as <column>, got a ${node.is}`);
    return undefined;
  }

  /** @throws Error for a kind that no file of a corpus holds */
  shapeOf(label: string): RecordShape {
    const found = CORPUS_FILES.find(({ shape }) => shape.label === label);
    if (found === undefined) throw new Error(`No file of a corpus holds a ${label}.`);
    return found.shape;
  }
}
