import { reportFault } from "./table-context";
import type { TableContext } from "./table-context";

/** A text-bound annotation: a name and one or more stretches of the text, in code points. */
export interface BratSpan {
  readonly id: string;
  readonly type: string;
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
  /** As the annotation file repeats it; stretches are joined by blanks. */
  readonly text: string;
  readonly line: number;
}

/** An event or a relation, with the annotations that play a role in it. */
export interface BratFrame {
  readonly id: string;
  readonly type: string;
  /** Of an event: the annotation that its type stands at. */
  readonly trigger?: string;
  readonly roles: readonly { readonly name: string; readonly target: string; readonly column: number }[];
  readonly line: number;
  readonly raw: string;
}

/** An attribute, a normalisation or a note on another annotation. */
export interface BratRemark {
  readonly kind: "attribute" | "normalisation" | "note";
  readonly name: string;
  readonly target: string;
  readonly value: string;
}

/** What one .ann file says. */
export interface BratAnnotations {
  readonly spans: ReadonlyMap<string, BratSpan>;
  readonly frames: readonly BratFrame[];
  readonly remarks: readonly BratRemark[];
}

const BEGINS = /^(?:[TREAMN]\d+|\*|#\d*)\t/;
const SPAN = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t([\s\S]*)$/;
const FRAME = /^([ER]\d+)\t(\S+)((?: \S+:\S+)*)[ \t]*$/;
const REMARK = /^[AM]\d+\t(\S+) (\S+)(?: (.+))?$/;
const NORMALISATION = /^N\d+\t(\S+) (\S+) (\S+)(?:\t(.*))?$/;
const NOTE = /^#\d*\t(\S+) (\S+)(?:\t(.*))?$/;

/**
 * Reads brat's stand-off annotations. A text that spans lines is written over several lines by some tools; lines that begin
 * no annotation go on with the one above.
 * @see https://brat.nlplab.org/standoff.html
 */
export function parseBrat(ann: string, context: TableContext): BratAnnotations {
  const spans = new Map<string, BratSpan>();
  const frames: BratFrame[] = [];
  const remarks: BratRemark[] = [];
  for (const { raw, line } of entriesOf(ann)) {
    const span = parseSpan(raw, line);
    const frame = span ? undefined : parseFrame(raw, line);
    const remark = span || frame ? undefined : parseRemark(raw);
    if (span) spans.set(span.id, span);
    else if (frame) frames.push(frame);
    else if (remark) remarks.push(remark);
    else if (!raw.startsWith("*\t")) unknown(raw, line, context);
  }
  return { spans, frames, remarks };
}

function entriesOf(ann: string): { raw: string; line: number }[] {
  const entries: { raw: string; line: number }[] = [];
  ann.split("\n").forEach((each, index) => {
    const raw = each.endsWith("\r") ? each.slice(0, -1) : each;
    const above = entries.at(-1);
    if (above?.raw.startsWith("T") && !BEGINS.test(raw)) above.raw += `\n${raw}`;
    else if (raw.trim() !== "") entries.push({ raw, line: index + 1 });
  });
  return entries.map(({ raw, line }) => ({ raw: raw.startsWith("T") ? raw : raw.trimEnd(), line }));
}

function parseSpan(raw: string, line: number): BratSpan | undefined {
  const [, id, type, offsets, text] = SPAN.exec(raw) ?? [];
  if (id === undefined || type === undefined || offsets === undefined || text === undefined) return undefined;
  const stretches = offsets.split(";").map((each) => {
    const [start, end] = each.split(" ").map(Number);
    return { start: start ?? 0, end: end ?? 0 };
  });
  return { id, type, stretches, text: withoutTail(text, stretches), line };
}

/** Blanks behind the annotated words are none of them; those that the offsets take in are, whatever blanks they are. */
function withoutTail(text: string, stretches: BratSpan["stretches"]): string {
  const length = stretches.reduce((sum, { start, end }) => sum + end - start, stretches.length - 1);
  const points = [...text];
  const tail = points.slice(length).join("");
  return tail.trim() === "" ? points.slice(0, length).join("") : text.trimEnd();
}

function parseFrame(raw: string, line: number): BratFrame | undefined {
  const [, id, head, rest] = FRAME.exec(raw) ?? [];
  if (id === undefined || head === undefined || rest === undefined) return undefined;
  const [type = "", trigger] = head.split(":");
  if (id.startsWith("E") && trigger === undefined) return undefined;
  let column = raw.length - raw.trimEnd().length + id.length + head.length + 2;
  const roles = rest
    .split(" ")
    .slice(1)
    .map((each) => {
      const colon = each.lastIndexOf(":");
      const role = { name: each.slice(0, colon), target: each.slice(colon + 1), column: column + 1 };
      column += each.length + 1;
      return role;
    });
  return { id, type, roles, line, raw, ...(trigger !== undefined && { trigger }) };
}

function parseRemark(raw: string): BratRemark | undefined {
  const [, attribute, of, value] = REMARK.exec(raw) ?? [];
  if (attribute !== undefined && of !== undefined)
    return { kind: "attribute", name: attribute.toLowerCase(), target: of, value: value ?? "true" };
  const [, reference, target, resource] = NORMALISATION.exec(raw) ?? [];
  if (reference !== undefined && target !== undefined)
    return { kind: "normalisation", name: reference.toLowerCase(), target, value: resource ?? "" };
  const [, note, on, text] = NOTE.exec(raw) ?? [];
  return note === undefined || on === undefined ? undefined : { kind: "note", name: note, target: on, value: text ?? "" };
}

function unknown(raw: string, line: number, context: TableContext): void {
  const message = `"${raw.slice(0, 60)}" is no annotation of brat, such as "T1<tab>Name 0 5<tab>words" or "E1<tab>Name:T1 Role:T2"`;
  reportFault(context, { line, column: 1 }, "BRAT", message);
}
