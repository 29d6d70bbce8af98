import { TextDecoder } from "node:util";
import { figure } from "../faults/figure";
import { firstBadByte, isCutOff, wholeCharacters } from "./encoded-characters";
import { guessEncoding, mendWindows1252 } from "./guess-encoding";

/** Bytes that do not fit the encoding, or a declaration that cannot be right. */
export interface EncodingProblem {
  /** From 0, in the file as it is once unpacked. */
  readonly offset: number;
  /** The text decoded in this piece before it; the place is behind its end. */
  readonly before: string;
  readonly message: string;
}

const UTF = ["utf-8", "utf-16le", "utf-16be"];
const BOM_LENGTHS: Readonly<Record<string, number>> = { "utf-8": 3, "utf-16le": 2, "utf-16be": 2 };
const SOME_LABELS = "utf-8, utf-16le, utf-16be, windows-1250, windows-1252, iso-8859-2, iso-8859-15, koi8-r, shift_jis, gb18030";

/**
 * Decodes a file piece by piece, cut anywhere: by its byte order mark, else as declared, else as UTF-8. Nothing is ever replaced:
 * what does not fit ends the text with a `problem`.
 */
export class TextPieces {
  problem: EncodingProblem | undefined;
  private decoder: TextDecoder | undefined;
  private encoding = "utf-8";
  private rest: Buffer = Buffer.alloc(0);
  /** Of the first byte in `rest`. */
  private offset = 0;

  constructor(private readonly declared?: string) {}

  push(bytes: Uint8Array): string {
    return this.decode(bytes, false);
  }

  end(): string {
    return this.decode(Buffer.alloc(0), true);
  }

  private decode(bytes: Uint8Array, isLast: boolean): string {
    if (this.problem !== undefined) return "";
    const all = this.rest.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([this.rest, bytes]);
    this.rest = all;
    if (this.decoder === undefined) {
      // Enough to see a byte order mark, and UTF-16 that has none.
      if (all.length < 64 && !isLast) return "";
      if (!this.open(all)) return "";
    }
    const whole = this.rest.subarray(0, isLast ? this.rest.length : wholeCharacters(this.rest, this.encoding));
    const text = this.convert(whole, isLast);
    this.rest = this.rest.subarray(whole.length);
    this.offset += whole.length;
    return text;
  }

  private open(bytes: Buffer): boolean {
    const marked = markedEncoding(bytes);
    const declared = this.declared === undefined ? undefined : canonicalLabel(this.declared);
    const wrong = declarationFault(bytes, marked, this.declared, declared);
    if (wrong !== undefined) {
      this.problem = { offset: 0, before: "", message: wrong };
      return false;
    }
    this.encoding = marked ?? declared ?? "utf-8";
    this.decoder = new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true });
    const mark = marked === undefined ? 0 : (BOM_LENGTHS[marked] ?? 0);
    this.rest = bytes.subarray(mark);
    this.offset = mark;
    return true;
  }

  private convert(bytes: Buffer, isLast: boolean): string {
    const stream = !UTF.includes(this.encoding) && !isLast;
    try {
      const text = this.decoder?.decode(bytes, { stream }) ?? "";
      return UTF.includes(this.encoding) ? text : this.checkControls(text, bytes);
    } catch {
      return this.fail(bytes);
    }
  }

  /** In an 8-bit encoding every byte is something; control characters of ISO 8859 mean that the declaration is wrong. */
  private checkControls(decoded: string, bytes: Buffer): string {
    const text = this.encoding === "windows-1252" ? mendWindows1252(decoded) : decoded;
    const at = text.search(/[\u0080-\u0084\u0086-\u009f]/);
    if (at < 0) return text;
    const guess = guessEncoding(bytes);
    const advice = guess === undefined || guess === this.encoding ? "" : `; looks like ${guess}: write encoding: ${guess}`;
    const message = `byte 0x${hex(text.charCodeAt(at))} is a control character in ${this.encoding}, so the text has another encoding${advice}`;
    this.problem = { offset: this.offset + at, before: text.slice(0, at), message };
    return this.problem.before;
  }

  private fail(bytes: Buffer): string {
    const at = firstBadByte(bytes, this.encoding);
    const before = new TextDecoder(this.encoding).decode(bytes.subarray(0, at));
    const isCut = this.encoding === "utf-8" && isCutOff(bytes.subarray(at));
    const where = `byte ${figure(this.offset + at)} (0x${hex(bytes[at] ?? 0)})`;
    const message = isCut
      ? `the file ends within a character, at ${where}; is it cut off?`
      : `${where} is not ${shown(this.encoding)}${this.advice(bytes)}`;
    this.problem = { offset: this.offset + at, before, message };
    return before;
  }

  private advice(bytes: Buffer): string {
    if (this.encoding !== "utf-8") return "; the file is damaged, or in another encoding";
    const guess = guessEncoding(bytes);
    return guess === undefined
      ? "; declare the file's encoding, or save it as UTF-8"
      : `; looks like ${guess}: add encoding: ${guess}, or save the file as UTF-8`;
  }
}

/** @returns the WHATWG name of an encoding's label, or nothing where there is none such */
export function canonicalLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function markedEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function declarationFault(bytes: Buffer, marked: string | undefined, label?: string, declared?: string): string | undefined {
  if (label !== undefined && declared === undefined) return `"${label}" is no encoding that is known; some are ${SOME_LABELS}`;
  if (marked !== undefined && declared !== undefined && marked !== declared) {
    return `encoding: ${String(label)} is declared, but the file begins with the byte order mark of ${shown(marked)}; take the declaration out`;
  }
  if (marked !== undefined || declared?.startsWith("utf-16")) return undefined;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "the file is compressed with gzip; give it a name that ends in .gz";
  const guess = unmarkedUtf16(bytes);
  return guess === undefined ? undefined : `the file looks like ${shown(guess)} without a byte order mark; add encoding: ${guess}`;
}

/** Every second byte of most texts in UTF-16 is zero. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 64);
  if (sample.length < 4) return undefined;
  const zeros = (odd: number): number => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const many = Math.floor(sample.length / 4);
  if (odd >= many && even === 0) return "utf-16le";
  return even >= many && odd === 0 ? "utf-16be" : undefined;
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

function shown(encoding: string): string {
  return encoding === "utf-16le" ? "UTF-16 (little-endian)" : encoding === "utf-16be" ? "UTF-16 (big-endian)" : encoding.toUpperCase();
}
