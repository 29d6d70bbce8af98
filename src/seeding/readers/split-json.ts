import { figure } from "../faults/figure";
import { MAX_ROW } from "./table-context";
import type { Place } from "./table-context";

/** One record of a file of JSON, as text. */
export interface JsonItem {
  readonly raw: string;
  readonly place: Place;
  /** Where the records are the fields of an object. */
  readonly key?: string;
}

/** What is wrong between the records. */
export interface JsonSplitFault {
  readonly place: Place;
  readonly message: string;
  readonly kind: "JSON" | "NO_RECORDS" | "TOO_LONG";
}

type Expect = "value" | "firstValue" | "key" | "firstKey" | "colon" | "comma" | "end";
interface Level {
  readonly isObject: boolean;
  /** Of the value that comes or came last. */
  key?: string;
}

/**
 * Cuts one file of JSON into its records without holding it: the items of the list (or the fields of the object) at a path
 * of field names; nothing else of the file is looked at more closely than its brackets and quotes.
 */
export class JsonSplitter {
  fault: JsonSplitFault | undefined;
  readonly items: JsonItem[] = [];
  private readonly levels: Level[] = [];
  private expect: Expect = "value";
  private place: { line: number; column: number } = { line: 1, column: 1 };
  /** The value or key that is under way: its text, if it is wanted, and how deep within it we are. */
  private current:
    | { parts: string[]; size: number; start: Place; depth: number; kind: "text" | "nested" | "literal"; keep: boolean; isKey: boolean }
    | undefined;
  private inString = false;
  private escaped = false;
  private readonly seenKeys: string[] = [];
  private reached = false;
  /** The whole file is one record: everything is kept. */
  private whole: string[] | undefined;
  private opening: string[] = [];

  /** @param path field names to the records; undefined where the file itself is the list */
  constructor(
    private readonly path: readonly string[],
    isOneRecord: boolean,
  ) {
    if (isOneRecord) this.whole = [];
  }

  push(text: string): void {
    if (this.whole !== undefined) return this.keepWhole(text);
    if (this.levels.length < 2 && !this.reached && this.path.length === 0) this.opening.push(text);
    let at = 0;
    while (at < text.length && this.fault === undefined) {
      at = this.current === undefined ? this.between(text, at) : this.within(text, at);
      if (this.whole !== undefined) return;
    }
  }

  end(): void {
    if (this.fault !== undefined) return;
    if (this.whole !== undefined) {
      const raw = this.whole.join("");
      const start = raw.search(/\S/);
      if (start >= 0) this.items.push({ raw, place: { line: 1, column: 1 } });
      return;
    }
    if (this.current?.kind === "literal") this.close("");
    if (this.levels.length > 0 || this.current !== undefined)
      this.fail("JSON", "the file ends before its last list or object does; is it cut off?");
    else if (!this.reached) this.notFound();
  }

  private keepWhole(text: string): void {
    this.whole?.push(text);
    const size = this.whole?.reduce((sum, each) => sum + each.length, 0) ?? 0;
    if (size > MAX_ROW * 10)
      this.fail("TOO_LONG", "one record of more than 100 million characters; name the place of the records with records:");
  }

  /** Between values: blanks, brackets, commas, colons. */
  private between(text: string, at: number): number {
    const sign = text.charAt(at);
    if (sign === " " || sign === "\t" || sign === "\r" || sign === "\n") return this.step(sign, at);
    if (sign === "]" || sign === "}") return this.leave(sign, at);
    if (this.expect === "comma" && sign === ",") this.expect = this.levels.at(-1)?.isObject ? "key" : "value";
    else if (this.expect === "colon" && sign === ":") this.expect = "value";
    else if ((this.expect === "key" || this.expect === "firstKey") && sign === '"') return this.begin("text", false, true, at);
    else if (this.expect === "value" || this.expect === "firstValue") return this.value(sign, at);
    else return this.unexpected(sign, at);
    return this.step(sign, at);
  }

  private value(sign: string, at: number): number {
    const level = this.levels.length;
    if (level === this.path.length + 1) {
      if (!this.reached && this.path.length === 0 && this.levels[0]?.isObject && sign !== "{" && sign !== "[") return this.oneRecord(at);
      this.reached = true;
      this.opening = [];
      return this.begin(sign === "{" || sign === "[" ? "nested" : sign === '"' ? "text" : "literal", true, false, at);
    }
    const isOnPath = level === 0 || this.levels.at(-1)?.key === this.path[level - 1];
    if (!isOnPath) return this.begin(sign === "{" || sign === "[" ? "nested" : sign === '"' ? "text" : "literal", false, false, at);
    if (sign !== "{" && sign !== "[") {
      this.fail(level === 0 ? "JSON" : "NO_RECORDS", `expected a list or object of records, got ${JSON.stringify(sign)}`);
      return at;
    }
    if (level === this.path.length) this.reached = level > 0;
    this.levels.push({ isObject: sign === "{" });
    this.expect = sign === "{" ? "firstKey" : "firstValue";
    return this.step(sign, at);
  }

  /** The first field holds no record, so the fields are those of one record, the whole file. */
  private oneRecord(at: number): number {
    this.whole = this.opening;
    this.opening = [];
    return at;
  }

  private begin(kind: "text" | "nested" | "literal", keep: boolean, isKey: boolean, at: number): number {
    this.current = { parts: [], size: 0, start: { ...this.place }, depth: 0, kind, keep: keep || isKey, isKey };
    return at;
  }

  /** Within a value: to its end, or to that of the piece. */
  private within(text: string, from: number): number {
    const current = this.current;
    if (current === undefined) return from;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (code === 92) this.escaped = true;
        else if (code === 34) {
          this.inString = false;
          if (current.kind === "text") return this.finish(text, from, at + 1);
        }
      } else if (code === 34) this.inString = true;
      else if (current.kind === "literal") {
        if (code === 44 || code === 93 || code === 125 || code <= 32) return this.finish(text, from, at);
      } else if (code === 91 || code === 123) current.depth += 1;
      else if (code === 93 || code === 125) {
        current.depth -= 1;
        if (current.depth === 0) return this.finish(text, from, at + 1);
      }
    }
    this.take(text.slice(from));
    return text.length;
  }

  private finish(text: string, from: number, end: number): number {
    this.take(text.slice(from, end));
    this.close("");
    return end;
  }

  private take(piece: string): void {
    const current = this.current;
    if (current === undefined) return;
    this.advance(piece);
    if (!current.keep) return;
    current.parts.push(piece);
    current.size += piece.length;
    if (current.size > MAX_ROW) {
      this.place = { ...current.start };
      this.fail("TOO_LONG", `one record of more than ${figure(MAX_ROW)} characters; is a bracket or quote in it never closed?`);
    }
  }

  private close(rest: string): void {
    const current = this.current;
    this.current = undefined;
    const level = this.levels.at(-1);
    if (current === undefined || level === undefined) return;
    const raw = current.parts.join("") + rest;
    if (current.isKey) {
      level.key = readKey(raw);
      if (this.levels.length <= this.path.length && this.seenKeys.length < 20) this.seenKeys.push(level.key);
      this.expect = "colon";
      return;
    }
    if (current.keep) this.items.push({ raw, place: current.start, ...(level.isObject && level.key !== undefined && { key: level.key }) });
    this.expect = "comma";
  }

  private leave(sign: string, at: number): number {
    const level = this.levels.at(-1);
    const mayEnd = this.expect === "comma" || this.expect === "firstKey" || this.expect === "firstValue";
    if (level === undefined || !mayEnd || level.isObject !== (sign === "}")) return this.unexpected(sign, at);
    if (this.levels.length === this.path.length + 1) this.reached = true;
    this.levels.pop();
    this.expect = this.levels.length === 0 ? "end" : "comma";
    return this.step(sign, at);
  }

  private step(sign: string, at: number): number {
    this.advance(sign);
    return at + 1;
  }

  private advance(text: string): void {
    let newline = text.indexOf("\n");
    if (newline < 0) {
      this.place.column += text.length;
      return;
    }
    for (let last = newline; ; last = newline) {
      this.place.line += 1;
      newline = text.indexOf("\n", last + 1);
      if (newline >= 0) continue;
      this.place.column = text.length - last;
      return;
    }
  }

  private unexpected(sign: string, at: number): number {
    const wanted = {
      value: "a value",
      firstValue: "a value",
      key: "a field's name",
      firstKey: "a field's name",
      colon: '":"',
      comma: '","',
      end: "the end of the file (where each line is a value of its own, write format: jsonl)",
    };
    this.fail("JSON", `expected ${wanted[this.expect]}, got ${JSON.stringify(sign)}`);
    return at;
  }

  private notFound(): void {
    const known = this.seenKeys.length > 0 ? `; fields on the way are ${this.seenKeys.join(", ")}` : "";
    this.place = { line: 1, column: 1 };
    if (this.path.length > 0) this.fail("NO_RECORDS", `the file has no records at ${this.path.join(".")}${known}`);
    else this.fail("JSON", "the file is empty");
  }

  private fail(kind: JsonSplitFault["kind"], message: string): void {
    this.fault ??= { place: { ...this.place }, message, kind };
  }
}

function readKey(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    // The parser of the record will not see it, and nothing is lost by a key as it is written.
    return raw.slice(1, -1);
  }
}
