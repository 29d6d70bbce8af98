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
    const at = firstBadByte(bytes);
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

/** Halves the file until the first byte remains that no decoder takes. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfCharacter(bytes, good);
}

/** In a stream, a sequence that is cut at the end is still good; only a wrong byte is not. */
function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A lead byte whose followers are wrong is the culprit, not the innocent letter behind it. */
function startOfCharacter(bytes: Buffer, at: number): number {
  for (let back = 1; back <= 3 && at - back >= 0; back += 1) {
    const byte = bytes[at - back] ?? 0;
    if (byte < 0x80) return at;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? at - back : at;
  }
  return at;
}
