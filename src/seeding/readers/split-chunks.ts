/** A stretch of a file that holds one entry of the top-level map, so that a fault in it spoils no other. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

export interface Split {
  readonly chunks: readonly Chunk[];
  /** Where `---` or `...` begins further documents. */
  readonly documents: readonly number[];
  readonly directives: readonly number[];
}

/** Blanks that no eye tells from a space. */
export const INVISIBLE = /[\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/u;
const CONTINUES = /^(?:[ \t\r\n]|$|[\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF])/u;

/**
 * Cuts a file at the lines that begin in the first column: in a map of records, each begins there and nothing else does.
 * A file that is one flow collection (`{…}`) stays whole.
 */
export function splitChunks(text: string): Split {
  const chunks: Chunk[] = [];
  const documents: number[] = [];
  const directives: number[] = [];
  let start = -1;
  let whole = false;
  const close = (end: number): void => {
    if (start >= 0) chunks.push({ start, end });
    start = -1;
  };
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(next, at + 4));
    if (isMarker(line)) {
      close(at);
      const first = chunks.length === 0 && documents.length === 0 && line.startsWith("---");
      documents.push(first && !/^---\s+[^\s#]/.test(text.slice(at, next)) ? -1 : at);
    } else if (line.startsWith("%") && start < 0) directives.push(at);
    else if (!whole && !line.startsWith("#") && !CONTINUES.test(line)) {
      close(at);
      start = at;
      whole = line.startsWith("{") && chunks.length === 0;
    } else if (start < 0 && INVISIBLE.test(line.charAt(0))) start = at;
    else if (start < 0 && /^[ \t]+[^\s#]/.test(text.slice(at, next))) start = at;
    at = next;
  }
  close(text.length);
  return { chunks, documents: furtherDocuments(documents, text), directives };
}

function isMarker(line: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

/** One `---` at the top is fine, and so is `...` with nothing behind it. */
function furtherDocuments(documents: readonly number[], text: string): number[] {
  return documents.filter((at) => {
    if (at < 0) return false;
    return text.startsWith("---", at) || text.slice(at + 3).trim() !== "";
  });
}
