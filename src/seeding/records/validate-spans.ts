import type { LinkField, SpansField } from "../../model/corpus-row-types";
import { enumValues } from "../../model/enums";
import type { DraftValue } from "../draft/draft";
import { figure } from "../faults/figure";
import type { RawMap, RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { addRelation } from "./add-relations";
import { countCodePoints } from "./code-point-text";
import type { CodePointText } from "./code-point-text";
import { asMap, entryOf, readFields, reportUnknown } from "./read-fields";
import { readLinks } from "./read-links";
import { isAbsent } from "./read-value";
import type { KnownDocument, RecordContext } from "./record-context";

interface SpanOwner {
  readonly reportId: string;
  readonly reportText?: string;
  /** Absent where the document belongs to another corpus, or could not be told. */
  readonly document?: KnownDocument;
}

interface SpanPlace {
  readonly map: RawMap;
  readonly role: string;
  readonly order: number;
  /** It is the report's only stretch of content, and so holds its whole text, if the lengths agree. */
  readonly isWhole: boolean;
}

/** Checks the spans of a report, against the document's text where it is at hand, and adds them. */
export function validateSpans(node: RawNode, field: SpansField, owner: SpanOwner, context: RecordContext): void {
  if (isAbsent(node)) return;
  const roles = asMap(node, `"${field.name}"`, context.file);
  if (roles === undefined) return;
  reportUnknown(
    roles,
    enumValues("SpanRole").map((role) => role.toLowerCase()),
    context.file,
  );
  for (const { key, value } of roles.entries) {
    if (!enumValues("SpanRole").includes(key.toUpperCase()) || key !== key.toLowerCase() || isAbsent(value)) continue;
    if (value.is !== "list") {
      if (value.is === "map" || !value.broken)
        context.file.fault(value.at, "TYPE", `"${key}" must be a list of spans, got ${value.is === "map" ? "a map" : "text"}`);
      continue;
    }
    value.items.forEach((item, order) => {
      const map = asMap(item, "a span", context.file);
      const isWhole = key === "content" && value.items.length === 1;
      if (map) validateSpan({ map, role: key, order, isWhole }, field, owner, context);
    });
  }
}

function validateSpan({ map, role, order, isWhole }: SpanPlace, { shape }: SpansField, owner: SpanOwner, context: RecordContext): void {
  const { properties, present } = readFields(map, shape, map.at, context.file);
  const { start, end } = properties;
  if (typeof start !== "number" || typeof end !== "number") return;
  const text = owner.document?.text;
  const exact = exactOf(properties, start, end, isWhole, owner);
  const at = entryOf(map, "exact")?.value.at ?? map.at;
  if (!isWithin(start, end, map, text, context)) return;
  if (exact === undefined) {
    if (!map.incomplete && !present.has("exact")) {
      context.file.fault(
        at,
        "REQUIRED",
        `span needs "exact", since the text of its document is not at hand and the report's text has another length`,
      );
    }
    return;
  }
  const isRight = holds(exact, start, end, at, text, context);
  if (!isRight && context.keepsUnverified !== true) return;
  const id = owner.reportId.replace(/^report:/, "span:") + `.${role}-${order}`;
  const isCompared = isRight && text !== undefined;
  const { textHash, givenHash, checkedByMakers } = owner.document ?? {};
  const verified = isCompared || checkedByMakers === true;
  const all: Record<string, DraftValue> = {
    ...properties,
    role: role.toUpperCase(),
    order,
    exact,
    ...(verified && { verified }),
    ...(isCompared && givenHash !== undefined && { givenHash }),
  };
  context.nodes.push({ label: "Span", id, properties: all, ...(!verified && textHash !== undefined && { textHash }) });
  addRelation("HAS_SPAN", owner.reportId, id, {}, map.at, context);
  const denotes = shape.fields.find((each): each is LinkField => each.is === "link");
  const entry = denotes && entryOf(map, denotes.name);
  if (denotes === undefined || entry === undefined) return;
  for (const { target, at: place } of readLinks(entry.value, denotes, context))
    addRelation(denotes.relation, id, target.id, {}, place, context);
}

function exactOf(
  properties: Record<string, DraftValue>,
  start: number,
  end: number,
  isWhole: boolean,
  owner: SpanOwner,
): string | undefined {
  const written = properties["exact"];
  if (typeof written === "string") return written;
  if (isWhole && owner.reportText !== undefined && countCodePoints(owner.reportText) === end - start) return owner.reportText;
  const text = owner.document?.text;
  return text !== undefined && end > start && end <= text.length ? text.slice(start, end) : undefined;
}

function isWithin(start: number, end: number, map: RawMap, text: CodePointText | undefined, { file }: RecordContext): boolean {
  const at = entryOf(map, "end")?.value.at ?? map.at;
  if (end <= start) file.fault(at, "SPAN", `the span ends at ${figure(end)}, which is not behind its start at ${figure(start)}`);
  else if (text !== undefined && end > text.length)
    file.fault(at, "SPAN", `the span ends at ${figure(end)}, the text has ${figure(text.length)} characters`);
  else return true;
  return false;
}

function holds(exact: string, start: number, end: number, at: number, text: CodePointText | undefined, context: RecordContext): boolean {
  const file = context.keepsUnverified === true ? { fault: unverified(context) } : context.file;
  if (text === undefined) {
    const length = countCodePoints(exact);
    if (length === end - start) return true;
    file.fault(
      at,
      "SPAN",
      `"exact" has ${figure(length)} characters, but from ${figure(start)} to ${figure(end)} there are ${figure(end - start)}`,
    );
    return false;
  }
  const found = text.slice(start, end);
  if (found === exact) return true;
  const place = text.nearest(exact, start);
  if (place !== undefined) {
    file.fault(
      at,
      "SPAN_MOVED",
      `the words stand at ${figure(place)} to ${figure(place + countCodePoints(exact))}, not at ${figure(start)} to ${figure(end)}`,
    );
    return false;
  }
  const similar = nearestSimilar(exact, start, text);
  const advice = similar === undefined ? "" : `; at ${figure(similar.start)} to ${figure(similar.end)} stands "${shorten(similar.words)}"`;
  file.fault(at, "SPAN", `the text does not have these words; at ${figure(start)} stands "${shorten(found)}"${advice}`);
  return false;
}

/** What other people annotated is kept where it does not fit its text, and said. */
function unverified({ file }: RecordContext): SourceFile["fault"] {
  return (at, _name, message) => file.note(at, "UNVERIFIED", `the span is not verified: ${message}`);
}

/** The place where the words stand but for case, blanks and the form of quotes and dashes. */
function nearestSimilar(exact: string, start: number, text: CodePointText): { start: number; end: number; words: string } | undefined {
  const pattern = [...exact.trim().replace(/\s+/gu, " ")].map(looselyMatched).join("");
  if (pattern === "" || exact.length > 2000) return undefined;
  const hits = [...text.text.matchAll(new RegExp(pattern, "giu"))].slice(0, 100);
  const places = hits.map((hit) => ({ start: text.toPoints(hit.index), end: text.toPoints(hit.index + hit[0].length), words: hit[0] }));
  return places.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
}

function looselyMatched(sign: string): string {
  if (sign === " ") return "\\s+";
  if (/['"‘’“”«»„]/u.test(sign)) return "['\"‘’“”«»„]";
  if (/[-‐‑–—]/u.test(sign)) return "[-‐‑–—]";
  return sign.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function shorten(words: string): string {
  const points = [...words];
  return points.length > 60 ? `${points.slice(0, 60).join("")}…` : words;
}
