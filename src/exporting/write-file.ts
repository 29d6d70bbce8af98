import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CannotRun } from "../errors";

/**
 * Writes a file as a whole or not at all: under another name first, synced, then renamed; packed where the name ends in .gz.
 * @throws CannotRun where it cannot be written, and what `pieces` throws
 */
export async function writeFileWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.${String(process.pid)}.part`;
  const failure: { cause?: unknown } = {};
  try {
    await pipelineTo(temporary, remembering(pieces, failure), /\.gz$/i.test(path));
    await sync(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    // What the reader of the graph threw is its own message.
    if (failure.cause !== undefined) throw failure.cause as Error;
    const reason = (error as Error).message;
    throw new CannotRun(`${path}: the file cannot be written: ${reason}. Free some space, or name another file with --out.`, {
      cause: error,
    });
  }
}

async function pipelineTo(path: string, pieces: AsyncIterable<string>, isPacked: boolean): Promise<void> {
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  if (isPacked) await pipeline(Readable.from(pieces), createGzip(), file);
  else await pipeline(Readable.from(pieces), file);
}

/** Notes what the source threw. What is thrown into it, because the file could not be written, is none of that. */
async function* remembering(pieces: AsyncIterable<string>, failure: { cause?: unknown }): AsyncGenerator<string> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await source.next().catch((error: unknown) => {
        failure.cause = error;
        throw error;
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
