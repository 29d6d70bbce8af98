import { firstBadByte } from "./encoded-characters";

/** Where and why bytes are no UTF-8. */
export interface EncodingFault {
  /** The bytes before it, decoded: its place is behind their end. */
  readonly before: string;
  readonly message: string;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Decodes a file; a byte order mark of UTF-8 is kept as U+FEFF. */
export function decodeUtf8(bytes: Buffer): string | EncodingFault {
  const other = otherEncoding(bytes);
  if (other !== undefined) return { before: "", message: `the file is ${other}, not UTF-8; save it as UTF-8` };
  try {
    return decoder.decode(bytes);
  } catch {
    const at = firstBadByte(bytes, "utf-8");
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    const before = bytes.toString("utf8", 0, at);
    return { before, message: `byte 0x${hex} is not UTF-8 (Latin-1 or another 8-bit encoding?); save the file as UTF-8` };
  }
}

function otherEncoding(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "UTF-16 (little-endian)";
  if (first === 0xfe && second === 0xff) return "UTF-16 (big-endian)";
  if (first === 0x1f && second === 0x8b) return "compressed with gzip";
  if (bytes.length > 3 && first === 0 && second !== 0 && bytes[2] === 0) return "UTF-16 (big-endian)";
  if (bytes.length > 3 && first !== 0 && second === 0 && bytes[3] === 0) return "UTF-16 (little-endian)";
  return undefined;
}
