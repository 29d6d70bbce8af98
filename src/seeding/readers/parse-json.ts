import { setCell } from "./table-context";
import type { Cell } from "./table-row";

/** What is wrong in a text of JSON, and where in it. */
export class JsonFault extends Error {
  constructor(
    readonly at: number,
    message: string,
    readonly kind: "JSON" | "DUPLICATE_KEY" | "CHARACTER" = "JSON",
  ) {
    super(message);
  }
}

/** No record nests deeper; the recursion must end before the stack does. */
const MAX_DEPTH = 200;
// The rule against control characters in expressions is for those that nobody meant.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f]/;
const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads JSON as cells: numbers keep their spelling, `true` and `false` are texts, `null` is the empty text.
 * @param onField is told where each field of the outermost object has its value
 * @throws JsonFault with the offset of the fault
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function parseJson(text: string, onField?: (name: string, at: number) => void): Cell {
  return new JsonReader(text, onField).read();
}

class JsonReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly onField?: (name: string, at: number) => void,
  ) {}

  read(): Cell {
    this.blanks();
    const cell = this.value(0);
    this.blanks();
    if (this.at < this.text.length) throw this.unexpected("the end");
    return cell;
  }

  private value(depth: number): Cell {
    if (depth > MAX_DEPTH) throw new JsonFault(this.at, `lists and objects in each other, deeper than ${String(MAX_DEPTH)} levels`);
    switch (this.text[this.at]) {
      case "{":
        return this.object(depth);
      case "[":
        return this.list(depth);
      case '"':
        return this.string();
      default:
        return this.literal();
    }
  }

  private object(depth: number): Cell {
    const cells: Record<string, Cell> = {};
    this.at += 1;
    this.blanks();
    if (this.takes("}")) return cells;
    do {
      this.blanks();
      const start = this.at;
      if (this.text[start] !== '"') throw this.unexpected("a field's name in \" quotes");
      const name = this.string();
      if (Object.hasOwn(cells, name))
        throw new JsonFault(start, `"${name}" stands in this object already; keep one of the two`, "DUPLICATE_KEY");
      this.blanks();
      if (!this.takes(":")) throw this.unexpected('":"');
      this.blanks();
      if (depth === 0) this.onField?.(name, this.at);
      setCell(cells, name, this.value(depth + 1));
      this.blanks();
    } while (this.takes(","));
    if (!this.takes("}")) throw this.unexpected('"," or "}"');
    return cells;
  }

  private list(depth: number): Cell {
    const items: Cell[] = [];
    this.at += 1;
    this.blanks();
    if (this.takes("]")) return items;
    do {
      this.blanks();
      items.push(this.value(depth + 1));
      this.blanks();
    } while (this.takes(","));
    if (!this.takes("]")) throw this.unexpected('"," or "]"');
    return items;
  }

  private string(): string {
    const start = this.at;
    let end = this.text.indexOf('"', start + 1);
    while (end >= 0 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) throw new JsonFault(start, 'the quote that opens here is never closed; close it with "');
    const inner = this.text.slice(start + 1, end);
    this.at = end + 1;
    const control = inner.search(CONTROL);
    if (control >= 0) throw new JsonFault(start + 1 + control, controlMessage(inner.charCodeAt(control)));
    if (!inner.includes("\\")) return inner;
    return this.unescape(inner, start + 1);
  }

  private unescape(inner: string, start: number): string {
    const wrong = /^(?:[^\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/s.exec(inner)?.[0].length ?? 0;
    if (wrong < inner.length)
      throw new JsonFault(start + wrong, `"${inner.slice(wrong, wrong + 2)}" is no escape of JSON; write \\\\ for a backslash`);
    const value = JSON.parse(`"${inner}"`) as string;
    if (/[\ud800-\udfff]|\0/u.test(value)) {
      const at = Math.max(0, inner.search(/\\u(?:[dD][89a-fA-F]|0000)/));
      throw new JsonFault(start + at, "NUL or half a surrogate pair is no text; take it out", "CHARACTER");
    }
    return value;
  }

  private literal(): Cell {
    for (const word of ["true", "false", "null"]) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return word === "null" ? "" : word;
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) throw this.unexpected("a value");
    this.at += number.length;
    return number;
  }

  private blanks(): void {
    if (this.text.charCodeAt(this.at) > 32) return;
    BLANKS.lastIndex = this.at;
    this.at += BLANKS.exec(this.text)?.[0].length ?? 0;
  }

  private takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private unexpected(wanted: string): JsonFault {
    const found = this.text[this.at];
    return new JsonFault(this.at, `expected ${wanted}, got ${found === undefined ? "the end of the text" : JSON.stringify(found)}`);
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

function controlMessage(code: number): string {
  if (code === 10 || code === 13) return 'the line ends within a text; close its quote with ", and write \\n for an end of line in it';
  return `a control character (0x${code.toString(16).padStart(2, "0")}) stands in a text; write it as an escape such as \\t`;
}
