import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const PIECE_BYTES = 256 * 1024;

/** A file's bytes, piece by piece, unpacked where its name ends in .gz; on the way it is hashed as it lies there. */
export class FileBytes implements AsyncIterable<Buffer> {
  /** SHA-256 in hexadecimal; absent until all of the file has been read. */
  sha256: string | undefined;

  constructor(private readonly path: string) {}

  [Symbol.asyncIterator](): AsyncIterator<Buffer> {
    const bytes = createReadStream(this.path, { highWaterMark: PIECE_BYTES });
    if (!/\.gz$/i.test(this.path)) return this.hashed(bytes);
    const unpacked = createGunzip({ chunkSize: PIECE_BYTES });
    // The error of either end comes out of the reading loop.
    pipeline(
      bytes,
      (source) => this.hashed(source as AsyncIterable<Buffer>),
      unpacked,
      () => undefined,
    );
    return unpacked[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  private async *hashed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash("sha256");
    for await (const piece of bytes) {
      hash.update(piece);
      yield piece;
    }
    this.sha256 = hash.digest("hex");
  }
}
