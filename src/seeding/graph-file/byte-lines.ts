/** A record with the longest text that a document may have fits several times. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Cuts pieces of bytes into lines, without their LF. */
export class ByteLines {
  private pieces: Buffer[] = [];
  private size = 0;

  get isTooLong(): boolean {
    return this.size > MAX_LINE_BYTES;
  }

  *push(piece: Buffer): Generator<Buffer> {
    let at = 0;
    for (let newline = piece.indexOf(NEWLINE); newline >= 0; newline = piece.indexOf(NEWLINE, at)) {
      const last = piece.subarray(at, newline);
      yield this.size === 0 ? last : this.take(last);
      at = newline + 1;
    }
    if (at < piece.length) this.keep(piece.subarray(at));
  }

  /** What stands behind the last LF, if anything does. */
  *rest(): Generator<Buffer> {
    if (this.size > 0) yield this.take(Buffer.alloc(0));
  }

  private keep(part: Buffer): void {
    this.pieces.push(part);
    this.size += part.length;
  }

  private take(last: Buffer): Buffer {
    this.pieces.push(last);
    const whole = Buffer.concat(this.pieces);
    this.pieces = [];
    this.size = 0;
    return whole;
  }
}
