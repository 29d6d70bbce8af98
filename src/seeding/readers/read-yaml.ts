import { isMap } from "yaml";
import { figure } from "../faults/figure";
import { decodeUtf8 } from "./decode-utf8";
import type { RawEntry, RawFile } from "./raw-node";
import { readChunk } from "./read-chunk";
import { SourceFile } from "./source-file";
import { INVISIBLE, splitChunks } from "./split-chunks";
import type { Chunk } from "./split-chunks";
import { addEntry, signName, toEntries } from "./to-raw-node";

/** No record has a longer line; a text of its own belongs in a file of its own (`textFile`). */
const MAX_LINE = 2_000_000;
/** Invisible blanks in the first column, in front of a key. No text of YAML can go on there. */
const INDENTED_INVISIBLY = new RegExp(`(?<![^\\n])${INVISIBLE.source}(?:${INVISIBLE.source}|[ \\t])*(?=[^\\s:][^\\n:]*:)`, "gu");

/**
 * Reads one YAML file as a map from key to structure, with every fault of its form at once; what a field means is none
 * of its business, and no scalar is guessed to be a number, a date or a boolean.
 */
export function readYaml(path: string, bytes: Buffer): { file: SourceFile; content: RawFile } {
  const decoded = decodeUtf8(bytes);
  if (typeof decoded !== "string") {
    const file = new SourceFile(path, decoded.before);
    file.fault(decoded.before.length, "ENCODING", decoded.message);
    return { file, content: { entries: [], unreadable: true, incomplete: true } };
  }
  const file = new SourceFile(path, decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded);
  return { file, content: readText(file) };
}

function readText(file: SourceFile): RawFile {
  if (hasLongLine(file)) return { entries: [], unreadable: true, incomplete: true };
  const text = withoutInvisible(file);
  const { chunks, documents, directives } = splitChunks(text);
  for (const at of documents)
    file.fault(at, "YAML_DOCUMENTS", "one document a file: take out this line, and what follows if it is no part of it");
  for (const at of directives) {
    if (file.text.startsWith("%TAG", at)) file.fault(at, "YAML_TAG", "tags are not used in corpora; take out this line");
  }
  const [first] = chunks;
  if (first !== undefined && /^(?:-\s|\[)/.test(file.text.slice(first.start, first.start + 2))) {
    file.fault(first.start, "SHAPE", "the file must be one map from slug to record, got a list; write `slug:` in front of each record");
    return { entries: [], unreadable: true, incomplete: true };
  }
  return readChunks(file, text, chunks, documents.length > 0);
}

function readChunks(file: SourceFile, text: string, chunks: readonly Chunk[], partial: boolean): RawFile {
  const entries = new Map<string, RawEntry>();
  let incomplete = partial;
  let unreadable = false;
  for (const chunk of chunks) {
    const { document, ...rest } = readChunk(file, chunk.start, text.slice(chunk.start, chunk.end));
    const root = document?.contents;
    if (!isMap(root)) {
      if (root !== undefined && root !== null) notAnEntry(file, chunk);
      unreadable = true;
      continue;
    }
    for (const entry of toEntries(root, { file, start: chunk.start, ...rest })) addEntry(entries, entry, file);
    incomplete ||= rest.incomplete;
  }
  return { entries: [...entries.values()], unreadable, incomplete: incomplete || unreadable };
}

function notAnEntry(file: SourceFile, chunk: Chunk): void {
  const line = file.text.slice(chunk.start, chunk.end).split("\n", 1)[0]?.trim() ?? "";
  const shown = [...line].slice(0, 40).join("");
  file.fault(chunk.start, "SHAPE", `expected a key and a colon at the start of the line, got "${shown}"`);
}

/** A line that begins with a no-break space belongs to the record above it; reported here, and read as if it were blanks. */
function withoutInvisible(file: SourceFile): string {
  return file.text.replace(INDENTED_INVISIBLY, (blanks, offset: number) => {
    const sign = INVISIBLE.exec(blanks)?.[0] ?? "";
    file.fault(offset, "YAML_SPACE", `${signName(sign)} stands where the line is indented; write ordinary spaces`);
    return " ".repeat(blanks.length);
  });
}

function hasLongLine(file: SourceFile): boolean {
  let found = false;
  for (let at = 0; at < file.text.length; ) {
    const newline = file.text.indexOf("\n", at);
    const end = newline < 0 ? file.text.length : newline;
    if (end - at > MAX_LINE) {
      const figures = `${figure(end - at)} characters, at most ${figure(MAX_LINE)}`;
      file.fault(at, "TOO_LONG", `a line of ${figures}; put a long text in a file of its own (textFile)`);
      found = true;
    }
    at = end + 1;
  }
  return found;
}
