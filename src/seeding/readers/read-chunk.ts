import type { Document } from "yaml";
import { diagnose, endOfLine, startOfLine } from "./diagnose";
import type { Diagnosis } from "./diagnose";
import type { Inspection } from "./inspect-tokens";
import { parseChunk } from "./parse-chunk";
import type { SourceFile } from "./source-file";

/** One chunk, read as far as it can be. */
export interface ReadChunk {
  /** Absent where nothing could be made of it. */
  readonly document?: Document.Parsed;
  /** Lines of the file whose texts are not to be trusted, because a fault was reported there. */
  readonly brokenLines: ReadonlySet<number>;
  readonly incomplete: boolean;
}

/** Past this many faults of YAML in one record, the rest of it is given up. */
const MAX_REPAIRS = 100;

/**
 * Reads one chunk; where YAML fails, reports what the writer did, leaves those characters out without moving any other,
 * and reads again, so that one fault hides no other.
 */
export function readChunk(file: SourceFile, start: number, original: string): ReadChunk {
  let text = original;
  const brokenLines = new Set<number>();
  const reported = new Set<number>();
  let incomplete = false;
  for (let round = 0; round < MAX_REPAIRS; round += 1) {
    const { document, inspection, errors } = parseChunk(text);
    if (inspection.tooDeep !== undefined) {
      file.fault(start + inspection.tooDeep, "YAML_DEEP", "lists and maps in each other, deeper than any record is; take this part out");
      return { brokenLines, incomplete: true };
    }
    if (round === 0) text = leaveOutAliases(file, start, inspection, text, brokenLines);
    const [error] = errors;
    if (round === 0 && text !== original) continue;
    if (error === undefined) return { document: document, brokenLines, incomplete };
    const diagnosis = diagnose(text, error, inspection);
    const line = file.lineOf(start + diagnosis.at);
    const again = reported.has(line);
    if (!again) report(file, start, diagnosis);
    reported.add(line);
    brokenLines.add(line);
    incomplete ||= diagnosis.spoils === "lines" || again;
    text = again ? blankLine(text, diagnosis.at) : repair(text, diagnosis);
  }
  return { brokenLines, incomplete: true };
}

function report(file: SourceFile, start: number, diagnosis: Diagnosis): void {
  const record = /^\S[^:\n]{0,200}/u.exec(file.text.slice(start, start + 202))?.[0];
  const belongs = diagnosis.spoils === "lines" && record !== undefined && diagnosis.at > 0;
  const where = belongs ? ` (in "${record}", which begins in line ${file.place(start).line})` : "";
  file.fault(start + diagnosis.at, diagnosis.code, diagnosis.message + where);
}

/** Left-out characters become blanks or letters of the same number, so that every place stays where it is. */
function repair(text: string, { from, to, spoils }: Diagnosis): string {
  const filler = spoils === "lines" ? " " : "x";
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n\r]/g, filler) + text.slice(to);
}

function blankLine(text: string, at: number): string {
  const start = startOfLine(text, at);
  const end = endOfLine(text, at);
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n\r]/g, " ") + text.slice(end);
}

/** Anchors, aliases and tags are reported at once and blanked, so that no later step meets one. */
function leaveOutAliases(file: SourceFile, start: number, inspection: Inspection, text: string, broken: Set<number>): string {
  let repaired = text;
  const leaveOut = (at: number, code: "YAML_ALIAS" | "YAML_TAG" | "YAML_QUOTE", message: string, filler: string): void => {
    file.fault(start + at, code, message);
    broken.add(file.lineOf(start + at));
    const end = code === "YAML_QUOTE" ? endOfLine(text, at) : at + (/^[^\s,\]}]+/.exec(text.slice(at))?.[0].length ?? 1);
    repaired = repaired.slice(0, at) + text.slice(at, end).replace(/[^\n\r]/g, filler) + repaired.slice(end);
  };
  for (const at of inspection.anchors) leaveOut(at, "YAML_ALIAS", "anchors (&) are not used in corpora; write the value out", " ");
  for (const at of inspection.tags) leaveOut(at, "YAML_TAG", "tags (!) are not used in corpora; the field says how its value is read", " ");
  for (const { at, source } of inspection.aliases) {
    const rest = text.slice(at + source.length, endOfLine(text, at));
    const isText = !/^\*[\p{L}\p{N}_-]+$/u.test(source) || /^ +[^\s#,\]}:]/u.test(rest);
    if (isText) leaveOut(at, "YAML_QUOTE", 'put this text in quotes; YAML reads "*" at its beginning as a sign of its own', "x");
    else leaveOut(at, "YAML_ALIAS", "aliases (*) are not used in corpora; write the value out, or put the text in quotes", "x");
  }
  return repaired;
}
