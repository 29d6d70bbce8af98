import type { IncomingMessage } from "node:http";

/**
 * Reads the body of a request before the framework does. A client that breaks off, or is too slow, never gets that far.
 * @param length as the request declares it: the parser of HTTP holds it to that
 * @param take called at once where there is no body
 */
export function readAhead(request: IncomingMessage, length: number, take: (body: Buffer) => void): void {
  if (length === 0) return take(Buffer.alloc(0));
  const chunks: Buffer[] = [];
  let received = 0;
  const onData = (chunk: Buffer): void => {
    chunks.push(chunk);
    received += chunk.length;
    if (received < length) return;
    request.off("data", onData);
    take(chunks.length === 1 ? chunk : Buffer.concat(chunks));
  };
  request.on("data", onData);
}

/** Makes a request as if nobody had read its body; to be called at once from `take`, before the stream can end. */
export function giveBack(request: IncomingMessage, body: Buffer): void {
  if (body.length === 0) return;
  request.pause();
  request.unshift(body);
}
