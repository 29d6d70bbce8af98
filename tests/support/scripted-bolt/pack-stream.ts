/** A value as PackStream carries it; a structure (a message) is its tag and fields. */
export type PackValue = null | boolean | number | string | readonly PackValue[] | { readonly [key: string]: PackValue };

export interface Message {
  readonly tag: number;
  readonly fields: readonly unknown[];
}

const CHUNK_BYTES = 60_000;

/**
 * One message as it goes over the wire: packed, in chunks, and closed by an empty one.
 * @see https://neo4j.com/docs/bolt/current/packstream/
 */
export function packMessage(tag: number, ...fields: readonly PackValue[]): Buffer {
  const body = Buffer.concat([Buffer.from([0xb0 | fields.length, tag]), ...fields.map(pack)]);
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    const chunk = body.subarray(at, at + CHUNK_BYTES);
    parts.push(sized(2, chunk.length), chunk);
  }
  return Buffer.concat([...parts, Buffer.from([0, 0])]);
}

function pack(value: PackValue): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (typeof value === "boolean") return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === "number") return packNumber(value);
  if (typeof value === "string") {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([0xd2]), sized(4, bytes.length), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([0xd6]), sized(4, value.length), ...(value as PackValue[]).map(pack)]);
  const entries = Object.entries(value as Record<string, PackValue>);
  const inner = entries.flatMap(([key, each]) => [pack(key), pack(each)]);
  return Buffer.concat([Buffer.from([0xda]), sized(4, entries.length), ...inner]);
}

function packNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = Number.isSafeInteger(value) ? 0xcb : 0xc1;
  if (Number.isSafeInteger(value)) bytes.writeBigInt64BE(BigInt(value), 1);
  else bytes.writeDoubleBE(value, 1);
  return bytes;
}

function sized(width: 2 | 4, value: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}

/** Reads what the driver sends: a message with plain values; whole numbers past 2^53 are of no use to a test. */
export function unpackMessage(bytes: Buffer): Message {
  const reader = new Reader(bytes);
  const marker = reader.uint(1);
  const tag = reader.uint(1);
  return { tag, fields: Array.from({ length: marker & 0x0f }, () => reader.value()) };
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  uint(width: 1 | 2 | 4): number {
    this.at += width;
    return this.bytes.readUIntBE(this.at - width, width);
  }

  value(): unknown {
    const marker = this.uint(1);
    if (marker <= 0x7f) return marker;
    if (marker >= 0xf0) return marker - 256;
    const low = marker & 0x0f;
    if (marker >= 0x80 && marker < 0xb0) return this.short(marker & 0xf0, low);
    return this.long(marker);
  }

  private short(kind: number, length: number): unknown {
    if (kind === 0x80) return this.text(length);
    return kind === 0x90 ? this.list(length) : this.map(length);
  }

  private long(marker: number): unknown {
    if (marker === 0xc0) return null;
    if (marker === 0xc2 || marker === 0xc3) return marker === 0xc3;
    if (marker >= 0xd0 && marker <= 0xd2) return this.text(this.uint(widthOf(marker - 0xd0)));
    if (marker >= 0xd4 && marker <= 0xd6) return this.list(this.uint(widthOf(marker - 0xd4)));
    if (marker >= 0xd8 && marker <= 0xda) return this.map(this.uint(widthOf(marker - 0xd8)));
    return this.number(marker);
  }

  private number(marker: number): number {
    const width = { 0xc1: 8, 0xc8: 1, 0xc9: 2, 0xca: 4, 0xcb: 8 }[marker];
    if (width === undefined) throw new Error(`The driver sent a value that this script does not know: 0x${marker.toString(16)}.`);
    this.at += width;
    const from = this.at - width;
    if (marker === 0xc1) return this.bytes.readDoubleBE(from);
    return width === 8 ? Number(this.bytes.readBigInt64BE(from)) : this.bytes.readIntBE(from, width);
  }

  private text(length: number): string {
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  private list(length: number): unknown[] {
    return Array.from({ length }, () => this.value());
  }

  private map(length: number): Record<string, unknown> {
    return Object.fromEntries(Array.from({ length }, () => [this.value() as string, this.value()] as const));
  }
}

function widthOf(step: number): 1 | 2 | 4 {
  return step === 0 ? 1 : step === 1 ? 2 : 4;
}
