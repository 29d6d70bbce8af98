import type { IncomingMessage } from "node:http";

/** What is read of a refused body at most, in bytes: beyond that its sender is better cut off. */
const MAX_BYTES = 16 * 1024 * 1024;
/** And for how long, in milliseconds. */
const MAX_MS = 5000;

/**
 * Reads the rest of a request and throws it away, up to a limit of bytes and time. To be awaited before an answer that closes
 * the connection: where something is still unread then, TCP resets the connection, and the client may see the reset instead of
 * the answer (RFC 9112, section 9.6).
 */
export async function readOut(request: IncomingMessage): Promise<void> {
  if (request.complete || request.readableEnded || request.destroyed) return;
  let left = MAX_BYTES;
  await new Promise<void>((resolve) => {
    const onData = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, MAX_MS);
    function end(): void {
      clearTimeout(timer);
      request.off("data", onData).off("end", end).off("close", end);
      resolve();
    }
    // A body that was being unpacked goes on to whoever unpacks it, who no longer reads.
    request.unpipe();
    request.on("data", onData).on("end", end).on("close", end).resume();
  });
}
