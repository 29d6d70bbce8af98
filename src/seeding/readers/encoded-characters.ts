import { TextDecoder } from "node:util";

/** @returns how many bytes from the start make whole characters; the rest waits for the next piece */
export function wholeCharacters(bytes: Buffer, encoding: string): number {
  if (encoding === "utf-8") {
    for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
      const byte = bytes[bytes.length - back] ?? 0;
      if (byte >= 0xc0) return utf8Length(byte) > back ? bytes.length - back : bytes.length;
      if (byte < 0x80) return bytes.length;
    }
    return bytes.length;
  }
  if (!encoding.startsWith("utf-16")) return bytes.length;
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === "utf-16le" ? even - 1 : even - 2] ?? 0;
  return even >= 2 && high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

/** Halves the bytes until the first one remains that no decoder of the encoding takes. */
export function firstBadByte(bytes: Buffer, encoding: string): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return startOfCharacter(bytes, Math.min(good, bytes.length - 1), encoding);
}

/** In a stream, a sequence that is cut at the end is still good; only a wrong byte is not. */
function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A lead byte whose followers are wrong is the culprit, not the innocent letter behind it. */
function startOfCharacter(bytes: Buffer, at: number, encoding: string): number {
  if (encoding.startsWith("utf-16")) {
    const unit = at - (at % 2);
    const lead = bytes[encoding === "utf-16le" ? unit - 1 : unit - 2] ?? 0;
    return lead >= 0xd8 && lead <= 0xdb ? unit - 2 : unit;
  }
  if (encoding !== "utf-8") return at;
  for (let back = 1; back <= 3 && at - back >= 0; back += 1) {
    const byte = bytes[at - back] ?? 0;
    if (byte < 0x80) return at;
    if (byte >= 0xc0) return back < utf8Length(byte) ? at - back : at;
  }
  return at;
}

/** Whether bytes that begin with a character of UTF-8 end within it. */
export function isCutOff(bytes: Buffer): boolean {
  return utf8Length(bytes[0] ?? 0) > bytes.length && decodes(bytes, "utf-8");
}

function utf8Length(lead: number): number {
  if (lead < 0xc0) return 1;
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}
