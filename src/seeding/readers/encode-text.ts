import { canonicalLabel } from "./decode-text";
import { mendWindows1252 } from "./guess-encoding";

/** Turns text into bytes of an encoding; a character that it does not have becomes `?`. */
export type EncodeText = (text: string) => Buffer;

/**
 * The way back for what a rejects file holds: its rows came out of the same encoding, so that each of their characters has its
 * bytes. Platforms encode UTF-8 alone; the tables of the others are made by decoding.
 */
export function encoderFor(label: string | undefined): { readonly encode: EncodeText; readonly mark: Buffer } {
  const encoding = label === undefined ? "utf-8" : (canonicalLabel(label) ?? "utf-8");
  if (encoding === "utf-8") return { encode: (text) => Buffer.from(text, "utf8"), mark: Buffer.alloc(0) };
  if (encoding === "utf-16le") return { encode: (text) => Buffer.from(text, "utf16le"), mark: Buffer.from([0xff, 0xfe]) };
  if (encoding === "utf-16be") return { encode: (text) => Buffer.from(text, "utf16le").swap16(), mark: Buffer.from([0xfe, 0xff]) };
  const table = bytesOf(encoding);
  const unknown = Buffer.from("?");
  return { encode: (text) => Buffer.concat([...text].map((sign) => table.get(sign) ?? unknown)), mark: Buffer.alloc(0) };
}

/** Every character of one or two bytes, with these. */
function bytesOf(encoding: string): Map<string, Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  const add = (bytes: number[]): boolean => {
    const text = decodeOrNothing(decoder, bytes);
    if (text === undefined || [...text].length !== 1) return false;
    const sign = encoding === "windows-1252" ? mendWindows1252(text) : text;
    if (!table.has(sign)) table.set(sign, Buffer.from(bytes));
    return true;
  };
  const leads = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !add([byte]));
  for (const lead of leads) for (let trail = 0x30; trail < 0x100; trail += 1) add([lead, trail]);
  return table;
}

function decodeOrNothing(decoder: TextDecoder, bytes: readonly number[]): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    // No character of this encoding.
    return undefined;
  }
}
