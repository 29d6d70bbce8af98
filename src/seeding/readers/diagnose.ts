import type { YAMLParseError } from "yaml";
import type { FaultName } from "../faults/fault-codes";
import type { Inspection } from "./inspect-tokens";

/** A fault of YAML in a person's words, and which characters to leave out so that the rest can still be read. */
export interface Diagnosis {
  readonly at: number;
  readonly code: FaultName;
  readonly message: string;
  /** `value`: the field stays, its text is not to be trusted; `lines`: fields may be missing. */
  readonly spoils: "value" | "lines";
  readonly from: number;
  readonly to: number;
}

const FIELD = /^([ \t]*(?:- +)*)((?:"[^"]*"|'[^']*'|[^\s"'#[\]{},-][^:#]*?)\s*:)(\s+)(\S.*)$/u;
const ITEM = /^([ \t]*(?:- +)+)(\S.*)$/u;
const LOOKS_LIKE_FIELD = /^[ \t]*(?:- +)*[^\s:"'#]+:(?:\s|$)/u;

/** The YAML parser speaks of tokens; what the writer of a corpus did is one of a few things. */
export function diagnose(text: string, error: YAMLParseError, inspection: Inspection): Diagnosis {
  const at = Math.min(error.pos[0], Math.max(0, text.length - 1));
  return (
    unclosedQuote(text, at, error, inspection) ??
    badTab(text, at, error) ??
    unclosedBracket(text, error, inspection) ??
    onLine(text, at, error)
  );
}

function unclosedQuote(text: string, at: number, error: YAMLParseError, inspection: Inspection): Diagnosis | undefined {
  const missing = error.code === "MISSING_CHAR" && /closing ['"]/.test(error.message);
  const culprit = inspection.multiline.find(
    (each) =>
      each.at <= at &&
      (missing
        ? each.end >= at
        : each.source
            .split("\n")
            .slice(1)
            .some((line) => LOOKS_LIKE_FIELD.test(line))),
  );
  if (culprit === undefined && !missing) return undefined;
  const start = culprit?.at ?? lastQuote(text, at);
  return {
    at: start,
    code: "YAML_UNCLOSED",
    message: `the quote that opens here is never closed; close it with ${text.charAt(start)}`,
    spoils: "value",
    from: start,
    to: endOfLine(text, start),
  };
}

function lastQuote(text: string, at: number): number {
  return Math.max(text.lastIndexOf('"', at), text.lastIndexOf("'", at), 0);
}

function badTab(text: string, at: number, error: YAMLParseError): Diagnosis | undefined {
  const start = startOfLine(text, at);
  const tab = /^[ \t]*/.exec(text.slice(start))?.[0].indexOf("\t") ?? -1;
  if (tab < 0 || (error.code !== "TAB_AS_INDENT" && error.code !== "BAD_INDENT")) return undefined;
  const message = "a tab as indentation; YAML indents with spaces only";
  return { at: start + tab, code: "YAML_TAB", message, spoils: "lines", from: start, to: endOfLine(text, start) };
}

function unclosedBracket(text: string, error: YAMLParseError, inspection: Inspection): Diagnosis | undefined {
  const at = inspection.unclosed.length > 0 ? Math.min(...inspection.unclosed) : -1;
  if (at < 0 || error.pos[1] < at) return undefined;
  const closing = text.charAt(at) === "[" ? "]" : "}";
  const message = `the bracket that opens here is never closed; close it with ${closing}, or put the text in quotes`;
  return { at, code: "YAML_UNCLOSED", message, spoils: "value", from: at, to: endOfLine(text, at) };
}

function onLine(text: string, at: number, error: YAMLParseError): Diagnosis {
  const start = startOfLine(text, at);
  const end = endOfLine(text, start);
  const line = text.slice(start, end);
  if (error.code === "BAD_DQ_ESCAPE") return escape(text, error);
  if (error.code === "BAD_INDENT") return indentation(text, start);
  const field = FIELD.exec(line) ?? undefined;
  const item = field ? undefined : (ITEM.exec(line) ?? undefined);
  const head = field ? `${field[1]}${field[2]}${field[3]}` : item?.[1];
  if (head === undefined || at < start + head.trimEnd().length) return indentation(text, start);
  const next = nextLine(text, end);
  if (next !== undefined && isMultilineKey(error) && !ambiguous(field?.[4] ?? item?.[2] ?? "")) return indentation(text, next);
  return {
    at: start + head.length,
    code: "YAML_QUOTE",
    message: `put this text in quotes; YAML reads ${reason(line.slice(head.length))}`,
    spoils: "value",
    from: start + head.length,
    to: end,
  };
}

/** Two lines were read as one key: either the second is indented too far, or the first holds a colon of its own. */
function isMultilineKey(error: YAMLParseError): boolean {
  return error.code === "MULTILINE_IMPLICIT_KEY" || error.code === "BLOCK_AS_IMPLICIT_KEY";
}

function ambiguous(value: string): boolean {
  return /:(?:\s|$)/.test(value) || /^[-?:,[\]{}#&*!|>@`"'%]/.test(value);
}

function reason(value: string): string {
  const first = value.charAt(0);
  if ("\"'".includes(first)) return `the text as ended at its second ${first}`;
  if (/^[-?]\s/.test(value)) return `"${first}" as the beginning of a list or key`;
  if (/^[@`%!&*|>[\]{},]/.test(value)) return `"${first}" at its beginning as a sign of its own`;
  return '": " in it as the end of a key';
}

function escape(text: string, error: YAMLParseError): Diagnosis {
  const [from, to] = error.pos;
  const message = `"${text.slice(from, to)}" is no escape of YAML; write \\\\ for a backslash, or use single quotes`;
  return { at: from, code: "YAML_QUOTE", message, spoils: "value", from, to };
}

function indentation(text: string, start: number): Diagnosis {
  const line = text.slice(start, endOfLine(text, start));
  const width = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const isField = LOOKS_LIKE_FIELD.test(line) || /^[ \t]*- /.test(line);
  const message = isField
    ? "this line's indentation fits no line above it; fields of one record begin in the same column"
    : 'this line is no "key: value" and continues no text; indent it further than its key, or write a colon and a blank behind the key';
  return { at: start + width, code: "YAML_INDENT", message, spoils: "lines", from: start, to: endOfBlock(text, start, width) };
}

/** Lines that follow at the same wrong indentation are one mistake. */
function endOfBlock(text: string, start: number, width: number): number {
  const own = text.slice(start, start + width);
  let end = endOfLine(text, start);
  for (let next = end + 1; next < text.length; next = end + 1) {
    const line = text.slice(next, endOfLine(text, next));
    if (!line.startsWith(own) || /^\s/.test(line.slice(width)) || line.trim() === "" || width === 0) return end;
    end = endOfLine(text, next);
  }
  return end;
}

function nextLine(text: string, end: number): number | undefined {
  for (let at = end + 1; at < text.length; at = endOfLine(text, at) + 1) {
    if (!/^\s*(?:#.*)?$/.test(text.slice(at, endOfLine(text, at)))) return at;
  }
  return undefined;
}

export function startOfLine(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

export function endOfLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline;
}
